"""Prediction of a regression whose errors carry over or wander, averaged over the laws of error as likely as they are."""

from dataclasses import dataclass, field
from itertools import product

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers

CARRIED_SHARES = (0.15, 0.4, 0.75, 0.93, 1.0)  # of the variance of a week that is not gone the week after ...
CARRY_OVERS = (0.3, 0.6, 0.8, 0.9, 0.96, 0.99, 0.998)  # ... and what each week keeps of it; the last ones wander freely
ERRORS = ((0.0, 0.0), *product(CARRIED_SHARES, CARRY_OVERS))
WEEKS_IN_A_MONTH = 4
SMALLEST_VARIANCE = 1e-12  # of a series that never varies


@dataclass(frozen=True, slots=True)
class Law:
    """What one law of errors makes of any series known in the same weeks, all but its own variance.

    `weights` (ahead, known) give the prediction; `quadratic` (known, known) the sum of squares, over `spare` degrees of
    freedom; `size` is the log determinant of the restricted likelihood; `variance` (ahead, ahead), `within` a month and
    `next_week` (correlation) are of errors of variance 1.
    """

    weights: Floats
    quadratic: Floats
    spare: int
    size: float
    variance: Floats
    within: float
    next_week: float


@dataclass(frozen=True, slots=True)
class Prediction:
    """Means and covariances of the weeks ahead, the variance of weeks within a month, and the carry-over to the next."""

    mean: Floats
    variance: Floats
    within: float
    freedom: float
    carry_over: float


@dataclass(frozen=True, slots=True)
class SharedLaws:
    """The laws of many series with the same regressors, `columns` (weeks, regressors): made once for the same known weeks."""

    columns: Floats
    made: dict[tuple[bytes, bytes], list[Law]] = field(default_factory=dict)

    def of(self, before: Integers, after: Integers) -> list[Law]:
        """Return the laws of series known in the weeks `before`, to predict the weeks `after`."""
        known = (before.tobytes(), after.tobytes())
        if known not in self.made:
            self.made[known] = laws_of(self.columns, before, after)
        return self.made[known]


def laws_of(columns: Floats, before: Integers, after: Integers) -> list[Law]:
    """Return every law for series of which the weeks `before` are known; `columns` (weeks, regressors) of all weeks.

    A regressor that is 0 in all known weeks is left out. Best linear unbiased prediction: Goldberger 1962.
    """
    told = columns[before].any(axis=0)
    x, ahead = columns[before][:, told], columns[after][:, told]
    weeks = np.concatenate([before, after])
    apart = np.abs(np.subtract.outer(weeks, weeks))
    return [_law(x, ahead, apart, *error) for error in ERRORS]


def predicted(seen: Floats, laws: list[Law]) -> Prediction:
    """Return the prediction from the values `seen`, the laws weighed by their restricted likelihood (Harville 1977)."""
    scales = np.array([max(float(seen @ law.quadratic @ seen) / law.spare, SMALLEST_VARIANCE) for law in laws])
    likely = np.array([-(law.spare * np.log(scale) + law.size) / 2 for law, scale in zip(laws, scales, strict=True)])
    weights = np.exp(likely - likely.max())
    weights /= weights.sum()
    means = np.array([law.weights @ seen for law in laws])
    mean = weights @ means
    off = means - mean
    variance = np.tensordot(weights * scales, np.array([law.variance for law in laws]), 1) + (off.T * weights) @ off
    within = float(weights * scales @ [law.within for law in laws])
    return Prediction(mean, variance, within, float(laws[0].spare), float(weights @ [law.next_week for law in laws]))


def _law(x: Floats, ahead: Floats, apart: Integers, carried: float, kept: float) -> Law:
    """Return the law in which a week's errors are alike to those `apart` weeks off by `carried` x `kept` to that power."""
    correlation = np.where(apart == 0, 1.0, carried * kept**apart)
    known = len(x)
    among, across = correlation[:known, :known], correlation[known:, :known]
    inverse = np.linalg.inv(among)
    information = x.T @ inverse @ x
    spread = np.linalg.inv(information)
    coefficients = spread @ x.T @ inverse
    pull = across @ inverse
    unlike = ahead - pull @ x
    return Law(
        weights=unlike @ coefficients + pull,
        quadratic=inverse - inverse @ x @ coefficients,
        spare=known - x.shape[1],
        size=float(np.linalg.slogdet(among)[1] + np.linalg.slogdet(information)[1]),
        variance=correlation[known:, known:] - pull @ across.T + unlike @ spread @ unlike.T,
        within=1 - carried * kept**WEEKS_IN_A_MONTH,
        next_week=carried * kept,
    )
