"""How few agents keep a promise about waiting when some callers give up, for every half-hour at once."""

from collections.abc import Callable
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.erlang_a import ImpatientQueue, erlang_a
from frontdoor.statistics.erlang_b import queues, refuse
from frontdoor.statistics.required_agents import TIE


class ServiceLevel(StrEnum):
    """The three things people mean by a service level where callers give up; name the one you show."""

    OFFERED_WAIT = "of people ready to hold on, the share answered in time"
    OF_OFFERED = "of all calls, the share answered in time"
    OF_ANSWERED = "of answered calls, the share answered in time"


LEVELS: dict[ServiceLevel, Callable[[ImpatientQueue], Floats]] = {
    ServiceLevel.OFFERED_WAIT: lambda queue: queue.offered_wait_in_time,
    ServiceLevel.OF_OFFERED: lambda queue: queue.answered_in_time_of_offered,
    ServiceLevel.OF_ANSWERED: lambda queue: queue.answered_in_time_of_answered,
}


def required_with_patience(
    load: ArrayLike,
    handle_seconds: ArrayLike,
    patience_seconds: ArrayLike,
    *,
    target: ArrayLike,
    within_seconds: ArrayLike,
    occupancy_limit: ArrayLike = 1.0,
    minimum_cover: ArrayLike = 0,
    level: ServiceLevel = ServiceLevel.OF_OFFERED,
    most_abandoned: ArrayLike = 1.0,
) -> Integers:
    """Return the fewest agents with the `level` at `target` or above (Erlang A), not busier and not losing more than allowed.

    Shapes broadcast; ranges and errors as in required_agents. With callers who give up a promise can be kept with fewer
    agents than calls keep busy; `most_abandoned` (share, 0 to 1) says how many may go that way.
    """
    given = (load, handle_seconds, patience_seconds, target, within_seconds, occupancy_limit, most_abandoned)
    arrays = np.broadcast_arrays(*(np.asarray(one, dtype=np.float64) for one in given))
    queues(arrays[0], 0)
    refuse(~((arrays[3] >= 0) & (arrays[3] < 1)), "No number of agents answers everybody in time: a target is below 1")
    refuse(~((arrays[5] > 0) & (arrays[5] <= 1)), "The occupancy limit must be a share above 0, up to 1")
    refuse(~((arrays[6] >= 0) & (arrays[6] <= 1)), "The most that may give up is a share from 0 to 1")
    has_calls = arrays[0] > 0
    needed = np.zeros(has_calls.shape, dtype=np.int64)
    needed[has_calls] = _by_halving([one[has_calls] for one in arrays], LEVELS[level])
    return np.maximum(needed, np.asarray(minimum_cover, dtype=np.int64))


def _by_halving(rows: list[Floats], level: Callable[[ImpatientQueue], Floats]) -> Integers:
    """Return the fewest agents that do: doubling until they do, then halving the gap to those that do not."""
    load, handle, patience, target, within, limit, most_abandoned = rows

    def is_enough(agents: Integers) -> Booleans:
        queue = erlang_a(load, agents, handle, patience, within)
        has_time, is_held = queue.occupancy <= limit * (1 + TIE), queue.chance_of_abandoning <= most_abandoned + TIE
        return (level(queue) >= target - TIE) & has_time & is_held

    too_few = np.zeros(load.size, dtype=np.int64)
    enough: Integers = np.ceil(load + 2 * np.sqrt(load)).astype(np.int64)
    while not np.all(does := is_enough(enough)):
        too_few, enough = np.where(does, too_few, enough), np.where(does, enough, 2 * enough)
    while np.any(enough - too_few > 1):
        middle = (too_few + enough) // 2
        does = is_enough(middle)
        too_few, enough = np.where(does, too_few, middle), np.where(does, middle, enough)
    return enough
