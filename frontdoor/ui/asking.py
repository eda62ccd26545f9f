"""Answers for pages: worked out once for each council, data version, register version, filters and audience, then kept."""

from dataclasses import dataclass

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import MeasureAnswer, OverviewAnswer
from frontdoor.answers.choices import choices
from frontdoor.answers.complaints import complaints
from frontdoor.answers.data import DataAnswer, data
from frontdoor.answers.feedback_answer import ComplaintsAnswer, SatisfactionAnswer
from frontdoor.answers.listing import offered
from frontdoor.answers.measure import measure
from frontdoor.answers.overview import overview
from frontdoor.answers.peaks_choices import Cut, Over, Show, Staffing
from frontdoor.answers.peaks_cover import cover
from frontdoor.answers.peaks_forecast import coming_weeks
from frontdoor.answers.peaks_limit import limit
from frontdoor.answers.peaks_rota import Progress, better
from frontdoor.answers.peaks_week import week
from frontdoor.answers.peaks_what_if import Change, what_if
from frontdoor.answers.peaks_year import year
from frontdoor.answers.satisfaction import questions_offered, satisfaction
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.filters import Filters
from frontdoor.statistics.forecasting import Grain

ANSWERS_KEPT = 256
"""How many answers of each kind are kept; the oldest goes first."""

ROTAS_KEPT = 32
"""How many rotas found are kept."""

READER = "frontdoor-reader"

GRAINS = {Cut.WEEK: Grain.WEEK, Cut.DAY: Grain.DAY, Cut.HALF_HOUR: Grain.HALF_HOUR}
"""How finely a forecast is cut, by the words on the screen."""


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
def week_answer(asked: Reader, show: Show, over: Over) -> ViewAnswer:
    """Return the week at a glance."""
    return week(asked.filters, asked.audience, show, over)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def year_answer(asked: Reader) -> ViewAnswer:
    """Return the year, day by day."""
    return year(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def limit_answer(asked: Reader) -> ViewAnswer:
    """Return where service breaks, and the wait itself."""
    return limit(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Forecasting, and trying the forecast on the past")
def forecast_answer(asked: Reader, cut: Cut) -> ViewAnswer:
    """Return the next eight weeks."""
    return coming_weeks(asked.filters, asked.audience, GRAINS[cut])


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Working out who is needed when")
def cover_answer(asked: Reader, staffing: Staffing) -> ViewAnswer:
    """Return who is needed against who is on the rota."""
    return cover(asked.filters, asked.audience, staffing)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner="Working out what it would do")
def what_if_answer(asked: Reader, change: Change) -> ViewAnswer:
    """Return what a change would do."""
    return what_if(asked.filters, asked.audience, change)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def services_offered(asked: Reader) -> dict[str, str]:
    """Return the label of each service, by key."""
    return dict(choices(asked.filters.council, asked.filters.generation, asked.audience).services)


def rota_answer(asked: Reader, staffing: Staffing, progress: Progress) -> ViewAnswer:
    """Return the best rota found in a few seconds; `progress` is told how far the search is, and so nothing else keeps it."""
    kept, key = _rotas(), (asked, staffing)
    if key not in kept:
        kept[key] = better(asked.filters, asked.audience, staffing, progress)
        while len(kept) > ROTAS_KEPT:
            del kept[next(iter(kept))]
    return kept[key]


@st.cache_resource(show_spinner=False)
def _rotas() -> dict[tuple[Reader, Staffing], ViewAnswer]:
    """Return the rotas found, the oldest first."""
    return {}


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def data_answer(asked: Reader) -> DataAnswer:
    """Return what is held."""
    return data(asked.filters, asked.audience)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def measures_offered(asked: Reader) -> dict[str, str]:
    """Return the label of each measure there is a page for, by key."""
    return offered(asked.filters, asked.audience)
