"""How few agents keep a promise about waiting, for every half-hour at once, and how many to roster for that."""

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.erlang_b import inverse_blocking, queues, refuse

TIE = 1e-12
"""Relative room for floats: what keeps the promise exactly on paper keeps it here (21 / (1 - 0.3) is 30, not 31)."""


def required_agents(
    load: ArrayLike,
    handle_seconds: ArrayLike,
    *,
    target: ArrayLike,
    within_seconds: ArrayLike,
    occupancy_limit: ArrayLike = 1.0,
    minimum_cover: ArrayLike = 0,
) -> Integers:
    """Return the fewest agents that answer the share `target` within the time (Erlang C) and are not busier than allowed.

    All shapes broadcast. `load` in erlangs; `target` from 0 to below 1; `occupancy_limit` above 0 to 1, so that load /
    agents is at most that. A load of 0 needs 0; `minimum_cover` lifts every answer: give 0 where the line is closed.
    Raises ValueError for anything outside these ranges. Source: STATISTICS, section 3; searched from floor(load) + 1.
    """
    given = (load, handle_seconds, target, within_seconds, occupancy_limit)
    offered, *rest = np.broadcast_arrays(*(np.asarray(one, dtype=np.float64) for one in given))
    queues(offered, 0)
    has_calls = offered > 0
    needed = np.zeros(offered.shape, dtype=np.int64)
    needed[has_calls] = _search(offered[has_calls], *_checked(*(one[has_calls] for one in rest)))
    return np.maximum(needed, np.asarray(minimum_cover, dtype=np.int64))


def scheduled_agents(agents: ArrayLike, shrinkage: ArrayLike) -> Integers:
    """Return how many to roster so that `agents` are on the phones: `shrinkage` (0 to below 1) is leave, training, sickness.

    Shapes broadcast. Raises ValueError for a shrinkage outside its range.
    """
    lost = np.asarray(shrinkage, dtype=np.float64)
    refuse(~((lost >= 0) & (lost < 1)), "Shrinkage must be a share from 0 to below 1")
    return np.ceil(np.asarray(agents, dtype=np.float64) / (1 - lost) * (1 - TIE)).astype(np.int64)


def _checked(handle: Floats, target: Floats, within: Floats, limit: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the time within which to answer in handling times, the share that may be late and the occupancy limit."""
    refuse(~(handle > 0), "Calls need a handling time above 0 seconds")
    refuse(~((target >= 0) & (target < 1)), "No number of agents answers everybody in time: a target is below 1")
    refuse(~(within >= 0), "The time to answer is below 0 seconds")
    refuse(~((limit > 0) & (limit <= 1)), "The occupancy limit must be a share above 0, up to 1")
    return within / handle, 1 - target + TIE, limit


def _search(load: Floats, patience: Floats, may_be_late: Floats, limit: Floats) -> Integers:
    """Return the first number of agents that will do, adding one at a time to those half-hours that still need it."""
    agents = np.maximum(np.floor(load) + 1, np.ceil(load / limit * (1 - TIE)))
    inverse = inverse_blocking(load, agents)
    needed = np.empty(load.shape, dtype=np.int64)
    rows = np.arange(load.size)
    with np.errstate(over="ignore"):
        while rows.size:
            spare = agents - load
            late = agents / (spare * inverse + load) * np.exp(-spare * patience)
            is_short = late > may_be_late
            needed[rows[~is_short]] = agents[~is_short]
            rows, load, patience, may_be_late = (one[is_short] for one in (rows, load, patience, may_be_late))
            agents = agents[is_short] + 1
            inverse = 1 + inverse[is_short] * agents / load
    return needed
