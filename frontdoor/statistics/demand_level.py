"""The level of weekly demand: exponential smoothing that starts again where the level has shifted."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from frontdoor.statistics.arrays import Booleans, Floats, Integers, row_medians

MIDDLE_OF_A_NORMAL = 0.6745  # standard deviations within which half lies
SMALLEST_NOISE, TINY = 0.01, 1e-12
GAINS = (0.1, 0.2, 0.35, 0.55, 0.8)  # how much of a week's surprise the level takes up
WEEKS_AHEAD = 8  # the horizon a gain is chosen for
FIRST_ORIGIN = 6  # weeks held before the first forecast that counts
GAIN_AFTER_A_SHIFT, WEEKS_AFTER_A_SHIFT = 0.5, 12  # a new level often eases: docs/decisions/0121
LATEST_ORIGINS = 78  # forecasts older than this say little about today
FURTHEST_MISS = 4.0  # times the middle one: what nobody could foresee must not choose the gain
BEFORE, AFTER = 6, 4  # weeks compared for a shift
ALONE, GAIN_ALONE = 2.0, 0.6  # one week is weak evidence: twice the size, and not all of it believed
LEAST_OF_A_WEEK = 0.5  # of the usual exposure: a week of less says too little about the level
SHIFT_IN_NOISE = 3.0  # a shift is this many standard deviations of a week ...
SMALLEST_SHIFT = 0.15  # ... and this much of the level, on the log scale: docs/decisions/0121


@dataclass(frozen=True, slots=True)
class Level:
    """Per series: the level `held` after each week (series, weeks), the gain used, and where a new level began.

    `errors` (series, weeks ahead, origins) are past forecasts' relative errors, actual / forecast - 1, NaN unknown.
    """

    held: Floats
    gain: Floats
    has_shifted: Booleans
    errors: Floats

    @property
    def last(self) -> Floats:
        """Return the level after the last week, per series."""
        return np.asarray(self.held[:, -1], dtype=np.float64)


def shifts(level: Floats, exposure: Floats) -> Booleans:
    """Return where a new level begins, from weekly levels (series, weeks), NaN unknown, season and calendar removed.

    A week of less than half the usual `exposure` (what the calendar alone expects), such as Christmas, says too little: it
    is taken to be like the week before it.

    That week and all of the two or three held from there, or at least three of four, lie on one side of the median of
    the six before, on logs, by more than the noise (from the median week to week change); the last week alone by twice
    that. Of neighbours the strongest is kept.
    """
    series, weeks = level.shape
    logs = _held_over(np.log(np.where(level > 0, level, np.nan)), exposure)
    size = np.zeros((series, weeks))
    noise = row_medians(np.abs(np.diff(logs, axis=1))) if weeks > 1 else np.zeros(series)
    noise = np.maximum(noise / MIDDLE_OF_A_NORMAL / np.sqrt(2), SMALLEST_NOISE)
    usual = np.median(sliding_window_view(logs, BEFORE, axis=1), axis=2) if weeks > BEFORE else logs
    for week in range(BEFORE, weeks):
        first = logs[:, week : week + 1]
        after = np.sort(logs[:, week : week + AFTER], axis=1)
        spared = int(after.shape[1] == AFTER)
        low, high = np.minimum(after[:, spared], first[:, 0]), np.maximum(after[:, -1 - spared], first[:, 0])
        before = usual[:, week - BEFORE]
        moved = np.maximum(low - before, before - high)
        size[:, week] = np.where(np.isnan(moved), 0.0, moved) / (ALONE if week == weeks - 1 else 1.0)
    is_large = (size > SHIFT_IN_NOISE * noise[:, None]) & (size > SMALLEST_SHIFT)
    return np.asarray(_is_peak(size, BEFORE) & is_large, dtype=np.bool_)


def _held_over(logs: Floats, exposure: Floats) -> Floats:
    """Return the logs of levels, in weeks that say too little that of the last week which says enough."""
    usual = row_medians(np.where(exposure > 0, exposure, np.nan))
    tells = exposure >= LEAST_OF_A_WEEK * usual[:, None]
    last = np.maximum.accumulate(np.where(tells, np.arange(logs.shape[1]), 0), axis=1)
    return np.take_along_axis(logs, last, axis=1)


def smoothed(level: Floats, exposure: Floats, has_shifted: Booleans) -> Floats:
    """Return the level known after each week (gains, series, weeks); weeks of no exposure change nothing.

    Over the first weeks of a level the gain is at least one over their number, which is their plain mean; after a
    shift it stays high for a while, because what jumps often eases again.
    """
    gains = np.array(GAINS)[:, None]
    usual = np.maximum(row_medians(np.where(exposure > 0, exposure, np.nan)), TINY)
    share = np.clip(exposure / usual[:, None], 0, 1)
    held = np.zeros((len(GAINS), len(level)))
    weeks_held, since_shift = np.zeros(len(level)), np.full(len(level), np.inf)
    answer = np.empty((len(GAINS), *level.shape))
    for week in range(level.shape[1]):
        is_known = (exposure[:, week] > 0) & ~np.isnan(level[:, week])
        begins = has_shifted[:, week]
        weeks_held = np.where(begins, 0.0, weeks_held) + is_known * share[:, week]
        since_shift = np.where(begins, 0.0, since_shift + 1)
        least = np.where(since_shift < WEEKS_AFTER_A_SHIFT, GAIN_AFTER_A_SHIFT, 0.0)
        least = np.maximum(least, 1 / np.maximum(weeks_held, 1.0)) * share[:, week]
        only = np.where(begins & (week == level.shape[1] - 1), GAIN_ALONE, 1.0)
        gain = np.where(weeks_held <= 1, only, np.maximum(1 - (1 - gains) ** share[:, week], least))
        held = np.where(is_known, held + gain * (np.nan_to_num(level[:, week]) - held), held)
        answer[:, :, week] = held
    return answer


def fitted_level(totals: Floats, expected: Floats, has_shifted: Booleans) -> Level:
    """Return the level of weekly `totals` (series, weeks) over what the calendar alone would have `expected`.

    The gain is the one whose forecasts one to eight weeks ahead missed least (absolute errors, far-out ones cut).
    """
    with np.errstate(all="ignore"):
        level = np.where(expected > 0, totals / expected, np.nan)
    known = smoothed(level, expected, has_shifted)
    errors = _errors(known, level)
    size = np.abs(errors)
    usual = row_medians(size.swapaxes(0, 1).reshape(len(level), -1))
    missed = np.nansum(np.minimum(size, FURTHEST_MISS * usual[None, :, None, None]), axis=(2, 3))
    best = np.argmin(missed, axis=0)
    row = np.arange(len(level))
    return Level(known[best, row], np.array(GAINS)[best], has_shifted, errors[best, row])


def _errors(known: Floats, level: Floats) -> Floats:
    """Return relative errors (gains, series, weeks ahead, origins) of forecasting each later week by the level held."""
    weeks = level.shape[1]
    first = max(FIRST_ORIGIN, weeks - LATEST_ORIGINS)
    origins: Integers = np.arange(first, weeks)
    answer = np.full((*known.shape[:2], WEEKS_AHEAD, len(origins)), np.nan)
    for ahead in range(1, WEEKS_AHEAD + 1):
        use = origins[origins + ahead - 1 < weeks]
        with np.errstate(all="ignore"):
            answer[:, :, ahead - 1, : len(use)] = level[:, use + ahead - 1] / known[:, :, use - 1] - 1
    return np.where(np.isfinite(answer), answer, np.nan)


def _is_peak(size: Floats, reach: int) -> Booleans:
    """Return where no entry within `reach` is larger; of equal ones the first."""
    padded = np.pad(size, ((0, 0), (reach, reach)), constant_values=-1.0)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1, axis=1)
    return np.asarray(np.argmax(windows, axis=2) == reach, dtype=np.bool_)
