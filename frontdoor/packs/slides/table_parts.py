"""Tables cut to slides: how wide each column is, how large the type, and which rows and columns go onto which slide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from frontdoor.packs.pack import Cell, PackTable
from frontdoor.packs.slides.merged import is_name
from frontdoor.packs.slides.text import INSET, LINE, lines_of
from frontdoor.packs.slides.widths import wide

SIZES = (18, 16, 14)  # points; with more columns than fit at the last, the table is cut beside the first column
PADDING = 8.0  # points above and below the words of a row together
WIDEST = 0.45  # of the width: one column of long words
STRETCH = 1.35  # of what its words need; a narrow table is not pulled across the slide
FIRST = 0.24  # of the width: the names of rows have so much before they are broken into more lines
LONGEST_WORD = 24  # characters; longer ones are broken
EVENED = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Shares of a slide's height that are tried, so that the last part has not one row alone."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """What one slide shows of a table: `part` is '1 of 2', '' where it is whole; widths and heights are in points."""

    table: PackTable
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: int
    part: str = ""


def table_parts(table: PackTable, width: float, first: float, height: float) -> list[TablePart]:
    """Return the parts of a table: as large as fits on one slide, else 14 point on as many as it needs.

    The `first` slide has less room than the others of this `height`, since words stand above the table.
    """
    every = tuple(range(len(table.columns)))
    for size in SIZES:
        widths = _widths(table, every, size, width)
        if widths is None:
            continue
        heights = _heights(table, every, widths, size)
        if sum(heights) <= first:
            return [TablePart(table, every, tuple(range(len(table.rows))), widths, heights, size)]
    chunks = list(_cut(table, width, first, height))
    named = "" if len(chunks) == 1 else f" of {len(chunks)}"
    return [replace(one, part=f"{at}{named}" if named else "") for at, one in enumerate(chunks, start=1)]


def _cut(table: PackTable, width: float, first: float, height: float) -> Iterator[TablePart]:
    """Yield the parts of each stretch of columns; a row that names others stays with them."""
    size, room = SIZES[-1], first
    for columns in _beside(table, width, size):
        widths = _widths(table, columns, size, width) or (width / len(columns),) * len(columns)
        head, *tall = _heights(table, columns, widths, size)
        for start, end in pairwise((0, *_ends(table, tall, room - head, height - head))):
            yield TablePart(table, columns, tuple(range(start, end)), widths, (head, *tall[start:end]), size)
        room = height


def _ends(table: PackTable, tall: Sequence[float], first: float, height: float) -> list[int]:
    """Return where each part ends: as few parts as there can be, none much shorter than the others."""
    fewest = len(_filled(table, tall, first, height))
    shares = (_filled(table, tall, first * share, height * share) for share in EVENED)
    return next(ends for ends in shares if len(ends) == fewest)


def _filled(table: PackTable, tall: Sequence[float], first: float, height: float) -> list[int]:
    ends: list[int] = []
    while (ends[-1] if ends else 0) < len(tall):
        ends.append(_last(table, tall, ends[-1] if ends else 0, height if ends else first))
    return ends


def _last(table: PackTable, tall: Sequence[float], start: int, room: float) -> int:
    """Return where the rows from `start` on that fit end; at least one goes on."""
    end, used = start + 1, tall[start]
    while end < len(tall) and used + tall[end] <= room:
        used += tall[end]
        end += 1
    return end - 1 if end < len(tall) and end - 1 > start and is_name(table.rows[end - 1]) else end


def _beside(table: PackTable, width: float, size: int) -> list[tuple[int, ...]]:
    """Return the columns of each part, the first one in all of them, about as many in each where that fits."""
    found: list[tuple[int, ...]] = []
    now: tuple[int, ...] = (0,)
    for column in range(1, len(table.columns)):
        if len(now) > 1 and _widths(table, (*now, column), size, width) is None:
            found.append(now)
            now = (0,)
        now = (*now, column)
    found.append(now)
    each = -(-(len(table.columns) - 1) // len(found))
    even = [
        (0, *range(start, min(start + each, len(table.columns)))) for start in range(1, len(table.columns), each or 1)
    ]
    return even if even and all(_widths(table, part, size, width) for part in even) else found


def _widths(table: PackTable, columns: Sequence[int], size: int, width: float) -> tuple[float, ...] | None:
    """Return the widths of the columns in points, None where their longest words do not fit beside each other."""
    least = [_least(table, column, size, width) for column in columns]
    if sum(least) > width:
        return None
    wanted = [
        max(min(_wanted(table, column, size), width * WIDEST), low) for column, low in zip(columns, least, strict=True)
    ]
    if sum(wanted) <= width:
        factor = min(width / sum(wanted), STRETCH)
        return tuple(each * factor for each in wanted)
    share = (width - sum(least)) / (sum(wanted) - sum(least))
    return tuple(low + (full - low) * share for low, full in zip(least, wanted, strict=True))


def _least(table: PackTable, column: int, size: int, width: float) -> float:
    words = [word[:LONGEST_WORD] for cell in _cells(table, column) for word in cell.split()]
    least = max((wide(word, size, is_bold=True) for word in words), default=0.0) + INSET
    return max(least, min(_wanted(table, column, size), FIRST * width)) if column == 0 else least


def _wanted(table: PackTable, column: int, size: int) -> float:
    """Return the width at which no cell is broken; the heading and the names of rows are bold."""
    cells = enumerate(_cells(table, column))
    return max(wide(words, size, is_bold=column == 0 or at == 0) for at, words in cells) + INSET + 2


def _cells(table: PackTable, column: int) -> list[str]:
    return [table.columns[column], *(row[column].words for row in table.rows if not is_name(row))]


def _heights(table: PackTable, columns: Sequence[int], widths: Sequence[float], size: int) -> tuple[float, ...]:
    """Return the height of the heading row and of each row."""
    heads = [table.columns[column] for column in columns]
    rows: list[Sequence[str]] = [heads, *(_words(row, columns) for row in table.rows)]
    return tuple(
        max(1, *(lines_of(words, size, width, is_bold=place == 0 or at == 0) for at, (words, width) in enumerate(zip(row, widths, strict=True))))
        * size * LINE + PADDING
        for place, row in enumerate(rows)
    )  # fmt: skip


def _words(row: Sequence[Cell], columns: Sequence[int]) -> list[str]:
    """Return the words whose lines make a row high; a row that names others has the whole width."""
    return [""] * len(columns) if is_name(row) else [row[column].words for column in columns]


def row_of(part: TablePart, row: int) -> tuple[Cell, ...]:
    """Return the cells of one row that this part shows."""
    return tuple(part.table.rows[row][column] for column in part.columns)
