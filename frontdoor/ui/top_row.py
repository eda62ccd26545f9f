"""The row under the navigation: how fresh the figures are on the left, the filters on the right."""

from contextvars import ContextVar
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from frontdoor.answers.answer import Freshness

_LINE: ContextVar[DeltaGenerator | None] = ContextVar("line", default=None)
_TAKING: ContextVar[DeltaGenerator | None] = ContextVar("taking", default=None)
_CHOICE: ContextVar[DeltaGenerator | None] = ContextVar("choice", default=None)


def top_row() -> DeltaGenerator:
    """Start the row and return where its filters go; the page fills its left side and its own choice later in the run."""
    row = st.container(key="fd-top", horizontal=True, vertical_alignment="center", gap="small")
    _LINE.set(row.container(key="fd-line"))
    filters = row.container(key="fd-filters", horizontal=True, gap="small", width="content")
    _CHOICE.set(filters.container(key="fd-choice", width="content", horizontal=True, gap="small"))
    return filters


def page_choice() -> DeltaGenerator:
    """Return the place before the shared filters for a choice that one page alone has; without a row, the page."""
    slot = _CHOICE.get()
    _CHOICE.set(None)
    return slot or st.container(key="fd-choice", width="content", horizontal=True, gap="small")


def keep_room_to_take(slot: DeltaGenerator) -> None:
    """Keep a place after the filters for what the page, once it has run, can be taken away as."""
    _TAKING.set(slot.container(key="fd-take", width="content"))


def room_to_take() -> DeltaGenerator | None:
    """Return that place, None where the row was not drawn."""
    slot = _TAKING.get()
    _TAKING.set(None)
    return slot


def say(line: str, is_invented: bool) -> None:
    """Write the left side of the row; `line` is HTML. Without a row it is written where the page is."""
    badge = '<p class="fd-invented">Invented figures</p>' if is_invented else ""
    slot = _LINE.get()
    _LINE.set(None)
    (slot or st.container(key="fd-line")).html(f"{badge}<p>{line}</p>")


def say_freshness(freshness: Freshness) -> None:
    """Write the council and how fresh its figures are, late sources named."""
    named = freshness.line.startswith(freshness.council)
    words = freshness.line if named else f"{freshness.council}. {freshness.line}"
    say(" ".join(escape(part) for part in (words, freshness.notice) if part), freshness.is_invented)
