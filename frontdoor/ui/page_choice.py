"""Choices that one page alone has: in its address, kept for the session, an unknown name as good as none."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from frontdoor.ui.links import PAGE_CHOICES
from frontdoor.ui.popover import choice_popover

Chosen = TypeVar("Chosen", bound=StrEnum)


def choice_in_popover(slot: DeltaGenerator, name: str, key: str, kind: type[Chosen]) -> Chosen:
    """Draw the choice in a popover of the top row and return what is chosen."""
    chosen = chosen_of(key, kind)
    choice_popover(slot, name, chosen.value, partial(_radio, name, key, list(kind)))
    return chosen


def choice_in_row(name: str, key: str, kind: type[Chosen]) -> Chosen:
    """Draw the choice as a row of buttons and return what is chosen."""
    chosen = chosen_of(key, kind)
    st.segmented_control(
        name, [each.value for each in kind], key=key, required=True, label_visibility="collapsed",
        bind="query-params", persist_state="session",
    )  # fmt: skip
    return chosen


def chosen_of(key: str, kind: type[Chosen]) -> Chosen:
    """Return what is chosen, also before its widget is drawn: the session's word, else the address's, else the usual."""
    said = st.session_state.get(key, st.query_params.get(key))
    known = {each.value for each in kind}
    if said not in known:
        said = str(PAGE_CHOICES[key].usual)
        st.session_state[key] = said
    return kind(said)


def _radio(name: str, key: str, kinds: Sequence[StrEnum]) -> None:
    st.radio(name, [each.value for each in kinds], key=key, bind="query-params", persist_state="session")
