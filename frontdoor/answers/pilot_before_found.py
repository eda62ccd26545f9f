"""What a pilot could find: the smallest change of each outcome, held against the change its plan hopes for."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_calendar import pilot_weeks, planned_weeks
from frontdoor.answers.pilot_days import pilot_days
from frontdoor.answers.pilot_found import OutcomeFound
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK
from frontdoor.statistics.detectable_effect import (
    BaselineNoise,
    Detectable,
    WeeksNeeded,
    baseline_noise,
    detectable,
    smallest_effect,
    weeks_needed,
)
from frontdoor.statistics.interrupted_series import FEWEST_BEFORE, FEWEST_OF_PILOT
from frontdoor.statistics.pilot_analysis import PilotQuestion
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale, off_scale, on_scale
from frontdoor.statistics.pilot_verdict import FEWEST_WEEKS_TO_JUDGE
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.strategy.pilot_plan import PilotPlan, Role

EVENS = 0.5  # power at which a change is found as often as missed
AS_PLANNED = {
    Reason.SHORT_PILOT: f"Fewer than {FEWEST_OF_PILOT} weeks are planned that count: too few to tell anything. Plan {FEWEST_WEEKS_TO_JUDGE} or more.",
    Reason.SHORT_SERIES: "There would be too few weeks in all, before and during: at least 24, and 18 more than what is estimated.",
}
"""Reasons that speak of records, as they are said of plans."""


class Odds(StrEnum):
    """How likely a change of the size the plan hopes for is to be found."""

    FOUND = "found at least 4 times in 5"
    LIKELY = "probably found"
    UNSURE = "found more often than missed, but less than 4 times in 5"
    MISSED = "missed more often than found"


@dataclass(frozen=True, slots=True)
class Findable:
    """What the pilot could find of one outcome, in the measure's unit a week, from its weeks before the start.

    `wanted` is the worthwhile change without its sign, or a guard's margin; None where the plan sets none. `smallest` is the
    change found 4 times in 5, `likely` to `cautious`. `needed`: weeks of pilot for `wanted`. With a `reason` nothing is known.
    """

    found: OutcomeFound
    weeks_before: int
    wanted: float | None = None
    smallest: Detectable | None = None
    odds: Odds | None = None
    needed: WeeksNeeded | None = None
    reason: str = ""


def findable(found: OutcomeFound, plan: PilotPlan, context: Context) -> Findable:
    """Return what the planned weeks could find of an outcome, as its weeks before the start tell."""
    series = found.series
    if series is None or not series.starts:
        return Findable(found, 0, reason=found.trouble or Reason.NO_BASELINE.value)
    planned = planned_weeks(plan, context)
    number = max((planned.last - series.starts[0]).days // DAYS_IN_A_WEEK + 1, 1)
    days = pilot_days(series.starts[0], number, context)
    return findable_in(found, series, pilot_weeks(planned, plan.settling_weeks, days))


def findable_in(found: OutcomeFound, series: OutcomeSeries, weeks: PilotWeeks) -> Findable:
    """Return the same; `weeks` are those on record before the start, those still to come before it, and those planned."""
    question = series.question
    first = min(weeks.first, series.weeks.number)
    before = np.where(series.weeks.omitted(series.values), np.nan, question.series)[:first]
    own = series.values[:first][~np.isnan(series.values[:first])]
    known = int((~np.isnan(before)).sum())
    if own.size and not own.any():
        return Findable(found, known, reason=Reason.ZERO_BEFORE.value)
    if known < FEWEST_BEFORE or not own.size:
        return Findable(found, known, reason=(Reason.SHORT_BASELINE if known else Reason.NO_BASELINE).value)
    noise = baseline_noise(before, has_trend=question.has_trend)
    if isinstance(noise, Reason):
        return Findable(found, known, reason=planned_reason(noise))
    planned = _Planned(question, weeks, noise, float(own.mean()), series.scale, _side(found))
    size = planned.detectable()
    if isinstance(size, Reason):
        return Findable(found, known, reason=planned_reason(size))
    wanted = _wanted(found)
    if wanted is None:
        return Findable(found, known, None, planned.in_unit(size))
    return Findable(
        found, known, wanted, planned.in_unit(size), planned.odds(planned.on_scale(wanted), size),
        planned.needed(planned.on_scale(wanted)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Planned:
    """The analysis as planned, with the noise of the weeks before; `mean` is their level and `side` the way of the change."""

    question: PilotQuestion
    weeks: PilotWeeks
    noise: BaselineNoise
    mean: float
    scale: Scale
    side: float

    @property
    def _season(self) -> bool:
        length = self.weeks.number - self.weeks.first
        return replace(self.question, weeks=self.weeks, planned_weeks=length).season.has_season

    def detectable(self) -> Detectable | Reason:
        return detectable(
            self.noise, self.weeks, self.question.shape, has_trend=self.question.has_trend, has_season=self._season
        )

    def in_unit(self, size: Detectable) -> Detectable:
        return replace(size, likely=self._moved(size.likely), cautious=self._moved(size.cautious))

    def on_scale(self, change: float) -> float:
        """Return what a change of the figure itself, from its usual level, is on the scale of the analysis."""
        ends = np.array([self.mean, max(self.mean + self.side * change, 0.0)])
        if self.scale is Scale.RAW:
            return change
        usual, moved = on_scale(ends, self.scale)
        return abs(float(moved - usual))

    def _moved(self, effect: float) -> float:
        usual = on_scale(np.array([self.mean]), self.scale)
        return abs(float(off_scale(usual + self.side * effect, self.scale)[0]) - self.mean)

    def odds(self, wanted: float, size: Detectable) -> Odds:
        """Return how likely a change of `wanted` on the scale is to be found."""
        if wanted >= size.cautious:
            return Odds.FOUND
        if wanted >= size.likely:
            return Odds.LIKELY
        even = smallest_effect(
            self.noise.likely, self.weeks, self.question.shape, has_trend=self.question.has_trend,
            has_season=self._season, power=EVENS,
        )  # fmt: skip
        return Odds.UNSURE if isinstance(even, float) and wanted >= even else Odds.MISSED

    def needed(self, wanted: float) -> WeeksNeeded:
        return weeks_needed(
            wanted, self.noise, self.weeks.first, self.question.shape, has_trend=self.question.has_trend,
            has_season=self._season,
        )  # fmt: skip


def planned_reason(reason: Reason) -> str:
    """Return why nothing could be found, in words that also hold before the start."""
    return AS_PLANNED.get(reason, reason.value)


def _side(found: OutcomeFound) -> float:
    """Return +1 where the figure is to rise, -1 where it is to fall; a guard is feared to go the wrong way."""
    worthwhile = found.outcome.worthwhile
    return -1.0 if worthwhile is not None and worthwhile < 0 else 1.0


def _wanted(found: OutcomeFound) -> float | None:
    outcome = found.outcome
    wanted = outcome.margin if outcome.role is Role.GUARD else outcome.worthwhile
    return abs(wanted) if wanted else None
