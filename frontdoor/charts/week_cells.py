"""The cells of a week, drawn: coloured where open, hatched where closed, blank where nothing is known, opening outlined.

Where nobody says when we are open (null) all are coloured and none outlined; a map of closed half-hours alone is coloured too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from frontdoor.answers.peaks_times import span_words
from frontdoor.charts.cell_colours import CellScale
from frontdoor.charts.cell_words import cell_words
from frontdoor.charts.grid import Cell, cell_trace, hatched, numbers_on_hatching, outline, outline_shape, plain
from frontdoor.charts.labels import written
from frontdoor.charts.template import lean
from frontdoor.charts.theme import Theme
from frontdoor.charts.week_grid import WeekGrid, week_grid
from frontdoor.measures.formatting import NOTHING

Settings = dict[str, Any]

OUTLINE = 2.5  # pixels; LOOK


@dataclass(frozen=True, slots=True)
class Said:
    """How a map writes a value: short inside its cell, in full for whoever reads it."""

    short: Callable[[float], str]
    full: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class WeekCell:
    """One half-hour of one day: its cell, the value it is coloured by, whether we were open, and whether it is coloured."""

    cell: Cell
    value: float | None
    is_open: bool | None
    is_coloured: bool


def drawn_week(frame: pl.DataFrame, scale: CellScale, said: Said, theme: Theme, is_narrow: bool) -> Settings:
    """Return the map of a WEEK_MAP's or SIGNED_MAP's frame."""
    grid = week_grid(frame, is_narrow)
    cells = list(_cells(frame, grid, scale, said, theme))
    known = [(each.cell, each.value) for each in cells if each.is_coloured and each.value is not None]
    unknown = [each.cell for each in cells if each.is_open is not False and each.value is None]
    closed = [each.cell for each in cells if each.is_open is False and (each.value is None or not each.is_coloured)]
    groups = (
        ([cell for cell, _ in known], scale.marker([value for _, value in known], theme)),
        (unknown, plain(theme)),
        ([Cell(cell.place, cell.said) for cell in closed], hatched(theme)),
    )
    return lean(
        theme,
        [cell_trace(group, marker, grid.size) for group, marker in groups if group],
        barmode="overlay",
        bargap=0,
        shapes=outline_shape(outline([each.cell.place for each in cells if each.is_open]), theme.ink, OUTLINE),
        annotations=numbers_on_hatching(closed, theme, grid.size),
        **grid.layout(theme),
    )


def coloured(frame: pl.DataFrame) -> pl.Series:
    """Return which cells are coloured: those not closed, or all where only closed ones have a value."""
    is_closed = ~frame["is_open"].fill_null(value=True)
    only_closed = frame.filter(~is_closed)["value"].drop_nulls().is_empty()
    return (is_closed & (not only_closed)).not_().alias("is_coloured")


def coloured_values(frame: pl.DataFrame) -> list[float]:
    """Return the values that the colours of a map run over: of marked cells where some are not."""
    told = frame.filter(coloured(frame))
    return (told.filter("is_marked") if "is_marked" in told.columns else told)["value"].drop_nulls().to_list()


def _cells(frame: pl.DataFrame, grid: WeekGrid, scale: CellScale, said: Said, theme: Theme) -> Iterator[WeekCell]:
    marked = pl.col("is_marked") if "is_marked" in frame.columns else pl.lit(value=True).alias("is_marked")
    rows = frame.select("day", "half_hour", "value", "is_open", "note", marked, coloured(frame)).rows()
    for day, half_hour, value, is_open, note, is_marked, is_coloured in rows:
        short = NOTHING if value is None else said.short(value)
        full = None if value is None else said.full(value)
        words = cell_words(
            f"{written(day)}, {span_words(half_hour, half_hour + 1)}", "closed" if is_open is False else "", full, note
        )
        colour = theme.ink_second if value is None or not is_marked else scale.text(value)
        cell = Cell(grid.place(day, half_hour), words, short if is_open is not False or value else "", colour)
        yield WeekCell(cell, value if is_marked or value is None else 0.0, is_open, is_coloured)
