"""A week or a signed week as tables: days down and half-hours across, in parts where they are too many for one slide."""

from collections.abc import Sequence

import polars as pl

from frontdoor.charts.cell_colours import CellScale, one_way, two_way
from frontdoor.charts.cell_words import cell_numbers
from frontdoor.charts.drawable import drawable
from frontdoor.charts.theme import Theme
from frontdoor.charts.week_cells import coloured, coloured_values
from frontdoor.charts.week_grid import WeekGrid, week_grid
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import NOTHING
from frontdoor.measures.times_of_day import time_words
from frontdoor.packs.slides.grid import Grid, GridCell, closed_cell, ground_of

MOST_ACROSS = 24  # half-hours whose numbers can be read beside each other
HOUR = 2  # half-hours


def week_grids(figure: Figure, theme: Theme) -> list[Grid]:
    """Return one table, or as many as the half-hours need."""
    frame = drawable(figure.frame)
    values = coloured_values(frame)
    is_signed = figure.kind is Kind.SIGNED_MAP
    scale = two_way(values, figure.better, theme) if is_signed else one_way(values, theme)
    cells = _cells(figure, frame, scale, theme, is_signed=is_signed)
    grid = week_grid(frame, is_narrow=False)
    parts = -(-len(grid.half_hours) // MOST_ACROSS)
    each = -(-len(grid.half_hours) // max(parts, 1) // HOUR) * HOUR
    chunks = [grid.half_hours[start : start + each] for start in range(0, len(grid.half_hours), each or 1)]
    return [
        _grid(grid, chunk, cells, f"{at} of {len(chunks)}" if len(chunks) > 1 else "")
        for at, chunk in enumerate(chunks, start=1)
    ]


def _cells(
    figure: Figure, frame: pl.DataFrame, scale: CellScale, theme: Theme, *, is_signed: bool
) -> dict[tuple[str, int], GridCell]:
    numbers = cell_numbers(frame["value"].drop_nulls().to_list(), figure.unit)
    marked = pl.col("is_marked") if "is_marked" in frame.columns else pl.lit(value=True).alias("is_marked")
    found = {}
    rows = frame.select("day", "half_hour", "value", "is_open", marked, coloured(frame)).rows()
    for day, half_hour, value, is_open, is_marked, is_coloured in rows:
        words = NOTHING if value is None else numbers(value, is_signed=is_signed)
        if is_open is False and (value is None or not is_coloured):
            found[day, half_hour] = closed_cell(theme, words if value else "")
        elif value is None or not is_marked:
            found[day, half_hour] = GridCell(words, theme.ink_second, is_open=bool(is_open))
        else:
            ground = ground_of(scale, value)
            found[day, half_hour] = GridCell(words, scale.text(value), ground, is_open=bool(is_open))
    return found


def _grid(grid: WeekGrid, half_hours: Sequence[int], cells: dict[tuple[str, int], GridCell], part: str) -> Grid:
    rows = [
        (GridCell(day), *(cells.get((day, half_hour), GridCell("")) for half_hour in half_hours)) for day in grid.days
    ]
    return Grid((GridCell("Day"), *_hours(half_hours)), tuple(rows), part)


def _hours(half_hours: Sequence[int]) -> list[GridCell]:
    """Return the headings: an hour spans its two half-hours, a half-hour alone has its own."""
    found, at = [], 0
    while at < len(half_hours):
        now = half_hours[at]
        is_whole = now % HOUR == 0 and at + 1 < len(half_hours) and half_hours[at + 1] == now + 1
        found.append(GridCell(time_words(now), span=HOUR if is_whole else 1))
        at += HOUR if is_whole else 1
    return found
