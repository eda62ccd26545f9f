"""What was planted in the figures others report is found again through the product, and the return nobody sent is missed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from frontdoor.periods import Period
from sample_data.generator.reported.returned import quarters
from sample_data.planted import reported as planted
from sample_data.planted import supporting
from sample_data.planted.truth import Truth
from tests.recovery.finding import Recovery, Told, counted

pytestmark = pytest.mark.slow
LAST_QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
EARLIER = Period(date(2024, 7, 1), date(2026, 6, 30))
ALL_QUARTERS = Period(date(2024, 7, 1), date(2026, 9, 30))
MISSED_BINS = counted("reported_figure", reported="missed_bins_put_right_in_2_days", provider=planted.CONTRACTOR)
LEISURE = "leisure_visitors_satisfied"


def of_staff(figure: str, period: Period = LAST_QUARTER) -> Recovery:
    return lambda told: told.value(counted("reported_figure", reported=figure, provider=planted.STAFFING), period)


def quarters_without(told: Told) -> list[date]:
    return [first for first, last in quarters() if told.result(LEISURE, Period(first, last)).value is None]


RECOVERIES: dict[str, Recovery] = {
    "missed_bins_before": lambda told: told.value(MISSED_BINS, EARLIER),
    "missed_bins_after": lambda told: told.value(MISSED_BINS, LAST_QUARTER),
    "returns_missing": lambda told: len(quarters_without(told)),
    "leisure": lambda told: told.value(LEISURE, ALL_QUARTERS),
    "trained": of_staff("staff_trained"),
    "vacant": of_staff("posts_vacant"),
    "proud": of_staff("staff_proud_to_work_here", Period.month(date(2026, 6, 1))),
}


OCTOBER = Period.month(date(2026, 10, 1))


def quarters_silent(told: Told, measure: str) -> int:
    return sum(told.result(measure, Period(first, last)).value is None for first, last in quarters())


def days_left_on_the_last_day(told: Told) -> int:
    """Return the days from 31 October to the day found; returns alone are known to their own last day only."""
    found = told.result("accreditation", OCTOBER)
    assert found.value is not None
    return (found.provenance.as_at + timedelta(days=found.value) - OCTOBER.last).days


def age_on_the_last_day(told: Told) -> int:
    found = told.result("map_age", OCTOBER)
    assert found.value is not None
    return (OCTOBER.last - (min(found.provenance.as_at, OCTOBER.last) - timedelta(days=found.value))).days


SUPPORTING: dict[tuple[str, str], Recovery] = {
    ("nenebridge", "trained"): lambda told: told.value("staff_trained", LAST_QUARTER),
    ("nenebridge", "accreditation"): days_left_on_the_last_day,
    ("nenebridge", "roads_silent"): lambda told: quarters_silent(told, "potholes"),
    ("loddonvale", "oldest_layer"): age_on_the_last_day,
    ("loddonvale", "repairs_silent"): lambda told: quarters_silent(told, "first_visit"),
    ("ouseford", "trained"): lambda told: told.value("staff_trained", LAST_QUARTER),
    ("thamesmere", "trained"): lambda told: told.value("staff_trained", LAST_QUARTER),
}


@pytest.mark.parametrize("truth", supporting.TRUTHS, ids=lambda truth: f"{truth.council}_{truth.key}")
def test_what_other_teams_and_contractors_state_is_found_by_the_product(
    truth: Truth, told: Callable[[str], Told]
) -> None:
    found = SUPPORTING[truth.council, truth.key](told(truth.council))
    assert found == pytest.approx(truth.value, abs=truth.within)


@pytest.mark.parametrize("truth", planted.TRUTHS, ids=lambda truth: truth.key)
def test_a_planted_truth_is_found_by_the_product(truth: Truth, told: Callable[[str], Told]) -> None:
    assert RECOVERIES[truth.key](told(truth.council)) == pytest.approx(truth.value, abs=truth.within)


def test_the_return_nobody_sent_is_named(told: Callable[[str], Told]) -> None:
    assert quarters_without(told("trentside")) == [planted.MISSING_RETURN]
    found = told("trentside").result(LEISURE, ALL_QUARTERS)
    assert any("missing" in caveat and planted.LEISURE_PARTNER in caveat for caveat in found.caveats)


def test_a_stated_figure_is_marked_as_its_providers(told: Callable[[str], Told]) -> None:
    found = told("trentside").result(LEISURE, LAST_QUARTER)
    assert found.is_as_stated
    assert any(caveat.startswith(f"As stated by {planted.LEISURE_PARTNER}") for caveat in found.caveats)


def test_the_figure_restated_after_an_audit_is_the_one_in_force(told: Callable[[str], Told]) -> None:
    spring = told("trentside").result(MISSED_BINS, Period(date(2026, 4, 1), date(2026, 6, 30)))
    assert (spring.numerator, spring.denominator) == (round(1_846 * 0.964) - 3, 1_846)
