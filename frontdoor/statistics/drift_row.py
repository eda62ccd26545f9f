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
    reach = np.asarray(np.linalg.solve(triangle.T, contrast), dtype=np.float64)
    first = values @ basis
    spectra, axes = _carried(weeks)
    turned = np.swapaxes(axes, 1, 2) @ np.hstack([basis, (values - first @ basis.T).T])
    kinds = [_of_kind(turned, (1 - share) * spectra + share, number, reach) for share in NOISE_SHARES]
    effects, variance, squares, halves = (np.concatenate(part) for part in zip(*kinds, strict=True))
    squares = np.maximum(squares, np.finfo(float).tiny)
    errors = np.sqrt(squares / (weeks - number) * variance[:, None])
    log_weight = -(weeks - number) / 2 * np.log(squares) - halves[:, None]
    weights = np.exp(log_weight - log_weight.max(axis=0))
    return DriftRow((first @ reach + effects).T, errors.T, (weights / weights.sum(axis=0)).T, weeks - number)


def _of_kind(turned: Floats, spectrum: Floats, number: int, reach: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Return effects beyond least squares' (phi, series), their unit variance, squares left and half log determinants.

    `turned` (phi, weeks, columns and series) lies along the axes on which the errors are independent, of variance `spectrum`.
    """
    whitened = turned / np.sqrt(spectrum)[..., None]
    spaces, upper = np.linalg.qr(whitened[..., :number])
    onto = np.swapaxes(spaces, 1, 2) @ whitened[..., number:]
    squares = np.sum(whitened[..., number:] ** 2, axis=1) - np.sum(onto**2, axis=1)
    back = np.linalg.solve(np.swapaxes(upper, 1, 2), np.broadcast_to(reach[:, None], (len(upper), number, 1)))
    halves = np.log(np.abs(np.diagonal(upper, axis1=1, axis2=2))).sum(axis=1) + np.log(spectrum).sum(axis=1) / 2
    return np.sum(back * onto, axis=1), np.sum(back[..., 0] ** 2, axis=1), squares, halves


@lru_cache(maxsize=4)
def _carried(weeks: int) -> tuple[Floats, Floats]:
    """Return, for each phi, the variances (phi, weeks) along the axes (phi, weeks, weeks) of AR(1) errors.

    White noise has any axes, so a mixture has the same ones. The inverse of an AR(1) correlation is tridiagonal.
    """
    found = [_axes(weeks, float(phi)) for phi in CARRIED]
    return np.stack([spectrum for spectrum, _ in found]), np.stack([axes for _, axes in found])


def _axes(weeks: int, phi: float) -> tuple[Floats, Floats]:
    """Return the variances (weeks,) and the axes (weeks, weeks) of AR(1) errors of variance 1."""
    from scipy.linalg import eigh_tridiagonal

    own = np.full(weeks, 1 + phi**2)
    own[[0, -1]] = 1.0
    innovation = 1 - phi**2
    inverse, axes = eigh_tridiagonal(own / innovation, np.full(weeks - 1, -phi / innovation))
    return 1 / inverse, axes
