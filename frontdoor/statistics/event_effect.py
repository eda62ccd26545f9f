"""What a dated event, such as new bin rounds or council tax bills, did to daily demand, and how sure that is."""

from dataclasses import dataclass, replace
from statistics import NormalDist

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, any_of, ratio
from frontdoor.statistics.demand_days import Days
from frontdoor.statistics.demand_level import WEEKS_AHEAD
from frontdoor.statistics.demand_weeks import weeks_on
from frontdoor.statistics.forecasting import FEWEST_DAYS, Forecast, forecast

LONGEST_DAYS = 7 * WEEKS_AHEAD  # beyond eight weeks nobody knows what would have come without the event
FEWEST_WEEKS_BEFORE = 16  # below this the forecasts' own misses are hardly known
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class EventEffect:
    """Per series: what came from the event's first day on, over what was expected without it, with its 95% interval.

    `extra`: contacts more (or fewer) than expected, with the interval in `extra_lower` and `extra_upper`.
    `is_beyond_noise`: the interval of `ratio` leaves out 1. `by_week` (series, weeks): the ratio of each week,
    `by_week_lower` and `by_week_upper` its interval; NaN where nothing was open or expected. It changed then: other
    things may have changed with it.
    """

    ratio: Floats
    lower: Floats
    upper: Floats
    extra: Floats
    extra_lower: Floats
    extra_upper: Floats
    is_beyond_noise: Booleans
    by_week: Floats
    by_week_lower: Floats
    by_week_upper: Floats


def event_effect(counts: Floats, days: Days, is_open: Booleans, first: int, length: int = 28) -> EventEffect | None:
    """Return the effect of an event that began on day `first` (its place in `days`) over `length` days, at most 56.

    `counts` and `is_open` (series, days) or (series, days, 48) as `forecast` takes them. None with fewer than 16 weeks
    before it, or no day from it on. Compared with the forecast made the day before, which knows weekdays, bank
    holidays, other events and the time of year; how far such forecasts drifted before, day to day carry-over
    included, gives the interval. Source: docs/decisions/0124.
    """
    end = min(first + min(length, LONGEST_DAYS), len(days))
    if first < max(FEWEST_WEEKS_BEFORE * 7, FEWEST_DAYS) or end <= first:
        return None
    totals, opened = _by_day(counts, is_open)
    known = opened[:, first:end] & ~np.isnan(totals[:, first:end])
    without = days[first:end]
    without = replace(without, event=np.zeros_like(without.event))
    made = forecast(totals[:, :first], days[:first], opened[:, :first], without, known)
    came = np.where(known, np.nan_to_num(totals[:, first:end]), 0.0)
    expected, variance = _whole(made)
    whole = came.sum(axis=1)
    tails = made.spread.tails((1 + CONFIDENCE) / 2, of_weeks=True)
    found, lower, upper = _ratio_interval(whole, expected, variance, tails)
    week = made.weeks
    by_week = _ratio_interval(weeks_on(came), week.mean, week.variance, tails[:, None])
    extra = whole - expected
    scale = np.where(np.isnan(found), np.nan, whole)
    return EventEffect(
        found, lower, upper, extra, scale - ratio(whole, lower, np.nan), scale - ratio(whole, upper, np.nan),
        (lower > 1) | (upper < 1), *by_week,
    )  # fmt: skip


def _by_day(counts: Floats, is_open: Booleans) -> tuple[Floats, Booleans]:
    if counts.ndim == 2:
        return counts, is_open
    return np.asarray(np.where(is_open, counts, 0.0).sum(axis=2), dtype=np.float64), any_of(is_open, 2)


def _whole(made: Forecast) -> tuple[Floats, Floats]:
    """Return the expected total of all days ahead and its variance: the level's drift is shared, the rest is each day's own."""
    mean = made.days.mean
    drift = made.spread.drift[:, np.minimum(np.arange(mean.shape[1]) // 7, WEEKS_AHEAD - 1)]
    shared = np.sqrt(drift + made.factors.season_variance[:, None])
    apart = made.days.variance - shared**2 * mean**2
    return mean.sum(axis=1), apart.sum(axis=1) + (shared * mean).sum(axis=1) ** 2


def _ratio_interval(came: Floats, expected: Floats, variance: Floats, tails: Floats) -> tuple[Floats, Floats, Floats]:
    """Return what came over what was expected, with its interval on the log scale; NaN where nothing was expected."""
    found = ratio(came, expected, np.nan)
    spread = np.sqrt(ratio(variance, expected**2)) * tails
    reach = np.exp(NormalDist().inv_cdf((1 + CONFIDENCE) / 2) * spread)
    return found, found / reach, found * reach
