"""One forecast made as of a day in the past, by the model and by the two simple ways, held against what then came."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, any_of
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Days
from frontdoor.statistics.demand_level import WEEKS_AHEAD
from frontdoor.statistics.demand_weeks import weeks_on
from frontdoor.statistics.forecast_spread import CONFIDENCES
from frontdoor.statistics.forecasting import Expected, Forecast, Grain, Method, forecast
from frontdoor.statistics.simple_forecasts import plain_profile, same_day_last_week

METHODS = tuple(Method)
MIDDLE = 0.5  # absolute errors are least at the median, which for rare contacts is not the mean
DAYS_AHEAD = DAYS_IN_A_WEEK * WEEKS_AHEAD


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over days and half-hours, and of how many."""

    whole: Floats
    number: Floats


@dataclass(frozen=True, slots=True)
class Trial:
    """One origin. Per grain: `missed`, scaled absolute errors (methods, series); `held`, whether the model's intervals
    held what came (CONFIDENCES, series); `standardised` misses (methods, series, days or weeks); the model's `tails`
    (series, CONFIDENCES). `relative` (methods, series, 7): forecast over actual, less 1, of the first week.
    """  # noqa: D205

    missed: dict[Grain, Sums]
    held: dict[Grain, Sums]
    standardised: dict[Grain, Floats]
    tails: dict[Grain, Floats]
    relative: Floats


def trial(counts: Floats, days: Days, is_open: Booleans, start: int) -> Trial:
    """Return what forecasts made before day `start` missed; `counts` and `is_open` as `forecast` takes them."""
    past, ahead = slice(0, start), slice(start, min(start + DAYS_AHEAD, len(days)))
    made = forecast(counts[:, past], days[past], is_open[:, past], days[ahead], is_open[:, ahead])
    actual, means, missed = {}, {}, {}
    for grain in (Grain.HALF_HOUR, Grain.DAY) if counts.ndim == 3 else (Grain.DAY,):
        known, opened = _at(counts, is_open, grain)
        came = np.where(opened[:, ahead], known[:, ahead], np.nan)
        given = known[:, past], opened[:, past], days[ahead], opened[:, ahead]
        means[grain] = np.stack([made.percentile(grain, MIDDLE), plain_profile(*given), same_day_last_week(*given)])
        actual[grain] = came
        scale = _week_to_week(np.where(opened[:, past], known[:, past], np.nan))
        missed[grain] = _sums(np.abs(came - means[grain]) / scale.reshape(-1, *[1] * (came.ndim - 1)))
    actual[Grain.WEEK] = weeks_on(np.nan_to_num(actual[Grain.DAY]))
    means[Grain.WEEK] = np.stack(
        [weeks_on(one) for one in np.where(np.isnan(actual[Grain.DAY]), 0.0, means[Grain.DAY])]
    )
    held = {grain: _held(made, grain, came) for grain, came in actual.items()}
    standardised = {
        grain: _standardised(actual[grain], means[grain], made.at(grain)) for grain in (Grain.DAY, Grain.WEEK)
    }
    first = actual[Grain.DAY][:, :DAYS_IN_A_WEEK]
    relative = np.where(
        first > 0, means[Grain.DAY][:, :, :DAYS_IN_A_WEEK] / np.where(first > 0, first, 1.0) - 1, np.nan
    )
    tails = {Grain.DAY: made.spread.day_tails, Grain.WEEK: made.spread.week_tails}
    return Trial(missed, held, standardised, tails, relative)


def _at(counts: Floats, is_open: Booleans, grain: Grain) -> tuple[Floats, Booleans]:
    if grain is Grain.HALF_HOUR or counts.ndim == 2:
        return counts, is_open
    return np.asarray(np.where(is_open, counts, 0.0).sum(axis=2), np.float64), any_of(is_open, 2)


def _week_to_week(known: Floats) -> Floats:
    """Return the mean absolute change from one week's day (and half-hour) to the next, per series."""
    change = np.abs(known[:, DAYS_IN_A_WEEK:] - known[:, :-DAYS_IN_A_WEEK])
    sums = _sums(change[None])
    return np.where(sums.whole[0] > 0, sums.whole[0] / np.maximum(sums.number[0], 1), np.nan)


def _sums(values: Floats) -> Sums:
    """Return sums over everything but the first two axes, NaN left out."""
    flat = values.reshape(*values.shape[:2], -1)
    known = ~np.isnan(flat)
    return Sums(np.where(known, flat, 0.0).sum(axis=2), known.sum(axis=2).astype(np.float64))


def _held(made: Forecast, grain: Grain, came: Floats) -> Sums:
    inside = []
    for confidence in CONFIDENCES:
        lower, upper = made.interval(grain, confidence)
        is_asked = ~np.isnan(came) & (made.at(grain).mean > 0)
        inside.append(np.where(is_asked, ((came >= lower) & (came <= upper)).astype(np.float64), np.nan))
    return _sums(np.stack(inside))


def _standardised(came: Floats, means: Floats, expected: Expected) -> Floats:
    usual = np.where(expected.mean > 0, expected.mean, 1.0)
    beyond = np.where(expected.mean > 0, (expected.variance - expected.mean) / usual**2, 0.0)
    variance = means + beyond * means**2
    return np.where(variance > 0, (came - means) / np.sqrt(np.where(variance > 0, variance, 1.0)), np.nan)
