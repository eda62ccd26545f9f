"""What happens to a queue when agents go home: each finishes the call in hand and takes no other."""

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers


def agents_until_cleared(calls: Floats, agents: Floats) -> Integers:
    """Return agents with the last ones on duty staying on once calls and agents have both ended; rows are days.

    There is one half-hour more than was given: after it all who still wait are answered by those agents.
    """
    on_duty = np.append(agents, np.zeros((len(agents), 1)), axis=1).astype(np.int64)
    for day, row in enumerate(on_duty):
        working = np.flatnonzero(row)
        calling = np.flatnonzero(calls[day])
        if working.size:
            after = max(working[-1], calling[-1] if calling.size else 0) + 1
            on_duty[day, after:] = row[working[-1]]
    return on_duty


def without_leavers(chances: Floats, agents: Integers, then: Integers) -> Floats:
    """Return the chances of 0, 1, 2, ... callers in the system once `agents` fall to `then`; a row per day.

    Those on a call with somebody who leaves are counted out: they hold nobody up. Who leaves is anybody, so that the
    number of leavers found on a call is hypergeometric; with a queue all of them are.
    """
    result = chances.copy()
    for day, (before, after) in enumerate(zip(agents, then, strict=True)):
        if after < before:
            result[day] = _less(chances[day], int(before), int(before - after))
    return result


def _less(chances: Floats, agents: int, leavers: int) -> Floats:
    """Return one day's chances with `leavers` of `agents` gone."""
    log_factorial = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, agents + 1)))])

    def log_ways(size: Integers | int, chosen: Integers | int) -> Floats:
        ways: Floats = log_factorial[size] - log_factorial[chosen] - log_factorial[np.subtract(size, chosen)]
        return ways

    result = np.zeros_like(chances)
    result[agents - leavers : -leavers] = chances[agents:]
    for busy_leavers in range(leavers + 1):
        busy = np.arange(busy_leavers, agents - leavers + busy_leavers + 1)
        busy = busy[busy < agents]
        ways = (
            log_ways(busy, busy_leavers) + log_ways(agents - busy, leavers - busy_leavers) - log_ways(agents, leavers)
        )
        result[busy - busy_leavers] += chances[busy] * np.exp(ways)
    return result
