"""Quantiles of counts that vary more than chance alone: the negative binomial, exact when small, close when large."""

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Booleans, Floats

LARGEST_EXACT = 40.0  # means up to this are summed term by term; beyond, the gamma form is within one contact
SMALLEST_EXCESS = 1e-6  # of the mean: nearer to Poisson than this makes no difference


def count_quantiles(mean: Floats, variance: Floats, shares: ArrayLike) -> Floats:
    """Return the least whole count that is not exceeded with probability `share`, (shares, *shape of mean).

    `mean` and `variance` of any one shape; 0 where the mean is 0, NaN where it is NaN. A variance below the mean is
    taken as the mean (Poisson). Large means: gamma with the same mean and variance, Wilson and Hilferty 1931, with
    half a contact for continuity. Source: docs/decisions/0121.
    """
    wanted = np.asarray(shares, dtype=np.float64)
    flat = np.asarray(mean, dtype=np.float64).ravel()
    spread = np.maximum(np.asarray(variance, dtype=np.float64).ravel(), flat * (1 + SMALLEST_EXCESS))
    answer = np.zeros((len(wanted), flat.size))
    answer[:, np.isnan(flat)] = np.nan
    small = (flat > 0) & (flat <= LARGEST_EXACT) & (spread <= flat * LARGEST_EXACT)
    large = (flat > 0) & ~small
    if small.any():
        answer[:, small] = _summed(flat[small], spread[small], wanted)
    if large.any():
        answer[:, large] = _gamma(flat[large], spread[large], wanted)
    return answer.reshape(len(wanted), *np.shape(mean))


def _summed(mean: Floats, variance: Floats, shares: Floats) -> Floats:
    """Return quantiles by adding up probabilities from 0; size r and p of the negative binomial by moments."""
    size = mean**2 / (variance - mean)
    fail = 1 - mean / variance
    term = np.exp(size * np.log1p(-fail))
    total = term.copy()
    answer = np.zeros((len(shares), len(mean)))
    top = float(shares.max())
    left: Booleans = np.ones(len(mean), dtype=np.bool_)
    place = np.arange(len(mean))
    count = 0
    while place.size:
        below = total[None, :] < shares[:, None]
        answer[:, place] += below
        left = total < top
        place, term, total, size, fail = place[left], term[left], total[left], size[left], fail[left]
        count += 1
        term = term * fail * (size + count - 1) / count
        total = total + np.maximum(term, 1e-15)
    return answer


def _gamma(mean: Floats, variance: Floats, shares: Floats) -> Floats:
    shape = mean**2 / variance
    z = np.array([NormalDist().inv_cdf(float(share)) for share in shares])[:, None]
    cube = np.maximum(1 - 1 / (9 * shape) + z / np.sqrt(9 * shape), 0.0) ** 3
    return np.asarray(np.maximum(np.ceil(mean * cube - 0.5), 0.0), dtype=np.float64)
