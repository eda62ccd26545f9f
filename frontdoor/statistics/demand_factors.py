"""What the calendar does to a day's demand: factors for weekday, bank holidays, events and time of year, and the level."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, FIRST_EVENT, ON_A_HOLIDAY, Days, effects
from frontdoor.statistics.demand_effects import DailyFigures, believed_effects, corrected_effects, day_weights
from frontdoor.statistics.demand_level import Level, fitted_level, shifts
from frontdoor.statistics.demand_season import DAYS_OF_ANY_YEAR, seasonal_logs
from frontdoor.statistics.demand_weeks import days_of, weeks_back

ROUNDS = 4  # factors settle to within 0.1% by then
HALF_LIFE_DAYS = 182.0  # of what a day says about its weekday
NEIGHBOURS = 2  # weeks on each side that a week's level is taken from while factors are found
MIDDLE_OF_A_WEEK = 3


@dataclass(frozen=True, slots=True)
class Factors:
    """The fitted parts of each series; a day's expected total is their product.

    `weekday` (series, 7), `effect` (series, effects; 1 never seen), `season` (series, 366; log), `level`;
    `spread` (series,): a day's own variance beyond counting, over the square of its expected total;
    `seen` (series, effects): on how many days each effect was; `season_variance` (series,): of the time of year,
    relative.
    """

    weekday: Floats
    effect: Floats
    season: Floats
    level: Level
    spread: Floats
    seen: Integers
    season_variance: Floats

    def calendar(self, days: Days, is_open: Booleans) -> Floats:
        """Return what the calendar multiplies the level by, (series, days); 0 where closed."""
        parts = _Calendar(self.weekday, self.effect, self.season, self.season_variance)
        return parts.of(days, effects(days, is_open), is_open)


def fitted_factors(totals: Floats, days: Days, is_open: Booleans) -> Factors:
    """Return the factors of daily `totals` (series, days), NaN unknown; `is_open` (series, days).

    Alternates between the level, by weeks counted back from the last day, and each factor as the ratio of what came
    to what was expected; recent days weigh more, days far out less. Closed days are left out.
    """
    known = is_open & ~np.isnan(totals)
    figures = DailyFigures(np.where(known, totals, 0.0), known, effects(days, is_open))
    parts = _Calendar.plain(len(totals), int(figures.which.max(initial=0)) + 1)
    weights, spread = known.astype(np.float64), np.zeros(len(totals))
    shifted = np.zeros(weeks_back(weights).shape, dtype=np.bool_)
    for turn in range(ROUNDS):
        level, base = _weekly_level(figures, parts.of(days, figures.which, known), weights)
        if turn:
            shifted = shifts(level, base)
            parts = parts.with_season(level, base, days, shifted)
            level, base = _weekly_level(figures, parts.of(days, figures.which, known), weights)
        near = days_of(_near_level(level, base, shifted), len(days))
        weights, spread = day_weights(figures, near * parts.of(days, figures.which, known))
        parts = parts.improved(figures, days, near, weights)
    level, _ = _weekly_level(figures, parts.of(days, figures.which, known), weights)
    parts = _Calendar(parts.weekday, believed_effects(parts.effect, figures, spread, level), parts.season, parts.unsure)
    base = weeks_back(weights * parts.of(days, figures.which, known))
    latest = fitted_level(weeks_back(weights * figures.counted), base, shifted)
    seen = figures.seen(parts.effect.shape[1])
    return Factors(parts.weekday, parts.effect, parts.season, latest, spread, seen, parts.unsure)


@dataclass(frozen=True, slots=True)
class _Calendar:
    weekday: Floats
    effect: Floats
    season: Floats
    unsure: Floats

    @staticmethod
    def plain(series: int, effects: int) -> "_Calendar":
        one, none = np.ones((series, DAYS_IN_A_WEEK)), np.zeros((series, DAYS_OF_ANY_YEAR))
        return _Calendar(one, np.ones((series, effects)), none, np.zeros(series))

    def of(self, days: Days, which: Integers, is_open: Booleans) -> Floats:
        """Return the product of the factors, (series, days); 0 where not open."""
        held = np.minimum(which, self.effect.shape[1] - 1)
        own = np.where(which == held, np.take_along_axis(self.effect, held, axis=1), 1.0)
        mean = self.weekday.mean(axis=1, keepdims=True)
        usual = np.where(which == ON_A_HOLIDAY, mean, self.weekday[:, days.weekday])
        return np.where(is_open, usual * own * np.exp(self.season[:, days.day_of_year]), 0.0)

    def with_season(self, level: Floats, base: Floats, days: Days, shifted: Booleans) -> "_Calendar":
        """Return the factors with the time of year found anew from weekly levels that it has been taken out of."""
        ends = np.arange(len(days) - 1, -1, -DAYS_IN_A_WEEK)[::-1]
        middles = days.day_of_year[np.maximum(ends - MIDDLE_OF_A_WEEK, 0)]
        logs = np.log(np.where(level > 0, level, np.nan)) + self.season[:, middles]
        season, unsure = seasonal_logs(logs, base, middles, shifted)
        return _Calendar(self.weekday, self.effect, season, unsure)

    def improved(self, figures: DailyFigures, days: Days, level: Floats, weights: Floats) -> "_Calendar":
        """Return the factors with weekdays and effects corrected by what came over what was expected."""
        one_hot = np.eye(DAYS_IN_A_WEEK)[days.weekday]
        recent = weights * 0.5 ** (np.arange(len(days))[::-1] / HALF_LIFE_DAYS)
        expected = level * self.of(days, figures.which, figures.known)
        weekday = self.weekday * ratio((recent * figures.counted) @ one_hot, (recent * expected) @ one_hot, 1.0)
        weekday = weekday / np.maximum(weekday.max(axis=1, keepdims=True), 1e-12)
        better = _Calendar(weekday, self.effect, self.season, self.unsure)
        expected = level * better.of(days, figures.which, figures.known)
        return _Calendar(weekday, corrected_effects(self.effect, figures, expected), self.season, self.unsure)


def _weekly_level(figures: DailyFigures, calendar: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Return weekly totals over what the calendar alone expects, and that expectation, from days without an event.

    Otherwise an event of whole weeks and a change of level could not be told apart. Weeks of nothing but an event take
    the level between those around them; NaN where none is known.
    """
    usual = np.where(figures.which < FIRST_EVENT, weights, 0.0)
    base = weeks_back(usual * calendar)
    level = ratio(weeks_back(usual * figures.counted), base, np.nan)
    place = np.arange(level.shape[1])
    for row, opened in enumerate(weeks_back(weights * calendar) > 0):
        known = base[row] > 0
        if known.any() and not np.array_equal(known, opened):
            level[row] = np.where(known | ~opened, level[row], np.interp(place, place[known], level[row, known]))
    return level, weeks_back(weights * calendar)


def _near_level(level: Floats, base: Floats, shifted: Booleans) -> Floats:
    """Return each week's level from itself and its neighbours on both sides, not across a shift; 1 where unknown."""
    stretch = np.cumsum(shifted, axis=1)
    totals, bases = np.zeros_like(level), np.zeros_like(level)
    weeks = level.shape[1]
    for reach in range(-NEIGHBOURS, NEIGHBOURS + 1):
        to = slice(max(-reach, 0), max(weeks - max(reach, 0), 0))
        of = slice(max(reach, 0), max(weeks - max(-reach, 0), 0))
        same = stretch[:, to] == stretch[:, of]
        totals[:, to] += np.where(same, np.nan_to_num(level[:, of]) * base[:, of], 0.0)
        bases[:, to] += np.where(same, base[:, of], 0.0)
    return ratio(totals, bases, 1.0)
