"""How a system that moves at random between states, or a value that depends on its state, changes with time."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from frontdoor.statistics.arrays import Floats

TAIL = 8.0  # square roots of the expected number of jumps; less than 1e-14 of them lie beyond
NOTHING = 1e-18  # a weight that changes nothing
LARGEST_PATH = 250_000  # numbers held at once, 2 MB

Jump = Callable[[Floats, Floats], None]
"""Writes what one jump makes of its first argument into its second."""


def advance(start: Floats, jump: Jump, jumps_per_second: float, seconds: Floats) -> Floats:
    """Return what `start` has become at each of `seconds`, as a first axis before the axes of `start`.

    The system jumps at the fixed rate `jumps_per_second`, at least the fastest state's; `jump` says what one does. Exact
    but for 1e-14, and a chance never goes below 0. Source: Jensen 1953 (uniformisation).
    """
    expected = jumps_per_second * seconds
    most = int(np.ceil(expected.max() + TAIL * np.sqrt(expected.max()) + 2 * TAIL))
    weights = _poisson(most, expected)
    block = max(16, LARGEST_PATH // start.size)
    path = np.empty((min(block, most + 1), *start.shape))
    result, current = np.zeros((len(seconds), *start.shape)), start
    for first in range(0, most + 1, block):
        length = min(block, most + 1 - first)
        path[0] = current
        for step in range(1, length):
            jump(path[step - 1], path[step])
        _add_weighted(result, weights[:, first : first + length], path)
        current = np.empty_like(start)
        jump(path[length - 1], current)
    return result


def _add_weighted(result: Floats, weights: Floats, path: Floats) -> None:
    """Add to each time's result the steps of `path` by that time's weights, of which few are not 0.

    By einsum, not by a matrix product: threads of its own would wait for each other on a busy server.
    """
    for time, row in enumerate(weights):
        used = np.flatnonzero(row)
        if used.size:
            steps = slice(int(used[0]), int(used[-1]) + 1)
            result[time] += np.einsum("s,s...->...", row[steps], path[steps])


def _poisson(most: int, expected: Floats) -> NDArray[np.float64]:
    """Return the chance of 0 to `most` jumps, a row per entry of `expected`."""
    count = np.arange(most + 1)
    log_factorial = np.concatenate([[0.0], np.cumsum(np.log(count[1:]))])
    at_least = np.maximum(expected, 1e-300)[:, None]
    chances = np.exp(count * np.log(at_least) - at_least - log_factorial)
    return np.where(chances < NOTHING, 0.0, chances)
