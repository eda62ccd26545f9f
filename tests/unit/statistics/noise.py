"""Seeded noise of known carry-over, to hold charts and tests against."""

import numpy as np

from frontdoor.statistics.arrays import Floats


def noise(series: int, points: int, rho: float = 0.0, seed: int = 20261122) -> Floats:
    """Return stationary first-order autoregressions with standard deviation 1, one per row."""
    shocks = np.random.default_rng(seed).standard_normal((series, points))
    values = np.empty_like(shocks)
    values[:, 0] = shocks[:, 0]
    for point in range(1, points):
        values[:, point] = rho * values[:, point - 1] + np.sqrt(1 - rho**2) * shocks[:, point]
    return values


def step(points: int, height: float, last: int = 8) -> Floats:
    """Return a level of 0 that rises by `height` for the `last` points."""
    return np.where(np.arange(points) >= points - last, height, 0.0)
