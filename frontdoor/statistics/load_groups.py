"""Figures that belong together, such as the half-hours of one day, summed and drawn again by group."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats, Integers


@dataclass(frozen=True, slots=True)
class Groups:
    """Figures with their group: one entry each in `load`, `failing`, `weights` (mean 1) and `group` (0, 1, ...), in the order of groups."""

    load: Floats
    failing: Floats
    weights: Floats
    group: Integers
    number: int

    @staticmethod
    def of(load: ArrayLike, failing: ArrayLike, weights: ArrayLike | None, groups: ArrayLike | None) -> "Groups | None":
        """Return the figures without unknown ones; None where none are left. ValueError where lengths differ."""
        x, y = np.asarray(load, dtype=np.float64), np.asarray(failing, dtype=np.float64)
        w = np.ones_like(x) if weights is None else np.asarray(weights, dtype=np.float64)
        together = np.arange(len(x)) if groups is None else np.asarray(groups)
        if not len(x) == len(y) == len(w) == len(together):
            raise ValueError(
                f"Lengths differ: {len(x)} loads, {len(y)} figures, {len(w)} weights, {len(together)} groups."
            )
        use = ~(np.isnan(x) | np.isnan(y) | np.isnan(w)) & (w > 0)
        if not use.any():
            return None
        names, group = np.unique(together[use], return_inverse=True)
        order = np.argsort(group, kind="stable")
        weight = w[use][order]
        return Groups(x[use][order], y[use][order], weight / weight.mean(), group[order], len(names))

    def sums(self, columns: Floats) -> Floats:
        """Return the sums of each group, (groups, columns), of `columns` (figures, columns)."""
        starts = np.searchsorted(self.group, np.arange(self.number))
        return np.asarray(np.add.reduceat(columns, starts, axis=0), dtype=np.float64)


def drawn_weights(groups: int, draws: int, seed: int) -> Floats:
    """Return how often each of `groups` is drawn, (draws, groups), when as many are drawn with replacement."""
    chosen = np.random.default_rng(seed).integers(0, groups, size=(draws, groups))
    flat = chosen + np.arange(draws)[:, None] * groups
    return np.bincount(flat.ravel(), minlength=draws * groups).reshape(draws, groups).astype(np.float64)
