"""One Figure in, one Plotly chart out; each kind of chart is drawn by its own file."""

from collections.abc import Callable

import plotly.graph_objects as go

from frontdoor.charts.bars import bars
from frontdoor.charts.calendar import calendar
from frontdoor.charts.control_chart import control_chart
from frontdoor.charts.distribution import distribution
from frontdoor.charts.lines import lines
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Kind

DRAWN_BY: dict[Kind, Callable[[Figure, Theme, bool], go.Figure]] = {
    Kind.CONTROL_CHART: control_chart,
    Kind.BARS: bars,
    Kind.DISTRIBUTION: distribution,
    Kind.LINES: lines,
    Kind.CALENDAR: calendar,
}


def draw(figure: Figure, theme: Theme, is_narrow: bool = False) -> go.Figure:
    """Return the chart of a figure that has rows; titles, key and sentence are written outside it by whoever shows it."""
    return DRAWN_BY[figure.kind](figure, theme, is_narrow)
