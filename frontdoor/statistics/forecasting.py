"""Forecasts of demand by day, week and half-hour, with intervals, from the calendar, the season and the latest level."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, any_of
from frontdoor.statistics.count_quantiles import count_quantiles
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Days, effects, joined, kinds
from frontdoor.statistics.demand_factors import Factors, fitted_factors
from frontdoor.statistics.demand_level import WEEKS_AHEAD
from frontdoor.statistics.demand_profile import demand_profile
from frontdoor.statistics.demand_weeks import weeks_on
from frontdoor.statistics.forecast_spread import Spread, forecast_spread
from frontdoor.statistics.intervals import Intervals
from frontdoor.statistics.simple_forecasts import plain_profile, same_day_last_week

FEWEST_DAYS = 56  # eight weeks: fewer cannot tell a weekday from a week
FEWEST_KNOWN_DAYS = 20  # open, with a figure, in a series' own history
LONGEST_DAYS = 1092  # three years: older days say nothing about today


class Grain(StrEnum):
    """What a forecast is summed to."""

    HALF_HOUR = "half_hour"
    DAY = "day"
    WEEK = "week"


class Method(StrEnum):
    """How the expected day totals are made; MODEL is this module's own."""

    MODEL = "model"
    PROFILE = "plain_profile"
    NAIVE = "same_day_last_week"


@dataclass(frozen=True, slots=True)
class Expected:
    """Expected contacts at one grain, and their variance; arrays of one shape, series first."""

    mean: Floats
    variance: Floats


@dataclass(frozen=True, slots=True)
class Choice:
    """The method to show for each series, and what its past misses multiply normal tails by (series, CONFIDENCES)."""

    methods: tuple[Method, ...]
    day_tails: Floats
    week_tails: Floats


@dataclass(frozen=True, slots=True)
class Forecast:
    """The days ahead of each series: every grain sums to the next one, and has percentiles of its own.

    `days` (series, days), `weeks` (series, weeks of seven days from the first, the last perhaps shorter),
    `half_hours` (series, days, 48), None where only days were given.
    """

    days: Expected
    weeks: Expected
    half_hours: Expected | None
    factors: Factors
    spread: Spread

    def at(self, grain: Grain) -> Expected:
        """Return the expectations at `grain`; ValueError for half-hours of a forecast of days alone."""
        if grain is Grain.HALF_HOUR and self.half_hours is None:
            raise ValueError("These figures are by day: nobody knows at what time of day people came.")
        found = {Grain.DAY: self.days, Grain.WEEK: self.weeks, Grain.HALF_HOUR: self.half_hours}[grain]
        assert found is not None
        return found

    def percentile(self, grain: Grain, share: float) -> Floats:
        """Return the whole number of contacts not exceeded with probability `share`, of the shape of that grain."""
        expected = self.at(grain)
        if grain is Grain.HALF_HOUR:
            return np.asarray(count_quantiles(expected.mean, expected.variance, [share])[0], dtype=np.float64)
        widened = self.spread.tails(share, of_weeks=grain is Grain.WEEK)[:, None] ** 2 * expected.variance
        return np.asarray(count_quantiles(expected.mean, widened, [share])[0], dtype=np.float64)

    def interval(self, grain: Grain, confidence: float) -> Intervals:
        """Return the two ends that hold the coming count with this probability, such as 0.8."""
        return Intervals(*(self.percentile(grain, share) for share in ((1 - confidence) / 2, (1 + confidence) / 2)))


