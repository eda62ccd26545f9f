"""Several lines over time on a slide, at most four, told apart by dash, symbol and the name at their end."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import polars as pl

from frontdoor.charts.drawable import drawable
from frontdoor.charts.lines import MOST_SERIES
from frontdoor.charts.scale import CHARACTER, range_of
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.packs.slides.axis import DATES, Frame, framed, named_every
from frontdoor.packs.slides.chart import Chart, Look, Mark, Room, Said, Series, Symbol
from frontdoor.packs.slides.events import event_columns, event_series, events_of, room_above
from frontdoor.packs.slides.periods import period_names
from frontdoor.packs.slides.sheet import Sheet, values_column

DASHES = ("solid", "dash", "sysDot", "dashDot")
SHAPES = ("circle", "square", "diamond", "triangle")
LONGEST_NAME = 20  # characters of a name on one line at the end of its line
MOST_SYMBOLS = 16  # periods; with more, symbols crowd the line


def lines_slide(figure: Figure, theme: Theme, room: Room) -> Chart:
    """Return one line for each series in order of appearance; a null value is a gap."""
    frame = drawable(figure.frame)
    names = frame["series"].unique(maintain_order=True).to_list()[:MOST_SERIES]
    starts = frame["period_start"].unique().sort().to_list()
    values = [_told(frame.filter(pl.col("series") == name), starts) for name in names]
    events = events_of(figure, starts)
    heights = [value for line in values for value in line if value is not None] or [0.0, 1.0]
    scale = range_of(heights, figure.unit, above=room_above(events, room))
    longest = min(max(map(len, names), default=0), LONGEST_NAME)
    fit = framed(scale, room, under=DATES, right=longest * CHARACTER + 30)
    columns = [values_column(name, line, figure.unit) for name, line in zip(names, values, strict=True)]
    series = _series(names, values, fit, theme)
    marks = event_series(events, len(columns), fit, theme)
    columns += event_columns(events, fit, len(starts), figure.unit)
    words = period_names(starts)
    every = named_every(words, fit.plot.width * room.width, lines=1)
    return Chart(
        Sheet("Period", words, tuple(columns)), (*marks, *series), fit.axis, fit.plot, every=every, is_in_time=True
    )


def _told(line: pl.DataFrame, starts: Sequence[date]) -> list[float | None]:
    """Return a line's value at each of `starts`; between two days of one value, as of a target in force, it is that value.

    Where a day has two values, as where a target changes, it is the later one.
    """
    rows = line.sort("period_start", maintain_order=True).select("period_start", "value").rows()
    known: dict[date, float | None] = dict(rows)
    for (day, value), (later, after) in pairwise(rows):
        if value == after:
            known |= {start: value for start in starts if day < start < later and start not in known}
    return [known.get(start) for start in starts]


def _series(names: Sequence[str], values: Sequence[Sequence[float | None]], fit: Frame, theme: Theme) -> list[Series]:
    """Return the lines, each named at its last value in ink: two of the line colours are too pale for text."""
    ends = {
        index: max(place for place, value in enumerate(line) if value is not None)
        for index, line in enumerate(values)
        if any(value is not None for value in line)
    }
    heights = [values[index][place] or 0.0 for index, place in ends.items()]
    moved = dict(zip(ends, fit.pushed(heights, [names[index] for index in ends]), strict=True))
    return [
        Series(
            index, Mark.LINE, Look(line=theme.colourway[index], points=2.5, dash=DASHES[index]),
            Symbol(SHAPES[index], 7, theme.colourway[index]) if len(line) <= MOST_SYMBOLS else None,
            labels=(Said(ends[index], "r", theme.ink, is_name=True, down=moved[index]),) if index in ends else (),
        )
        for index, line in enumerate(values)
    ]  # fmt: skip
