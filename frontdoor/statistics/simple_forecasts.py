"""The two forecasts that any other must beat: the same day a week ago, and the median of the last eight such days."""

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Days

WEEKS_OF_PROFILE = 8


def same_day_last_week(counts: Floats, is_open: Booleans, ahead: Days, will_be_open: Booleans) -> Floats:
    """Return the latest known count of the same weekday (and half-hour), 0 where closed: the seasonal naive forecast.

    `counts` and `is_open` (series, days, ...), the days `ahead` following them; `will_be_open` (series, days ahead, ...).
    """
    recent = _by_weekday(counts, is_open)
    weeks = np.isnan(recent).argmin(axis=1)  # the first week back in which it is known
    found = np.take_along_axis(recent, weeks[:, None], axis=1)[:, 0]
    return _laid_out(found, ahead, will_be_open)


def plain_profile(counts: Floats, is_open: Booleans, ahead: Days, will_be_open: Booleans) -> Floats:
    """Return the median over the last eight such weekdays (and half-hours), 0 where closed or never known."""
    recent = np.sort(_by_weekday(counts, is_open), axis=1)
    number = (~np.isnan(recent)).sum(axis=1)[:, None]
    low, high = np.maximum(number - 1, 0) // 2, np.minimum(number // 2, WEEKS_OF_PROFILE - 1)
    middle = (np.take_along_axis(recent, low, axis=1) + np.take_along_axis(recent, high, axis=1))[:, 0] / 2
    return _laid_out(middle, ahead, will_be_open)


def _by_weekday(counts: Floats, is_open: Booleans) -> Floats:
    """Return the last eight weeks, latest first, (series, weeks, day of those seven, ...); NaN closed or unknown."""
    known = np.where(is_open, counts, np.nan)[:, -DAYS_IN_A_WEEK * WEEKS_OF_PROFILE :]
    short = DAYS_IN_A_WEEK * WEEKS_OF_PROFILE - known.shape[1]
    padded = np.pad(known, ((0, 0), (short, 0), *[(0, 0)] * (known.ndim - 2)), constant_values=np.nan)
    return padded.reshape(len(known), WEEKS_OF_PROFILE, DAYS_IN_A_WEEK, *known.shape[2:])[:, ::-1]


def _laid_out(week: Floats, ahead: Days, will_be_open: Booleans) -> Floats:
    place = np.arange(len(ahead)) % DAYS_IN_A_WEEK
    return np.where(will_be_open, np.nan_to_num(week[:, place]), 0.0)
