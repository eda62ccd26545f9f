"""What a measure did since an action began: sums of months before and since, in words that claim no cause."""

from dataclasses import replace
from datetime import date

import pytest

from frontdoor.answers.action_moved import Moved, moved
from frontdoor.answers.answer import Point, Provenance, Result
from frontdoor.answers.change import change_of
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Period, add_months
from frontdoor.strategy.judgement import Judgement, State

TODAY = date(2026, 11, 22)
SERVICE_LEVEL, CONTACTS, MEDIAN = (CATALOGUE[key] for key in ("service_level", "contacts", "median_wait"))
WHERE_FROM = Provenance(1, TODAY, "", (), (), (), (), (), "")


def months(*sums: tuple[float, float], first: date = date(2026, 5, 1)) -> tuple[Point, ...]:
    return tuple(Point(add_months(first, step), part / whole, part, whole) for step, (part, whole) in enumerate(sums))


def result(trend: tuple[Point, ...], measure=SERVICE_LEVEL) -> Result:
    return Result(
        measure.key, measure.label, measure, "", Period.month(date(2026, 10, 1)), None, None, None,
        Judgement(State.NO_TARGET, None), trend, change_of(trend, measure.better), (), WHERE_FROM,
    )  # fmt: skip


CALLS = months((50, 100), (180, 300), (70, 100), (60, 100), (120, 150), (72, 80))
"""May to October; the quarter before August is 300 of 500, the months since are 120 of 150 and 72 of 80."""


def test_sums_are_divided_once_and_not_averaged():
    # Before August: (50 + 180 + 70) / 500 = 60%, whose mean of months is 60% too only by chance; since: 192 / 230 = 83%.
    found = moved(result(CALLS), date(2026, 8, 12), TODAY)
    assert (found.before, found.since) == (pytest.approx(0.6), pytest.approx(192 / 230))
    assert found.word == "Better since"
    assert found.words.startswith(
        "60% in May to July 2026 before it began on 12 August 2026; 83% in September to October 2026 since, 23 points more."
    )
    assert "because" not in found.words


def test_the_month_it_began_in_is_neither_before_nor_since_unless_it_began_with_it():
    assert moved(result(CALLS), date(2026, 8, 1), TODAY).since == pytest.approx((60 + 120 + 72) / 330)


def test_less_is_worse_where_more_is_better_and_no_difference_is_said_to_be_none():
    falling = months((70, 100), (70, 100), (70, 100), (0, 1), (50, 100))
    assert moved(result(falling), date(2026, 8, 5), TODAY).word == "Worse since"
    level = months((70, 100), (0, 1), (70, 100))
    assert moved(result(level), date(2026, 6, 5), TODAY).word == "No change since"


def test_a_count_is_a_month_and_a_median_is_its_latest_month_alone():
    counted = tuple(Point(point.period_start, point.numerator, point.numerator, None) for point in CALLS)
    found = moved(result(counted, CONTACTS), date(2026, 8, 12), TODAY)
    assert (found.before, found.since) == (pytest.approx(100), pytest.approx(96))
    assert "a month of May to July 2026" in found.words
    waits = tuple(Point(point.period_start, 60.0 + place, None, None) for place, point in enumerate(CALLS))
    assert moved(result(waits, MEDIAN), date(2026, 8, 12), TODAY).before == 62.0


@pytest.mark.parametrize(
    ("began", "word"),
    [(None, "Can’t tell"), (date(2026, 12, 1), "Not begun"), (date(2026, 10, 5), "Too soon to say"), (date(2026, 5, 5), "Can’t tell")],
)  # fmt: skip
def test_what_cannot_be_told_says_why(began, word):
    found = moved(result(CALLS), began, TODAY)
    assert (found.word, found.before, found.since) == (word, None, None)
    assert found.words.endswith(".")


def test_months_that_were_recorded_otherwise_or_are_not_finished_are_left_out():
    trend = (*CALLS[:-1], replace(CALLS[-1], is_complete=False))
    late = replace(result(trend), judged_from=date(2026, 7, 1))
    found = moved(late, date(2026, 8, 12), TODAY)
    assert (found.before, found.since) == (pytest.approx(0.7), pytest.approx(0.8))


def test_a_measure_without_months_tells_nothing():
    assert isinstance(moved(result(()), date(2026, 8, 1), TODAY), Moved)
    assert moved(result(()), date(2026, 8, 1), TODAY).word == "Too soon to say"
