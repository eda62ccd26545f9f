"""Where nothing was planted in complaints and surveys the product finds nothing; where waste complaints doubled it does."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from frontdoor.periods import Period
from frontdoor.strategy.strategy import PromisedMeasure
from tests.recovery.finding import ACKNOWLEDGED, CODE, STAGE_1, STAGE_2, Told, counted

pytestmark = pytest.mark.slow
OCTOBER = Period.month(date(2026, 10, 1))
FOUND = ("better", "worse", "high", "low")
OF_COMPLAINTS = (
    counted("complaints"),
    counted("acknowledged_in_time", ACKNOWLEDGED, procedures=CODE),
    counted("stage_1_in_time", STAGE_1, procedures=CODE),
    counted("stage_2_in_time", STAGE_2),
    *(counted(key) for key in ("escalated", "upheld", "early_resolution")),
)
OF_SURVEYS = (
    counted("net_satisfaction", question="rating"),
    counted("share_satisfied", question="satisfied"),
    counted("net_promoter_score", question="recommend"),
    counted("ease", question="ease"),
    counted("first_contact_resolution_survey", question="resolved"),
)
QUIET: dict[str, tuple[PromisedMeasure, ...]] = {
    "ouseford": (*OF_COMPLAINTS, *OF_SURVEYS),
    "loddonvale": (*OF_COMPLAINTS, counted("net_satisfaction", question="contacting")),
    "thamesmere": OF_COMPLAINTS,
}


def changes(told: Told, measures: tuple[PromisedMeasure, ...], **narrowed: tuple[str, ...]) -> Iterator[str]:
    """Yield what is said of each measure that is found to have changed."""
    for measure in measures:
        change = told.result(measure, OCTOBER, **narrowed).change
        if change.direction in FOUND:
            yield f"{measure.measure}: {change.words}"


@pytest.mark.parametrize("council", QUIET)
def test_nothing_is_found_where_nothing_was_planted(council: str, told: Callable[[str], Told]) -> None:
    assert list(changes(told(council), QUIET[council])) == []


def test_more_complaints_about_waste_are_found_since_the_rounds_changed(told: Callable[[str], Told]) -> None:
    assert list(changes(told("trentside"), OF_COMPLAINTS[:1], services=("waste",))) == ["complaints: Higher since July"]


@pytest.mark.parametrize("service", ["council_tax", "benefits", "housing", "planning", "other"])
def test_no_other_service_is_found_to_have_more(service: str, told: Callable[[str], Told]) -> None:
    assert list(changes(told("trentside"), OF_COMPLAINTS[:1], services=(service,))) == []
