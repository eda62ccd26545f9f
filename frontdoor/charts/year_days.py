"""The days of a year as cells: what each says, the number it has on a phone, and which kind of cell it is."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from frontdoor.charts.cell_colours import CellScale
from frontdoor.charts.cell_words import cell_numbers, cell_words, value_words
from frontdoor.charts.grid import Cell
from frontdoor.charts.theme import Theme
from frontdoor.charts.year_grid import YearGrid
from frontdoor.figure import DayKind
from frontdoor.measures.formatting import NOTHING, format_date
from frontdoor.schema.units import Unit

DIGITS = 3  # of a number in a cell on a phone, beside its sign
DAY_WORDS = {
    DayKind.BANK_HOLIDAY: "bank holiday",
    DayKind.CLOCK_CHANGE: "the clocks change",
}
USUALLY_OPEN = (DayKind.OPEN, DayKind.EVENT)
"""Days on which no value means that nothing is known, not that we were closed."""


def with_closed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame of a YEAR_MAP with is_closed: not is_open where that is told, else by the kind of day and its value."""
    guessed = (pl.col("kind") == DayKind.CLOSED) | (pl.col("value").is_null() & ~pl.col("kind").is_in(USUALLY_OPEN))
    told = ~pl.col("is_open") if "is_open" in frame.columns else pl.lit(None, pl.Boolean)
    return frame.with_columns(is_closed=pl.coalesce(told, guessed))


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its cell, its kind, and the value it is coloured by, None where it has no colour."""

    cell: Cell
    kind: DayKind
    value: float | None
    is_closed: bool

    @property
    def is_blank(self) -> bool:
        return self.value is None and not self.is_closed


def days_of(frame: pl.DataFrame, unit: Unit, grid: YearGrid, scale: CellScale, theme: Theme) -> Iterator[Day]:
    """Yield the days of a YEAR_MAP's frame; a closed day has no colour, even where somebody came."""
    numbers = cell_numbers(frame["value"].drop_nulls().to_list(), unit, DIGITS)
    rows = with_closed(frame).select("activity_date", "value", "kind", "note", "is_closed").rows()
    for day, value, kind_name, note, is_closed in rows:
        kind = DayKind(kind_name)
        full = None if value is None else value_words(value, unit, numbers)
        words = cell_words(
            f"{day:%A} {format_date(day)}", DAY_WORDS.get(kind, "closed" if is_closed else ""), full, note
        )
        number = numbers(value) if value is not None and grid.is_turned else ""
        number = NOTHING if value is None and not is_closed else number
        coloured = None if is_closed else value
        colour = theme.ink if coloured is None else scale.text(coloured)
        yield Day(Cell(grid.place(day), words, number, colour), kind, coloured, is_closed)
