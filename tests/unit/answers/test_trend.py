"""Trends never close up a gap and show two years."""

from datetime import date

from frontdoor.answers.answer import Point
from frontdoor.answers.trend import trend_period, with_gaps
from frontdoor.periods import Period


def test_a_month_without_figures_is_a_gap_not_a_zero() -> None:
    held = (Point(date(2026, 8, 1), 1.0, 1.0, None), Point(date(2026, 10, 1), 2.0, 2.0, None))
    found = with_gaps(held, Period.month(date(2026, 10, 1)))
    assert [point.value for point in found] == [1.0, None, 2.0]


def test_a_trend_shows_two_years_ending_with_the_period() -> None:
    shown = trend_period(Period.month(date(2026, 10, 15)))
    assert (shown.first, shown.last) == (date(2024, 11, 1), date(2026, 10, 31))


def test_a_long_period_is_shown_whole() -> None:
    shown = trend_period(Period(date(2020, 1, 1), date(2026, 10, 31)))
    assert shown.first == date(2020, 1, 1)
