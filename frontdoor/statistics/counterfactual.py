"""What would have come by phone or in person had nothing changed, from the years before or services that did not change."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.demand_days import Dates
from frontdoor.statistics.map_difference import t_multiplier

FEWEST_WEEKS = 104  # two years: fewer cannot tell the time of year from a trend
FEWEST_WEEKS_COMPARED = 52  # beside services that did not change, which carry season and trend
FEWEST_CONTACTS_A_WEEK = 10.0  # on average; below that, sum to more services first
LONGEST_OF_THE_PAST = 1.0  # weeks ahead per week before: nobody knows a trend for longer than it was seen
CARRIED_SHARES = (0.15, 0.4, 0.75, 0.93, 1.0)  # of a week's surprise that is not gone the week after ...
CARRY_OVERS = (0.3, 0.6, 0.8, 0.9, 0.96, 0.99, 0.998)  # ... and what each week keeps of it; the last ones wander freely
ERRORS = ((0.0, 0.0), *product(CARRIED_SHARES, CARRY_OVERS))
WEEKS_IN_A_MONTH = 4
HARMONICS = 2  # of the year
DAYS_IN_A_YEAR = 365.25
SMALLEST_VARIANCE = 1e-12  # of logs: a series that never varies
SUPPOSED = 0.5  # added to a count before its logarithm is taken


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """Contacts `expected` from the change on without it, with the 95% interval, and those that `came`, over known weeks.

    `fell`: expected less came, and `fell_lower`, `fell_upper`; below 0 where more came. `is_beyond_noise`: the interval
    leaves out 0. `by_week`: expected in each week from the change on, NaN where nothing is known of it.
    `carry_over`: what one week's surprise leaves to the next.
    """

    expected: float
    lower: float
    upper: float
    came: float
    by_week: Floats
    carry_over: float

    @property
    def fell(self) -> float:
        return self.expected - self.came

    @property
    def fell_lower(self) -> float:
        return self.lower - self.came

    @property
    def fell_upper(self) -> float:
        return self.upper - self.came

    @property
    def is_beyond_noise(self) -> bool:
        return self.fell_lower > 0 or self.fell_upper < 0


def counterfactual(counts: Floats, weeks: Dates, first: int, comparison: Floats | None = None) -> Counterfactual | None:
    """Return what would have come from week `first` on; `counts` of each week (NaN unknown), `weeks` their first days.

    Without `comparison`: trend and time of year of the weeks before, on logs. With it (contacts of services or places
    that did not change, by week): the ratio of the two as it was. Errors carry over from week to week (REML), which with the doubt
    about trend, season and level gives the interval. None, can't tell: fewer than 104 known weeks before
    (52 beside a comparison), below 10 contacts a week before, more weeks ahead than before, or nothing known after.
    Source: Harville 1977 for REML; docs/decisions/0133.
    """
    past = np.arange(len(counts)) < first
    known = ~np.isnan(counts) & (True if comparison is None else ~np.isnan(comparison) & (comparison > 0))
    before, after = np.nonzero(known & past)[0], np.nonzero(known & ~past)[0]
    fewest = FEWEST_WEEKS if comparison is None else FEWEST_WEEKS_COMPARED
    if len(before) < fewest or not len(after) or counts[before].mean() < FEWEST_CONTACTS_A_WEEK:
        return None
    if after[-1] + 1 - first > LONGEST_OF_THE_PAST * (first - before[0]):
        return None
    base = np.zeros(len(counts)) if comparison is None else np.log(np.where(known, comparison, 1.0))
    columns = _columns(weeks) if comparison is None else np.ones((len(counts), 1))
    seen = np.log(counts[before] + SUPPOSED) - base[before]
    made = _predicted(seen, columns, before, after)
    each = np.exp(base[after] + made.mean + made.within / 2) - SUPPOSED
    part = each / each.sum()
    reach = np.exp(float(t_multiplier(np.array(made.freedom))) * np.sqrt(part @ made.variance @ part))
    by_week = np.full(len(counts) - first, np.nan)
    by_week[after - first] = each
    total = float(each.sum())
    return Counterfactual(total, total / reach, total * reach, float(counts[after].sum()), by_week, made.carry_over)


@dataclass(frozen=True, slots=True)
class _Prediction:
    """Means and covariances of the weeks ahead on logs, the variance of weeks within a month, and the carry-over."""

    mean: Floats
    variance: Floats
    within: float
    freedom: float
    carry_over: float


@dataclass(frozen=True, slots=True)
class _Fit:
    """One law of errors fitted: how likely it is (restricted, on logs), and what it says of the weeks ahead."""

    likely: float
    mean: Floats
    variance: Floats
    within: float
    next_week: float


def _columns(weeks: Dates) -> Floats:
    """Return level, trend, waves of the year and the days from Christmas to New Year, (weeks, columns)."""
    days = weeks.astype("datetime64[D]").astype(np.int64)
    turn = 2 * np.pi * (days[:, None] + 3) / DAYS_IN_A_YEAR * np.arange(1, HARMONICS + 1)
    dates = weeks.astype("datetime64[D]")[:, None] + np.arange(7)
    of_year = (dates - dates.astype("datetime64[Y]").astype("datetime64[D]")).astype(np.int64)
    festive = ((of_year == 0) | (of_year >= 358)).mean(axis=1)  # 25 December to 1 January
    trend = (days - days[0]) / DAYS_IN_A_YEAR
    return np.column_stack([np.ones(len(days)), trend, np.sin(turn), np.cos(turn), festive])


def _predicted(seen: Floats, columns: Floats, before: Integers, after: Integers) -> _Prediction:
    """Return the best linear unbiased prediction of the weeks `after`, over laws of errors as likely as REML finds them."""
    x, ahead = columns[before], columns[after]
    told = x.any(axis=0)
    weeks = np.concatenate([before, after])
    apart = np.abs(np.subtract.outer(weeks, weeks))
    fits = [_fit(seen, x[:, told], ahead[:, told], _correlation(apart, *law)) for law in ERRORS]
    likely = np.array([fit.likely for fit in fits])
    weights = np.exp(likely - likely.max())
    weights /= weights.sum()
    means = np.array([fit.mean for fit in fits])
    mean = weights @ means
    off = means - mean
    variance = np.tensordot(weights, np.array([fit.variance for fit in fits]), 1) + (off.T * weights) @ off
    within, next_week = (float(weights @ [getattr(fit, name) for fit in fits]) for name in ("within", "next_week"))
    return _Prediction(mean, variance, within, float(len(before) - told.sum()), next_week)


def _correlation(apart: Integers, carried: float, kept: float) -> Floats:
    return np.where(apart == 0, 1.0, carried * kept**apart)


def _fit(seen: Floats, x: Floats, ahead: Floats, correlation: Floats) -> _Fit:
    """Return one law's fit by generalised least squares and its prediction; `correlation` of the weeks seen, then ahead."""
    known, spare = len(seen), len(seen) - x.shape[1]
    inverse = np.linalg.inv(correlation[:known, :known])
    information = x.T @ inverse @ x
    spread = np.linalg.inv(information)
    beta = spread @ (x.T @ inverse @ seen)
    left = seen - x @ beta
    scale = max(float(left @ inverse @ left) / spare, SMALLEST_VARIANCE)
    size = np.linalg.slogdet(correlation[:known, :known])[1] + np.linalg.slogdet(information)[1]
    pull = correlation[known:, :known] @ inverse
    unlike = ahead - pull @ x
    variance = correlation[known:, known:] - pull @ correlation[:known, known:] + unlike @ spread @ unlike.T
    return _Fit(
        likely=-(spare * float(np.log(scale)) + float(size)) / 2,
        mean=ahead @ beta + pull @ left,
        variance=scale * variance,
        within=scale * (1 - correlation[0, WEEKS_IN_A_MONTH]),
        next_week=float(correlation[0, 1]),
    )
