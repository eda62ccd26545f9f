"""What an effect found on the scale of the analysis is in the measure's own unit a week, and as a share of what would have been."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.statistics.interrupted_series import PilotEffect
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_scale import LOG_SHIFT, ROOT_SHIFT, Scale, as_change

FARTHEST = 20.0
"""A factor of e to the 20 either way is no longer a number anybody can use; such an end is no end."""


@dataclass(frozen=True, slots=True)
class Means:
    """Plain means of the weeks used before and during the pilot; None where there are none."""

    before: float | None
    during: float | None


def means_of(series: OutcomeSeries) -> Means:
    """Return the means before and during, without the weeks left out."""
    used = ~series.weeks.omitted(series.values)
    before, during = series.values[used & ~series.weeks.is_pilot], series.values[used & series.weeks.is_pilot]
    return Means(*(float(part.mean()) if part.size else None for part in (before, during)))


def ranges_of(found: PilotEffect, interval: Interval, scale: Scale, during: float) -> tuple[Range, Range | None]:
    """Return the effect in the unit a week and as a share of what would have been, each with its interval."""
    changes = [change_of(end, scale, during) for end in (found.effect, interval.lower, interval.upper)]
    a_week = Range(changes[0][0] or 0.0, changes[1][0], changes[2][0])
    shares = [share for _, share in changes]
    return a_week, None if shares[0] is None else Range(shares[0], shares[1], shares[2])


def on_effect_scale(a_week: float, scale: Scale, during: float) -> float:
    """Return which effect on `scale` comes to `a_week` where the pilot's weeks averaged `during`; infinite where none does."""
    if scale is Scale.RAW:
        return a_week
    if scale is Scale.LOG:
        rest = 1 - a_week / _mean_on_logarithm(during)
        return -float(np.log(rest)) if rest > 0 else np.inf
    level = 2 * float(np.sqrt(max(during, 0.0) + ROOT_SHIFT))
    rest = level**2 - 4 * a_week
    return level - float(np.sqrt(rest)) if rest > 0 else np.inf


def change_of(effect: float, scale: Scale, during: float) -> tuple[float | None, float | None]:
    """Return the change a week and as a share, None where it is beyond any number."""
    if scale is Scale.LOG and abs(effect) > FARTHEST:
        return None, None
    change = as_change(effect, scale, _mean_on_logarithm(during) if scale is Scale.LOG else during)
    return change.a_week, change.share


def _mean_on_logarithm(during: float) -> float:
    """Return the mean of the pilot's weeks, or what the logarithm takes a week of none for."""
    return max(during, LOG_SHIFT)
