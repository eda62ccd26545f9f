"""A second XmR chart, written point by point in exact fractions from the published rules, to hold the real one against."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

Number = Fraction | None


@dataclass
class HandPoint:
    """One point with its segment's mean and limits, and what the rules make of it."""

    value: Number
    mean: Number = None
    lower: Number = None
    upper: Number = None
    rule: str | None = None
    direction: int = 0


def chart_by_hand(
    values: list[int | None], rebase_at: list[int], fix_after: int | None, screen: bool
) -> list[HandPoint]:
    """Return the points with limits and rules."""
    edges = [0, *sorted(set(rebase_at) - {0}), len(values)]
    points: list[HandPoint] = []
    for start, end in pairwise(edges):
        points += _segment(
            [None if value is None else Fraction(value) for value in values[start:end]], fix_after, screen
        )
    return points


def _segment(values: list[Number], fix_after: int | None, screen: bool) -> list[HandPoint]:
    baseline = _first_recorded(values, fix_after)
    known = [value for value in baseline if value is not None]
    mean = sum(known) / len(known) if known else None
    pairs = pairwise(baseline)
    ranges = [abs(b - a) for a, b in pairs if a is not None and b is not None]
    moving = sum(ranges) / len(ranges) if ranges else Fraction(0)
    kept = [one for one in ranges if one < Fraction(3267, 1000) * moving]
    if screen and kept and sum(kept) > 0:
        moving = sum(kept) / len(kept)
    points = [HandPoint(value, mean) for value in values]
    if moving > 0 and mean is not None:
        for point in points:
            point.lower, point.upper = mean - Fraction(266, 100) * moving, mean + Fraction(266, 100) * moving
    for stretch in _stretches(points):
        _shift(stretch)
        _two_of_three(stretch)
        _trend(stretch)
        _outside(stretch)  # last, since a later rule overwrites and this one comes first in precedence
    return points


def _first_recorded(values: list[Number], fix_after: int | None) -> list[Number]:
    kept, seen = [], 0
    for value in values:
        seen += value is not None
        kept.append(None if fix_after is not None and seen > fix_after else value)
    return kept


def _stretches(points: list[HandPoint]) -> list[list[HandPoint]]:
    found: list[list[HandPoint]] = [[]]
    for point in points:
        if point.value is None:
            found.append([])
        else:
            found[-1].append(point)
    return found


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _shift(stretch: list[HandPoint]) -> None:
    sides = [_sign(point.value - point.mean) for point in stretch]
    for start in range(len(stretch) - 6):
        window = sides[start : start + 7]
        if window[0] != 0 and len(set(window)) == 1:
            for point in stretch[start : start + 7]:
                point.rule, point.direction = "shift", window[0]


def _two_of_three(stretch: list[HandPoint]) -> None:
    for start in range(len(stretch) - 2):
        window = stretch[start : start + 3]
        sides = {_sign(point.value - point.mean) for point in window}
        near = [point for point in window if _is_near(point)]
        if len(sides) == 1 and sides != {0} and len(near) >= 2:
            for point in near:
                point.rule, point.direction = "two_of_three", next(iter(sides))


def _is_near(point: HandPoint) -> bool:
    if point.upper is None:
        return False
    away, limit = abs(point.value - point.mean), point.upper - point.mean
    return Fraction(2, 3) * limit < away <= limit


def _trend(stretch: list[HandPoint]) -> None:
    for end in range(len(stretch) - 1, 5, -1):  # backwards: a turning point belongs to the trend that it ends
        window = stretch[end - 6 : end + 1]
        steps = {_sign(b.value - a.value) for a, b in pairwise(window)}
        if len(steps) == 1 and steps != {0}:
            for point in window:
                point.rule, point.direction = "trend", next(iter(steps))


def _outside(stretch: list[HandPoint]) -> None:
    for point in stretch:
        if point.upper is not None and not point.lower <= point.value <= point.upper:
            point.rule, point.direction = "outside", _sign(point.value - point.mean)
