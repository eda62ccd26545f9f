"""Sums of days into weeks of seven, counted back from the last day held or on from the first day ahead."""

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK


def weeks_back(daily: Floats) -> Floats:
    """Return sums of seven days counted back from the last one, (series, weeks) in time order; the first may be short."""
    short = -daily.shape[1] % DAYS_IN_A_WEEK
    return _summed(np.concatenate([np.zeros((len(daily), short)), daily], axis=1))


def weeks_on(daily: Floats) -> Floats:
    """Return sums of seven days counted from the first one, (series, weeks); the last may be short."""
    return _summed(np.pad(daily, ((0, 0), (0, -daily.shape[1] % DAYS_IN_A_WEEK))))


def days_of(weekly: Floats, days: int) -> Floats:
    """Return each day's week's value, for the last `days` days of weeks counted back from the last one."""
    return np.asarray(
        np.repeat(weekly, DAYS_IN_A_WEEK, axis=1)[:, weekly.shape[1] * DAYS_IN_A_WEEK - days :], np.float64
    )


def _summed(daily: Floats) -> Floats:
    return np.asarray(daily.reshape(len(daily), -1, DAYS_IN_A_WEEK).sum(axis=2), dtype=np.float64)
