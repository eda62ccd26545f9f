"""Which candidates a pilot should be compared with, judged before it starts by the weeks before it."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.autoregressive_fit import autoregressive_fit
from frontdoor.statistics.detectable_effect import baseline_noise, smallest_effect
from frontdoor.statistics.interrupted_series import filled
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import PilotWeeks, Shape
from frontdoor.statistics.placebo_units import gap

DRIFTING_APART = 0.05  # p of a gap that neither grows nor shrinks


@dataclass(frozen=True, slots=True)
class Balance:
    """How well one candidate (its place in `candidate`) moves with the pilot in the weeks before it.

    `correlation` of week-to-week changes (None: one of them never changes); `slope`: how much the gap grows a week, with its
    p; `smallest_effect`: what a pilot compared with this one alone could find, None where `reason` says why not.
    """

    candidate: int
    correlation: float | None
    slope: float | None
    slope_p: float | None
    smallest_effect: float | None
    reason: Reason | None = None

    @property
    def is_drifting_apart(self) -> bool:
        return self.slope_p is not None and self.slope_p < DRIFTING_APART


@dataclass(frozen=True, slots=True)
class ComparisonChoice:
    """All candidates, and the `chosen` ones whose mean lets the pilot find the smallest effect.

    `smallest_effect` with those, `alone` without any (None: cannot be told). Nothing is chosen where none of them helps.
    """

    candidates: tuple[Balance, ...]
    chosen: tuple[int, ...]
    smallest_effect: float | None
    alone: float | None


def choose_comparisons(
    before: Floats, candidates: Floats, pilot_weeks: int, shape: Shape = Shape.STEP
) -> ComparisonChoice:
    """Return the balance of `candidates` (units, weeks) with the pilot's own weeks `before` (weeks,), NaN: no record.

    All on the scale of the analysis. Candidates join in the order of how well each does alone, as many as lower the smallest
    effect; those whose gap to the pilot grows or shrinks do not. Choose before the start only: afterwards it would be a
    choice of answers. Source: docs/decisions/0149.
    """
    found = tuple(_balance(place, before, unit, pilot_weeks, shape) for place, unit in enumerate(candidates))
    usable = [one for one in found if one.smallest_effect is not None and not one.is_drifting_apart]
    order: Integers = np.array(
        [one.candidate for one in sorted(usable, key=lambda one: one.smallest_effect or 0.0)], dtype=np.int64
    )
    alone = _smallest(before, pilot_weeks, shape)
    best, chosen = (alone if isinstance(alone, float) else None), 0
    for number in range(1, len(order) + 1):
        size = _smallest(gap(before, candidates[order[:number]]), pilot_weeks, shape)
        if isinstance(size, float) and (best is None or size < best):
            best, chosen = size, number
    return ComparisonChoice(
        found, tuple(int(place) for place in order[:chosen]), best if chosen else None,
        alone if isinstance(alone, float) else None,
    )  # fmt: skip


def _balance(place: int, before: Floats, unit: Floats, pilot_weeks: int, shape: Shape) -> Balance:
    apart = gap(before, unit[None])
    size = _smallest(apart, pilot_weeks, shape)
    if isinstance(size, Reason):
        return Balance(place, _correlation(before, unit), None, None, None, size)
    gaps = np.isnan(apart)
    columns = np.stack(
        [np.ones(len(apart)), np.arange(len(apart), dtype=np.float64), *np.eye(len(apart))[gaps]], axis=1
    )
    slope = autoregressive_fit(filled(apart)[None], columns).effect(np.eye(columns.shape[1])[1])
    return Balance(place, _correlation(before, unit), float(slope.effect[0]), float(slope.p[0]), size)


def _smallest(before: Floats, pilot_weeks: int, shape: Shape) -> float | Reason:
    noise = baseline_noise(before)
    if isinstance(noise, Reason):
        return noise
    return smallest_effect(noise.likely, PilotWeeks(len(before) + pilot_weeks, len(before)), shape)


def _correlation(one: Floats, other: Floats) -> float | None:
    """Return the correlation of changes from week to week, so that a shared trend does not count."""
    changes = np.diff(one), np.diff(other)
    known = ~np.isnan(changes[0]) & ~np.isnan(changes[1])
    first, second = (change[known] for change in changes)
    if first.size < 2 or not np.ptp(first) or not np.ptp(second):
        return None
    return float(np.corrcoef(first, second)[0, 1])
