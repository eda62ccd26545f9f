"""Sums over weeks that weigh each week against the one before, for errors that carry over from week to week."""

from typing import NamedTuple

import numpy as np

from frontdoor.statistics.arrays import Floats


class NeighbourSums(NamedTuple):
    """The three parts of a' W(rho) b, where (1 - rho^2) times the inverse correlation of an AR(1) is W(rho)."""

    plain: Floats  # a' b
    neighbours: Floats  # products of each week with the one before and the one after
    inner: Floats  # a' b without the first and the last week

    def at(self, rho: Floats) -> Floats:
        """Return a' W(rho) b; `rho` must broadcast against the parts."""
        return np.asarray(self.plain - rho * self.neighbours + rho**2 * self.inner, dtype=np.float64)

    def precision(self, rho: Floats) -> Floats:
        """Return a' R^-1 b, with R the correlation rho^|i-j|."""
        return self.at(rho) / (1 - rho**2)

    def slope(self, rho: Floats) -> Floats:
        """Return the derivative of a' R^-1 b by rho."""
        rest = 1 - rho**2
        return (2 * rho * self.inner - self.neighbours) / rest + 2 * rho * self.at(rho) / rest**2


def neighbour_sums(a: Floats, b: Floats) -> NeighbourSums:
    """Return the parts of a' W b for columns `a` (weeks, left) and `b` (weeks, right), each (left, right)."""
    return NeighbourSums(a.T @ b, a[1:].T @ b[:-1] + a[:-1].T @ b[1:], a[1:-1].T @ b[1:-1])


def slope_times(columns: Floats, rho: Floats) -> Floats:
    """Return dR^-1/drho times `columns` (weeks, columns) for each `rho` (series,): (series, weeks, columns)."""
    carried = rho[:, None, None]
    beside = np.zeros_like(columns)
    beside[1:] += columns[:-1]
    beside[:-1] += columns[1:]
    inner = columns.copy()
    inner[[0, -1]] = 0.0
    rest = 1 - carried**2
    whole = columns - carried * beside + carried**2 * inner
    return np.asarray((2 * carried * inner - beside) / rest + 2 * carried * whole / rest**2, dtype=np.float64)


def correlated(columns: Floats, rho: Floats) -> Floats:
    """Return R times `columns` (series, weeks, columns) with R = rho^|i-j| of each series' `rho` (series,)."""
    carried = rho[:, None]
    forward, backward = columns.copy(), columns.copy()
    for week in range(1, columns.shape[1]):
        forward[:, week] += carried * forward[:, week - 1]
        backward[:, -1 - week] += carried * backward[:, -week]
    return forward + backward - columns
