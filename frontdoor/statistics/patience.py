"""How long callers hold on before they give up, from calls of which most were answered first."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.erlang_b import refuse
from frontdoor.statistics.intervals import poisson_rate_interval


class Patience(NamedTuple):
    """Mean patience in seconds with its interval; arrays of the shape of what was given.

    Nobody gave up: patience is infinite and only `lower` says something. Nobody waited: all NaN. An answered call says
    only that its caller would have held on for longer than that, so the mean wait of those who gave up is too short.
    """

    mean_seconds: Floats
    lower: Floats
    upper: Floats


def mean_patience(abandoned: ArrayLike, seconds_waited: ArrayLike, confidence: float = 0.95) -> Patience:
    """Return mean patience: the time waited by all callers, answered or not, over the number who gave up.

    `seconds_waited` includes the waits of those who gave up. Maximum likelihood of an exponential time seen only until
    the answer (Epstein and Sobel 1953; Brown and others 2005, for call centres); interval of the rate of giving up by
    Byar. Biased: too short where callers hang up on an announcement or at once (leave such calls out of both), or where
    waits of answered calls are not all recorded; too long where those who gave up are not all counted, and always by
    about one part in `abandoned`. Raises ValueError for anything below 0.
    """
    gave_up, waited = np.broadcast_arrays(
        np.asarray(abandoned, dtype=np.float64), np.asarray(seconds_waited, dtype=np.float64)
    )
    refuse(~(gave_up >= 0), "Fewer than 0 callers gave up")
    refuse(~(waited >= 0), "Callers waited for less than 0 seconds")
    flat_gone, flat_waited = gave_up.ravel(), waited.ravel()
    rate = poisson_rate_interval(flat_gone, flat_waited, confidence)
    known = flat_waited > 0
    ends = [
        np.divide(flat_waited, flat_gone, out=np.where(known, np.inf, np.nan), where=known & (flat_gone > 0)),
        np.divide(1.0, rate.upper, out=np.full(flat_waited.shape, np.nan), where=known),
        np.divide(1.0, rate.lower, out=np.where(known, np.inf, np.nan), where=known & (rate.lower > 0)),
    ]
    return Patience(*(end.reshape(waited.shape) for end in ends))
