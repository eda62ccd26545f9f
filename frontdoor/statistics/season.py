"""Whether a series follows the calendar month, and by how much each month stands above or below the rest."""

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.process_limits import ROUNDING

MONTHS_IN_A_YEAR = 12
FEWEST_MONTHS = 24  # STATISTICS section 1: a season can show in 24 months or more
CHANCE_OF_A_FALSE_SEASON = 0.01  # with 4% for carry-over, about 5% of quiet series are refused: docs/decisions/0103
FEWEST_MONTHS_BESIDE_A_STEP = 3  # as for carry-over: docs/decisions/0102
STEP_WORTH_ALLOWING_FOR = 12.0  # about the 1% point of the largest F over all places of a step: docs/decisions/0103
SMALLEST_SHARE = 1e-9  # columns that differ by less from what others explain are the same, but for floating point


@dataclass(frozen=True, slots=True)
class Season:
    """The p value of "no season", whether a season shows, and each month's effect (January first; they sum to 0)."""

    p: float
    is_shown: bool
    effects: Floats


@dataclass(frozen=True, slots=True)
class _Design:
    """What least squares needs, worked out once for all series with the same months, rebases and gaps."""

    levels: Floats  # one 0/1 column per rebase segment
    full: Floats  # the same levels, and the twelve months
    steps: Floats  # one column per possible place of a change of level
    levels_space: Floats  # an orthonormal basis of `levels`
    full_space: Floats  # and of `full`
    steps_beside_levels: Floats  # what is left of the steps once the levels have explained their share
    steps_beside_full: Floats


def season(values: Floats, months: Integers, segment: Integers) -> Season | None:
    """Return the season of one series, or None where it cannot be told.

    `values` (NaN for gaps), `months` (1 to 12) and `segment` have one entry per point. Points within one month are
    averaged first. It cannot be told with fewer than 24 recorded months, or a month of the year recorded only once.
    Test: F test of the twelve months' means (least squares) beside the rebase levels and the best single change of
    level, at 1%; the p value is Paulson's (1942) approximation.
    """
    serial = month_serials(months)
    monthly, serials, segments = _monthly_means(values, serial, segment)
    month_of_year = (serials + months[0] - 1) % MONTHS_IN_A_YEAR if len(months) else serials
    visits = np.bincount(month_of_year, minlength=MONTHS_IN_A_YEAR)
    if len(np.unique(serials)) < FEWEST_MONTHS or visits.min() < FEWEST_MONTHS // MONTHS_IN_A_YEAR:
        return None
    design = _design(month_of_year.tobytes(), segments.tobytes())
    return _fit(monthly, design)


def seasons(values: Floats, months: Integers | None, segment: Integers) -> list[Season | None]:
    """Return the season of each row of `values` (series, points); all None without `months`."""
    if months is None:
        return [None] * len(values)
    return [season(row, months, row_segment) for row, row_segment in zip(values, segment, strict=True)]


def month_serials(months: Integers) -> Integers:
    """Return the number of months from the first point to each, from months of the year (1 to 12) in time order."""
    forward = np.diff(months, prepend=months[:1]) % MONTHS_IN_A_YEAR
    serials: Integers = np.cumsum(forward)
    return serials


def _monthly_means(values: Floats, serial: Integers, segment: Integers) -> tuple[Floats, Integers, Integers]:
    """Return the mean of each month and segment that has a figure, with its month serial and its segment."""
    recorded = ~np.isnan(values)
    keys, place = np.unique(np.stack([serial[recorded], segment[recorded]]), axis=1, return_inverse=True)
    counts = np.bincount(place.ravel(), minlength=keys.shape[1])
    means = np.bincount(place.ravel(), weights=values[recorded], minlength=keys.shape[1]) / np.maximum(counts, 1)
    return means, keys[0], keys[1]


