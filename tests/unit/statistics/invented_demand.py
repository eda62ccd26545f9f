"""Seeded demand with known parts, to hold profiles, forecasts and effects against."""

from functools import lru_cache

import holidays
import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.demand_days import Days

MONDAY = np.datetime64("2023-01-02")
WEEK = np.array([1.3, 1.05, 1.0, 0.95, 0.9, 0.0, 0.0])
OPEN_HALF_HOURS = slice(17, 34)  # 8.30am to 5pm
SHAPE = np.array([0.7, 1.3, 1.6, 1.5, 1.4, 1.3, 1.1, 0.9, 0.8, 0.8, 0.9, 1.0, 1.0, 0.9, 0.8, 0.6, 0.4])


@lru_cache(maxsize=1)
def _bank_holidays() -> frozenset[object]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(2022, 2029)))


def run_of_days(
    number: int, first: np.datetime64 = MONDAY, event: Integers | None = None, event_day: Integers | None = None
) -> Days:
    """Return consecutive days with the bank holidays of England."""
    dates = first + np.arange(number)
    is_holiday = np.array([date in _bank_holidays() for date in dates.astype(object)])
    none = np.zeros(number, dtype=np.int64)
    return Days(dates, is_holiday, none if event is None else event, none if event_day is None else event_day)


def weekdays_open(days: Days, series: int = 1) -> Booleans:
    """Return a line shut on weekends and bank holidays, (series, days)."""
    return np.broadcast_to((days.weekday < 5) & ~days.is_holiday, (series, len(days))).copy()


def half_hours_open(is_open: Booleans) -> Booleans:
    """Return the same line open from 8.30am to 5pm, (series, days, 48)."""
    answer = np.zeros((*is_open.shape, 48), dtype=np.bool_)
    answer[:, :, OPEN_HALF_HOURS] = is_open[:, :, None]
    return answer


def totals(
    days: Days,
    mean: float,
    series: int = 1,
    *,
    spread: float = 0.08,
    rho: float = 0.3,
    drift: float = 0.0,
    seed: int = 4,
) -> Floats:
    """Return counts (series, days): Poisson about `mean` x WEEK x carried-over noise x a wandering level."""
    random = np.random.default_rng(seed)
    shocks = random.standard_normal((series, len(days)))
    carried = shocks.copy()
    for day in range(1, len(days)):
        carried[:, day] = rho * carried[:, day - 1] + np.sqrt(1 - rho**2) * shocks[:, day]
    wander = np.cumsum(random.standard_normal((series, len(days))) * drift / np.sqrt(7), axis=1)
    return random.poisson(mean * WEEK[days.weekday] * np.exp(spread * carried + wander)).astype(np.float64)


def in_half_hours(daily: Floats, seed: int = 5) -> Floats:
    """Return the contacts of each day thrown into half-hours by SHAPE, (series, days, 48)."""
    random = np.random.default_rng(seed)
    answer = np.zeros((*daily.shape, 48))
    answer[:, :, OPEN_HALF_HOURS] = random.multinomial(daily.astype(np.int64), SHAPE / SHAPE.sum())
    return answer
