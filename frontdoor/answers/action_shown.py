"""What is told of the actions shown: their first days, what their measures did since, and one in full beside its chart."""

from dataclasses import dataclass, field, replace
from datetime import date

from frontdoor.answers.action_marks import with_begun
from frontdoor.answers.action_moved import Moved, moved
from frontdoor.answers.action_words import history_table, in_full
from frontdoor.answers.answer import Result
from frontdoor.answers.context import Context
from frontdoor.answers.marks import marks_of
from frontdoor.answers.measure import provenance_line, stamped
from frontdoor.answers.measure_figures import trend_figure
from frontdoor.answers.result import result_of
from frontdoor.answers.view_answer import Section
from frontdoor.errors import FrontdoorError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.register.actions import HeldAction, action_history


@dataclass(slots=True)
class Shown:
    """What actions are looked at with: the reader's filters, today, and the measures' results, each worked out once."""

    filters: Filters
    context: Context
    today: date
    labels: dict[str, str]
    results: dict[tuple[str, str], Result | None] = field(default_factory=dict)

    def result(self, action: HeldAction) -> Result | None:
        """Return the measure an action should move; None where it names none, or one that is no more."""
        place = (action.entry.measure_key, action.entry.service)
        if place not in self.results:
            self.results[place] = self._result(action) if place[0] else None
        return self.results[place]

    def _result(self, action: HeldAction) -> Result | None:
        try:
            promised = self.context.promised(action.entry.measure_key)
            return result_of(promised, narrowed(action, self.filters), self.context)
        except FrontdoorError:
            return None

    def moved(self, action: HeldAction) -> Moved | None:
        """Return what the action's measure did since its first day; None where it names no measure."""
        result = self.result(action)
        return moved(result, action.entry.start_date, self.today) if result else None


def labels_of(context: Context) -> dict[str, str]:
    """Return the names of services by key, and those of measures by 'measure:' and key."""
    services = {service.key: service.label for service in context.council.services}
    return services | {f"measure:{promised.key}": promised.label for promised in context.measures()}


def narrowed(action: HeldAction, filters: Filters) -> Filters:
    """Return the filters under which an action's measure is looked at: those of its own service and nobody narrower."""
    services = (action.entry.service,) if action.entry.service else ()
    return replace(filters, services=services, channels=(), attribute=None, value=None)


def shown_in_full(action: HeldAction, shown: Shown) -> tuple[Section, ...]:
    """Return one action, beside it the chart of its measure with its first day drawn, and all its versions."""
    versions = action_history(shown.context.register, action.key)
    figure = _chart(action, shown)
    box = in_full(action, shown.moved(action), shown.labels, shown.today)
    return (
        Section(boxes=(box,), figures=(figure,) if figure else ()),
        Section(tables=(history_table(versions, shown.labels, shown.context),)),
    )


def _chart(action: HeldAction, shown: Shown) -> Figure | None:
    result = shown.result(action)
    if result is None:
        return None
    own = narrowed(action, shown.filters)
    marks = marks_of(shown.context.promised(action.entry.measure_key), own, shown.context)
    figure = trend_figure(result, with_begun(marks, (action,), own.period), provenance_line(result))
    return stamped(figure and replace(figure, key=f"action-{figure.key}"), shown.context)
