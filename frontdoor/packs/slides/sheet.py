"""The data sheet behind a chart of a slide: categories, columns of numbers, and the formats that say them."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from frontdoor.measures.formatting import format_value
from frontdoor.packs.slides.numbers import GENERAL, sheet_number, value_format
from frontdoor.schema.units import Unit

FIRST_ROW = 2  # of the numbers, below the headings


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its numbers as the sheet counts them, a format for each, and formulas where it is worked out.

    A formula is that of the first row of numbers, with {row} and {above} for the row it stands in and the one before.
    """

    heading: str
    numbers: tuple[float | None, ...]
    formats: tuple[str, ...]
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Categories in column A under their heading, and the other columns from B on."""

    heading: str
    categories: tuple[str, ...]
    columns: tuple[Column, ...]

    def rows(self, column: int) -> str:
        """Return where the numbers of a column stand: 'Sheet1!$B$2:$B$13'; -1 is the categories."""
        letter = letter_of(column)
        return f"Sheet1!${letter}${FIRST_ROW}:${letter}${len(self.categories) + FIRST_ROW - 1}"

    def heading_place(self, column: int) -> str:
        """Return where the heading of a column stands: 'Sheet1!$B$1'."""
        return f"Sheet1!${letter_of(column)}$1"


def letter_of(column: int) -> str:
    """Return the letters of a column: 'A' for -1 (the categories), 'B' for 0."""
    first, second = divmod(column + 1, len(ascii_uppercase))
    return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[second]


def values_column(heading: str, values: Sequence[float | None], unit: Unit, places: int | None = None) -> Column:
    """Return a column of values in `unit`, each said as the page says it."""
    numbers = tuple(sheet_number(value, unit) for value in values)
    return Column(heading, numbers, tuple(value_format(value, unit, places) for value in values))


def level_column(heading: str, values: Sequence[float | None], unit: Unit) -> Column:
    """Return the same for values of which only the height matters, such as limits; all in one format."""
    known = [value for value in values if value is not None]
    longest = max(known, key=lambda value: len(format_value(value, unit).partition(".")[2]), default=None)
    chosen = value_format(longest, unit) if known else GENERAL
    return Column(heading, tuple(sheet_number(value, unit) for value in values), (chosen,) * len(values))


def worked_column(heading: str, numbers: Sequence[float | None], formula: str) -> Column:
    """Return a column worked out from others by a formula; `numbers` are its results in the sheet's own counting."""
    return Column(heading, tuple(numbers), (GENERAL,) * len(numbers), formula)