@lru_cache(maxsize=64)
def _design(month_of_year: bytes, segments: bytes) -> _Design:
    """Return the columns for points given as the bytes of their month of the year (0 to 11) and of their segment."""
    month, segment = np.frombuffer(month_of_year, np.int64), np.frombuffer(segments, np.int64)
    levels = (segment[:, None] == np.unique(segment)).astype(np.float64)
    full = np.hstack([(month[:, None] == np.arange(MONTHS_IN_A_YEAR)).astype(np.float64), levels[:, 1:]])
    levels_space, full_space = _basis(levels), _basis(full)
    steps = _steps(segment, full_space)
    beside = [steps - space @ (space.T @ steps) for space in (levels_space, full_space)]
    return _Design(levels, full, steps, levels_space, full_space, beside[0], beside[1])


def _basis(columns: Floats) -> Floats:
    """Return an orthonormal basis of what the columns span."""
    vectors, sizes, _ = np.linalg.svd(columns, full_matrices=False)
    return np.asarray(vectors[:, sizes > SMALLEST_SHARE * sizes[0]], dtype=np.float64)


def _steps(segment: Integers, full_space: Floats) -> Floats:
    """Return a 0/1 column per place where the level may change inside a segment and the months do not explain it."""
    place = np.arange(len(segment))
    after = (place[:, None] >= place) & (segment[:, None] == segment)
    before = (place[:, None] < place) & (segment[:, None] == segment)
    roomy = np.minimum(after.sum(axis=0), before.sum(axis=0)) >= FEWEST_MONTHS_BESIDE_A_STEP
    columns = after[:, roomy].astype(np.float64)
    left_over: Floats = np.sum((columns - full_space @ (full_space.T @ columns)) ** 2, axis=0)
    return np.compress(left_over > SMALLEST_SHARE, columns, axis=1)


def _fit(values: Floats, design: _Design) -> Season:
    """Return the season of monthly `values` under `design`."""
    flat, _ = _residual_squares(values, design.levels_space, design.steps_beside_levels)
    seasonal, best = _residual_squares(values, design.full_space, design.steps_beside_full)
    no_step, _ = _residual_squares(values, design.full_space, design.steps_beside_full[:, :0])
    months = design.full_space.shape[1] - design.levels_space.shape[1]
    spare = len(values) - design.full_space.shape[1] - 2  # a step has a height and a place
    nothing = ROUNDING**2 * float(values @ values)
    if flat <= nothing or spare < 1:
        return Season(1.0, False, np.zeros(MONTHS_IN_A_YEAR))
    noise = max(seasonal, nothing) / spare
    p = upper_tail_of_f((flat - seasonal) / months / noise, months, spare)
    is_real_step = no_step - seasonal > STEP_WORTH_ALLOWING_FOR * noise
    effects = _effects(values, design, best if is_real_step else None)
    return Season(p, p < CHANCE_OF_A_FALSE_SEASON, effects)


def _residual_squares(values: Floats, space: Floats, steps: Floats) -> tuple[float, int]:
    """Return the least sum of squares that `space` and the best one of `steps` leave, and which step that is."""
    left = values - space @ (space.T @ values)
    total = float(left @ left)
    if steps.shape[1] == 0:
        return total, 0
    explained: Floats = (left @ steps) ** 2 / np.sum(steps**2, axis=0)
    best = int(np.argmax(explained))
    return max(total - float(explained[best]), 0.0), best


def _effects(values: Floats, design: _Design, step: int | None) -> Floats:
    """Return the effect of each month of the year, allowing for the change of level at `step` where there is one."""
    chosen = design.steps[:, :0] if step is None else design.steps[:, step : step + 1]
    coefficients = np.linalg.lstsq(np.hstack([design.full, chosen]), values, rcond=None)[0]
    effects = np.asarray(coefficients[:MONTHS_IN_A_YEAR], dtype=np.float64)
    return effects - float(effects.mean())


def upper_tail_of_f(ratio: float, numerator: int, denominator: int) -> float:
    """Return about P(F >= `ratio`) on these degrees of freedom; Paulson 1942, good to 0.0005 at 11 and 9 or more."""
    if ratio <= 0:
        return 1.0
    small, large = 2 / (9 * numerator), 2 / (9 * denominator)
    root = ratio ** (1 / 3)
    return 1 - NormalDist().cdf(((1 - large) * root - (1 - small)) / (large * root**2 + small) ** 0.5)
