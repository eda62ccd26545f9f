"""A popover of the top row: its name in grey, what is chosen in ink, the widgets inside."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

MARKDOWN = frozenset(r"\`*_{}[]()#+-.!:~$<>|")
"""Letters that Streamlit's labels would read as mark-up."""


def choice_popover(slot: DeltaGenerator, name: str, words: str, draw: Callable[[], None]) -> None:
    """Draw a popover in `slot` that says what is chosen before it is opened, and its widgets with `draw`."""
    label = f":gray[{name}] {plain_label(words)}"
    with slot.popover(label, key=f"fd-filter-{name.lower()}"), st.container(key=f"fd-choices-{name.lower()}"):
        draw()


def plain_label(words: str) -> str:
    """Return words that Streamlit's labels show as they are: their Markdown and colour marks are escaped."""
    return "".join(f"\\{letter}" if letter in MARKDOWN else letter for letter in words)
