"""How much wider an effect's interval must be because the carry-over between weeks is itself only estimated."""

from typing import NamedTuple

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.neighbour_sums import correlated, neighbour_sums, slope_times

FEWEST_DEGREES = 1.0


class Precision(NamedTuple):
    """Per rho and contrast, for errors of variance 1: the contrast's variance, what it is multiplied by, and degrees of freedom."""

    variance: Floats
    inflation: Floats
    freedom: Floats


def precision(basis: Floats, contrasts: Floats, rho: Floats) -> Precision:
    """Return how well `contrasts` (contrasts, columns) of the coefficients of `basis` (weeks, columns) are known at each `rho`.

    Each part is (series, contrasts). The errors are AR(1). First-order Kenward and Roger 1997 (53:983) without the
    second-derivative term; degrees of freedom by Satterthwaite; the parameters are the variance, here 1, and rho.
    Source: docs/decisions/0140.
    """
    weeks, columns = basis.shape
    each = rho[:, None, None]
    sums = neighbour_sums(basis, basis)
    covariance = np.linalg.inv(sums.precision(each))
    slope = sums.slope(each)
    pushed = slope_times(basis, rho)
    curve = np.einsum("swi,swj->sij", pushed, correlated(pushed, rho))
    spread = covariance @ slope
    one = (weeks - columns) / 2
    both = -(weeks - 1) * rho / (1 - rho**2) + _trace(spread) / 2
    two = (weeks - 1) * (1 + rho**2) / (1 - rho**2) ** 2 - _trace(covariance @ curve) + _trace(spread @ spread) / 2
    reach = contrasts @ covariance
    information = _Information(one, both[:, None], two[:, None])
    variance, excess = np.sum(reach * contrasts, axis=2), _along(reach, curve - slope @ spread)
    return information.precision(np.asarray(variance, dtype=np.float64), -_along(reach, slope), excess)


class _Information(NamedTuple):
    """What is known of the errors' variance (`one`), of rho (`two`, per series) and of both together."""

    one: float
    both: Floats
    two: Floats

    def precision(self, variance: Floats, by_rho: Floats, excess: Floats) -> Precision:
        """Return the precision of contrasts of this `variance`, its slope by rho, and what estimating rho adds to it."""
        one, both, two = self
        determinant = np.maximum(one * two - both**2, np.finfo(float).tiny)
        doubt = (two * variance**2 - 2 * both * variance * by_rho + one * by_rho**2) / determinant
        more = 2 * one / determinant * excess
        freedom = np.maximum(2 * variance**2 / doubt, FEWEST_DEGREES)
        return Precision(variance, np.maximum(1 + more / variance, 1.0), freedom)


def _along(reach: Floats, matrices: Floats) -> Floats:
    """Return r' M r for each row r of `reach` (series, contrasts, columns) and its series' M."""
    return np.asarray(np.sum((reach @ matrices) * reach, axis=2), dtype=np.float64)


def _trace(matrices: Floats) -> Floats:
    return np.asarray(np.trace(matrices, axis1=1, axis2=2), dtype=np.float64)
