"""How control charts are to be drawn: the arguments of one chart or of many, checked and laid out per series."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers, floats_with_gaps
from frontdoor.statistics.control_chart_result import Improvement

Values = Iterable[float | None]
OneOrEach = str | Sequence[str]
TargetOrEach = float | Sequence[float | None] | None
Rebases = Sequence[int] | Sequence[Sequence[int]]
WAY_UP = {Improvement.INCREASE: 1, Improvement.DECREASE: -1, Improvement.NEUTRAL: 0}


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for each series: 1, -1 or 0 for which way is up; its target, NaN without; its rebase segments."""

    better: Integers
    target: Floats
    segment: Integers  # (series, points), numbered from 0
    fix_after: int | None
    screen_outliers: bool


def read_matrix(matrix: Iterable[Values]) -> Floats:
    """Return values of shape (series, points) with NaN for gaps; raise ValueError for rows of unequal length."""
    rows = [floats_with_gaps(row) for row in matrix]
    lengths = {len(row) for row in rows}
    if len(lengths) > 1:
        raise ValueError(f"The series have from {min(lengths)} to {max(lengths)} points. Give each the same periods.")
    return np.stack(rows) if rows else np.empty((0, 0))


def read_settings(
    shape: tuple[int, ...],
    *,
    improvement: OneOrEach,
    target: TargetOrEach,
    rebase_at: Rebases,
    fix_after: int | None,
    screen_outliers: bool,
) -> Settings:
    """Return the settings of charts of `shape` (series, points); raise ValueError for what cannot be meant."""
    series = shape[0]
    directions = [improvement] * series if isinstance(improvement, str) else list(improvement)
    targets = list(target) if isinstance(target, Sequence) else [target] * series
    if not len(directions) == len(targets) == series:
        raise ValueError(f"{len(directions)} improvements and {len(targets)} targets for {series} series.")
    better = np.array([WAY_UP[_direction(name)] for name in directions], dtype=np.int64)
    return Settings(better, floats_with_gaps(targets), _segments(rebase_at, shape), fix_after, screen_outliers)


def read_months(months: Sequence[int], points: int) -> Integers:
    """Return `months` as an array; raise ValueError unless each point has a month of the year."""
    numbers = np.array(months, dtype=np.int64)
    if len(numbers) != points:
        raise ValueError(f"There are {len(numbers)} months for {points} values. Give one month of the year per value.")
    if np.any((numbers < 1) | (numbers > 12)):
        raise ValueError(f"Months run from 1 (January) to 12; these run from {numbers.min()} to {numbers.max()}.")
    return numbers


def _direction(name: str) -> Improvement:
    if name not in list(Improvement):
        raise ValueError(f"improvement is {name!r}. Use {', '.join(Improvement)}.")
    return Improvement(name)


def _segments(rebase_at: Rebases, shape: tuple[int, ...]) -> Integers:
    """Return the number of each point's segment; a rebase at 0 changes nothing."""
    starts = np.zeros(shape, dtype=np.int64)
    for series, places in enumerate(_places_per_series(rebase_at, shape[0])):
        for place in places:
            if not 0 <= place < shape[1]:
                raise ValueError(f"rebase_at has {place}, but the values are numbered 0 to {shape[1] - 1}.")
            starts[series, place] = int(place > 0)
    return np.cumsum(starts, axis=1, dtype=np.int64)


def _places_per_series(rebase_at: Rebases, series: int) -> list[list[int]]:
    shared = [place for place in rebase_at if not isinstance(place, Sequence)]
    own = [list(places) for places in rebase_at if isinstance(places, Sequence)]
    if not own:
        return [shared] * series
    if shared or len(own) != series:
        raise ValueError(
            f"rebase_at has {len(rebase_at)} entries for {series} series. Give places, or a list for each."
        )
    return own
