"""Which days each source covers, as tables: a row for each source, a column for each month, the days that have records."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

import polars as pl

from frontdoor.charts.cell_colours import one_way
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.packs.slides.grid import Grid, GridCell, ground_of

MOST_MONTHS = 12
MOST_SOURCES = 12


def coverage_grids(figure: Figure, theme: Theme) -> list[Grid]:
    """Return tables of at most a year and a dozen sources each; a cell is the days with records in that month."""
    known = figure.frame.filter(pl.col("records").fill_null(0) > 0)
    counted = {
        (series, day.year, day.month): days
        for series, day, days in known.group_by("series", pl.col("activity_date").dt.month_start()).len().rows()
    }
    months = sorted({(day.year, day.month) for day in figure.frame["activity_date"].to_list()})
    names = figure.frame["series"].unique(maintain_order=True).to_list()
    chunks = [
        (names[row : row + MOST_SOURCES], months[start : start + MOST_MONTHS])
        for row in range(0, len(names), MOST_SOURCES)
        for start in range(0, len(months), MOST_MONTHS)
    ]
    return [
        _grid(sources, some, counted, theme, f"{at} of {len(chunks)}" if len(chunks) > 1 else "")
        for at, (sources, some) in enumerate(chunks, start=1)
    ]


def _grid(
    names: Sequence[str],
    months: Sequence[tuple[int, int]],
    counted: dict[tuple[str, int, int], int],
    theme: Theme,
    part: str,
) -> Grid:
    heading = [GridCell("Days with records"), *(GridCell(f"{date(*month, 1):%b %Y}") for month in months)]
    rows = [
        (GridCell(name), *(_cell(counted.get((name, *month), 0), month, theme) for month in months)) for name in names
    ]
    return Grid(tuple(heading), tuple(rows), part)


def _cell(days: int, month: tuple[int, int], theme: Theme) -> GridCell:
    if not days:
        return GridCell("none", theme.missed)
    scale = one_way([0.0, float(monthrange(*month)[1])], theme)
    return GridCell(str(days), scale.text(days), ground_of(scale, days))
