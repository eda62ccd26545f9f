"""Tables as a PDF prints them: columns as wide as their words, numbers right, wide tables in parts that keep the first column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from frontdoor.packs.pack import PackTable
from frontdoor.packs.pdf.runs import MAY_PART, parted
from frontdoor.packs.svg.words import width_of

MOST_COLUMNS = 9  # beside the first; more are continued in another part
MOST_ROWS = 200  # of one table in print
SIZES = ((5, 9.5), (7, 8.5), (99, 7.5), (99, 6.5))
"""The type size (points) of tables of at most so many columns; the next smaller where the longest words have no room."""
TIGHT = 8.5  # points, the largest type of a table on a page that asks for one side
PAPER = 482.0  # points across the column of an A4 page
WIDEST = 1.7  # of the mean width of a column: longer lines may break before others do
CELL_EDGE = 1.8  # kept free left and right of words, in sizes of the type
LONGEST_NUMBER = 16  # characters
MOST_TOGETHER = 12  # rows that are never parted by the end of a page
MOST_LINES = 16  # that these rows may take: a taller table is parted, so that no page is left half empty
NUMBER = re.compile(r"[−+]?£?[\d,]+(\.\d+)?[%s]?|–")
"""What reads as a number: '1,234', '−0.12', '72%', '£3.40', '24s'; or the dash of none."""

Settings = dict[str, Any]


def printed(
    table: PackTable, most_rows: int = MOST_ROWS, rest: str = "the spreadsheet has all", *, is_tight: bool = False
) -> list[Settings]:
    """Return the parts of a table: title, note, columns, rows, widths (fractions), right (which columns), size (points).

    With `is_tight` the type is small and the rows are close.

    A table without columns or rows has no part; one of more rows than `most_rows` is cut, and `rest` says where they are.
    """
    if not table.columns or not table.rows:
        return []
    cut = f"The first {most_rows} of {len(table.rows):,} rows; {rest}." if len(table.rows) > most_rows else ""
    note = " ".join(part for part in (table.note, cut) if part)
    shown = replace(table, rows=table.rows[:most_rows], note=note)
    return [
        _part(shown, columns, number, is_tight=is_tight) for number, columns in enumerate(_parts(len(table.columns)))
    ]


def _parts(count: int) -> Iterator[list[int]]:
    """Yield the columns of each part, parts about equally wide."""
    beside = count - 1
    parts = max(-(-beside // MOST_COLUMNS), 1)
    most = -(-beside // parts)
    for first in range(1, max(count, 2), max(most, 1)):
        yield [0, *range(first, min(first + most, count))]


def _part(table: PackTable, columns: Sequence[int], number: int, *, is_tight: bool) -> Settings:
    rows = [[parted(row[column].words) for column in columns] for row in table.rows]
    heads = [parted(head_words(table.columns[column])) for column in columns]
    cells = [[row[index] for row in rows] for index in range(len(columns))]
    least = [
        max(_longest(_unbroken([head]), is_bold=True), _longest(_unbroken(column)))
        for head, column in zip(heads, cells, strict=True)
    ]
    sizes = [size for most, size in SIZES if len(columns) <= most and not (is_tight and size > TIGHT)]
    size = next((size for size in sizes if sum(least) * size <= PAPER), sizes[-1])
    widths = _widths(heads, cells, least, PAPER / size)
    return {
        "title": parted(table.title) + (" (continued)" if number else ""),
        "note": parted(table.note),
        "columns": heads,
        "rows": rows,
        "widths": widths,
        "right": [
            index for index, column in enumerate(columns) if index and _is_right(table.is_number(column), cells[index])
        ],
        "size": size,
        "is_tight": is_tight,
        "is_kept_together": len(rows) <= MOST_TOGETHER and _lines(cells, widths) <= MOST_LINES,
    }


def head_words(name: str) -> str:
    """Return a column's name as words: 'calls_offered' is printed as 'Calls offered'."""
    return name.replace("_", " ").capitalize() if name.islower() else name


def stands_right(table: PackTable, column: int) -> bool:
    """Return whether a column stands right: its cells are short with numbers behind them, or each is a number in words."""
    return _is_right(table.is_number(column), [row[column].words for row in table.rows])


def _is_right(has_numbers: bool, cells: Sequence[str]) -> bool:
    is_short = max(map(len, cells), default=0) <= LONGEST_NUMBER
    are_numbers = all(NUMBER.fullmatch(cell) for cell in cells) and any(map(str.isdigit, "".join(cells)))
    return (has_numbers and is_short) or are_numbers


def _widths(
    heads: Sequence[str], cells: Sequence[Sequence[str]], least: Sequence[float], available: float
) -> list[float]:
    """Return the width of each column: the `least` it needs, and a share of what is left as its lines are long."""
    widest = available / len(heads) * WIDEST
    wanted = [
        max(few, min(max(_longest(column), _longest(_halves(head), is_bold=True)), widest))
        for few, head, column in zip(least, heads, cells, strict=True)
    ]
    wish = sum(wanted) - sum(least)
    share = min(max(available - sum(least), 0.0) / wish, 1.0) if wish else 0.0
    return [round(few + (many - few) * share, 3) for few, many in zip(least, wanted, strict=True)]


def _lines(cells: Sequence[Sequence[str]], widths: Sequence[float]) -> int:
    """Return about how many lines the rows of columns take at their widths (sizes of the type)."""
    rows = zip(*cells, strict=True)
    return sum(
        max(ceil(width_of(cell, 1.0) / max(wide - CELL_EDGE, 1.0)) for cell, wide in zip(row, widths, strict=True))
        for row in rows
    )


def _halves(head: str) -> list[str]:
    """Return a head broken over two lines, which it may take."""
    words = head.split()
    half = -(-len(words) // 2)
    return [" ".join(words[:half]), " ".join(words[half:])]


def _unbroken(lines: Sequence[str]) -> list[str]:
    """Return what is never parted by the end of a line."""
    return " ".join(lines).replace(MAY_PART, "- ").split(" ")


def _longest(words: Sequence[str], is_bold: bool = False) -> float:
    """Return the width of the longest of these with the edges of its cell, in sizes of the type."""
    return max((width_of(each, 1.0, is_bold) for each in words), default=0.0) + CELL_EDGE
