"""Where it breaks: a circle for each day's load and what came of it, the curve through them, and the loads that matter."""

from dataclasses import replace
from typing import Any

import polars as pl

from frontdoor.charts.drawable import drawable
from frontdoor.charts.labels import written
from frontdoor.charts.load_words import Plot, room_above, words_above, words_beside
from frontdoor.charts.scale import Range, range_of
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Level, Tone
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit

Settings = dict[str, Any]

HEIGHT, PHONE_HEIGHT = 300, 280  # pixels, below the words
BOTTOM, RIGHT = 30, 22  # pixels
PLOT_WIDTH, PHONE_PLOT_WIDTH = 660, 270  # pixels, about what a plot has in its card
CIRCLE, PHONE_CIRCLE = 7, 6  # pixels


def load(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the chart; words of a level we cope up to stand above the plot, words of a poor one beside its line."""
    figure = replace(figure, frame=drawable(figure.frame, ("load", "value")).drop_nulls(["load", "value"]))
    across, up = _ranges(figure)
    height = PHONE_HEIGHT if is_narrow else HEIGHT
    rows = figure.frame.select("load", "value").rows()
    plot = Plot(across, up, PHONE_PLOT_WIDTH if is_narrow else PLOT_WIDTH, height - BOTTOM, rows, figure.levels)
    above = words_above(plot, theme, is_narrow)
    top = room_above(above)
    return lean(
        theme,
        [*_curve(figure, theme), *_circles(figure, theme, is_narrow)],
        height=height + top,
        margin={"l": up.room, "r": RIGHT, "t": top, "b": BOTTOM, "pad": 0},
        xaxis=_load_axis(across, theme, is_narrow),
        yaxis=axis(
            theme, range=[up.low, up.high], tickvals=up.ticks, ticktext=up.words, showgrid=True, ticklabelstandoff=8
        ),
        shapes=[shape for level in figure.levels for shape in _lines_of(level, across, theme)],
        annotations=[*above, *words_beside(plot, theme)],
    )


def _ranges(figure: Figure) -> tuple[Range, Range]:
    """Return the loads and the values there must be room for; a wide interval is shaded only as far as there is room."""
    loads = [*figure.frame["load"].to_list(), *(level.at for level in figure.levels)]
    values = figure.frame["value"].to_list() or [0.0, 1.0]
    return range_of(loads or [0.0, 1.0], Unit.COUNT, above=0.03, below=0.03), range_of(values, figure.unit, zero=True)


def _load_axis(across: Range, theme: Theme, is_narrow: bool) -> Settings:
    ticks = across.ticks[::2] if is_narrow and len(across.ticks) > 4 else across.ticks
    words = [format_value(tick, Unit.COUNT) for tick in ticks]
    return axis(theme, range=[across.low, across.high], tickvals=ticks, ticktext=words, ticklabelstandoff=6)


def _curve(figure: Figure, theme: Theme) -> list[Settings]:
    rows = figure.frame.filter(pl.col("part") == "curve").sort("load").select("load", "value").rows()
    if not rows:
        return []
    return [
        {
            "type": "scatter", "mode": "lines", "x": [at for at, _ in rows], "y": [value for _, value in rows],
            "line": {"color": theme.measured, "width": 2.4}, "hoverinfo": "skip",
        }
    ]  # fmt: skip


def _circles(figure: Figure, theme: Theme, is_narrow: bool) -> list[Settings]:
    """Return the figures as open circles, read from the least load to the greatest."""
    known = figure.frame.filter(pl.col("part") == "figure").sort("load")
    rows = known.select("load", "value", "label").rows()
    if not rows:
        return []
    return [
        {
            "type": "scatter", "mode": "markers", "x": [at for at, *_ in rows], "y": [value for _, value, _ in rows],
            "marker": {
                "symbol": "circle", "size": PHONE_CIRCLE if is_narrow else CIRCLE, "color": theme.page, "opacity": 1,
                "line": {"color": theme.measured, "width": 1.4},
            },
            "text": [
                f"{written(label or '')}: {format_value(at, Unit.COUNT)}, {format_value(value, figure.unit)}"
                for at, value, label in rows
            ],
            "hoverinfo": "text", "cliponaxis": False,
        }
    ]  # fmt: skip


def _lines_of(level: Level, across: Range, theme: Theme) -> list[Settings]:
    """Return the shaded interval and the line of a level; a poor one is dotted and has no shade to hide circles."""
    is_poor = level.tone is Tone.POOR
    line: Settings = {"color": theme.missed if is_poor else theme.close_mark, "width": 1.6 if is_poor else 2.4}
    place = {"xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    if is_poor:
        line["dash"] = "3px,3px"
    drawn: list[Settings] = [{**place, "type": "line", "x0": level.at, "x1": level.at, "line": line}]
    if is_poor or level.low is None or level.high is None:
        return drawn
    shade = {"x0": max(level.low, across.low), "x1": min(level.high, across.high), "fillcolor": theme.close_band}
    return [{**place, **shade, "type": "rect", "line": {"width": 0}}, *drawn]
