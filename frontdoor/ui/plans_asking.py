"""Answers of the view of service plans, worked out once for each reader's choice and then kept."""

import streamlit as st

from frontdoor.answers.plans import plans
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.ui.asking import ANSWERS_KEPT, Reader


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def plans_answer(asked: Reader) -> ViewAnswer:
    """Return every service plan in force with what came of it."""
    return plans(asked.filters, asked.audience)
