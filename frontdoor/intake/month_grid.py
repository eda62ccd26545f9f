"""Turns a hand-made table of months and measures, months across or down, into one row a month."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from frontdoor.errors import UnreadableFileError
from frontdoor.intake.header import DELIMITERS, LARGEST_FIELD

MONTH = "Month"
FEWEST_MONTHS = 2
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = re.compile(r"^(?P<name>[a-z]{3,9})\.?[\s\-/,']*(?P<year>\d{4}|\d{2})$", re.IGNORECASE)
_ISO = re.compile(r"^(?P<year>\d{4})-(?P<month>\d{2})(-01( 00:00:00)?)?$")
_FULL = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT_YEARS_ARE_IN = 2000
Grid = list[list[str]]


def months_to_rows(path: Path, target: Path) -> tuple[int, ...]:
    """Write the table at `path` to `target` with a column Month (first of the month) and one column a measure.

    Returns the line of the original each month stands on.

    Raises UnreadableFileError when no row and no column holds months with their years.
    """
    grid = _grid(path)
    across = max(range(len(grid)), key=lambda row: _months_in(grid[row]), default=0)
    if grid and _months_in(grid[across]) >= FEWEST_MONTHS:
        rows = _write(target, _from_across(grid, across))
        return (across + 1,) * rows
    turned = [list(column) for column in zip(*_squared(grid), strict=True)]
    down = max(range(len(turned)), key=lambda column: _months_in(turned[column]), default=0)
    if not turned or _months_in(turned[down]) < FEWEST_MONTHS:
        raise UnreadableFileError("no row and no column of months with years (such as May 2011 or Dec-12) was found.")
    _write(target, _from_across(turned, down))
    return tuple(line for line, cell in enumerate(turned[down], 1) if month_of(cell))


def month_of(cell: str) -> date | None:
    """Return the first of the month a cell names ('May 2011', 'Feb- 2012', 'Dec-12', '2012-02'), or None."""
    text = " ".join(cell.split())
    if found := _ISO.match(text):
        return date(int(found["year"]), int(found["month"]), 1) if 1 <= int(found["month"]) <= len(_NAMES) else None
    found = _WRITTEN.match(text)
    if not found or not _is_month(found["name"].lower()):
        return None
    year = int(found["year"])
    return date(year if year > 99 else _SHORT_YEARS_ARE_IN + year, _NAMES.index(found["name"].lower()[:3]) + 1, 1)


def _is_month(word: str) -> bool:
    return any(full.startswith(word) or word == "sept" for full in _FULL)


def _grid(path: Path) -> Grid:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    csv.field_size_limit(LARGEST_FIELD)
    grids = [list(csv.reader(text.splitlines(), delimiter=delimiter)) for delimiter in DELIMITERS]
    return max(
        grids, key=lambda grid: max((_months_in(row) for row in grid), default=0) + sum(len(row) > 1 for row in grid)
    )


def _months_in(cells: Sequence[str]) -> int:
    return sum(month_of(cell) is not None for cell in cells)


def _squared(grid: Grid) -> Grid:
    width = max((len(row) for row in grid), default=0)
    return [row + [""] * (width - len(row)) for row in grid]


def _from_across(grid: Grid, months_row: int) -> Grid:
    """Return a header and a row a month from a grid whose row `months_row` holds the months."""
    grid = _squared(grid)
    months = {column: month for column, cell in enumerate(grid[months_row]) if (month := month_of(cell))}
    label = max((column for column in range(min(months)) if any(row[column].strip() for row in grid)), default=0)
    lines = [
        row
        for index, row in enumerate(grid)
        if index != months_row and row[label].strip() and _has_figures(row, months)
    ]
    header = [MONTH, *_unlike([" ".join(row[label].split()) for row in lines])]
    return [header, *([month.isoformat(), *(row[column].strip() for row in lines)] for column, month in months.items())]


def _has_figures(row: Sequence[str], months: dict[int, date]) -> bool:
    return any(row[column].strip() for column in months)


def _unlike(labels: list[str]) -> list[str]:
    """Return the labels with a number added to those that stand twice."""
    seen: dict[str, int] = {}
    told = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        told.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return told


def _write(target: Path, rows: Grid) -> int:
    """Write the header and the rows; return how many rows there are."""
    with target.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)
    return len(rows) - 1
