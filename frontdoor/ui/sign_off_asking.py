"""Answers of the view Sign-off, worked out once for each reader's choice and then kept."""

from datetime import datetime

import streamlit as st

from frontdoor.answers.sign_off import sign_off, sources_offered
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.ui.asking import ANSWERS_KEPT, Reader


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def sign_off_answer(asked: Reader, quarter: datetime, source: str) -> ViewAnswer:
    """Return how every source stands, and one month by month."""
    return sign_off(asked.filters, asked.audience, quarter, source)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def sources_to_sign(asked: Reader, quarter: datetime) -> tuple[str, ...]:
    """Return the names of the sources, the one with most months waiting first."""
    return sources_offered(asked.filters, asked.audience, quarter)