def forecast(
    counts: Floats, past: Days, is_open: Booleans, ahead: Days, will_be_open: Booleans, *, choice: Choice | None = None
) -> Forecast:
    """Return the forecast of `counts` (series, days, 48), or (series, days) where only days are known; NaN unknown.

    `is_open` has the shape of `counts`; `will_be_open` the same but for the days `ahead`, which follow the `past` ones.
    Contacts in closed half-hours are no part of it. `choice` is a back-test's; without it every series is modelled.
    ValueError with fewer than 56 days; a series with fewer than 20 known open ones has NaN where it will be open.
    """
    if len(past) < FEWEST_DAYS:
        raise ValueError(f"There are {len(past)} days. A forecast needs {FEWEST_DAYS}: show the usual day instead.")
    late = slice(-LONGEST_DAYS, None)
    held = _History(counts[:, late], past[late], is_open[:, late])
    factors = fitted_factors(held.totals, held.days, held.day_is_open)
    spread = forecast_spread(factors, held.totals, held.days, held.day_is_open)
    open_ahead = any_of(will_be_open, 2) if will_be_open.ndim == 3 else will_be_open
    mean, relative, drift = _days(factors, spread, held, ahead, open_ahead)
    if choice is not None:
        mean = _chosen(mean, choice, held, ahead, open_ahead)
        spread = replace(spread, day_tails=choice.day_tails, week_tails=choice.week_tails)
    mean = np.where(open_ahead & ~held.is_told[:, None], np.nan, mean)
    half_hours = None
    if counts.ndim == 3:
        half_hours = _half_hours(mean, held, ahead, will_be_open, relative + drift)
    days = Expected(mean, mean + (relative + drift) * mean**2)
    return Forecast(days, _weeks(mean, relative, drift), half_hours, factors, spread)


@dataclass(frozen=True, slots=True)
class _History:
    counts: Floats
    days: Days
    is_open: Booleans

    @property
    def totals(self) -> Floats:
        whole = self.counts if self.counts.ndim == 2 else np.where(self.is_open, self.counts, 0.0).sum(axis=2)
        return np.asarray(whole, dtype=np.float64)

    @property
    def day_is_open(self) -> Booleans:
        return any_of(self.is_open, 2) if self.counts.ndim == 3 else self.is_open

    @property
    def is_told(self) -> Booleans:
        """Return which series have enough known days to be forecast."""
        known = self.day_is_open & ~np.isnan(self.totals)
        return np.asarray(known.sum(axis=1) >= FEWEST_KNOWN_DAYS, dtype=np.bool_)


def _days(
    factors: Factors, spread: Spread, held: _History, ahead: Days, open_ahead: Booleans
) -> tuple[Floats, Floats, Floats]:
    """Return expected totals of the days ahead, and the relative variances of each day's own and of the level."""
    days, is_open = joined(held.days, ahead), np.hstack([held.day_is_open, open_ahead])
    late = slice(len(held.days), None)
    mean = factors.level.last[:, None] * factors.calendar(days, is_open)[:, late]
    which = effects(days, is_open)[:, late]
    own = np.take_along_axis(spread.effect, np.minimum(which, spread.effect.shape[1] - 1), axis=1)
    week = np.minimum(np.arange(mean.shape[1]) // DAYS_IN_A_WEEK, WEEKS_AHEAD - 1)
    return mean, factors.spread[:, None] + own, spread.drift[:, week] + factors.season_variance[:, None]


def _chosen(mean: Floats, choice: Choice, held: _History, ahead: Days, open_ahead: Booleans) -> Floats:
    """Return `mean` with the rows replaced for which a simple forecast is chosen."""
    methods = np.array(choice.methods)[:, None]
    profile = plain_profile(held.totals, held.day_is_open, ahead, open_ahead)
    naive = same_day_last_week(held.totals, held.day_is_open, ahead, open_ahead)
    return np.where(methods == Method.PROFILE, profile, np.where(methods == Method.NAIVE, naive, mean))


def _half_hours(mean: Floats, held: _History, ahead: Days, will_be_open: Booleans, relative: Floats) -> Expected:
    profile = demand_profile(held.counts, held.days, held.is_open)
    both = np.concatenate([held.day_is_open, any_of(will_be_open, 2)], axis=1)
    kind = kinds(joined(held.days, ahead), both)[:, len(held.days) :]
    each = mean[:, :, None] * profile.split(kind, will_be_open)
    return Expected(each, each + (relative[:, :, None] + profile.slot_spread[:, None, None]) * each**2)


def _weeks(days: Floats, relative: Floats, drift: Floats) -> Expected:
    mean = weeks_on(days)
    return Expected(mean, mean + weeks_on(relative * days**2) + drift[:, ::DAYS_IN_A_WEEK] * mean**2)
