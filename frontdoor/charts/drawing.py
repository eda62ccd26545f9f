"""One Figure in, one Plotly drawing out; each kind of chart is drawn by its own file."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from frontdoor.charts.bars import bars
from frontdoor.charts.calendar import calendar
from frontdoor.charts.columns import columns
from frontdoor.charts.control_chart import control_chart
from frontdoor.charts.counterfactual import counterfactual
from frontdoor.charts.distribution import distribution
from frontdoor.charts.forecast import forecast
from frontdoor.charts.intervals import intervals
from frontdoor.charts.lines import lines
from frontdoor.charts.load import load
from frontdoor.charts.matrix import matrix
from frontdoor.charts.signed_map import signed_map
from frontdoor.charts.steps import steps
from frontdoor.charts.theme import Theme
from frontdoor.charts.ward_map import ward_map
from frontdoor.charts.waterfall import waterfall
from frontdoor.charts.week_map import week_map
from frontdoor.charts.year_map import year_map
from frontdoor.figure import Figure, Kind

Settings = dict[str, Any]

DRAWN_BY: dict[Kind, Callable[[Figure, Theme, bool], Settings]] = {
    Kind.CONTROL_CHART: control_chart,
    Kind.BARS: bars,
    Kind.DISTRIBUTION: distribution,
    Kind.LINES: lines,
    Kind.CALENDAR: calendar,
    Kind.INTERVALS: intervals,
    Kind.COLUMNS: columns,
    Kind.WEEK_MAP: week_map,
    Kind.SIGNED_MAP: signed_map,
    Kind.YEAR_MAP: year_map,
    Kind.LOAD: load,
    Kind.FORECAST: forecast,
    Kind.WATERFALL: waterfall,
    Kind.WARD_MAP: ward_map,
    Kind.COUNTERFACTUAL: counterfactual,
    Kind.STEPS: steps,
    Kind.MATRIX: matrix,
}


def drawing(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return {"data": traces, "layout": ...} of a figure that has rows, not checked by Plotly: what a page needs, fast.

    Titles, key and sentence are written outside it by whoever shows it.
    """
    return DRAWN_BY[figure.kind](figure, theme, is_narrow)


def draw(figure: Figure, theme: Theme, is_narrow: bool = False) -> go.Figure:
    """Return the same as a Plotly figure, each of its settings checked."""
    drawn = go.Figure(drawing(figure, theme, is_narrow))
    drawn.layout.template = None
    return drawn
