"""Where a yearly figure is heading: what is known of the year, and what the months left are likely to bring."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.intervals import Interval

MONTHS_IN_A_YEAR = 12
FEWEST_MONTHS = 12
FEWEST_FOR_SEASON = 24
WANDERING = np.array([0.0, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0])
"""Step of the level from month to month over the noise of a month, as variances; weighed by likelihood."""
ROUNDS_OF_HALVING = 60


@dataclass(frozen=True, slots=True)
class YearEnd:
    """What the year is likely to come to: `value` with its 95% `interval`, and how sure each side of a target is.

    `known`: the year's value so far; `share_known`: of the year's denominator, how much is counted already. The parts of
    the mixture (kinds of wandering,): weight, middle, spread and degrees of freedom of Student's t.
    """

    value: float
    interval: Interval
    known: float
    share_known: float
    weight: Floats
    middle: Floats
    spread: Floats
    freedom: float

    def chance_above(self, value: float) -> float:
        """Return the chance that the year comes to more than `value`, 0 to 1."""
        return 1.0 - _below(value, self.weight, self.middle, self.spread, self.freedom)


def year_end(numerators: Floats, denominators: Floats, months_of_year: int) -> YearEnd | None:
    """Return what the year comes to, from months (months,) oldest first of which the last `months_of_year` are this year's.

    A month's rate is level, season (from two years on) and noise that is smaller where more is counted; the level may
    wander, by steps averaged over `WANDERING` with the weight of their restricted likelihood. NaN where a month has no
    record. None: fewer than 12 months are known, or the year is over or has not begun. Harvey 1989, chapter 2 (local
    level); averaging as for the drift of pilots (docs/decisions/0141).
    """
    known = ~np.isnan(numerators) & (denominators > 0)
    left = MONTHS_IN_A_YEAR - months_of_year
    if known.sum() < FEWEST_MONTHS or not 0 < months_of_year < MONTHS_IN_A_YEAR:
        return None
    usual = float(denominators[known][-MONTHS_IN_A_YEAR:].mean())
    ahead = _denominators_ahead(denominators, known, left)
    model = _Model(np.flatnonzero(known), len(numerators) + np.arange(left), usual / denominators[known])
    found = model.predicted(numerators[known] / denominators[known], ahead / ahead.sum())
    this_year = known & (np.arange(len(numerators)) >= len(numerators) - months_of_year)
    counted, total = float(numerators[this_year].sum()), float(denominators[this_year].sum() + ahead.sum())
    part = float(ahead.sum()) / total
    middle, spread = counted / total + part * found.middle, part * found.spread
    mixed = float(found.weight @ middle)
    low, high = (_quantile(at, found.weight, middle, spread, found.freedom) for at in (0.025, 0.975))
    so_far = counted / float(denominators[this_year].sum()) if this_year.any() else np.nan
    return YearEnd(mixed, Interval(low, high), so_far, 1 - part, found.weight, middle, spread, found.freedom)


@dataclass(frozen=True, slots=True)
class _Predicted:
    """Weight, middle and spread by kind of wandering, and degrees of freedom."""

    weight: Floats
    middle: Floats
    spread: Floats
    freedom: float


@dataclass(frozen=True, slots=True)
class _Model:
    """Places of the months known (known,) and ahead (ahead,), and the noise of each known month over the usual one's."""

    known: np.ndarray[tuple[int], np.dtype[np.int64]]
    ahead: np.ndarray[tuple[int], np.dtype[np.int64]]
    noise: Floats

    def columns(self, places: Floats) -> Floats:
        """Return level and, from two years on, one yearly wave."""
        level = np.ones(len(places))
        if len(self.known) < FEWEST_FOR_SEASON:
            return level[:, None]
        turn = 2 * np.pi * places / MONTHS_IN_A_YEAR
        return np.stack([level, np.cos(turn), np.sin(turn)], axis=1)

    def predicted(self, rates: Floats, part: Floats) -> _Predicted:
        """Return the mean rate of the months ahead, weighed by `part` (ahead,), for each kind of wandering."""
        parts = [self._of(wandering, rates, part) for wandering in WANDERING]
        likelihood, middle, spread = (np.array(column) for column in zip(*parts, strict=True))
        weight = np.exp(likelihood - likelihood.max())
        freedom = float(len(rates) - self.columns(self.known.astype(np.float64)).shape[1])
        return _Predicted(weight / weight.sum(), middle, spread, freedom)

    def _of(self, wandering: float, rates: Floats, part: Floats) -> tuple[float, float, float]:
        """Return log restricted likelihood, best linear prediction and its error for one kind of wandering."""
        known, ahead = self.known.astype(np.float64), self.ahead.astype(np.float64)
        design, future = self.columns(known), self.columns(ahead)
        spread = np.diag(self.noise) + wandering * np.minimum.outer(known + 1, known + 1)
        across = wandering * np.minimum.outer(ahead + 1, known + 1)
        inverse = np.linalg.inv(spread)
        information = design.T @ inverse @ design
        level = np.linalg.solve(information, design.T @ inverse @ rates)
        rest = rates - design @ level
        freedom = len(rates) - design.shape[1]
        variance = float(rest @ inverse @ rest) / freedom
        shift = part @ future - part @ across @ inverse @ design
        of_months = (
            np.eye(len(ahead)) + wandering * np.minimum.outer(ahead + 1, ahead + 1) - across @ inverse @ across.T
        )
        error = variance * float(part @ of_months @ part + shift @ np.linalg.solve(information, shift))
        middle = float(part @ (future @ level + across @ inverse @ rest))
        likelihood = -0.5 * (
            np.linalg.slogdet(spread)[1] + np.linalg.slogdet(information)[1] + freedom * np.log(max(variance, 1e-300))
        )
        return float(likelihood), middle, float(np.sqrt(max(error, 0.0)))


def _denominators_ahead(denominators: Floats, known: np.ndarray[tuple[int], np.dtype[np.bool_]], left: int) -> Floats:
    """Return how much the months ahead will count: as a year before where that is known, else as the last year's mean."""
    usual = float(denominators[known][-MONTHS_IN_A_YEAR:].mean())
    ahead: Floats = np.full(left, usual)
    for place in range(left):
        before = len(denominators) + place - MONTHS_IN_A_YEAR
        if 0 <= before < len(denominators) and known[before]:
            ahead[place] = denominators[before]
    return ahead


def _below(value: float, weight: Floats, middle: Floats, spread: Floats, freedom: float) -> float:
    from scipy.special import stdtr

    sure = np.where(middle < value, np.inf, -np.inf)
    score = np.divide(value - middle, spread, out=sure, where=spread > 0)
    return float(weight @ stdtr(freedom, score))


def _quantile(at: float, weight: Floats, middle: Floats, spread: Floats, freedom: float) -> float:
    """Return the value below which `at` of the mixture lies, by halving."""
    reach = 40 * float(spread.max()) + 1e-12
    low, high = float(middle.min()) - reach, float(middle.max()) + reach
    for _ in range(ROUNDS_OF_HALVING):
        centre = (low + high) / 2
        low, high = (centre, high) if _below(centre, weight, middle, spread, freedom) < at else (low, centre)
    return (low + high) / 2
