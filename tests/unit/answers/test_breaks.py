"""Is somebody asked what happened exactly where a chart breaks and nothing is known to have happened?"""

from datetime import date

import pytest

from frontdoor.answers.answer import Point
from frontdoor.answers.breaks import Break, breaks_of, unexplained, window_of
from frontdoor.answers.change import charted
from frontdoor.figure import Mark
from frontdoor.periods import add_months
from frontdoor.schema.units import Better

FIRST = date(2024, 11, 1)
QUIET = (0.70, 0.72, 0.71, 0.69, 0.70, 0.71, 0.72, 0.70, 0.69, 0.71, 0.70, 0.72)
JUNE = Break(date(2026, 6, 1), date(2026, 6, 30), 1)
RUN = Break(date(2026, 6, 1), date(2026, 6, 30), 7)


def chart(*values: float):
    points = tuple(Point(add_months(FIRST, place), value, value * 1000, 1000) for place, value in enumerate(values))
    return charted(points, Better.HIGHER)


def test_a_quiet_chart_asks_nothing():
    assert breaks_of(chart(*QUIET)) == ()


def test_a_point_far_outside_its_limits_is_one_break_at_its_month():
    (found,) = breaks_of(chart(*QUIET, 0.40, 0.70, 0.71, 0.70))
    assert (found.first_day, found.last_day, found.points) == (date(2025, 11, 1), date(2025, 11, 30), 1)


def test_too_few_months_ask_nothing():
    assert breaks_of(chart(0.7, 0.7, 0.1)) == ()
    assert breaks_of(None) == ()


def test_a_run_that_the_chart_begins_with_is_not_dated_to_its_first_month():
    found = breaks_of(chart(0.40, *QUIET))
    assert all(each.first_day != FIRST for each in found)


def test_a_run_reaches_a_month_further_than_one_point():
    assert window_of(JUNE.first_day, JUNE.last_day, is_run=False) == (date(2026, 5, 1), date(2026, 6, 30))
    assert window_of(RUN.first_day, RUN.last_day, is_run=True) == (date(2026, 5, 1), date(2026, 7, 31))


@pytest.mark.parametrize(
    ("mark", "found", "is_asked"),
    [
        (Mark(date(2026, 6, 15), "Storm"), JUNE, False),
        (Mark(date(2026, 5, 1), "Storm"), JUNE, False),
        (Mark(date(2026, 4, 30), "Storm"), JUNE, True),
        (Mark(date(2026, 4, 30), "System down", date(2026, 5, 2)), JUNE, False),
        (Mark(date(2026, 7, 1), "Storm"), JUNE, True),
        (Mark(date(2026, 7, 1), "Storm"), RUN, False),
    ],
)
def test_an_event_in_the_window_is_the_answer(mark, found, is_asked):
    assert (unexplained((found,), (mark,)) == (found,)) is is_asked
