"""A year of days as tables: weekdays down and weeks across, half a year to a slide so that each number can be read."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

import polars as pl

from frontdoor.charts.cell_colours import CellScale, one_way
from frontdoor.charts.cell_words import cell_numbers
from frontdoor.charts.drawable import drawable
from frontdoor.charts.theme import Theme
from frontdoor.charts.year_days import with_closed
from frontdoor.figure import DayKind, Figure
from frontdoor.measures.formatting import NOTHING
from frontdoor.packs.slides.grid import Grid, GridCell, closed_cell, ground_of

WEEK = 7  # days
MOST_WEEKS = 27  # of half a year and the days it shares with the other half
LEAST_WEEKS = 2  # of a month whose name has room
SIGNS = {DayKind.BANK_HOLIDAY: "◆", DayKind.CLOCK_CHANGE: "○", DayKind.EVENT: "▲"}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def year_grids(figure: Figure, theme: Theme) -> list[Grid]:
    """Return one table for each half-year or less."""
    frame = with_closed(drawable(figure.frame)).sort("activity_date")
    days: list[date] = frame["activity_date"].to_list()
    if not days:
        return []
    scale = one_way(frame.filter(~pl.col("is_closed"))["value"].drop_nulls().to_list(), theme)
    cells = _cells(figure, frame, scale, theme)
    first = days[0] - timedelta(days=days[0].weekday())
    mondays = [first + timedelta(days=WEEK * week) for week in range((days[-1] - first).days // WEEK + 1)]
    parts = -(-len(mondays) // MOST_WEEKS)
    each = -(-len(mondays) // parts)
    chunks = [mondays[start : start + each] for start in range(0, len(mondays), each)]
    return [
        _grid(chunk, cells, f"{at} of {len(chunks)}" if len(chunks) > 1 else "")
        for at, chunk in enumerate(chunks, start=1)
    ]


def _cells(figure: Figure, frame: pl.DataFrame, scale: CellScale, theme: Theme) -> dict[date, GridCell]:
    numbers = cell_numbers(frame["value"].drop_nulls().to_list(), figure.unit)
    found = {}
    for day, value, kind, is_closed in frame.select("activity_date", "value", "kind", "is_closed").rows():
        number = numbers(value) if value is not None else "" if is_closed else NOTHING
        words = "\n".join(part for part in (SIGNS.get(DayKind(kind), ""), number) if part)
        if is_closed:
            found[day] = closed_cell(theme, words)
        elif value is None:
            found[day] = GridCell(words, theme.ink_second)
        else:
            found[day] = GridCell(words, scale.text(value), ground_of(scale, value))
    return found


def _grid(mondays: Sequence[date], cells: dict[date, GridCell], part: str) -> Grid:
    rows = [
        (GridCell(name), *(cells.get(monday + timedelta(days=weekday), GridCell("")) for monday in mondays))
        for weekday, name in enumerate(WEEKDAYS)
    ]
    return Grid((GridCell("Day"), *_months(mondays)), tuple(rows), part)


def _months(mondays: Sequence[date]) -> list[GridCell]:
    """Return the month of each Monday over its weeks, with its year where that is new; too few weeks stay without a name."""
    found, said = [], None
    for (year, _), group in groupby(mondays, key=lambda monday: (monday.year, monday.month)):
        weeks = list(group)
        words = f"{weeks[0]:%b}" if year == said else f"{weeks[0]:%b} {year}"
        has_room = len(weeks) >= LEAST_WEEKS
        found.append(GridCell(words if has_room else "", span=len(weeks)))
        said = year if has_room else said
    return found
