"""A month of too few is not called a change."""

from dataclasses import replace
from datetime import date

from frontdoor.answers.answer import Point
from frontdoor.answers.change import change_of
from frontdoor.periods import add_months
from frontdoor.schema.units import Better

USUAL = [0.80, 0.82, 0.79, 0.81, 0.80, 0.83, 0.78, 0.81, 0.80, 0.82, 0.79, 0.81]


def months(*values: float, few: tuple[int, ...] = ()) -> tuple[Point, ...]:
    points = (Point(add_months(date(2025, 1, 1), place), value, 1.0, 20.0) for place, value in enumerate(values))
    return tuple(replace(point, is_few=place in few) for place, point in enumerate(points))


def test_a_real_drop_is_told_and_one_of_too_few_is_not() -> None:
    assert change_of(months(*USUAL, 0.2), Better.HIGHER).direction == "worse"
    found = change_of(months(*USUAL, 0.2, few=(12,)), Better.HIGHER)
    assert (found.direction, found.words) == ("unknown", "Too few to say")


def test_a_month_of_too_few_in_the_middle_makes_no_change_of_the_last() -> None:
    assert change_of(months(*USUAL[:6], 0.5, *USUAL[6:], few=(6,)), Better.HIGHER).direction == "none"
