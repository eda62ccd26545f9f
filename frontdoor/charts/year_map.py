"""A year of days: weeks across and weekdays down, darker where there is more, a sign on the days that are not like others."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from frontdoor.charts.cell_colours import one_way
from frontdoor.charts.drawable import drawable
from frontdoor.charts.grid import Cell, cell_trace, hatched, numbers_on_hatching, plain
from frontdoor.charts.template import lean
from frontdoor.charts.theme import Theme
from frontdoor.charts.year_days import Day, days_of, with_closed
from frontdoor.charts.year_grid import YearGrid
from frontdoor.figure import DayKind, Figure

Settings = dict[str, Any]

SIGNS = {DayKind.BANK_HOLIDAY: "diamond", DayKind.CLOCK_CHANGE: "circle-open", DayKind.EVENT: "triangle-up"}
SIGN_SIZE, SMALL_SIGN_SIZE = 8, 7  # pixels
NUMBER_SIZE = 13  # pixels
BESIDE_NUMBER = 0.11  # of a cell


def year_map(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the map; numbers are written only on a phone, where weeks run down and cells have room."""
    frame = drawable(figure.frame).sort("activity_date")
    grid = YearGrid(tuple(frame["activity_date"].to_list()), is_narrow)
    scale = one_way(with_closed(frame).filter(~pl.col("is_closed"))["value"].drop_nulls().to_list(), theme)
    days = list(days_of(frame, figure.unit, grid, scale, theme))
    coloured = [(day.cell, day.value) for day in days if day.value is not None]
    closed = [day.cell for day in days if day.is_closed]
    groups = (
        ([cell for cell, _ in coloured], scale.marker([value for _, value in coloured], theme)),
        ([Cell(cell.place, cell.said) for cell in closed], hatched(theme)),
        ([day.cell for day in days if day.is_blank], plain(theme)),
    )
    cells = [cell_trace(group, marker, NUMBER_SIZE) for group, marker in groups if group]
    return lean(
        theme,
        [*cells, *_signs([day for day in days if day.kind in SIGNS])],
        barmode="overlay",
        bargap=0,
        shapes=grid.month_lines(theme),
        annotations=numbers_on_hatching(closed, theme, NUMBER_SIZE),
        **grid.layout(theme),
    )


def _signs(days: Sequence[Day]) -> list[Settings]:
    """Return the signs of days, in the black or white that their numbers have."""
    if not days:
        return []
    colours = [day.cell.number_colour for day in days]
    sizes = [SMALL_SIGN_SIZE if day.cell.number else SIGN_SIZE for day in days]
    return [
        {
            "type": "scatter", "mode": "markers", "hoverinfo": "skip",
            "x": [day.cell.place[1] + (BESIDE_NUMBER if day.cell.number else 0.5) for day in days],
            "y": [day.cell.place[0] for day in days],
            "marker": {
                "symbol": [SIGNS[day.kind] for day in days], "size": sizes, "opacity": 1, "color": colours,
                "line": {"color": colours, "width": 1.5},
            },
        }
    ]  # fmt: skip
