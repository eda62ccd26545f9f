"""How much of one period's surprise carries over into the next (lag-1 autocorrelation), and whether that is real."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.process_limits import Groups, linked, rounding_allowance

FEWEST_POINTS = 16  # fewer say nothing useful about carry-over: docs/decisions/0102
FEWEST_POINTS_BESIDE_A_STEP = 3  # a change of level must leave this many points on each side: docs/decisions/0102
JUDGED_ABOVE = 0.2  # above this a chart's icons mislead too often: STATISTICS section 1
RHOS, FALSE_ALARM_RATES = (0.0, 0.2, 0.4, 0.6), (0.019, 0.04, 0.09, 0.20)  # simulated: docs/decisions/0101
CRITICAL_PER_ROOT_POINT, CRITICAL_PER_POINT = 1.58, -3.15  # 96% point on independent noise: docs/decisions/0102
BIAS_PER_MEAN, BIAS_PER_STEP, BIAS_PER_RHO = 1.0, 2.3, 8.0  # fitted to simulations: docs/decisions/0102

Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Per series: rho, corrected for small samples (NaN where it cannot be told), and whether it is above chance."""

    rho: Floats
    is_established: Booleans


def carry_over(values: Floats, segment: Integers) -> CarryOver:
    """Return the lag-1 autocorrelation of each row of `values` (series, points), NaN being gaps.

    Estimator: take out each segment's mean and the one change of level or straight line that explains most, so that a
    real step or a steady trend is not mistaken for carry-over; r = (sum of products of neighbours / pairs) / (sum of squares / (points - 1));
    rho = (r + (2.3 + segments) / points) / (1 - 8 / points), which undoes the bias of small samples.
    Established: rho above 0.2, and r above what 96% of series of independent noise reach. NaN below 16 points.
    """
    if values.shape[1] < FEWEST_POINTS:
        return CarryOver(np.full(values.shape[0], np.nan), np.zeros(values.shape[0], dtype=np.bool_))
    remainder = _without_one_change(values, segment)
    points = np.sum(~np.isnan(values), axis=1).astype(np.float64)
    raw = _neighbour_correlation(remainder, linked(values, segment), points, rounding_allowance(values))
    raw[points < FEWEST_POINTS] = np.nan
    size = np.maximum(points, FEWEST_POINTS)
    segments = segment.max(axis=1, initial=0) + 1
    bias = (BIAS_PER_STEP + BIAS_PER_MEAN * segments) / size
    rho = np.clip((raw + bias) / (1 - BIAS_PER_RHO / size), -1.0, 1.0)
    critical = CRITICAL_PER_ROOT_POINT / np.sqrt(size) + CRITICAL_PER_POINT / size
    return CarryOver(rho, (rho > JUDGED_ABOVE) & (raw > critical))


def false_alarm_rate(rho: float) -> float:
    """Return how often a chart's last point is flagged by chance at `rho`: 0.019 from 0 down, 0.2 from 0.6 up."""
    return float(np.interp(rho, RHOS, FALSE_ALARM_RATES))


def _without_one_change(values: Floats, segment: Integers) -> Floats:
    """Return deviations from each segment's mean, less the one step or straight line inside a segment that explains most.

    0 in gaps.
    """
    recorded = ~np.isnan(values)
    groups = Groups(segment)
    deviation = np.where(recorded, values - groups.mean(values, recorded), 0.0)
    step, by_step = _best_step(deviation, recorded, segment, groups)
    line, by_line = _best_line(deviation, recorded, segment, groups)
    return deviation - np.where(by_line > by_step, line, step)


def _best_step(deviation: Floats, recorded: Booleans, segment: Integers, groups: Groups) -> tuple[Floats, Floats]:
    """Return the step that explains most, and the sum of squares it explains (series, 1)."""
    so_far, before_size = groups.running_total(deviation), groups.running_total(recorded)
    after_size = groups.total(recorded) - before_size
    possible = recorded & (np.minimum(before_size, after_size) >= FEWEST_POINTS_BESIDE_A_STEP)
    weight = np.where(possible, 1 / np.maximum(before_size, 1) + 1 / np.maximum(after_size, 1), 0.0)
    explained = so_far**2 * weight
    best = np.argmax(explained, axis=1)[:, None]
    total, before, after = (_at(grid, best) for grid in (so_far, before_size, after_size))
    place = np.arange(deviation.shape[1])
    level = np.where(place <= best, total / np.maximum(before, 1), -total / np.maximum(after, 1))
    inside = _at(possible, best) & recorded & (segment == _at(segment, best))
    return np.where(inside, level, 0.0), _at(explained, best)


def _best_line(deviation: Floats, recorded: Booleans, segment: Integers, groups: Groups) -> tuple[Floats, Floats]:
    """Return the straight line that explains most, and the sum of squares it explains (series, 1)."""
    place = np.broadcast_to(np.arange(deviation.shape[1], dtype=np.float64), deviation.shape)
    across = np.where(recorded, place - groups.mean(place, recorded), 0.0)
    spread = np.maximum(groups.total(across**2), 1.0)
    slope = groups.total(across * deviation) / spread
    explained = slope**2 * spread
    best = np.argmax(explained, axis=1)[:, None]
    return np.where(segment == _at(segment, best), slope * across, 0.0), _at(explained, best)


def _at(grid: NDArray[Number], place: Integers) -> NDArray[Number]:
    """Return the entry of each row at its `place`, as a column."""
    return np.take_along_axis(grid, place, axis=1)


def _neighbour_correlation(deviation: Floats, follows: Booleans, points: Floats, slack: Floats) -> Floats:
    """Return the mean product of neighbours over the mean square; NaN where nothing varies."""
    products = np.sum(np.where(follows[:, 1:], deviation[:, 1:] * deviation[:, :-1], 0.0), axis=1)
    squares = np.sum(deviation**2, axis=1)
    pairs = np.sum(follows, axis=1)
    varies = (squares > points * slack[:, 0] ** 2) & (pairs > 0)
    scale = np.where(varies, squares * pairs, 1.0)
    return np.where(varies, products * (points - 1) / scale, np.nan)
