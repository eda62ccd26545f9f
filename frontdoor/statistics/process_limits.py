"""Where a process runs and how far it wanders: the mean and the natural limits of an XmR chart."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers

SIGMAS_PER_MEAN_MOVING_RANGE = 2.66  # 3 / d2 with d2 = 1.128 for ranges of two points; Wheeler 1993
SCREEN_ABOVE_MEAN_MOVING_RANGES = 3.267  # D4 for ranges of two points: the upper limit of a moving range; Wheeler 1993
NEAR_LIMIT_SHARE = 2 / 3  # NHS Making Data Count: the outer third is "near the limit"
FEWEST_POINTS_TO_FIX_LIMITS = 12  # NHS Making Data Count: fewer than 12 points give trial limits
ROUNDING = 1e-12  # differences below this share of the largest value are floating point, not change


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """Mean and limits of every point, arrays of shape (series, points); NaN where none can be worked out."""

    mean: Floats
    lower: Floats
    upper: Floats
    near_lower: Floats
    near_upper: Floats
    is_screened: Booleans  # at least one moving range of the point's segment was left out


def linked(values: Floats, segment: Integers) -> Booleans:
    """Return whether each point follows the one before: both recorded, and no rebase between them."""
    recorded = ~np.isnan(values)
    follows = np.zeros(values.shape, dtype=np.bool_)
    follows[:, 1:] = recorded[:, 1:] & recorded[:, :-1] & (segment[:, 1:] == segment[:, :-1])
    return follows


def rounding_allowance(values: Floats) -> Floats:
    """Return, per series as a column, the difference that counts as no difference."""
    largest: Floats = np.max(np.abs(np.nan_to_num(values)), axis=1, keepdims=True, initial=0.0)
    return ROUNDING * largest


def process_limits(values: Floats, segment: Integers, fix_after: int | None, screen_outliers: bool) -> ProcessLimits:
    """Return the limits of each segment, from its first `fix_after` recorded points where that is given.

    `values` has shape (series, points) with NaN for gaps; `segment` numbers the rebase segments from 0 in the same
    shape. Source: Wheeler 1993; NHS Making Data Count; screening as NHSRplotthedots 0.2.2.
    """
    groups = Groups(segment)
    is_baseline = _baseline(values, groups, fix_after)
    mean = groups.mean(values, is_baseline)
    half_width, is_screened = _half_width(values, segment, groups, is_baseline, screen_outliers)
    near = NEAR_LIMIT_SHARE * half_width
    return ProcessLimits(mean, mean - half_width, mean + half_width, mean - near, mean + near, is_screened)


class Groups:
    """Sums by series and segment, each in the order of the points, so one series gives what a matrix gives."""

    def __init__(self, segment: Integers) -> None:
        self._segments = int(segment.max(initial=0)) + 1
        self._shape = segment.shape
        self.key = segment + self._segments * np.arange(segment.shape[0], dtype=np.int64)[:, None]

    def total(self, numbers: Floats | Booleans) -> Floats:
        """Return each group's sum at every one of its points."""
        count = self._shape[0] * self._segments
        sums = np.bincount(self.key.ravel(), weights=numbers.ravel().astype(np.float64), minlength=count)
        return np.asarray(sums[self.key], dtype=np.float64)

    def mean(self, numbers: Floats, chosen: Booleans) -> Floats:
        """Return the mean of each group's `chosen` numbers at every one of its points; NaN with none chosen."""
        counted = self.total(chosen)
        summed = self.total(np.where(chosen, numbers, 0.0))
        return np.where(counted > 0, summed / np.maximum(counted, 1), np.nan)

    def running_total(self, numbers: Floats | Booleans) -> Floats:
        """Return the sum of each group's numbers up to and including each of its points."""
        so_far: Floats = np.cumsum(numbers, axis=1, dtype=np.float64)
        starts = np.ones(self._shape, dtype=np.bool_)
        starts[:, 1:] = self.key[:, 1:] != self.key[:, :-1]
        start = np.maximum.accumulate(np.where(starts, np.arange(self._shape[1]), 0), axis=1)
        return so_far - np.take_along_axis(so_far - numbers, start, axis=1)


def _baseline(values: Floats, groups: Groups, fix_after: int | None) -> Booleans:
    """Return which points set the limits: all recorded ones, or the first `fix_after` of each segment."""
    recorded = ~np.isnan(values)
    if fix_after is None:
        return recorded
    if fix_after < FEWEST_POINTS_TO_FIX_LIMITS:
        raise ValueError(f"fix_after is {fix_after}; limits can be fixed after {FEWEST_POINTS_TO_FIX_LIMITS} or more.")
    return recorded & (groups.running_total(recorded) <= fix_after)


def _half_width(
    values: Floats, segment: Integers, groups: Groups, is_baseline: Booleans, screen_outliers: bool
) -> tuple[Floats, Booleans]:
    """Return the distance from mean to limit and whether screening narrowed it.

    Where screening would leave only ranges of nothing, the limits would collapse onto the mean and every point would
    stand outside, so nothing is screened there. A segment whose values never differ has no limits.
    """
    usable = linked(values, segment)
    usable[:, 1:] &= is_baseline[:, 1:] & is_baseline[:, :-1]
    ranges = np.zeros(values.shape)
    ranges[:, 1:] = np.abs(np.nan_to_num(np.diff(values, axis=1)))
    ranges = np.where(ranges <= rounding_allowance(values), 0.0, ranges)
    every_range = groups.mean(ranges, usable)
    kept = usable & ~(ranges >= SCREEN_ABOVE_MEAN_MOVING_RANGES * every_range)
    kept_range = groups.mean(ranges, kept)
    is_screened = (groups.total(kept) < groups.total(usable)) & (kept_range > 0) & screen_outliers
    mean_range = np.where(is_screened, kept_range, every_range)
    return SIGMAS_PER_MEAN_MOVING_RANGE * np.where(mean_range > 0, mean_range, np.nan), is_screened
