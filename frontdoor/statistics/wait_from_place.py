"""How likely a caller is still to be waiting, or to have been answered, given the place in the queue."""

from typing import NamedTuple

import numpy as np

from frontdoor.statistics.arrays import Floats


class InTime(NamedTuple):
    """Chances of an answer in time by place in the queue, from 1, along the last axis."""

    if_holding_on: Floats  # for somebody ready to hold on
    if_leaving: Floats  # for somebody who may give up first


def in_time_from_place(answers_per_second: Floats, leaving_per_second: float, within: float, places: int) -> InTime:
    """Return the chances by place while agents together answer at `answers_per_second`; an axis of places is added.

    Callers ahead leave the queue answered or by giving up at `leaving_per_second` each, so that the number gone after
    some time is negative binomial (Poisson when nobody gives up). From place j a caller is answered at all with chance
    rate / (rate + j leaving), and for those it is as if one caller more gave up ahead.
    Source: Riordan 1962; Mandelbaum and Zeltyn 2007.
    """
    rate = np.asarray(answers_per_second, dtype=np.float64)[..., None]
    leaving = rate + leaving_per_second * np.arange(1, places + 1)
    answered = np.divide(rate, leaving, out=np.zeros_like(leaving), where=rate > 0)
    in_time = [1 - _fewer_gone(rate + more, leaving_per_second, within, places) for more in (0, leaving_per_second)]
    return InTime(in_time[0], answered * in_time[1])


def _fewer_gone(rate: Floats, leaving: float, within: float, places: int) -> Floats:
    """Return the chance that fewer than 1, 2, 3, ... have gone, where k gone raise the next one's rate by k `leaving`."""
    gone = np.arange(places - 1)
    share = -np.expm1(-leaving * within) / leaving if leaving > 0 else within
    with np.errstate(divide="ignore"):
        steps = np.log((rate + gone * leaving) * share / (gone + 1))
    logs = np.concatenate([np.zeros_like(rate), np.cumsum(steps, axis=-1)], axis=-1) - rate * within
    fewer: Floats = np.minimum(np.cumsum(np.exp(logs), axis=-1), 1.0)
    return fewer
