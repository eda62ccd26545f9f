"""How much wider an effect's interval must be because the carry-over between weeks is itself only estimated."""

from typing import NamedTuple

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.neighbour_sums import correlated, neighbour_sums, slope_times

FEWEST_DEGREES = 1.0


class Precision(NamedTuple):
    """Per rho, for errors of variance 1: the contrast's variance, what it is multiplied by, and degrees of freedom."""

    variance: Floats
    inflation: Floats
    freedom: Floats


def precision(basis: Floats, contrast: Floats, rho: Floats) -> Precision:
    """Return how well `contrast` (columns,) of the coefficients of `basis` (weeks, columns) is known at each `rho`.

    The errors are AR(1). First-order Kenward and Roger 1997 (53:983) without the second-derivative term; degrees of
    freedom by Satterthwaite; the parameters are the variance, here 1, and rho. Source: docs/decisions/0140.
    """
    weeks, columns = basis.shape
    each = rho[:, None, None]
    sums = neighbour_sums(basis, basis)
    covariance = np.linalg.inv(sums.precision(each))
    slope = sums.slope(each)
    pushed = slope_times(basis, rho)
    curve = np.einsum("swi,swj->sij", pushed, correlated(pushed, rho))
    spread = covariance @ slope
    excess = curve - slope @ spread
    one = (weeks - columns) / 2
    both = -(weeks - 1) * rho / (1 - rho**2) + _trace(spread) / 2
    two = (weeks - 1) * (1 + rho**2) / (1 - rho**2) ** 2 - _trace(covariance @ curve) + _trace(spread @ spread) / 2
    determinant = np.maximum(one * two - both**2, np.finfo(float).tiny)
    reach = covariance @ contrast
    variance = reach @ contrast
    by_rho = -np.einsum("si,sij,sj->s", reach, slope, reach)
    doubt = (two * variance**2 - 2 * both * variance * by_rho + one * by_rho**2) / determinant
    more = 2 * one / determinant * np.einsum("si,sij,sj->s", reach, excess, reach)
    freedom = np.maximum(2 * variance**2 / doubt, FEWEST_DEGREES)
    return Precision(variance, np.maximum(1 + more / variance, 1.0), freedom)


def _trace(matrices: Floats) -> Floats:
    return np.asarray(np.trace(matrices, axis1=1, axis2=2), dtype=np.float64)
