"""What callers meet through a day whose queue is carried from each half-hour into the next."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.callers_through_day import callers_through_day
from frontdoor.statistics.erlang_b import refuse
from frontdoor.statistics.queue_day import QueueDay, queue_day
from frontdoor.statistics.wait_from_place import in_time_from_place
from frontdoor.statistics.waits_through_day import waits_through_day

NOBODY = 1e-9  # a share of calls answered that is only rounding
MOMENTS, MOMENTS_NEAR_THE_END = 8, 3  # when waits are judged in a half-hour, and among calls due in the next one


class CarriedQueue(NamedTuple):
    """Expected values by half-hour of the call's arrival, arrays of the shape of the calls; NaN where nobody calls."""

    chance_of_waiting: Floats  # 0 to 1
    chance_of_abandoning: Floats  # 0 to 1, whenever those who called in the half-hour give up
    mean_wait: Floats  # seconds over all calls, those answered at once or given up included
    offered_wait_in_time: Floats  # share of calls that somebody ready to hold on would have had answered in time
    answered_in_time_of_offered: Floats
    answered_in_time_of_answered: Floats  # NaN too where nobody is answered
    queue_at_end: Floats  # callers waiting when the half-hour ends


def carried_queue(
    calls: ArrayLike,
    handle_seconds: ArrayLike,
    agents: ArrayLike,
    *,
    patience_seconds: float = np.inf,
    within_seconds: float = 20.0,
    interval_seconds: float = 1800.0,
) -> CarriedQueue:
    """Return what callers meet by half-hour; the last axis is the time of day, one before it may be days.

    `calls` are expected numbers, `agents` whole. The day begins with nobody waiting. Agents finish their call before they
    leave; after the last half-hour the last agents on duty answer all who still wait. Calls come at random (Poisson) at a
    rate that is even within a half-hour; handling times and patience are exponential. Decision 0112 says how good it is.
    """
    shape = np.broadcast_shapes(*map(np.shape, (calls, agents, handle_seconds)))
    refuse(np.asarray(not patience_seconds > 0), "Patience must be above 0 seconds")
    refuse(np.asarray(not within_seconds >= 0), "The time to answer is below 0 seconds")
    offered, on_duty, handle = _rows(calls, agents, handle_seconds)
    day = queue_day(offered, on_duty, handle, 1 / patience_seconds, interval_seconds)
    moments, weights = _moments(interval_seconds, within_seconds)
    callers, at_end = callers_through_day(day, moments)
    waits = waits_through_day(day, moments)
    looks = [
        _in_half_hour(day, half_hour, (callers[half_hour], waits[half_hour]), moments, within_seconds)
        for half_hour in range(offered.shape[1])
    ]
    values = np.moveaxis(np.tensordot(np.stack(looks), weights, axes=(2, 0)), 0, -1)
    found = (*_named(day, values), at_end)
    return CarriedQueue._make(one.reshape(shape) for one in found)


def _rows(calls: ArrayLike, agents: ArrayLike, handle_seconds: ArrayLike) -> list[Floats]:
    """Return days x half-hours of one shape; raise ValueError for what cannot be."""
    given = (np.atleast_2d(np.asarray(one, dtype=np.float64)) for one in (calls, agents, handle_seconds))
    offered, on_duty, handle = np.broadcast_arrays(*given)
    refuse(~(np.isfinite(offered) & (offered >= 0)), "Calls must be 0 or more")
    refuse(~(np.isfinite(on_duty) & (on_duty >= 0) & (on_duty == np.floor(on_duty))), "Agents must be 0 or more, whole")
    refuse(~((handle > 0) | (offered == 0)), "Calls need a handling time above 0 seconds")
    return [offered, on_duty, handle]


def _in_half_hour(
    day: QueueDay, half_hour: int, callers_and_waits: tuple[Floats, Floats], moments: Floats, within: float
) -> Floats:
    """Return waiting, mean wait, offered wait in time and answered in time of calls (values x moments x days)."""
    callers, waits = callers_and_waits
    on_duty = day.agents[:, half_hour, None]
    place = np.maximum(np.arange(day.states) - on_duty + 1, 0)
    start = half_hour * day.seconds + moments
    answering, coming = _ahead(day, half_hour, start, within)
    wait = np.take_along_axis(waits, np.broadcast_to(place, callers.shape), axis=2)
    then = np.maximum(place - coming[..., None], 0)  # the place once those who come on duty have each taken a call
    holding_on, leaving = (
        np.take_along_axis(np.concatenate([np.ones((*then.shape[:2], 1)), chance], axis=2), then, axis=2)
        for chance in in_time_from_place(answering, day.leaving, within, day.states)
    )
    answered = (
        1 - wait * day.leaving
    )  # bounds where agents change before the time is up: late is only who holds on late
    leaving = np.clip(leaving, answered + holding_on - 1, np.minimum(answered, holding_on))
    meets = (np.minimum(place, 1), wait, holding_on, leaving)
    return np.stack([(callers * one).sum(axis=2) for one in meets])


def _ahead(day: QueueDay, half_hour: int, start: Floats, within: float) -> tuple[Floats, NDArray[np.int64]]:
    """Return answers a second over the time to answer from each moment on, and agents who come in it (moments x days)."""
    count = day.agents.shape[1]
    ends = np.arange(count + 1) * day.seconds
    last = np.minimum(((start + within) // day.seconds).astype(np.int64), count - 1)
    rates = day.agents * day.answering
    coming = np.maximum(np.diff(day.agents, axis=1, prepend=day.agents[:, :1]), 0).cumsum(axis=1)
    done = np.concatenate([np.zeros((len(rates), 1)), rates.cumsum(axis=1) * day.seconds], axis=1)
    until = done[:, last] + rates[:, last] * (start + within - ends[last])
    since = done[:, [half_hour]] + rates[:, [half_hour]] * (start - ends[half_hour])
    answering = (until - since) / within if within > 0 else rates[:, [half_hour]] + 0 * since
    return answering.T, (coming[:, last] - coming[:, [half_hour]]).T


def _named(day: QueueDay, values: Floats) -> list[Floats]:
    """Return the shares and waits in the order of CarriedQueue; with nobody on duty all day the patient wait for ever."""
    waiting, wait, offered_wait, answered_in_time = values
    gone = wait * day.leaving
    answered = np.where(1 - gone > NOBODY, 1 - gone, np.nan)
    is_never = (day.agents.max(axis=1, keepdims=True) == 0) & (day.leaving == 0)
    wait = np.where(is_never, np.inf, wait)
    found = (waiting, gone, wait, offered_wait, answered_in_time, np.minimum(answered_in_time / answered, 1.0))
    return [np.where(day.arriving > 0, one, np.nan) for one in found]


def _moments(interval: float, within: float) -> tuple[Floats, Floats]:
    """Return when in a half-hour to look, and how much each look weighs (Gauss-Legendre).

    Calls in the last `within` seconds may be answered by the next half-hour's agents: they are looked at apart.
    """
    parts = [(0.0, interval, MOMENTS + MOMENTS_NEAR_THE_END)]
    if 0 < within < interval:
        parts = [(0.0, interval - within, MOMENTS), (interval - within, interval, MOMENTS_NEAR_THE_END)]
    rules = [(np.polynomial.legendre.leggauss(count), start, end) for start, end, count in parts]
    moments = [start + (end - start) * (place + 1) / 2 for (place, _), start, end in rules]
    weights = [(end - start) / interval * weight / 2 for (_, weight), start, end in rules]
    return np.concatenate(moments), np.concatenate(weights)
