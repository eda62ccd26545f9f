"""How many people came each time a newly opened hour was open, with an interval that is exact for small counts."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason

CLEARLY_MORE_VARIED = 0.05  # p of Poisson openings being so unequal


@dataclass(frozen=True, slots=True)
class CountPerOpening:
    """Contacts per opening with its interval, `contacts` in `openings`; None is said of nothing.

    `exact`: Garwood 1936, openings vary by chance only. `dispersion`: variance over mean of single openings (None with
    one, or nobody); where it is above chance (`is_more_varied`) `interval` is widened by it, else it is `exact`.
    """

    contacts: int
    openings: int
    exact: Interval
    interval: Interval
    dispersion: float | None
    is_more_varied: bool

    @property
    def mean(self) -> float:
        return self.contacts / self.openings


def count_per_opening(counts: Floats, confidence: float = 0.95) -> CountPerOpening | Reason:
    """Return the contacts per opening from `counts` (openings,), NaN where an opening has no record.

    The hour was closed before, so its baseline is 0 by construction and there is nothing to test it against.
    Source: docs/decisions/0143.
    """
    known = counts[~np.isnan(counts)]
    if np.any(known < 0):
        raise ValueError(f"Opening {int(np.argmax(counts < 0))} counts fewer than 0 contacts.")
    if known.size == 0:
        return Reason.NO_OPENINGS
    total = int(known.sum())
    low, high = exact_poisson(total, confidence)
    exact = Interval(low / known.size, high / known.size)
    dispersion, chance = _dispersion(known)
    is_wider = dispersion is not None and dispersion > 1 and chance < CLEARLY_MORE_VARIED
    times = dispersion if is_wider and dispersion else 1.0
    low, high = exact_poisson(total / times, confidence)
    wide = Interval(low * times / known.size, high * times / known.size)
    return CountPerOpening(total, known.size, exact, wide if is_wider else exact, dispersion, is_wider)


def exact_poisson(events: float, confidence: float = 0.95) -> Interval:
    """Return the exact interval of a Poisson mean of which `events` were seen. Garwood 1936 (28:437)."""
    from scipy.special import gammaincinv

    tail = (1 - confidence) / 2
    low = float(gammaincinv(events, tail)) if events > 0 else 0.0
    return Interval(low, float(gammaincinv(events + 1, 1 - tail)))


def _dispersion(counts: Floats) -> tuple[float | None, float]:
    """Return the variance over the mean, and the p of so much by chance alone (Fisher's index of dispersion)."""
    from scipy.special import gammaincc

    if counts.size < 2 or not counts.any():
        return None, 1.0
    index = float(counts.var(ddof=1) / counts.mean())
    freedom = counts.size - 1
    return index, float(gammaincc(freedom / 2, index * freedom / 2))
