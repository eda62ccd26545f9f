"""The kinds of array the generator works with, and the one way it picks among weighted choices."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Flags = NDArray[np.bool_]
Texts = NDArray[np.str_]
Random = np.random.Generator

NONE = -1
"""Stands for 'not there' in arrays of whole numbers; written out as an empty cell."""

SECONDS_PER_DAY = 86_400
SECONDS_PER_HALF_HOUR = 1_800
HALF_HOURS = 48


def pick(random: Random, weights: Sequence[float] | Real, size: int) -> Whole:
    """Return `size` indexes drawn in proportion to `weights`."""
    cumulative = np.cumsum(np.asarray(weights, dtype=np.float64))
    drawn = np.searchsorted(cumulative, random.random(size) * cumulative[-1], side="right")
    return np.asarray(np.minimum(drawn, len(cumulative) - 1), dtype=np.int64)


def chance(random: Random, share: float | Real, size: int) -> Flags:
    """Return `size` flags, each true with probability `share`."""
    return np.asarray(random.random(size) < share, dtype=np.bool_)


def where_true(flags: Flags) -> Whole:
    """Return the positions of the true ones."""
    return np.flatnonzero(flags).astype(np.int64)


def even_chances(random: Random, group: Whole, by: Real | None = None) -> Real:
    """Return numbers in [0, 1) in random order but evenly spread within each group (0, 1, 2, ...).

    `even_chances(...) < share` is then true for that share of each group, to the nearest row. With `by` the numbers rise
    with it instead of at random.
    """
    order = np.lexsort((random.random(len(group)) if by is None else by, group))
    counts = np.bincount(group)
    rank = np.arange(len(group)) - (np.cumsum(counts) - counts)[group[order]]
    spread = np.empty(len(group))
    spread[order] = (rank + random.random(len(group))) / counts[group[order]]
    return spread
