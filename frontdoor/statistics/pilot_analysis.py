"""The analysis that decides about a pilot's outcome: the primary row, the guard against drift, and what limits both."""

from dataclasses import dataclass, replace

import numpy as np

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.drift_row import DriftRow, drift_row
from frontdoor.statistics.interrupted_series import (
    Counterfactual,
    PilotEffect,
    counterfactual,
    filled,
    interrupted_series,
    model_of,
)  # fmt: skip
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale, off_scale, on_scale
from frontdoor.statistics.pilot_weeks import WEEKS_IN_A_YEAR, PilotWeeks, Shape
from frontdoor.statistics.placebo_units import gap
from frontdoor.statistics.season_control import SeasonControl, season_control


@dataclass(frozen=True, slots=True)
class PilotQuestion:
    """One outcome of a pilot: `values` (weeks,) and `comparisons` (units, weeks), NaN where there is no record.

    `shape`, `scale` and `is_parallel` (the gap to the comparisons is taken to have no trend of its own) are fixed before
    the start. `planned_weeks`: weeks of pilot as planned, so that looks before its end use the model of its end.
    """

    values: Floats
    weeks: PilotWeeks
    comparisons: Floats | None = None
    shape: Shape = Shape.STEP
    scale: Scale = Scale.RAW
    is_parallel: bool = False
    planned_weeks: int | None = None

    @property
    def has_comparison(self) -> bool:
        return self.comparisons is not None and len(self.comparisons) > 0

    @property
    def series(self) -> Floats:
        """Return what is analysed: the figure on its scale, less the comparisons' mean on that scale."""
        own = on_scale(self.values, self.scale)
        if self.comparisons is None or not self.has_comparison:
            return own
        return gap(own, on_scale(self.comparisons, self.scale))

    @property
    def has_trend(self) -> bool:
        return not (self.has_comparison and self.is_parallel)

    @property
    def season(self) -> SeasonControl:
        pilot_weeks = self.weeks.number - self.weeks.first
        in_all = self.weeks.first + max(pilot_weeks, self.planned_weeks or 0)
        as_weeks = round(in_all * WEEKS_IN_A_YEAR / self.weeks.in_a_year)
        return season_control(as_weeks, has_comparison=self.has_comparison)

    def alone(self) -> "PilotQuestion":
        """Return the same question without comparisons."""
        return replace(self, comparisons=None)


@dataclass(frozen=True, slots=True)
class DriftEffect:
    """The guard against drift: effect, p and 95% interval when errors may wander slowly."""

    effect: float
    p: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class PilotAnalysis:
    """The primary row, its guard, and how the time of year was allowed for."""

    primary: PilotEffect
    drift: DriftEffect
    season: SeasonControl
    has_comparison: bool


def analyse(question: PilotQuestion) -> PilotAnalysis | Reason:
    """Return the analysis that PILOTS, sections 1, 3 and 4, prescribe; a reason where it refuses."""
    settings = question.season
    primary = interrupted_series(
        question.series, question.weeks, question.shape, has_trend=question.has_trend, has_season=settings.has_season
    )
    guard = drift_of(question, has_season=settings.has_season)
    if isinstance(primary, Reason) or isinstance(guard, Reason):
        return primary if isinstance(primary, Reason) else Reason.CONSTANT
    return PilotAnalysis(primary, guard, settings, question.has_comparison)


def drift_of(question: PilotQuestion, *, has_season: bool) -> DriftEffect | Reason:
    """Return the guard against drift of the same question."""
    series = question.series
    model = model_of(series, question.weeks, question.shape, has_trend=question.has_trend, has_season=has_season)
    if isinstance(model, Reason):
        return model
    found: DriftRow = drift_row(filled(series)[None], model.columns, model.contrast)
    lower, upper = found.interval()
    return DriftEffect(float(found.effect[0]), float(found.p[0]), Interval(float(lower[0]), float(upper[0])))


def expected_without(question: PilotQuestion) -> Counterfactual | Reason:
    """Return what each week was to be expected to be without the pilot, in the unit of the figure itself.

    With comparisons: their mean and the gap expected between the two, so it moves as they moved; NaN in weeks where one of
    them has no record.
    """
    found = counterfactual(
        question.series, question.weeks, question.shape, has_trend=question.has_trend,
        has_season=question.season.has_season,
    )  # fmt: skip
    if isinstance(found, Reason):
        return found
    shift = np.zeros(question.weeks.number)
    if question.comparisons is not None and question.has_comparison:
        shift = on_scale(question.comparisons, question.scale).mean(axis=0)
    parts = (found.expected, found.lower, found.upper, found.week_lower, found.week_upper)
    return Counterfactual(*(off_scale(part + shift, question.scale) for part in parts))
