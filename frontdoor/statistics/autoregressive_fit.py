"""Least squares for weekly series whose surprises carry over into the next week, by restricted likelihood."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.kenward_roger import precision
from frontdoor.statistics.neighbour_sums import NeighbourSums, neighbour_sums
from frontdoor.statistics.process_limits import ROUNDING
from frontdoor.statistics.students_t import Estimates

GRID = np.append(np.arange(-90, 96, 5), 98) / 100  # where the search for rho looks first: PILOTS, section 1
LOWEST_RHO, HIGHEST_RHO = -0.93, 0.995
HALF_BRACKET, STEPS = 0.05, 29  # 0.1 * 0.618^29 is below 1e-7
GOLDEN = (np.sqrt(5) - 1) / 2


@dataclass(frozen=True, slots=True)
class AutoregressiveFit:
    """Per series: `rho`, the marginal `variance` of the errors and `coefficients` (series, columns).

    NaN where the columns explain the series wholly (it is constant, say).
    """

    rho: Floats
    variance: Floats
    coefficients: Floats
    basis: Floats  # orthonormal columns that span the design's, (weeks, columns)
    triangle: Floats  # design = basis @ triangle

    @property
    def spare(self) -> int:
        """Return weeks less columns."""
        return int(self.basis.shape[0] - self.basis.shape[1])

    def effect(self, contrast: Floats) -> Estimates:
        """Return `contrast` (columns,) times the coefficients with first-order Kenward and Roger error and freedom."""
        found = self.effects(contrast[None])
        return Estimates(found.effect[:, 0], found.error[:, 0], found.freedom[:, 0])

    def effects(self, contrasts: Floats) -> Estimates:
        """Return the same for each row of `contrasts` (contrasts, columns), every part (series, contrasts)."""
        sound = np.where(np.isnan(self.rho), 0.0, self.rho)
        rows = np.asarray(np.linalg.solve(self.triangle.T, contrasts.T).T, dtype=np.float64)
        known = precision(self.basis, rows, sound)
        error = np.sqrt(self.variance[:, None] * known.variance * known.inflation)
        return Estimates(self.coefficients @ contrasts.T, error, known.freedom)


@dataclass(frozen=True, slots=True)
class _Moments:
    """What the likelihood needs of the columns and of what least squares leaves of each series."""

    columns: NeighbourSums  # (columns, columns)
    both: NeighbourSums  # (series, columns)
    own: NeighbourSums  # (series,)
    spare: int

    def solve(self, rho: Floats) -> tuple[Floats, Floats, Floats]:
        """Return coefficients (series, columns), weighted squares left (series,) and half the log determinant."""
        triangle = np.linalg.cholesky(self.columns.at(rho[:, None, None]))
        cross = self.both.at(rho[:, None])
        half = np.linalg.solve(triangle, cross[..., None])
        found = np.linalg.solve(np.swapaxes(triangle, 1, 2), half)[..., 0]
        left = self.own.at(rho) - np.sum(half[..., 0] ** 2, axis=1)
        return found, left, np.log(np.diagonal(triangle, axis1=1, axis2=2)).sum(axis=1)

    def criterion(self, rho: Floats) -> Floats:
        """Return the negative restricted log likelihood of each series at `rho`, (series,) or (1,)."""
        _, left, log_half = self.solve(rho)
        safe = np.maximum(left, np.finfo(float).tiny)
        return np.asarray(self.spare / 2 * np.log(safe) - np.log1p(-(rho**2)) / 2 + log_half, dtype=np.float64)


def autoregressive_fit(values: Floats, columns: Floats) -> AutoregressiveFit:
    """Return generalised least squares of each row of `values` (series, weeks) on `columns` (weeks, columns).

    Errors: u = rho times last week's u + surprise. rho by restricted maximum likelihood between -0.93 and 0.995.
    No gaps: a week to be left out has a 0/1 column of its own. Raises ValueError where the columns depend on each other.
    Source: docs/decisions/0140.
    """
    basis, triangle = np.linalg.qr(columns)
    if not has_full_rank(columns):
        raise ValueError("The columns depend on one another, so their effects cannot be told apart. Leave one out.")
    first = values @ basis
    left = values - first @ basis.T
    moments = _moments(basis, left)
    nothing = (ROUNDING * np.abs(values).max(axis=1, initial=0.0)) ** 2 * values.shape[1]
    varies = np.sum(left**2, axis=1) > nothing
    rho = _refined(moments, _best_on_grid(moments))
    found, squares, _ = moments.solve(rho)
    variance = squares / moments.spare / (1 - rho**2)
    coefficients = np.linalg.solve(triangle, (first + found).T).T
    return AutoregressiveFit(
        np.where(varies, rho, np.nan), np.where(varies, variance, np.nan), coefficients, basis, triangle
    )


def likelihoods(values: Floats, columns: Floats, rhos: Floats) -> tuple[Floats, Floats]:
    """Return the restricted log likelihood of one series (weeks,) at each of `rhos`, and the marginal variance there."""
    basis, _ = np.linalg.qr(columns)
    left = values - basis @ (basis.T @ values)
    moments = _moments(basis, left[None])
    _, squares, _ = moments.solve(rhos)
    return -moments.criterion(rhos), squares / moments.spare / (1 - rhos**2)


def has_full_rank(columns: Floats) -> bool:
    """Return whether no column can be made from the others, and there are more weeks than columns."""
    size = np.sqrt(np.sum(columns**2, axis=0))
    if columns.shape[0] <= columns.shape[1] or not np.all(size > 0):
        return False
    return bool(np.linalg.matrix_rank(columns / size) == columns.shape[1])


def _moments(basis: Floats, left: Floats) -> _Moments:
    own = NeighbourSums(
        np.sum(left**2, axis=1), 2 * np.sum(left[:, 1:] * left[:, :-1], axis=1), np.sum(left[:, 1:-1] ** 2, axis=1)
    )
    return _Moments(neighbour_sums(basis, basis), neighbour_sums(left.T, basis), own, basis.shape[0] - basis.shape[1])


def _best_on_grid(moments: _Moments) -> Floats:
    found = np.stack([moments.criterion(np.array([rho])) for rho in GRID])
    return np.asarray(GRID[np.argmin(found, axis=0)], dtype=np.float64)


def _refined(moments: _Moments, start: Floats) -> Floats:
    """Return the best rho near `start` (series,) by golden section."""
    low, high = np.maximum(start - HALF_BRACKET, LOWEST_RHO), np.minimum(start + HALF_BRACKET, HIGHEST_RHO)
    first, second = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_first, at_second = moments.criterion(first), moments.criterion(second)
    for _ in range(STEPS):
        is_left = at_first < at_second
        low, high = np.where(is_left, low, first), np.where(is_left, second, high)
        kept, at_kept = np.where(is_left, first, second), np.where(is_left, at_first, at_second)
        new = np.where(is_left, high - GOLDEN * (high - low), low + GOLDEN * (high - low))
        at_new = moments.criterion(new)
        first, second = np.where(is_left, new, kept), np.where(is_left, kept, new)
        at_first, at_second = np.where(is_left, at_new, at_kept), np.where(is_left, at_kept, at_new)
    return (low + high) / 2
