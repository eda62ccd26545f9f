"""The sums over the states of a queue that callers leave, for any number of queues at once and any size of sum."""

from typing import NamedTuple

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers

MOST_TERMS = 20_000
"""Beyond this many states a queue counts as patient: patience of months, or of days for thousands of agents."""

DEPTH = 9.0  # start this many square roots of the busiest rate beyond the largest term: less than e^-40 is left out
LEAST_DEPTH = 40.0
STEPS_BETWEEN_SCALINGS = 32
SCALE_FROM = 1e100


class QueueSums(NamedTuple):
    """Of the weights 1, y / (x + 1), y / (x + 1) y / (x + 2), ...: the logarithm of their sum and their mean place."""

    log_sum: Floats
    mean_place: Floats


def terms_needed(served: Floats, arriving: Floats) -> Floats:
    """Return how many terms of the sums there are down to 1e-17 of the whole, for x = `served` and y = `arriving`."""
    busiest, spare = np.maximum(served, arriving), np.maximum(1 - arriving / np.maximum(served, 1e-300), 1e-300)
    by_size = np.maximum(arriving - served, 0) + DEPTH * np.sqrt(busiest) + LEAST_DEPTH
    return np.ceil(np.minimum(by_size, DEPTH**2 / 2 / spare + LEAST_DEPTH))


def is_summable(served: Floats, arriving: Floats) -> Booleans:
    """Tell where the sums are short enough to be worked out."""
    return terms_needed(served, arriving) <= MOST_TERMS


def queue_sums(served: Floats, arriving: Floats) -> QueueSums:
    """Return the sums for x = `served` = agents x patience / handling time and y = `arriving` = calls in one patience.

    One-dimensional arrays of one length. Worked from the far end, a = 1 + y / (x + 1) a', so that only positive numbers
    are added and an error made far out dies away; scaled, because a long overload makes a sum beyond any float.
    The sum is x e^y y^-x gamma_lower(x, y), Palm 1957; the mean place is the mean queue of those who wait.
    """
    terms = terms_needed(served, arriving).astype(np.int64)
    deepest_first = np.argsort(-terms, kind="stable")
    x, y = served[deepest_first], arriving[deepest_first]
    log_sum, mean_place = np.empty_like(x), np.empty_like(x)
    log_sum[deepest_first], mean_place[deepest_first] = _from_the_far_end(x, y, terms[deepest_first])
    return QueueSums(log_sum, mean_place)


def _from_the_far_end(x: Floats, y: Floats, terms: Integers) -> tuple[Floats, Floats]:
    """Return the sums' logarithms and mean places; rows come with the most terms first."""
    beyond = y / (x + terms + 1)
    total = 1 / (1 - beyond)
    placed, one, log_scale = beyond * total**2, np.ones_like(x), np.zeros_like(x)
    divisor = x + terms
    for step, under_way in enumerate(np.cumsum(np.bincount(terms)[:0:-1])):
        rows = slice(0, under_way)
        ratio = y[rows] / divisor[rows]
        placed[rows] = ratio * (placed[rows] + total[rows])
        total[rows] = one[rows] + ratio * total[rows]
        divisor[rows] -= 1
        if step % STEPS_BETWEEN_SCALINGS == 0:
            scale = np.where(total > SCALE_FROM, total, 1.0)
            total, placed, one, log_scale = total / scale, placed / scale, one / scale, log_scale + np.log(scale)
    return log_scale + np.log(total), placed / total
