"""Where the council's year is heading: its months, its target at its end, and what is said where nothing can be."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from frontdoor.answers.action_heading import Heading, chance_words, value_in_words, year_words
from frontdoor.answers.action_year_end import heading, year_of
from frontdoor.answers.answer import Point, Provenance, Result
from frontdoor.answers.change import change_of
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Period, add_months
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.judgement import Judgement, State
from frontdoor.strategy.strategy import Target

SERVICE_LEVEL = CATALOGUE["service_level"]
OCTOBER = Period.month(date(2026, 10, 1))
WHERE_FROM = Provenance(1, OCTOBER.last, "", (), (), (), (), (), "")
FILTERS = Filters("trentside", OCTOBER)


class Told:
    """What heading() asks of an opened council: when its year begins, and the targets of a measure."""

    def __init__(self, *targets: Target, first_month: int = 4) -> None:
        self.council = type("Council", (), {"year_starts_in_month": first_month})()
        self.held = targets
        self.asked: list[str | None] = []

    def targets(self, promised: object, service: str | None = None) -> tuple[Target, ...]:  # noqa: ARG002
        self.asked.append(service)
        return self.held


def share(value: float | None, first: date = date(2024, 4, 1), near: float | None = None) -> Target:
    return Target(first, value, Unit.SHARE, near, source="")


def result(level: float = 0.62, last: date = date(2026, 10, 1), months: int = 24, measure=SERVICE_LEVEL) -> Result:
    """Give months that wobble by a point around `level`, of a thousand calls each."""
    wobble = np.random.default_rng(7).normal(0, 0.01, months)
    trend = tuple(
        Point(add_months(last, step + 1 - months), level + wobble[step], 1000 * (level + wobble[step]), 1000.0)
        for step in range(months)
    )
    return Result(
        measure.key, measure.label, measure, "", Period.month(last), level, None, None,
        Judgement(State.NO_TARGET, None), trend, change_of(trend, measure.better), (), WHERE_FROM,
    )  # fmt: skip


def found(made: Result, told: Told, filters: Filters = FILTERS) -> Heading:
    return heading(object(), made, filters, told)  # type: ignore[arg-type]


def test_a_year_far_from_its_target_is_missed_and_one_beyond_it_met():
    missed, met, near = (
        found(result(), Told(share(value, near=band))) for value, band in ((0.7, None), (0.5, None), (0.63, 0.03))
    )
    assert (missed.state, met.state) == (State.MISSED, State.MET)
    assert missed.value == pytest.approx(0.62, abs=0.01)
    assert missed.interval[0] < missed.value < missed.interval[1]
    assert missed.months == 7
    assert near.state in (State.CLOSE, State.CANNOT_TELL)
    assert chance_words(missed, Better.HIGHER) == "less than 1 chance in 100 of at least 70%"


def test_a_target_inside_the_interval_cannot_be_told():
    first = found(result(), Told(share(0.7)))
    inside = found(result(), Told(share(first.value)))
    assert inside.state is State.CANNOT_TELL
    assert 0.4 < inside.chance < 0.6


def test_the_target_is_the_one_in_force_when_the_year_ends_and_a_services_own_where_it_is_chosen():
    told = Told(share(0.5), share(0.9, date(2027, 3, 1)))
    assert found(result(), told).target.value == 0.9
    found(result(), told, replace(FILTERS, services=("housing",)))
    assert told.asked == [None, "housing"]


def test_less_is_better_is_judged_the_other_way():
    made = result(measure=CATALOGUE["abandonment_rate"])
    assert found(made, Told(share(0.7))).state is State.MET
    assert found(made, Told(share(0.5))).state is State.MISSED


def test_no_target_and_one_to_be_set_are_no_verdict():
    assert (found(result(), Told()).state, found(result(), Told(share(None))).state) == (
        State.NO_TARGET,
        State.TO_BE_SET,
    )
    assert chance_words(found(result(), Told()), Better.HIGHER) == ""


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (result(last=date(2027, 3, 1)), "2026/27 is over"),
        (result(months=8), "fewer than 12 finished months"),
        (result(measure=CATALOGUE["contacts"]), "cannot be added up to a year"),
    ],
)
def test_where_nothing_is_predicted_the_reason_is_said(made, told):
    heading_ = found(made, Told(share(0.7)))
    assert (heading_.value, heading_.state) == (None, State.CANNOT_TELL)
    assert told in value_in_words(heading_, Unit.SHARE)


def test_months_not_finished_or_recorded_otherwise_are_left_out():
    made = result()
    last = replace(made.trend[-1], is_complete=False, numerator=1.0)
    assert found(replace(made, trend=(*made.trend[:-1], last)), Told(share(0.7))).months == 6
    late = replace(made, judged_from=date(2026, 5, 1))
    assert "fewer than 12" in found(late, Told(share(0.7))).why


def test_the_year_is_the_councils_own():
    assert year_words(year_of(date(2026, 3, 31), 4)) == "2025/26"
    assert year_of(date(2026, 10, 5), 1) == year_of(date(2026, 1, 1), 1)
    assert year_words(year_of(date(2026, 10, 5), 1)) == "2026"
    assert found(result(), Told(share(0.7), first_month=1)).months == 10
