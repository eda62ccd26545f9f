"""One outcome of a pilot week by week, with its comparisons, and what else happened meanwhile."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from frontdoor.measures.measure import Kind, Measure
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.pilot_analysis import PilotQuestion
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.strategy.pilot_plan import PilotOutcome
from frontdoor.warehouse.asking import Asked


@dataclass(frozen=True, slots=True)
class TouchingEvent:
    """Something else that touched the figure: its day and label, the weeks it touched, and whether the comparisons escaped it."""

    on_date: date
    label: str
    weeks: Booleans
    is_confounding: bool


@dataclass(frozen=True, slots=True)
class OutcomeSeries:
    """An outcome's weeks up to what is known: `starts` are Mondays, arrays are (weeks,), `comparisons` (units, weeks).

    `values` in the measure's unit (a share from 0 to 1), NaN where nothing is recorded; `numerator` and `denominator` the
    sums it is divided from (for a count the denominator is NaN). `labels` name the comparison units.
    """

    outcome: PilotOutcome
    measure: Measure
    starts: tuple[date, ...]
    numerator: Floats
    denominator: Floats
    values: Floats
    comparisons: Floats
    labels: tuple[str, ...]
    weeks: PilotWeeks
    scale: Scale
    planned_weeks: int
    events: tuple[TouchingEvent, ...]
    notes: tuple[str, ...]
    asked: tuple[Asked, ...]

    @property
    def question(self) -> PilotQuestion:
        """Return what the analysis is asked; comparisons of a count are brought to the pilot's own size."""
        comparison = self.outcome.comparison
        return PilotQuestion(
            self.values,
            self.weeks,
            self.comparisons * self._sizes[:, None] if len(self.labels) else None,
            self.outcome.shape,
            self.scale,
            comparison is not None and comparison.is_parallel,
            self.planned_weeks,
        )

    @property
    def _sizes(self) -> Floats:
        """Return what brings each comparison unit of a count to the pilot's mean before it, (units,); 1 for shares and times."""
        same = np.ones(len(self.comparisons))
        if self.measure.kind is not Kind.COUNT:
            return same
        used = ~self.weeks.is_pilot & ~self.weeks.omitted(self.values) & ~np.isnan(self.comparisons).any(axis=0)
        own, theirs = self.values[used].sum(), self.comparisons[:, used].sum(axis=1)
        return np.where((theirs > 0) & (own > 0), own / np.where(theirs > 0, theirs, 1.0), same)

    @property
    def is_confounded(self) -> bool:
        return any(event.is_confounding for event in self.events)
