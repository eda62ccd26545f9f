"""How often all agents are busy when nobody waits: the Erlang B formula, on which every other queue here stands."""

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Booleans, Floats

START_BELOW_LOAD = 9.0
"""Where the recursion starts, in square roots of the load below it: of a first guess there less than e^-40 is left."""


def erlangs(calls: ArrayLike, handle_seconds: ArrayLike, interval_seconds: float = 1800.0) -> Floats:
    """Return the offered load: the mean number of agents busy if nobody ever waited. Source: STATISTICS, section 3."""
    return np.asarray(calls, dtype=np.float64) * np.asarray(handle_seconds, dtype=np.float64) / interval_seconds


def blocking(load: ArrayLike, agents: ArrayLike) -> Floats:
    """Return the share (0 to 1) of calls that find all `agents` busy, where such calls are lost; shapes broadcast.

    Raises ValueError for a load that is below 0 or not a number, and for agents below 0 or not whole.
    """
    return 1 / inverse_blocking(*queues(load, agents))


def queues(load: ArrayLike, agents: ArrayLike) -> tuple[Floats, Floats]:
    """Return loads in erlangs and agents as floats of one shape; raise ValueError for what cannot be."""
    offered, on_duty = np.broadcast_arrays(np.asarray(load, dtype=np.float64), np.asarray(agents, dtype=np.float64))
    refuse(~(np.isfinite(offered) & (offered >= 0)), "The load is below 0 or not a number")
    refuse(~(np.isfinite(on_duty) & (on_duty >= 0) & (on_duty == np.floor(on_duty))), "Agents must be 0 or more, whole")
    return offered, on_duty


def refuse(wrong: Booleans, what: str) -> None:
    """Raise ValueError with `what` and the first place where `wrong` is true."""
    if np.any(wrong):
        place = f" at entry {int(np.argmax(wrong))}" if np.ndim(wrong) else ""
        raise ValueError(f"{what}{place}.")


def inverse_blocking(load: Floats, agents: Floats) -> Floats:
    """Return 1 / B of arrays of one shape, from 1 up; infinite where B is below 1e-308.

    1 / B_k = 1 + (k / load) / B_(k-1): only sums of positive numbers, so nothing cancels. An error made below the load
    dies away on the way up, so a large system needs no start at 0 agents. Source: Jagerman 1974; Erlang 1917.
    """
    first = np.maximum(np.floor(np.minimum(load, agents) - START_BELOW_LOAD * np.sqrt(load)) - 1, 0)
    steps = (agents - first).astype(np.int64).ravel()
    longest_first = np.argsort(-steps, kind="stable")
    offered, agent = load.ravel()[longest_first], first.ravel()[longest_first]
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        inverse = np.where(agent > 0, offered / (offered - agent), 1.0)
        for under_way in np.cumsum(np.bincount(steps)[:0:-1]):
            agent[:under_way] += 1
            inverse[:under_way] *= agent[:under_way] / offered[:under_way]
            inverse[:under_way] += 1
    result = np.empty_like(inverse)
    result[longest_first] = inverse
    return result.reshape(load.shape)
