"""Which theme the reader's screen is in."""

import streamlit as st

from frontdoor.charts.theme import DARK, LIGHT, Theme


def current_theme() -> Theme:
    """Return the theme of pictures and charts; words and boxes follow the browser through CSS alone."""
    return DARK if st.context.theme.type == "dark" else LIGHT
