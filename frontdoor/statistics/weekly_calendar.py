"""What the calendar alone says of a week: how far on it is, the time of year, and whether it is Christmas."""

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Dates

HARMONICS = 2  # of the year
DAYS_IN_A_YEAR = 365.25


def level_and_trend(weeks: Dates) -> Floats:
    """Return 1 and the years since the first week, (weeks, 2); `weeks` are their first days."""
    days = weeks.astype("datetime64[D]").astype(np.int64)
    return np.column_stack([np.ones(len(days)), (days - days[0]) / DAYS_IN_A_YEAR])


def level_trend_and_season(weeks: Dates) -> Floats:
    """Return level, trend, waves of the year and the days from Christmas to New Year, (weeks, columns)."""
    days = weeks.astype("datetime64[D]").astype(np.int64)
    turn = 2 * np.pi * (days[:, None] + 3) / DAYS_IN_A_YEAR * np.arange(1, HARMONICS + 1)
    dates = weeks.astype("datetime64[D]")[:, None] + np.arange(DAYS_IN_A_WEEK)
    of_year = (dates - dates.astype("datetime64[Y]").astype("datetime64[D]")).astype(np.int64)
    festive = ((of_year == 0) | (of_year >= 358)).mean(
        axis=1
    )  # 25 December (24, in a leap year: it matters little) to 1 January
    return np.column_stack([level_and_trend(weeks), np.sin(turn), np.cos(turn), festive])
