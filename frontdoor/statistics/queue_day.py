"""The rates of a day's queue, half-hour by half-hour: how fast calls come, are answered and are given up."""

from typing import NamedTuple

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.shift_ends import agents_until_cleared

ROOM = 8.0  # standard deviations of the number of callers kept beyond the mean


class QueueDay(NamedTuple):
    """A few days side by side: arrays of days x half-hours, rates per second.

    `agents` and `answering` have one column more: after the last half-hour those agents answer all who still wait.
    """

    arriving: Floats
    agents: Integers
    answering: Floats  # of one agent
    leaving: float  # of one caller who waits
    seconds: float  # of a half-hour
    states: int  # how many numbers of callers, from 0, are told apart


def queue_day(calls: Floats, on_duty: Floats, handle: Floats, leaving: float, interval: float) -> QueueDay:
    """Return the rates of days x half-hours, and as many states as the fluid queue and `ROOM` deviations about it reach."""
    agents, answering = agents_until_cleared(calls, on_duty), 1 / _known_times(handle, interval)
    answering = np.append(answering, answering[:, -1:], axis=1)
    arriving = calls / interval
    surplus = arriving - (agents * answering)[:, :-1]
    left = np.exp(-leaving * interval)
    reach = -np.expm1(-leaving * interval) / leaving if leaving > 0 else interval
    queue = longest = np.zeros(len(calls))
    for rate in surplus.T:
        queue = np.maximum(queue * left + rate * reach, 0)
        longest = np.maximum(longest, queue)
    spread = np.sqrt(2 * calls.sum(axis=1))
    if leaving > 0:
        spread = np.minimum(spread, np.sqrt(arriving.max(axis=1) / leaving))
    states = agents.max(axis=1) + longest + ROOM * (spread + np.sqrt(agents.max(axis=1))) + 2 * ROOM
    return QueueDay(arriving, agents, answering, leaving, interval, int(states.max()) + 1)


def _known_times(handle: Floats, otherwise: float) -> Floats:
    """Return handling times, those of half-hours without calls as before, or as first known, or `otherwise`."""
    known = np.isfinite(handle) & (handle > 0)
    last = np.maximum.accumulate(np.where(known, np.arange(handle.shape[1]), -1), axis=1)
    first = np.argmax(known, axis=1)[:, None]
    times = np.take_along_axis(handle, np.where(last < 0, first, last), axis=1)
    return np.where(np.isfinite(times) & (times > 0), times, otherwise)
