"""Which drawing each kind of figure has on a slide: a native chart, or a table coloured as the page's map is.

A map of wards is both shapes and a chart of the same wards.
"""

from collections.abc import Callable
from functools import partial

from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Kind
from frontdoor.packs.slides.bars import bar_parts, bars_slide, intervals_slide
from frontdoor.packs.slides.chart import Chart, Room
from frontdoor.packs.slides.columns import columns_slide, distribution_slide
from frontdoor.packs.slides.control import control_slide
from frontdoor.packs.slides.coverage import coverage_grids
from frontdoor.packs.slides.grid import Grid
from frontdoor.packs.slides.lines import lines_slide
from frontdoor.packs.slides.load import load_slide
from frontdoor.packs.slides.matrix import matrix_grids
from frontdoor.packs.slides.ranges import counterfactual_slide, forecast_slide
from frontdoor.packs.slides.steps import steps_slide
from frontdoor.packs.slides.ward_bars import ward_bars, ward_bars_slide
from frontdoor.packs.slides.waterfall import waterfall_slide
from frontdoor.packs.slides.week import week_grids
from frontdoor.packs.slides.year import year_grids

ChartOf = Callable[[Theme, Room], Chart]

CHARTS: dict[Kind, Callable[[Figure, Theme, Room], Chart]] = {
    Kind.CONTROL_CHART: control_slide,
    Kind.BARS: bars_slide,
    Kind.DISTRIBUTION: distribution_slide,
    Kind.LINES: lines_slide,
    Kind.INTERVALS: intervals_slide,
    Kind.COLUMNS: columns_slide,
    Kind.LOAD: load_slide,
    Kind.FORECAST: forecast_slide,
    Kind.WATERFALL: waterfall_slide,
    Kind.COUNTERFACTUAL: counterfactual_slide,
    Kind.STEPS: steps_slide,
    Kind.WARD_MAP: ward_bars_slide,
}
GRIDS: dict[Kind, Callable[[Figure, Theme], list[Grid]]] = {
    Kind.WEEK_MAP: week_grids,
    Kind.SIGNED_MAP: week_grids,
    Kind.YEAR_MAP: year_grids,
    Kind.CALENDAR: coverage_grids,
    Kind.MATRIX: matrix_grids,
}


def charts_of(figure: Figure) -> list[ChartOf]:
    """Return what draws a figure as charts: one, or several of the same axis where there are more bars than a slide holds."""
    if figure.kind is Kind.WARD_MAP:
        figure = ward_bars(figure)
    drawn = {Kind.BARS: bars_slide, Kind.INTERVALS: intervals_slide}.get(figure.kind)
    if drawn is None:
        return [partial(CHARTS[figure.kind], figure)]
    parts = bar_parts(figure)
    return [partial(drawn, part, every=figure.frame) for part in parts]
