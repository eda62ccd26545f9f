"""A guard against slow drift: the same effect when errors are part carry-over, part noise, whatever their mixture."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.intervals import Intervals

CARRIED = np.linspace(-0.3, 0.99, 44)  # phi, uniform: PILOTS, section 3
NOISE_SHARES = (0.0, 0.25, 0.5, 0.75)  # w, equally likely
HALVINGS = 60


@dataclass(frozen=True, slots=True)
class DriftRow:
    """Per series, per kind of error: effects and errors (series, kinds), how likely each kind is, and its freedom."""

    effects: Floats
    errors: Floats
    weights: Floats
    freedom: int

    @property
    def effect(self) -> Floats:
        return np.asarray(np.sum(self.weights * self.effects, axis=1), dtype=np.float64)

    @property
    def p(self) -> Floats:
        """Return the two-sided p of no effect."""
        below = self._below(np.zeros(len(self.effects)))
        return np.asarray(2 * np.minimum(below, 1 - below), dtype=np.float64)

    def interval(self, confidence: float = 0.95) -> Intervals:
        """Return the interval of the effect."""
        return Intervals(self._quantile((1 - confidence) / 2), self._quantile((1 + confidence) / 2))

    def _below(self, at: Floats) -> Floats:
        """Return the probability that the effect is below `at` (series,)."""
        from scipy.special import stdtr

        found = stdtr(self.freedom, (at[:, None] - self.effects) / self.errors)
        return np.asarray(np.sum(self.weights * found, axis=1), dtype=np.float64)

    def _quantile(self, share: float) -> Floats:
        from scipy.special import stdtrit

        reach = stdtrit(self.freedom, share) * self.errors
        low, high = (self.effects + reach).min(axis=1), (self.effects + reach).max(axis=1)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            is_short = self._below(middle) < share
            low, high = np.where(is_short, middle, low), np.where(is_short, high, middle)
        return np.asarray((low + high) / 2, dtype=np.float64)


def drift_row(values: Floats, columns: Floats, contrast: Floats) -> DriftRow:
    """Return the effect `contrast` (columns,) of each row of `values` (series, weeks) on `columns` (weeks, columns).

    Errors: (1 - w) AR(1) of phi and w white noise, correlation scaled to a unit diagonal; phi even on -0.3 to 0.99, w one
    of 0, 0.25, 0.5 and 0.75; each kind weighs by its restricted likelihood. Source: docs/decisions/0141.
    """
    weeks, number = columns.shape
    basis, triangle = np.linalg.qr(columns)
    to_spaces, gains, units, halves = _kinds(basis.tobytes(), weeks, number)
    reach = np.linalg.solve(triangle.T, contrast)
    first = values @ basis
    left = values - first @ basis.T
    squares = np.maximum(np.sum(np.einsum("gij,sj->gsi", to_spaces, left) ** 2, axis=2), np.finfo(float).tiny)
    effects = (first @ reach)[None] + np.einsum("i,gij,sj->gs", reach, gains, left, optimize=True)
    spare = weeks - number
    variance = np.einsum("i,gij,j->g", reach, units, reach)
    errors = np.sqrt(squares / spare * variance[:, None])
    log_weight = -spare / 2 * np.log(squares) - halves[:, None]
    weights = np.exp(log_weight - log_weight.max(axis=0))
    return DriftRow(effects.T, errors.T, (weights / weights.sum(axis=0)).T, spare)


@lru_cache(maxsize=2)
def _kinds(packed: bytes, weeks: int, number: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Return, per kind of error, what turns least squares' remainder into whitened residuals and into coefficients.

    Then the coefficients' unit covariance and half the log determinants of the restricted likelihood.
    """
    basis = np.frombuffer(packed).reshape(weeks, number)
    apart = np.abs(np.subtract.outer(np.arange(weeks), np.arange(weeks)))
    carried = np.concatenate([phi ** apart[None] for phi in CARRIED])
    noise = np.array(NOISE_SHARES)[:, None, None, None]
    kinds = ((1 - noise) * carried + noise * np.eye(weeks)).reshape(-1, weeks, weeks)
    root = np.linalg.cholesky(kinds)
    whitened = np.linalg.solve(
        root, np.broadcast_to(np.hstack([basis, np.eye(weeks)]), (len(kinds), weeks, number + weeks))
    )
    turned, upper = np.linalg.qr(whitened[:, :, :number])
    onto = np.swapaxes(turned, 1, 2) @ whitened[:, :, number:]
    to_spaces = whitened[:, :, number:] - turned @ onto
    inverse = np.linalg.inv(upper)
    halves = _log_diagonal(root) + _log_diagonal(upper)
    return to_spaces, inverse @ onto, inverse @ np.swapaxes(inverse, 1, 2), halves


def _log_diagonal(matrices: Floats) -> Floats:
    return np.asarray(np.log(np.abs(np.diagonal(matrices, axis1=1, axis2=2))).sum(axis=1), dtype=np.float64)
