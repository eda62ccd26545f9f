"""On which scale a weekly figure is analysed, and what an effect on that scale means in contacts and per cent."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from frontdoor.statistics.arrays import Floats

FEWEST_FOR_LOGARITHM = 10.0  # a week on average: PILOTS, section 1
FEWEST_FOR_RAW = 3.0  # below it the square root: PILOTS, section 6
LOG_SHIFT, ROOT_SHIFT = 0.5, 0.375  # log(y + 0.5) and 2 sqrt(y + 0.375): PILOTS, sections 1 and 6


class Scale(StrEnum):
    """The figure itself, its logarithm (the effect is proportional), or its square root (very small counts)."""

    RAW = "raw"
    LOG = "log"
    ROOT = "square root"


@dataclass(frozen=True, slots=True)
class Change:
    """An effect as contacts (or what the figure counts) a week, and as a share of what would have been (None: of 0)."""

    a_week: float
    share: float | None


def scale_for(counts: Floats, *, is_proportional: bool) -> Scale:
    """Return the scale for weekly `counts` (weeks,), to be fixed before the start from the weeks before it."""
    known = counts[~np.isnan(counts)]
    mean = float(known.mean()) if known.size else 0.0
    if mean < FEWEST_FOR_RAW:
        return Scale.ROOT
    return Scale.LOG if is_proportional and mean >= FEWEST_FOR_LOGARITHM else Scale.RAW


def on_scale(values: Floats, scale: Scale) -> Floats:
    """Return `values` on `scale`; raises ValueError for figures below 0 on the two scales for counts."""
    if scale is Scale.RAW:
        return values
    if np.any(values < 0):
        raise ValueError("A figure below 0 has no logarithm or square root. Analyse it as it is (Scale.RAW).")
    if scale is Scale.LOG:
        return np.asarray(np.log(values + LOG_SHIFT), dtype=np.float64)
    return np.asarray(2 * np.sqrt(values + ROOT_SHIFT), dtype=np.float64)


def off_scale(values: Floats, scale: Scale) -> Floats:
    """Return what `values` on `scale` are in the figure's own unit, not below 0 for counts."""
    if scale is Scale.RAW:
        return values
    if scale is Scale.LOG:
        return np.asarray(np.maximum(np.exp(values) - LOG_SHIFT, 0.0), dtype=np.float64)
    return np.asarray(np.maximum((np.maximum(values, 0.0) / 2) ** 2 - ROOT_SHIFT, 0.0), dtype=np.float64)


def as_change(effect: float, scale: Scale, pilot_mean: float) -> Change:
    """Return what `effect` on `scale` means where the pilot's weeks averaged `pilot_mean`."""
    if scale is Scale.RAW:
        a_week = effect
    elif scale is Scale.LOG:
        a_week = pilot_mean * -float(np.expm1(-effect))
    else:
        level = 2 * float(np.sqrt(max(pilot_mean, 0.0) + ROOT_SHIFT))
        a_week = (level**2 - max(level - effect, 0.0) ** 2) / 4
    without = pilot_mean - a_week
    share = float(np.expm1(effect)) if scale is Scale.LOG else a_week / without if without > 0 else None
    return Change(a_week, share)
