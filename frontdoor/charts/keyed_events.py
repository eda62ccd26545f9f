"""What the list below a chart says: the events that are only letters on it, each with its day and its words."""

from collections.abc import Callable, Sequence
from datetime import date

from frontdoor.charts import control_chart, counterfactual, forecast
from frontdoor.charts.events import Keyed, arranged
from frontdoor.figure import BEGINS, ENDS, Figure, Kind


def _first_and_last(days: Sequence[date]) -> tuple[date, date]:
    return days[0], days[-1]


EDGES: dict[Kind, Callable[[Sequence[date]], tuple[date, date]]] = {
    Kind.CONTROL_CHART: control_chart.edges,
    Kind.LINES: _first_and_last,
    Kind.FORECAST: forecast.edges,
    Kind.COUNTERFACTUAL: counterfactual.edges,
}
"""The kinds that mark events, and from when to when each is drawn."""


def keyed_events(figure: Figure, is_narrow: bool = False) -> tuple[Keyed, ...]:
    """Return the events without words on the chart, in order of date; none for a kind that marks no events."""
    if figure.kind not in EDGES or figure.frame.is_empty():
        return ()
    first, last = EDGES[figure.kind](figure.frame["period_start"].unique().sort().to_list())
    marks = [mark for mark in figure.marks if first <= mark.on_date <= last and mark.label not in (BEGINS, ENDS)]
    return arranged(marks, first, last, is_narrow or figure.kind is Kind.COUNTERFACTUAL).keyed
