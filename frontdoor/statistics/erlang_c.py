"""How long callers wait when they all hold on: Erlang C, for any number of half-hours at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.erlang_b import inverse_blocking, queues, refuse


class PatientQueue(NamedTuple):
    """What callers meet who never give up; arrays of the shape of what was given (float() reads a single one).

    At a load of all agents or more there is no steady state: everybody waits, for ever. Without calls nobody waits.
    """

    chance_of_waiting: Floats  # 0 to 1
    service_level: Floats  # share (0 to 1) of calls answered within the time
    mean_wait: Floats  # seconds over all calls, those answered at once included; infinite without a steady state
    occupancy: Floats  # share (0 to 1) of their time that agents spend on calls; NaN with nobody on duty


def erlang_c(
    load: ArrayLike, agents: ArrayLike, handle_seconds: ArrayLike, within_seconds: ArrayLike = 0.0
) -> PatientQueue:
    """Return what callers meet at `load` erlangs; all shapes broadcast, agents are whole.

    Raises ValueError for a negative load, agents or time, and for a load without a handling time.
    Source: Erlang 1917; the formulas of STATISTICS, section 3, written without differences of nearly equal numbers.
    """
    handle, within = np.asarray(handle_seconds, dtype=np.float64), np.asarray(within_seconds, dtype=np.float64)
    offered, on_duty, handle, within = np.broadcast_arrays(*queues(load, agents), handle, within)
    refuse(~((handle > 0) | (offered == 0)), "Calls need a handling time above 0 seconds")
    refuse(~(within >= 0), "The time to answer is below 0 seconds")
    waiting, at_once = waiting_shares(offered, on_duty, inverse_blocking(offered, on_duty))
    is_stable, has_calls = on_duty > offered, offered > 0
    rate = np.where(is_stable & has_calls, (on_duty - offered) / np.where(has_calls, handle, 1.0), 1.0)
    level = np.where(is_stable, at_once - waiting * np.expm1(-rate * within), 0.0)
    wait = np.where(is_stable, waiting / rate, np.inf)
    busy = np.divide(offered, on_duty, out=np.full(offered.shape, np.nan), where=on_duty > 0)
    level, wait = np.where(has_calls, level, 1.0), np.where(has_calls, wait, 0.0)
    return PatientQueue(waiting, level, wait, np.asarray(np.minimum(busy, 1.0)))


def waiting_shares(load: Floats, agents: Floats, inverse: Floats) -> tuple[Floats, Floats]:
    """Return the shares of calls that wait and that do not, given 1 / B; 1 and 0 without a steady state.

    C = N B / (N - A + A B), and 1 - C = (N - A) (1 - B) / (N - A + A B).
    """
    is_stable, lost = agents > load, 1 / inverse
    spare = np.where(is_stable, agents - load, 0.0)
    whole = np.where(is_stable, spare + load * lost, 1.0)
    waiting = np.where(is_stable, agents * lost / whole, np.where(load > 0, 1.0, 0.0))
    at_once = np.where(is_stable, spare * (1 - lost) / whole, np.where(load > 0, 0.0, 1.0))
    return waiting, at_once
