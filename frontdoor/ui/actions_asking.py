"""Answers of the view of actions, worked out once for each reader's choice and then kept."""

from datetime import datetime

import streamlit as st

from frontdoor.answers.action_attention import overdue_attention
from frontdoor.answers.action_choices import Choice
from frontdoor.answers.actions import ActionsAnswer, ActionsHeld, actions_held, actions_view
from frontdoor.answers.answer import Attention
from frontdoor.ui.asking import ANSWERS_KEPT, Reader

LISTS_KEPT = 8
"""How many whole lists are kept; one may hold ten thousand actions."""


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def actions_answer(asked: Reader, quarter: datetime, choice: Choice) -> ActionsAnswer:
    """Return a page of the actions, and one in full."""
    return actions_view(asked.filters, asked.audience, quarter, choice, _held(asked))


@st.cache_resource(max_entries=LISTS_KEPT, show_spinner=False)
def _held(asked: Reader) -> ActionsHeld:
    """Return what every page of the list is made of."""
    return actions_held(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def overdue_answer(asked: Reader, quarter: datetime) -> Attention | None:
    """Return how many actions are overdue, for the overview; None where none is."""
    return overdue_attention(asked.filters, asked.audience, quarter)
