"""Several lines over time, at most four, told apart by dash and by the name at their end as well as by colour."""

from datetime import date, timedelta
from typing import Any

import polars as pl

from frontdoor.charts.events import arranged, event_labels, event_lines, room_for_letters
from frontdoor.charts.labels import Label, right_labels, room_for, written
from frontdoor.charts.scale import month_ticks, range_of
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_value

Settings = dict[str, Any]

HEIGHT = 300
MOST_SERIES = 4  # STYLE: at most four categories on a chart
DASHES = ("solid", "8px,3px", "2px,3px", "8px,3px,2px,3px")
BOTTOM, TOP = 30, 8


def lines(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return one line per series, in order of appearance; a null value is a gap."""
    frame = figure.frame.sort("period_start", maintain_order=True)
    series = figure.frame["series"].unique(maintain_order=True).to_list()[:MOST_SERIES]
    days: list[date] = frame["period_start"].unique().sort().to_list()
    known = [float(value) for value in frame["value"].drop_nulls()] or [0.0, 1.0]
    scale = range_of(known, figure.unit, above=0.14)
    marks = [mark for mark in figure.marks if days[0] <= mark.on_date <= days[-1]]
    ticks, words = month_ticks(days, 3 if is_narrow else 6)
    ends = _ends(frame, series, theme)
    found = arranged(marks, days[0], days[-1], is_narrow)
    letters = room_for_letters(found)
    return lean(
        theme,
        [event_lines(marks, scale, theme), *(_line(figure, frame, name, index, theme) for index, name in enumerate(series))],
        height=HEIGHT + letters,
        margin={"l": scale.room, "r": min(room_for(ends), 110 if is_narrow else 180), "t": TOP + letters, "b": BOTTOM, "pad": 0},
        xaxis=axis(theme, type="date", range=_reach(days), tickvals=ticks, ticktext=words, ticklabelstandoff=6),
        yaxis=axis(theme, range=[scale.low, scale.high], tickvals=scale.ticks, ticktext=scale.words, showgrid=True,
                   ticklabelstandoff=8),
        annotations=[
            *right_labels(ends, scale, HEIGHT - TOP - BOTTOM),
            *event_labels(found, theme, is_narrow),
        ],
    )  # fmt: skip


def _reach(days: list[date]) -> list[date]:
    """Return the first and the last day, a day more where they are one; the words of an event would move the edges."""
    return [days[0], max(days[-1], days[0] + timedelta(days=1))]


def _line(figure: Figure, frame: pl.DataFrame, name: str, index: int, theme: Theme) -> Settings:
    rows = frame.filter(pl.col("series") == name).select("period_start", "value").rows()
    return {
        "type": "scatter", "mode": "lines", "name": written(name),
        "x": [day for day, _ in rows], "y": [value for _, value in rows], "connectgaps": False,
        "line": {"color": theme.colourway[index], "width": 2.2, "dash": DASHES[index]},
        "text": [f"{written(name)}, {day.day} {day:%B %Y}: {format_value(value, figure.unit)}" for day, value in rows],
        "hoverinfo": "text",
    }  # fmt: skip


def _ends(frame: pl.DataFrame, series: list[str], theme: Theme) -> list[Label]:
    """Return each series' name at the height of its last value, in ink: two of the line colours are too pale for text."""
    last = frame.drop_nulls("value").group_by("series", maintain_order=True).last()
    values = dict(last.select("series", "value").rows())
    return [Label(values[name], name, theme.ink) for name in series if name in values]
