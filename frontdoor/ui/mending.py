"""Mends what Streamlit 1.67 leaves undone for keyboards and screen readers, for as long as a page is open."""

from pathlib import Path

import streamlit as st

_MENDING = st.components.v2.component(
    "frontdoor_mending", js=Path(__file__).with_name("mending.js").read_text(encoding="utf-8")
)


def mend_streamlit() -> None:
    """Name popovers and the upload area well, and let the focus go into a popover and come back from it."""
    _MENDING(key="fd-mending", height="content")
