"""What was planted in the complaints is found again through the product, by the clocks of the two Codes."""

from collections.abc import Callable
from datetime import date

import pytest

from frontdoor.measures.measure import Parameter
from frontdoor.periods import Period
from frontdoor.strategy.judgement import State
from sample_data.planted import complaints as planted
from sample_data.planted.truth import Truth
from tests.recovery.finding import (
    ACKNOWLEDGED,
    CODE,
    FIRST_YEAR,
    SECOND_YEAR,
    STAGE_1,
    STAGE_2,
    Recovery,
    Told,
    counted,
)

pytestmark = pytest.mark.slow
MONTHS = 30
YEARS = 750  # working days
COMPLAINTS = counted("complaints")
IN_TIME = counted("stage_1_in_time", STAGE_1, procedures=CODE)


def of(measure: str) -> Recovery:
    return lambda told: told.value(counted(measure))


def part(column: str, of_column: str) -> Recovery:
    """Return one column of all complaints over another."""

    def found(told: Told) -> float:
        return told.total("complaint_totals", column, COMPLAINTS) / told.total(
            "complaint_totals", of_column, COMPLAINTS
        )

    return found


def waste_step(told: Told) -> float:
    after = told.value(COMPLAINTS, Period(date(2026, 8, 1), date(2026, 10, 31)), services=("waste",)) / 3
    before = told.value(COMPLAINTS, Period(date(2024, 7, 1), date(2026, 6, 30)), services=("waste",)) / 24
    return after / before


def never_acknowledged(told: Told) -> float:
    """Stage 1 answers that fall due only because silence buys no time: with years to acknowledge they would not be due."""
    due, patient = (
        told.total(
            "clock_results", "due_cases", counted("stage_1_in_time", STAGE_1 | {Parameter.ACKNOWLEDGED_WITHIN: days})
        )
        for days in (5, YEARS)
    )
    return (due - patient) / due


def largest_change(told: Told) -> float:
    """The second year less the first: in time, and upheld in any part; the larger of the two."""
    changes = (
        told.value(measure, SECOND_YEAR) - told.value(measure, FIRST_YEAR) for measure in (IN_TIME, counted("upheld"))
    )
    return max(changes, key=abs)


RECOVERIES: dict[str, Recovery] = {
    "stage_1_a_month": lambda told: told.total("complaint_totals", "stage_1_opened", COMPLAINTS) / MONTHS,
    "acknowledged": lambda told: told.value(counted("acknowledged_in_time", ACKNOWLEDGED, procedures=CODE)),
    "stage_1": lambda told: told.value("complaints_on_time"),
    "stage_1_housing": lambda told: told.value("complaints_on_time", services=("housing",)),
    "stage_2": lambda told: told.value(counted("stage_2_in_time", STAGE_2)),
    "escalated": of("escalated"),
    "upheld": part("upheld", "decided"),
    "partly_upheld": part("partly_upheld", "decided"),
    "early": of("early_resolution"),
    "refused": part("refused", "received"),
    "never_acknowledged": never_acknowledged,
    "waste_step": waste_step,
    "stated": lambda told: told.value(counted("completed_by_promised_date", {Parameter.CLOCK: "response_1"})),
    "complaints_change": largest_change,
}
ELSEWHERE: dict[tuple[str, str], Recovery] = {("loddonvale", "stage_1"): lambda told: told.value(IN_TIME)}


@pytest.mark.parametrize("truth", planted.TRUTHS, ids=lambda truth: f"{truth.council}_{truth.key}")
def test_a_planted_truth_is_found_by_the_product(truth: Truth, told: Callable[[str], Told]) -> None:
    recover = ELSEWHERE.get((truth.council, truth.key), RECOVERIES[truth.key])
    assert recover(told(truth.council)) == pytest.approx(truth.value, abs=truth.within)


def test_the_service_that_fails_is_the_worst_of_all(told: Callable[[str], Told]) -> None:
    for service, share in planted.STAGE_1_IN_TIME_ELSEWHERE.items():
        found = told("trentside").value("complaints_on_time", services=(service,))
        assert found == pytest.approx(share, abs=0.02), service
        assert found > planted.STAGE_1_IN_TIME_OF_HOUSING + 0.15


def test_the_target_for_complaints_is_missed_in_october(told: Callable[[str], Told]) -> None:
    found = told("trentside").result("complaints_on_time", Period.month(date(2026, 10, 1)))
    assert found.judgement.state is State.MISSED
    assert found.change.direction not in ("better", "worse")
