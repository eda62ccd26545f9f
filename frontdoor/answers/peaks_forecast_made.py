"""The forecast of a choice and how it did on the past: made with the method that missed least, tested once and kept."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from frontdoor.answers.peaks_forecast_series import Series
from frontdoor.statistics.arrays import Floats, any_of
from frontdoor.statistics.backtesting import ORIGINS, BackTest, back_test
from frontdoor.statistics.demand_days import Days
from frontdoor.statistics.forecasting import FEWEST_DAYS, FEWEST_KNOWN_DAYS, Forecast, Grain, Method, forecast

TESTS_KEPT = 64
"""How many back-tests one process keeps; each is kept by the very counts it was made from."""


@dataclass(frozen=True, slots=True)
class Made:
    """A forecast with the series it is of, and its back-test; None where the past is too short for one."""

    series: Series
    forecast: Forecast
    tested: BackTest | None

    @property
    def method(self) -> Method:
        """Return how the expected day totals of the first series are made."""
        return self.tested.choice.methods[0] if self.tested else Method.MODEL

    @property
    def grain(self) -> Grain:
        """Return the finest grain there is."""
        return Grain.HALF_HOUR if self.series.has_times else Grain.DAY


def is_long_enough(series: Series) -> bool:
    """Return whether any of the series can be forecast."""
    is_known = ~np.isnan(series.totals) & (any_of(series.is_open, 2) if series.has_times else series.is_open)
    return len(series.past) >= FEWEST_DAYS and bool((is_known.sum(axis=1) >= FEWEST_KNOWN_DAYS).any())


def made_of(series: Series, origins: int = ORIGINS) -> Made:
    """Return the forecast of a series that is long enough, by the method that missed least over the last `origins` weeks."""
    tested = back_test_of(replace(series, asked=()), origins)
    choice = tested.choice if tested else None
    given = series.counts, series.past, series.is_open, series.ahead, series.will_be_open
    return Made(series, forecast(*given, choice=choice), tested)


@lru_cache(maxsize=TESTS_KEPT)
def back_test_of(series: Series, origins: int = ORIGINS) -> BackTest | None:
    """Return the back-test of the series, made once for the same counts, days and hours."""
    return back_test(series.counts, series.past, series.is_open, origins)


def expected_without_events(made: Made) -> Floats:
    """Return the expected day totals ahead, (series, days), as if no event touched them."""
    series = made.series
    plain = Days(series.ahead.dates, series.ahead.is_holiday)
    given = series.counts, series.past, series.is_open, plain, series.will_be_open
    return forecast(*given, choice=made.tested.choice if made.tested else None).days.mean
