"""Answers for pages: worked out once for each council, data version, register version, filters and audience, then kept."""

from dataclasses import dataclass

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import MeasureAnswer, OverviewAnswer
from frontdoor.answers.complaints import complaints
from frontdoor.answers.data import DataAnswer, data
from frontdoor.answers.feedback_answer import ComplaintsAnswer, SatisfactionAnswer
from frontdoor.answers.listing import offered
from frontdoor.answers.measure import measure
from frontdoor.answers.overview import overview
from frontdoor.answers.satisfaction import questions_offered, satisfaction
from frontdoor.filters import Filters

ANSWERS_KEPT = 256
"""How many answers of each kind are kept; the oldest goes first."""

READER = "frontdoor-reader"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is reading and what they chose to see; `register_version` is part of every cache key."""

    filters: Filters
    audience: Audience
    register_version: int


def remember(reader: Reader) -> None:
    """Keep the reader for the pages of this run."""
    st.session_state[READER] = reader


def reader() -> Reader:
    """Return the reader that app.py worked out for this run."""
    found = st.session_state[READER]
    assert isinstance(found, Reader)
    return found


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def overview_answer(asked: Reader) -> OverviewAnswer:
    """Return the overview; answers are frozen, so one copy serves every session."""
    return overview(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def measure_answer(key: str, asked: Reader) -> MeasureAnswer:
    """Return the answer about one measure."""
    return measure(key, asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def complaints_answer(asked: Reader) -> ComplaintsAnswer:
    """Return the answer about complaints."""
    return complaints(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def satisfaction_answer(key: str | None, asked: Reader) -> SatisfactionAnswer:
    """Return the answer about satisfaction, one question of the bank in detail."""
    return satisfaction(key, asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def survey_questions(asked: Reader) -> dict[str, str]:
    """Return the label of each survey question there is, by key."""
    return questions_offered(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def data_answer(asked: Reader) -> DataAnswer:
    """Return what is held."""
    return data(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def measures_offered(asked: Reader) -> dict[str, str]:
    """Return the label of each measure there is a page for, by key."""
    return offered(asked.filters, asked.audience)
