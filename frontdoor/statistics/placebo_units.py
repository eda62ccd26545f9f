"""What the same analysis finds at each comparison unit, where there was no pilot, and how the pilot ranks among them."""

from dataclasses import dataclass, replace

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.interrupted_series import FEWEST_BEFORE, PilotEffect, interrupted_series
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_weeks import WEEKS_IN_A_YEAR, PilotWeeks, Shape
from frontdoor.statistics.season_control import FEWEST_WEEKS_ALONE

TIES = 1e-9  # effects that differ by less than this share of the largest are equal


@dataclass(frozen=True, slots=True)
class PlaceboRank:
    """Where the pilot's effect ranks in size among `units` in all, itself included, the largest being 1.

    `p` is rank / units and cannot be below `smallest_p`, however large the effect.
    """

    rank: int
    units: int

    @property
    def p(self) -> float:
        return self.rank / self.units

    @property
    def smallest_p(self) -> float:
        return 1 / self.units


def placebo_rank(effect: float, placebo_effects: Floats) -> PlaceboRank | None:
    """Return the rank of `effect` among `placebo_effects` (units,), two-sided; ties count against it. None without any."""
    sizes = np.abs(placebo_effects[~np.isnan(placebo_effects)])
    if sizes.size == 0:
        return None
    slack = TIES * max(abs(effect), float(sizes.max()))
    return PlaceboRank(1 + int(np.sum(sizes >= abs(effect) - slack)), sizes.size + 1)


def gap(pilot: Floats, comparisons: Floats) -> Floats:
    """Return `pilot` (weeks,) less the mean of `comparisons` (units, weeks); NaN in weeks where any lacks a record."""
    return np.asarray(pilot - comparisons.mean(axis=0), dtype=np.float64)


def gap_effect(
    pilot: Floats,
    comparisons: Floats,
    weeks: PilotWeeks,
    shape: Shape = Shape.STEP,
    *,
    has_trend: bool = True,
    has_season: bool = False,
) -> PilotEffect | Reason:
    """Return the effect on the gap between the pilot and the mean of its comparisons, by the primary model.

    `has_trend=False` only where parallel trends were declared before the start. Source: PILOTS, section 4.
    """
    if len(comparisons) == 0:
        return Reason.NO_COMPARISON
    return interrupted_series(gap(pilot, comparisons), weeks, shape, has_trend=has_trend, has_season=has_season)


def placebo_effects(
    comparisons: Floats,
    weeks: PilotWeeks,
    shape: Shape = Shape.STEP,
    *,
    has_trend: bool = True,
    has_season: bool = False,
) -> Floats:
    """Return the effect at each comparison unit against the mean of the others (units,); NaN where none can be told."""
    found = [
        gap_effect(
            comparisons[unit],
            np.delete(comparisons, unit, axis=0),
            weeks,
            shape,
            has_trend=has_trend,
            has_season=has_season,
        )
        for unit in range(len(comparisons))
    ]
    return np.array([one.effect if isinstance(one, PilotEffect) else np.nan for one in found], dtype=np.float64)


def leave_one_out(
    pilot: Floats,
    comparisons: Floats,
    weeks: PilotWeeks,
    shape: Shape = Shape.STEP,
    *,
    has_trend: bool = True,
    has_season: bool = False,
) -> list[PilotEffect | Reason]:
    """Return the effect without each comparison in turn; with one comparison there is nothing left to compare with."""
    return [
        gap_effect(
            pilot, np.delete(comparisons, unit, axis=0), weeks, shape, has_trend=has_trend, has_season=has_season
        )
        for unit in range(len(comparisons))
    ]


def placebo_starts(weeks: PilotWeeks, length: int) -> Integers:
    """Return starts of pretended pilots of `length` weeks that end before the real one begins and do not overlap."""
    starts = np.arange(weeks.first - length, FEWEST_BEFORE - 1, -length) if length > 0 else np.empty(0)
    return np.asarray(starts[::-1], dtype=np.int64)


def placebo_dates(
    values: Floats, weeks: PilotWeeks, shape: Shape = Shape.STEP, *, has_trend: bool = True, has_season: bool = False
) -> list[tuple[int, PilotEffect | Reason]]:
    """Return (start, effect) of pretended pilots, as long as the real one, in the weeks before it.

    `has_season`: a yearly wave where a year has been recorded by then.
    """
    length = weeks.number - weeks.first
    answer = []
    for start in placebo_starts(weeks, length):
        earlier = replace(weeks.until(int(start) + length), first=int(start))
        is_a_year = earlier.number * WEEKS_IN_A_YEAR / weeks.in_a_year >= FEWEST_WEEKS_ALONE
        found = interrupted_series(
            values[: earlier.number], earlier, shape, has_trend=has_trend, has_season=has_season and is_a_year
        )
        answer.append((int(start), found))
    return answer
