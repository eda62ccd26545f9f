"""What only the screen knows: whether it is a phone's, and which link was followed without starting a new session."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from frontdoor.ui.links import PAGE_CHOICES

KEY = "fd-screen"
_SCREEN = st.components.v2.component(
    "frontdoor_screen", js=Path(__file__).with_name("screen.js").read_text(encoding="utf-8")
)


def is_phone() -> bool:
    """Return whether the page is 640 px wide or less: as the screen said, or before that as the browser's name says."""
    said = st.session_state.get(KEY)
    is_narrow = said.get("is_narrow") if said else None
    return "Mobi" in (st.context.headers.get("User-Agent") or "") if is_narrow is None else bool(is_narrow)


def watch_screen(query: Mapping[str, Sequence[str]]) -> None:
    """Listen to the screen: its width, light or dark, and links of ours, which it follows through the menu.

    `query` is what the address should hold: Streamlit loses a bound parameter when the page changes while its widget is
    in a closed popover. Following the menu keeps the session and its filters; only what a link names is carried over. Streamlit's
    own switch_page refuses to leave a page whose filters are bound to the address.
    """
    page = urlsplit(st.context.url or "").path
    wanted = {name: list(values) for name, values in query.items()}
    named = {name: st.session_state.get(name) for name in PAGE_CHOICES}
    for name, choice in PAGE_CHOICES.items():
        said = named[name]
        wanted[name] = [said] if said and said != choice.usual and page.endswith(choice.page) else []
    _SCREEN(
        key=KEY,
        data={"is_narrow": is_phone(), "scheme": st.context.theme.type, "query": wanted, "page": page, "named": named},
        height="content",
        on_is_narrow_change=_ignore,
        on_scheme_change=_ignore,
        **_named_by_links(),
    )


def _named_by_links() -> dict[str, Any]:
    """Return what is called for each thing that a followed link names."""
    return {f"on_{name}_change": partial(choose, name) for name in PAGE_CHOICES}


def choose(name: str) -> None:
    """Set what a followed link named; runs before the page that draws its choice."""
    said = st.session_state.get(KEY)
    if said and said.get(name):
        st.session_state[name] = said[name]


def _ignore() -> None:
    """Let the run that follows a change do the work."""
