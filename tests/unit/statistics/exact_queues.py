"""Queues worked out the long way, with 50 digits, to hold the fast formulas against."""

from decimal import Decimal, localcontext
from typing import NamedTuple

DIGITS = 50


class ExactQueue(NamedTuple):
    """Erlang B and C with 50 digits; waits are None where there is no steady state."""

    blocking: Decimal
    chance_of_waiting: Decimal
    service_level: Decimal
    mean_wait: Decimal | None


class ExactImpatientQueue(NamedTuple):
    """Erlang A with 50 digits, by adding up every state of the queue."""

    chance_of_waiting: Decimal
    chance_of_abandoning: Decimal
    mean_wait: Decimal
    waits_longer: Decimal


def exact_queue(load: float, agents: int, handle: float, within: float) -> ExactQueue:
    with localcontext() as context:
        context.prec = DIGITS
        offered, time, answer = Decimal(load), Decimal(handle), Decimal(within)
        blocking = Decimal(1)
        for agent in range(1, agents + 1):
            blocking = offered * blocking / (agent + offered * blocking)
        if agents <= offered:
            return ExactQueue(blocking, Decimal(1), Decimal(0), None)
        waiting = blocking / (1 - (offered / agents) * (1 - blocking))
        level = 1 - waiting * (-(agents - offered) * answer / time).exp()
        return ExactQueue(blocking, waiting, level, waiting * time / (agents - offered))


def exact_impatient_queue(
    load: float, agents: int, handle: float, patience: float, within: float
) -> ExactImpatientQueue:
    """Birth and death: state n is left upwards at `arrivals`, downwards at min(n, agents) calls + those giving up.

    With `ahead` callers in the queue a newcomer waits longer than t if fewer than ahead + 1 have left by then, which is
    negative binomial: the k-th to leave does so at rate agents / handle + (ahead + 1 - k) / patience.
    """
    with localcontext() as context:
        context.prec = DIGITS
        arrivals, served, leaving = Decimal(load) / Decimal(handle), 1 / Decimal(handle), 1 / Decimal(patience)
        states = [Decimal(1)]
        largest = Decimal(0)
        while len(states) <= agents + 1 or states[-1] > largest * Decimal("1e-40"):
            n = len(states)
            states.append(states[-1] * arrivals / (min(n, agents) * served + max(n - agents, 0) * leaving))
            largest = max(largest, states[-1]) if n >= agents else largest
        whole = sum(states)
        queue = [one / whole for one in states[agents:]]
        stays = (-leaving * Decimal(within)).exp()
        ratio = agents * served / leaving
        left, fewer, longer = stays**ratio, Decimal(0), Decimal(0)
        for ahead, chance in enumerate(queue):
            fewer += left
            longer += chance * fewer
            left = left * (ratio + ahead) / (ahead + 1) * (1 - stays)
        waiting_callers = sum(ahead * chance for ahead, chance in enumerate(queue))
        abandoning = leaving * waiting_callers / arrivals
        return ExactImpatientQueue(sum(queue), abandoning, abandoning / leaving, longer)
