"""A control chart: each period against its usual range, worse as squares, better as diamonds, the target as a step."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl

from frontdoor.charts.control_labels import beside, earlier_levels, inside, point_words
from frontdoor.charts.events import arranged, event_labels, event_lines, room_for_events, room_for_letters
from frontdoor.charts.labels import right_labels, room_for
from frontdoor.charts.scale import Range, month_ticks, range_of
from frontdoor.charts.targets import Level, levels, target_trace
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure

Settings = dict[str, Any]

HEIGHT, PHONE_HEIGHT = 330, 300
RIGHT, BOTTOM, TOP = 118, 30, 4  # pixels around the plot; the right holds direct labels
SYMBOLS = {"improvement": "diamond", "concern": "square"}


def control_chart(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the chart; `is_narrow` writes labels inside the plot for a phone."""
    frame = with_usual_columns(figure.frame).sort("period_start")
    days: list[date] = frame["period_start"].to_list()
    first, last = edges(days)
    steps = levels(figure.targets, first, last)
    marks = [mark for mark in figure.marks if first <= mark.on_date <= last]
    height = PHONE_HEIGHT if is_narrow else HEIGHT
    inner = height - TOP - BOTTOM
    above, below = room_for_events(marks, inner, is_narrow)
    scale = range_of(_heights(frame, steps), figure.unit, above=above, below=below)
    labels = [] if is_narrow else beside(figure, frame, steps, theme)
    words = inside(figure, frame, steps, theme) if is_narrow else right_labels(labels, scale, inner)
    right = 10 if is_narrow else max(RIGHT, room_for(labels))
    traces = [*_usual_range(frame, theme, first, last), event_lines(marks, scale, theme)]
    traces += [*([target_trace(steps, theme)] if steps else []), _points(figure, frame, theme)]
    found = arranged(marks, first, last, is_narrow)
    letters = room_for_letters(found)
    return lean(
        theme,
        traces,
        height=height + letters,
        margin={"l": scale.room, "r": right, "t": TOP + letters, "b": BOTTOM, "pad": 0},
        xaxis=_time_axis(days, theme, 4 if is_narrow else 6),
        yaxis=_value_axis(scale, theme),
        annotations=[*event_labels(found, theme, is_narrow), *earlier_levels(figure, steps, theme), *words],
    )


def edges(days: Sequence[date]) -> tuple[date, date]:
    """Return the days half a period before the first and after the last, so that no point stands on the edge."""
    half = timedelta(days=max((days[-1] - days[0]).days / max(len(days) - 1, 1) / 2, 1))
    return days[0] - half, days[-1] + half


def _time_axis(days: Sequence[date], theme: Theme, most: int) -> Settings:
    ticks, words = month_ticks(days, most)
    return axis(theme, type="date", range=list(edges(days)), tickvals=ticks, ticktext=words, ticklabelstandoff=6)


def _value_axis(scale: Range, theme: Theme) -> Settings:
    return axis(
        theme, range=[scale.low, scale.high], tickvals=scale.ticks, ticktext=scale.words, showgrid=True,
        ticklabelstandoff=8,
    )  # fmt: skip


def _heights(frame: pl.DataFrame, steps: Sequence[Level]) -> list[float]:
    """Return every value the plot must have room for."""
    columns = [frame[name] for name in ("value", "lower_limit", "upper_limit")]
    known = [float(value) for column in columns for value in column.drop_nulls()]
    return [*known, *(value for _, _, value in steps)] or [0.0, 1.0]


def _usual_range(frame: pl.DataFrame, theme: Theme, first: date, last: date) -> list[Settings]:
    """Return the band between the limits with its mean, nothing where there are too few points for limits."""
    if not frame["upper_limit"].drop_nulls().len():
        return []
    edge = {"color": theme.edge, "width": 1.2}
    return [
        _limit(frame, "lower_limit", first, last, edge),
        {**_limit(frame, "upper_limit", first, last, edge), "fill": "tonexty", "fillcolor": theme.usual_range},
        _limit(frame, "mean", first, last, {"color": theme.measured, "width": 1.2}),
    ]


def _limit(frame: pl.DataFrame, column: str, first: date, last: date, line: Settings) -> Settings:
    """Return one limit from edge to edge; where limits were worked out anew they step half-way between periods."""
    known = frame.drop_nulls(column)
    values = known[column].to_list()
    is_level = len(set(values)) == 1
    days = [first, last] if is_level else [first, *known["period_start"].to_list(), last]
    return {
        "type": "scatter", "mode": "lines", "x": days, "hoverinfo": "skip",
        "y": values[:1] * 2 if is_level else [values[0], *values, values[-1]],
        "line": line if is_level else {**line, "shape": "hvh"},
    }  # fmt: skip


def _points(figure: Figure, frame: pl.DataFrame, theme: Theme) -> Settings:
    colours = {"improvement": theme.met, "concern": theme.missed}
    rows = frame.select("point_type", "is_complete").rows()
    return {
        "type": "scatter", "mode": "lines+markers", "x": frame["period_start"].to_list(), "y": frame["value"].to_list(),
        "line": {"color": theme.measured, "width": 2.2},
        "marker": {
            "symbol": [SYMBOLS.get(kind, "circle") if is_complete else "circle-open" for kind, is_complete in rows],
            "color": [colours.get(kind, theme.measured) for kind, _ in rows],
            "size": [11 if kind in SYMBOLS else 8 for kind, _ in rows],
            "opacity": 1,
        },
        "text": point_words(frame, figure.unit),
        "hoverinfo": "text", "connectgaps": False,
    }  # fmt: skip


def with_usual_columns(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with the columns it may leave out: every period finished, no value adjusted."""
    usual = {"is_complete": pl.lit(value=True), "is_adjusted": pl.lit(value=False), "value_as_counted": pl.col("value")}
    return frame.with_columns(**{name: value for name, value in usual.items() if name not in frame.columns})
