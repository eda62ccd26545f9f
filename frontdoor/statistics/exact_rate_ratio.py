"""How a small count per week during a pilot compares with before, exactly, also where there were none."""

from dataclasses import dataclass

from frontdoor.statistics.pilot_reasons import Reason


@dataclass(frozen=True, slots=True)
class RateRatio:
    """The rate after over the rate before with its interval; None: without end (nothing was seen before).

    `difference`: after less before, per unit of exposure. Holds only if weeks vary by chance alone and nothing carries over.
    """

    ratio: float | None
    lower: float
    upper: float | None
    p: float
    difference: float


def exact_rate_ratio(
    before: int, exposure_before: float, after: int, exposure_after: float, confidence: float = 0.95
) -> RateRatio | Reason:
    """Return the ratio of two Poisson rates, `before` events in `exposure_before` weeks and `after` likewise.

    Exact conditional interval (Clopper and Pearson 1934 of the share that came after); p is twice the smaller tail.
    Source: docs/decisions/0143.
    """
    from scipy.special import bdtr, bdtrc, betaincinv

    if min(before, after) < 0 or min(exposure_before, exposure_after) < 0:
        raise ValueError("Counts and weeks cannot be below 0.")
    if not exposure_before:
        return Reason.NO_BASELINE
    if not exposure_after:
        return Reason.OUTSIDE
    if before + after == 0:
        return Reason.ALWAYS_ZERO
    tail, weight = (1 - confidence) / 2, exposure_before / exposure_after
    number, share = before + after, exposure_after / (exposure_before + exposure_after)
    low = float(betaincinv(after, before + 1, tail)) if after else 0.0
    high = float(betaincinv(after + 1, before, 1 - tail)) if before else None
    below = float(bdtr(after, number, share))
    above = float(bdtrc(after - 1, number, share)) if after else 1.0
    return RateRatio(
        after / before * weight if before else None,
        low / (1 - low) * weight,
        None if high is None else high / (1 - high) * weight,
        min(1.0, 2 * min(below, above)),
        after / exposure_after - before / exposure_before,
    )
