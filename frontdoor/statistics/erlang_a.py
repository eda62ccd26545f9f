"""How long callers wait, and how many give up, when not everybody holds on: Erlang A, for many half-hours at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.erlang_b import inverse_blocking, queues, refuse
from frontdoor.statistics.erlang_c import erlang_c
from frontdoor.statistics.impatient_sums import is_summable, queue_sums


class ImpatientQueue(NamedTuple):
    """What callers meet of whom some give up; arrays of the shape of what was given. Name the service level you show."""

    chance_of_waiting: Floats  # 0 to 1
    chance_of_abandoning: Floats  # 0 to 1
    mean_wait: Floats  # seconds over all calls: answered at once, answered after a wait, and given up
    offered_wait_in_time: Floats  # share of calls that somebody ready to hold on would have had answered in time
    answered_in_time_of_offered: Floats  # share of all calls that were answered, and in time
    answered_in_time_of_answered: Floats  # share of the answered calls; NaN where nobody is answered
    occupancy: Floats  # share of their time that agents spend on calls; NaN with nobody on duty


def erlang_a(
    load: ArrayLike,
    agents: ArrayLike,
    handle_seconds: ArrayLike,
    patience_seconds: ArrayLike,
    within_seconds: ArrayLike = 0.0,
) -> ImpatientQueue:
    """Return what callers meet at `load` erlangs who hold on for `patience_seconds` in the mean, exponentially.

    Shapes broadcast; agents are whole. There is a steady state at any load. Callers of infinite patience, or of so much
    that the sums cannot be worked out, meet Erlang C. Without calls nobody waits.
    Source: Palm 1957; Garnett, Mandelbaum and Reiman 2002; Mandelbaum and Zeltyn 2007 for the offered wait.
    """
    given = (handle_seconds, patience_seconds, within_seconds)
    rest = (np.asarray(one, dtype=np.float64) for one in given)
    offered, on_duty, handle, patience, within = np.broadcast_arrays(*queues(load, agents), *rest)
    refuse(~((handle > 0) | (offered == 0)), "Calls need a handling time above 0 seconds")
    refuse(~(patience > 0), "Patience must be above 0 seconds")
    refuse(~(within >= 0), "The time to answer is below 0 seconds")
    shape, rows = offered.shape, [one.ravel() for one in (offered, on_duty, handle, patience, within)]
    patient = _patient(*rows)
    has_calls = rows[0] > 0
    holding = np.where(has_calls, rows[3] / np.where(has_calls, rows[2], 1.0), np.inf)
    with np.errstate(invalid="ignore"):
        is_summed = has_calls & np.isfinite(holding) & is_summable(rows[1] * holding, rows[0] * holding)
    summed = _impatient(*(one[is_summed] for one in rows))
    for whole, part in zip(patient, summed, strict=True):
        whole[is_summed] = part
    return ImpatientQueue(*(one.reshape(shape) for one in patient))


def _impatient(load: Floats, agents: Floats, handle: Floats, patience: Floats, within: Floats) -> ImpatientQueue:
    """Return Erlang A of flat arrays, by the offered wait: how long somebody would wait who holds on for ever.

    With x = `served` and y = `arriving`, it is beyond t patiences with chance P(wait) J(t) / J(0), where J(t) is the
    integral from t up of exp(y (1 - e^(-s)) - x s) ds; those who hold on so long have x + 1 in place of x.
    """
    served, arriving, time = agents * patience / handle, load * patience / handle, within / patience
    later = arriving * np.exp(-time)
    sums = queue_sums(np.concatenate([served, served, served + 1]), np.concatenate([arriving, later, later]))
    log_all, log_late, log_late_served = np.split(sums.log_sum, 3)
    odds = (inverse_blocking(load, agents) - 1) * np.exp(-log_all)
    waiting, at_once = 1 / (1 + odds), 1 - 1 / (1 + odds)
    gone = waiting * np.split(sums.mean_place, 3)[0] / arriving
    passed = -arriving * np.expm1(-time) - log_all
    late = waiting * np.exp(np.minimum(log_late + passed - served * time, 0))
    late_served = waiting * served / (served + 1) * np.exp(log_late_served + passed - (served + 1) * time)
    answered = 1 - gone
    in_time = np.clip(answered - late_served, 0, answered)
    busy = np.divide(load * answered, agents, out=np.full_like(load, np.nan), where=agents > 0)
    of_answered = np.divide(in_time, answered, out=np.full_like(load, np.nan), where=agents > 0)
    return ImpatientQueue(waiting, gone, gone * patience, at_once + waiting - late, in_time, of_answered, busy)


def _patient(load: Floats, agents: Floats, handle: Floats, patience: Floats, within: Floats) -> ImpatientQueue:
    """Return Erlang C as far as it goes; in overload as many give up as cannot be served, after that share of a patience.

    Just at the point of overload the mean wait is sqrt(2 / (pi x)) of a patience. Source: Garnett and others 2002.
    """
    queue, does_leave = erlang_c(load, agents, handle, within), np.isfinite(patience)
    holds = np.where(does_leave, patience, 1.0)
    is_overloaded = (load >= agents) & (load > 0) & does_leave
    places = np.where(is_overloaded & (agents > 0), agents * holds / np.where(handle > 0, handle, 1.0), np.inf)
    unserved = np.maximum(1 - agents / np.where(load > 0, load, 1.0), np.sqrt(2 / (np.pi * places)))
    wait = np.where(is_overloaded, unserved * holds, queue.mean_wait)
    gone = np.where(does_leave, wait / holds, 0.0)
    levels = (queue.service_level.copy(), queue.service_level.copy(), queue.service_level.copy())
    return ImpatientQueue(queue.chance_of_waiting.copy(), gone, wait, *levels, queue.occupancy.copy())
