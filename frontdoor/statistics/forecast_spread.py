"""How far a forecast may miss: counting, days that differ from each other, the level's drift, and tails as they were."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, row_medians
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Days, effects
from frontdoor.statistics.demand_factors import Factors
from frontdoor.statistics.demand_level import LATEST_ORIGINS, WEEKS_AHEAD
from frontdoor.statistics.demand_weeks import days_of, weeks_back

CONFIDENCES = (0.8, 0.95)
FLATTERED_BY_SEASON = 1.35  # past misses know a time of year fitted to them as well: docs/decisions/0121
PRIOR_ORIGINS = 7.0  # past forecasts that the priors below are worth
PRIOR_DRIFT = 0.075  # of the level, a week ahead; grows with the square root of the weeks
FURTHEST_ERROR = 4.0  # times the middle error: one broken week must not widen everything
UNSEEN_EFFECT = 0.3  # how far a kind of day never seen may be from an ordinary one
WIDEST, NARROWEST = 3.0, 0.95  # what past misses may do to an interval


@dataclass(frozen=True, slots=True)
class Spread:
    """Relative variances per series, and what past misses say the normal tails must be multiplied by.

    `drift` (series, weeks ahead), `effect` (series, effects), `day_tails` and `week_tails` (series, CONFIDENCES).
    """

    drift: Floats
    effect: Floats
    day_tails: Floats
    week_tails: Floats

    def tails(self, share: float, *, of_weeks: bool) -> Floats:
        """Return the multiplier per series for the percentile `share` (0 to 1)."""
        known = self.week_tails if of_weeks else self.day_tails
        weight = np.clip((abs(2 * share - 1) - CONFIDENCES[0]) / (CONFIDENCES[1] - CONFIDENCES[0]), 0.0, 1.0)
        return np.asarray(known[:, 0] * (1 - weight) + known[:, 1] * weight, dtype=np.float64)


def forecast_spread(factors: Factors, totals: Floats, days: Days, is_open: Booleans) -> Spread:
    """Return the spread of forecasts made from `factors`, judged by their misses over the days they were fitted to."""
    base = factors.calendar(days, is_open & ~np.isnan(totals))
    level = days_of(factors.level.held, len(days))
    now = level * base
    noise = weeks_back(now + factors.spread[:, None] * now**2)
    week = weeks_back(now)
    relative = np.where(week > 0, noise / np.where(week > 0, week, 1.0) ** 2, np.nan)
    drift = _drift(factors.level.errors, _typical(relative))
    effect = (
        factors.spread[:, None] + 1 / np.maximum(_typical(now), 1e-9)[:, None] + UNSEEN_EFFECT**2 / 10
    ) / np.maximum(factors.seen, 1)
    effect = np.where(factors.seen > 0, effect, UNSEEN_EFFECT**2)
    effect[:, 0] = 0.0
    day_misses, week_misses = _misses(factors, totals, base, drift, effect, which=effects(days, is_open))
    origins = (~np.isnan(factors.level.errors[:, 0])).sum(axis=1).astype(np.float64)
    drift = drift * np.where(factors.season_variance > 0, FLATTERED_BY_SEASON, 1.0)[:, None]
    return Spread(drift, effect, tail_factors(day_misses, origins), tail_factors(week_misses, origins))


def _drift(errors: Floats, noise: Floats) -> Floats:
    """Return the variance of the level's drift (series, weeks ahead), never shrinking with the horizon."""
    ahead = np.arange(1, WEEKS_AHEAD + 1)
    known = ~np.isnan(errors)
    size = np.where(known, np.abs(errors), 0.0)
    middle = row_medians(np.where(known, size, np.nan).reshape(len(errors), -1))
    squares = np.where(known, np.minimum(size, FURTHEST_ERROR * 1.4826 * middle[:, None, None]) ** 2, 0.0).sum(axis=2)
    number = known.sum(axis=2)
    prior = PRIOR_DRIFT**2 * ahead
    found = (np.maximum(squares - number * noise[:, None], 0.0) + PRIOR_ORIGINS * prior) / (number + PRIOR_ORIGINS)
    return np.asarray(np.maximum.accumulate(found, axis=1), dtype=np.float64)


def _misses(
    factors: Factors, totals: Floats, base: Floats, drift: Floats, effect: Floats, *, which: Integers
) -> tuple[Floats, Floats]:
    """Return standardised misses of days and of weeks, one to eight weeks ahead, (series, all of them), NaN unknown."""
    days, weeks = [], []
    counted = np.nan_to_num(np.where(base > 0, totals, 0.0))
    own = np.take_along_axis(effect, np.minimum(which, effect.shape[1] - 1), axis=1) * (base > 0)
    held = factors.level.held
    first = max(held.shape[1] - LATEST_ORIGINS, WEEKS_AHEAD)
    for ahead in range(1, min(WEEKS_AHEAD, held.shape[1] - first) + 1):
        level = np.repeat(held[:, first - 1 : held.shape[1] - ahead], DAYS_IN_A_WEEK, axis=1)
        late = slice(base.shape[1] - level.shape[1], None)
        expected = level * base[:, late]
        apart = expected + (factors.spread[:, None] + own[:, late]) * expected**2
        variance = apart + drift[:, ahead - 1, None] * expected**2
        days.append(_standardised(counted[:, late] - expected, variance))
        week = weeks_back(expected)
        weeks.append(
            _standardised(weeks_back(counted[:, late]) - week, weeks_back(apart) + drift[:, ahead - 1, None] * week**2)
        )
    none = np.full((len(base), 1), np.nan)
    return np.hstack([none, *days]), np.hstack([none, *weeks])


def tail_factors(misses: Floats, origins: Floats) -> Floats:
    """Return, per series and confidence, the quantile of `misses` (series, all of them) over the normal one.

    Misses are in standard deviations, NaN unknown; drawn towards 1 by PRIOR_ORIGINS, as `origins` of theirs were seen.
    """
    size = np.sort(np.where(np.isnan(misses), np.inf, np.abs(misses)), axis=1)
    number = (~np.isnan(misses)).sum(axis=1)
    trust = (origins / (origins + PRIOR_ORIGINS))[:, None]
    place = np.clip(np.ceil(number[:, None] * np.array(CONFIDENCES)).astype(np.int64), 1, size.shape[1]) - 1
    normal = np.array([NormalDist().inv_cdf((1 + share) / 2) for share in CONFIDENCES])
    raw = np.where(number[:, None] > 0, np.take_along_axis(size, place, axis=1), normal) / normal
    return np.clip(
        np.where(np.isfinite(raw), trust * np.where(np.isfinite(raw), raw, 1.0) + 1 - trust, 1.0), NARROWEST, WIDEST
    )


def _standardised(left: Floats, variance: Floats) -> Floats:
    return np.where(variance > 0, left / np.sqrt(np.where(variance > 0, variance, 1.0)), np.nan)


def _typical(values: Floats) -> Floats:
    return row_medians(np.where(values > 0, values, np.nan))
