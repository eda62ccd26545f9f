"""Answers of the view of targets, worked out once for each reader's choice and then kept."""

from datetime import datetime

import streamlit as st

from frontdoor.answers.targets import first_place, places_offered, targets
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.ui.asking import ANSWERS_KEPT, Reader

MINUTES = 15  # time zones differ by quarters of an hour, so no council's day begins within one


def quarter_of(now: datetime) -> datetime:
    """Return the quarter of an hour that `now` is in."""
    return now.replace(minute=now.minute // MINUTES * MINUTES, second=0, microsecond=0)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def targets_answer(asked: Reader, quarter: datetime, key: str, service: str) -> ViewAnswer:
    """Return every target, and one in full."""
    return targets(asked.filters, asked.audience, quarter, key, service)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def target_first_shown(asked: Reader, quarter: datetime) -> tuple[str, str]:
    """Return the measure and service whose target is shown in full before anyone chooses."""
    return first_place(asked.filters, asked.audience, quarter)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def target_places(asked: Reader) -> tuple[dict[str, str], dict[str, str]]:
    """Return the labels of measures and of services, '' the whole council, by key."""
    return places_offered(asked.filters, asked.audience)
