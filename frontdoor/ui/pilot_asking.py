"""Answers of the page of pilots, worked out once for each reader and pilot and then kept; a pilot has its own days and services."""

from dataclasses import replace

import streamlit as st

from frontdoor.answers.pilot_before import before
from frontdoor.answers.pilot_changed import OUTCOME_KEY, changed
from frontdoor.answers.pilot_library import library, pilots_offered
from frontdoor.answers.pilot_moved import moved
from frontdoor.answers.pilot_people import people
from frontdoor.answers.pilot_running import running
from frontdoor.answers.pilot_verdict import verdict
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.ui.asking import ANSWERS_KEPT, Reader


def of_pilots(asked: Reader) -> Reader:
    """Return the reader without services, channels and groups chosen on other pages: a pilot's plan says whom it is about."""
    return replace(asked, filters=replace(asked.filters, services=(), channels=(), attribute=None, value=None))


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def pilot_titles(asked: Reader) -> dict[str, str]:
    """Return the title of each pilot declared, by key."""
    return pilots_offered(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Working out what came of each pilot")
def library_answer(asked: Reader) -> ViewAnswer:
    """Return every pilot with what came of it."""
    return library(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Working out what the pilot’s rule gives")
def verdict_answer(asked: Reader, key: str) -> ViewAnswer:
    """Return what the pilot's rule gives."""
    return verdict(asked.filters, asked.audience, key)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def before_answer(asked: Reader, key: str) -> ViewAnswer:
    """Return whether the pilot can succeed at all."""
    return before(asked.filters, asked.audience, key)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def running_answer(asked: Reader, key: str) -> ViewAnswer:
    """Return the pilot week by week."""
    return running(asked.filters, asked.audience, key)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Working it out every other reasonable way")
def changed_outcome_answer(asked: Reader, key: str, outcome: str) -> ViewAnswer:
    """Return what changed, one outcome worked out every reasonable way: the main one where none is named."""
    return changed(asked.filters, asked.audience, key, outcome)


def changed_answer(asked: Reader, key: str) -> ViewAnswer:
    """Return what changed, with the outcome in full that the address names."""
    return changed_outcome_answer(asked, key, st.query_params.get(OUTCOME_KEY, ""))


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def moved_answer(asked: Reader, key: str) -> ViewAnswer:
    """Return what only moved."""
    return moved(asked.filters, asked.audience, key)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def people_answer(asked: Reader, key: str) -> ViewAnswer:
    """Return who used it, how it went for them, and what each contact cost."""
    return people(asked.filters, asked.audience, key)
