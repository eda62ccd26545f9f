"""One change of what only moved, and how the same weeks are counted in another place."""

from dataclasses import dataclass, replace

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_added import counted_figure
from frontdoor.answers.pilot_days import pilot_days
from frontdoor.answers.pilot_derived import of_series
from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_week_table import week_table
from frontdoor.errors import CannotTellError
from frontdoor.statistics.pilot_scale import scale_for
from frontdoor.strategy.pilot_plan import PilotPlan, Where

NOT_BY_TIME = "not counted by time of day"


@dataclass(frozen=True, slots=True)
class Change:
    """Seen less expected in an average week of the pilot, with its range and p; `why` says why there is none."""

    label: str
    effect: Range | None
    is_added: bool = False
    why: str = ""
    p: float | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """A plan, the weeks of its days or of the week, and what they are asked from."""

    plan: PilotPlan
    base: OutcomeSeries
    context: Context
    is_finished: bool

    def at(self, where: Where) -> OutcomeSeries | None:
        """Return the same weeks in another place of the same channels and services, alone; None where it is not counted."""
        base = self.base
        days = pilot_days(base.starts[0], len(base.starts), self.context)
        try:
            table = week_table(counted_figure(where), where, days, self.context)
        except CannotTellError:
            return None
        values, weeks = table.values, base.weeks
        before = values[: weeks.first][~weeks.omitted(values)[: weeks.first]]
        return replace(
            base, outcome=replace(base.outcome, where=where, comparison=None), numerator=table.numerator, values=values,
            comparisons=np.empty((0, len(values))), labels=(), scale=scale_for(before, is_proportional=True),
        )  # fmt: skip

    def changed(self, label: str, series: OutcomeSeries | None) -> Change:
        """Return the change of these weeks."""
        if series is None:
            return Change(label, None, why=NOT_BY_TIME)
        found = of_series(label, series, is_finished=self.is_finished)
        return Change(label, found.effect, why=found.trouble, p=found.p)
