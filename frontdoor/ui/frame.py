"""What stands around every page: the style, the logo and the menu of pages."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from frontdoor.ui.style import inject_style
from frontdoor.ui.theme import current_theme

STATIC = Path(__file__).parents[2] / "static"
LOGOS = {name: f"/app/static/logo-{name}.svg" for name in ("light", "dark")}
ICON = str(STATIC / "icon.svg")


def frame(pages: Sequence[StreamlitPage]) -> StreamlitPage:
    """Draw what stands around a page and return the page chosen, ready to run; call it once, first, in app.py."""
    chosen = st.navigation(list(pages), position="top")
    st.set_page_config(page_title=f"{chosen.title} - Frontdoor", page_icon=ICON, layout="wide")
    inject_style()
    st.logo(LOGOS[current_theme().name], size="large")
    return chosen
