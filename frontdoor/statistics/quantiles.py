"""Quantiles and shares of a distribution held as a count per whole value, such as calls per second waited."""

from fractions import Fraction
from math import ceil

import numpy as np
import polars as pl
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats, Integers

Column = ArrayLike | pl.Series


def weighted_quantile(values: Column, counts: Column, quantile: float) -> float | None:
    """Return the smallest value that at least the share `quantile` (0 to 1) of the counted reach; None with nobody.

    This is the inverse of the distribution function (Hyndman and Fan 1996, type 1): always a value that happened, never
    one between two. The median of an even number is the lower of the middle two. Values in any order and unit,
    repeated or not; counts are whole and 0 or more.
    """
    if not 0 <= quantile <= 1:
        raise ValueError(f"quantile is {quantile}. Give a share from 0 to 1, such as 0.9.")
    numbers, weights = _table(values, counts)
    total = int(weights.sum())
    if total == 0:
        return None
    order = np.argsort(numbers, kind="stable")
    needed = max(ceil(Fraction(str(quantile)) * total), 1)  # by fractions: 0.07 of 100 is 7, in floats a little more
    place = int(np.searchsorted(np.cumsum(weights[order]), needed))
    return float(numbers[order][place])


def share_at_most(values: Column, counts: Column, limit: float) -> float | None:
    """Return the share (0 to 1) of the counted whose value is `limit` or less; None with nobody."""
    numbers, weights = _table(values, counts)
    total = int(weights.sum())
    return None if total == 0 else int(weights[numbers <= limit].sum()) / total


def _table(values: Column, counts: Column) -> tuple[Floats, Integers]:
    numbers, weights = np.asarray(values, dtype=np.float64), np.asarray(counts, dtype=np.int64)
    if numbers.shape != weights.shape:
        raise ValueError(f"There are {numbers.size} values and {weights.size} counts. Give one count per value.")
    if np.any(weights < 0):
        raise ValueError(f"A count is {weights.min()}, below 0.")
    return numbers, weights
