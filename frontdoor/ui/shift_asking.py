"""Answers of the views of channel shift, worked out once for each reader's choice and then kept."""

import streamlit as st

from frontdoor.answers.shift_choices import Within
from frontdoor.answers.shift_left_out import left_out
from frontdoor.answers.shift_level import level
from frontdoor.answers.shift_needless import needless
from frontdoor.answers.shift_saved import saved
from frontdoor.answers.shift_stick import stick
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.ui.asking import ANSWERS_KEPT, Reader


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def level_answer(asked: Reader) -> ViewAnswer:
    """Return the level and the shift, and why it moved."""
    return level(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def stick_answer(asked: Reader, within: Within) -> ViewAnswer:
    """Return how many came straight back by phone or to the counter."""
    return stick(asked.filters, asked.audience, within.days)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def needless_answer(asked: Reader) -> ViewAnswer:
    """Return the contact that need not happen, and the largest opportunities."""
    return needless(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Working out what would have come")
def saved_answer(asked: Reader) -> ViewAnswer:
    """Return what it saved, and what the target would take."""
    return saved(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def left_out_answer(asked: Reader) -> ViewAnswer:
    """Return which groups fell behind."""
    return left_out(asked.filters, asked.audience)
