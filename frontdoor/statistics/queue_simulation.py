"""A call centre played through call by call, many days at once: the independent check of what formulas say."""

from typing import NamedTuple

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers

IDLE_FIRST = 1e9  # seconds; whoever is idle comes before whoever will be


class SimulatedDays(NamedTuple):
    """Counts by half-hour of the call's arrival, arrays of days x half-hours; divide sums over days, not shares."""

    offered: Floats
    waited: Floats
    abandoned: Floats
    offered_wait_in_time: Floats
    answered_in_time: Floats
    seconds_waited: Floats


def simulate_days(
    calls: Floats,
    handle_seconds: float,
    agents: Integers,
    *,
    days: int,
    seed: int,
    patience_seconds: float = np.inf,
    within_seconds: float = 20.0,
    interval_seconds: float = 1800.0,
    handle_variation: float = 1.0,
) -> SimulatedDays:
    """Return `days` days of Poisson calls by half-hour, first come first served by whoever has been idle longest.

    `handle_variation` is the standard deviation of a handling time over its mean: 1 is exponential, anything else
    lognormal. Agents finish the call in hand when their shift ends; once calls and agents have both ended the last ones answer all who still wait.
    A loop over the calls of a day, each step for all days together.
    """
    random = np.random.default_rng(seed)
    offered = random.poisson(calls, (days, len(calls)))
    arrivals = _arrivals(random, offered, interval_seconds)
    handling = _handling(random, arrivals.shape, handle_seconds, handle_variation)
    endless = np.isinf(patience_seconds)
    patience = np.full(arrivals.shape, np.inf) if endless else random.exponential(patience_seconds, arrivals.shape)
    offered_wait = _offered_waits(arrivals, handling, patience, _shifts(calls, agents, interval_seconds))
    is_call = np.isfinite(arrivals)
    is_answered = is_call & (offered_wait <= patience)
    is_soon = is_call & (offered_wait <= within_seconds)
    waits = np.where(is_call, np.minimum(offered_wait, patience), 0.0)
    counted = (is_call, is_call & (offered_wait > 0), is_call & ~is_answered, is_soon, is_soon & is_answered, waits)
    half_hour = np.where(is_call, arrivals, 0) // interval_seconds
    return SimulatedDays._make(_by_half_hour(amounts, half_hour, len(calls)) for amounts in counted)


def _by_half_hour(amounts: Floats | Booleans, half_hour: Floats, count: int) -> Floats:
    """Return each day's sums of the calls' `amounts` by half-hour (days x half-hours)."""
    days = len(half_hour)
    place = np.arange(days)[:, None] * count + np.minimum(half_hour, count - 1).astype(np.int64)
    sums = np.bincount(place.ravel(), amounts.ravel().astype(np.float64), days * count)
    return sums.astype(np.float64).reshape(days, count)


def _arrivals(random: np.random.Generator, offered: Integers, interval: float) -> Floats:
    """Return the times of each day's calls in order, infinite after the last (days x most calls of a day)."""
    most = offered.sum(axis=1).max(initial=0)
    order = np.arange(most)[None, :]
    half_hour = (order[:, :, None] >= offered.cumsum(axis=1)[:, None, :]).sum(axis=2)
    times = (half_hour + random.random((len(offered), most))) * interval
    return np.sort(np.where(half_hour < offered.shape[1], times, np.inf), axis=1)


def _handling(random: np.random.Generator, shape: tuple[int, ...], mean: float, variation: float) -> Floats:
    if variation == 1:
        return random.exponential(mean, shape)
    spread = np.sqrt(np.log1p(variation**2))
    return random.lognormal(np.log(mean) - spread**2 / 2, spread, shape)


def _shifts(calls: Floats, agents: Integers, interval: float) -> tuple[Booleans, Floats, float]:
    """Return who is on duty when, and when whoever is not comes next (half-hours and the time after x agents)."""
    working = np.flatnonzero(agents)
    staying = agents[working[-1]] if working.size else 0
    is_closed = np.arange(len(agents)) > max([*working[-1:], *np.flatnonzero(calls)[-1:]], default=0)
    through = np.append(np.where(is_closed, staying, agents), staying)
    is_on = through[:, None] > np.arange(max(agents.max(initial=0), 1))
    starts = np.where(is_on, np.arange(len(through))[:, None] * interval, np.inf)
    return is_on, np.minimum.accumulate(starts[::-1], axis=0)[::-1], interval


def _offered_waits(
    arrivals: Floats, handling: Floats, patience: Floats, shifts: tuple[Booleans, Floats, float]
) -> Floats:
    """Return how long each caller would wait for an answer who holds on (days x calls)."""
    is_on, next_start, interval = shifts
    days, who = np.arange(len(arrivals)), np.arange(is_on.shape[1])
    free = np.zeros((len(arrivals), len(who)))
    waits = np.full(arrivals.shape, np.inf)
    for call, arrived in enumerate(arrivals.T):
        came = np.where(np.isfinite(arrived), arrived, 0.0)
        ready = np.maximum(free, came[:, None])
        half_hour = np.minimum(ready // interval, len(is_on) - 1).astype(np.int64)
        ready = np.where(is_on[half_hour, who], ready, next_start[half_hour, who])
        chosen = np.argmin(np.where(ready <= came[:, None], free - IDLE_FIRST, ready), axis=1)
        start = ready[days, chosen]
        waits[:, call] = start - came
        takes = np.isfinite(arrived) & (waits[:, call] <= patience[:, call]) & np.isfinite(start)
        free[days[takes], chosen[takes]] = start[takes] + handling[takes, call]
    return waits
