"""The cells of a table and of a map as they are drawn on a slide."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml

from frontdoor.charts.theme import Theme
from frontdoor.packs.slides.grid import Grid, GridCell
from frontdoor.packs.slides.merged import is_name
from frontdoor.packs.slides.slots import Box
from frontdoor.packs.slides.table_parts import TablePart, row_of
from frontdoor.packs.slides.table_xml import TableCell, table_xml
from frontdoor.packs.slides.text import INSET, LINE, lines_of
from frontdoor.packs.slides.widths import wide

FIRST_COLUMN = 0.11  # of a map's width
LEAST_FIRST, MOST_FIRST = 60.0, 240.0  # points
HEAD_ROW, LEAST_ROW, MOST_ROW = 30.0, 22.0, 52.0  # points
NUMBER, SMALL_NUMBER = 14.0, 12.0  # points; the smaller where cells are narrow
NARROW = 36.0  # points
ABOVE_AND_BELOW = 5.0  # points around the lines of a cell together
OPENING = 2.25  # points, the line around the hours we are open


def part_table(part: TablePart, theme: Theme) -> Any:
    """Return the a:tbl of a part of a table: numbers stand right, the first column and the heading are bold."""
    right = [part.table.is_number(column) for column in part.columns]
    rule, line = (("B", theme.rule, 0.75),), (("B", theme.ink, 1.5),)
    head = [
        TableCell(part.table.columns[column], part.size, is_bold=True, align="r" if is_right else "l", edges=line)
        for column, is_right in zip(part.columns, right, strict=True)
    ]
    rows = [
        [
            TableCell(
                part.table.rows[row][0].words, part.size, True, ground=theme.panel, span=len(part.columns), edges=rule
            )
        ]
        if is_name(part.table.rows[row]) and len(part.columns) > 1
        else [
            TableCell(cell.words, part.size, is_bold=at == 0, align="r" if is_right else "l", edges=rule)
            for at, (cell, is_right) in enumerate(zip(row_of(part, row), right, strict=True))
        ]
        for row in part.rows
    ]
    return parse_xml(table_xml([head, *rows], part.widths, part.heights))


def grid_table(grid: Grid, box: Box, theme: Theme) -> tuple[Any, float]:
    """Return the a:tbl of a map that fills `box`, and how high it is in points."""
    longest = max((wide(row[0].words, NUMBER, is_bold=True) for row in grid.rows), default=0.0)
    first = min(max(longest + 16, LEAST_FIRST), MOST_FIRST)
    each = (box.width - first) / max(grid.columns - 1, 1)
    top = _head_height(grid, each)
    tall = min(max((box.height - top) / max(len(grid.rows), 1), LEAST_ROW), MOST_ROW)
    heights = [max(tall, row_height(row[0].words)) for row in grid.rows]
    size = SMALL_NUMBER if each < NARROW else NUMBER
    head = [
        TableCell(cell.words, NUMBER if at == 0 or cell.span > 1 else size, is_bold=True, span=cell.span, margin=2.0,
                  edges=(("B", theme.ink, 1.0), *((("L", theme.rule, 1.0),) if at else ())))
        for at, cell in enumerate(grid.heading)
    ]  # fmt: skip
    rows = [_row(grid, place, size, theme) for place in range(len(grid.rows))]
    widths = [first, *[each] * (grid.columns - 1)]
    return parse_xml(table_xml([head, *rows], widths, [top, *heights])), top + sum(heights)


def row_height(name: str) -> float:
    """Return how many points high a row of a map is at least, for all lines of its name."""
    return max(LEAST_ROW, lines_of(name, NUMBER, MOST_FIRST, is_bold=True) * NUMBER * LINE + ABOVE_AND_BELOW)


def _head_height(grid: Grid, each: float) -> float:
    """Return how many points high the heading row is, for all lines of its longest words."""
    lines = (lines_of(cell.words, NUMBER, each * cell.span + INSET - 4, is_bold=True) for cell in grid.heading[1:])
    return max(HEAD_ROW, max(lines, default=1) * NUMBER * LINE + ABOVE_AND_BELOW)


def _row(grid: Grid, place: int, size: float, theme: Theme) -> list[TableCell]:
    name, *cells = grid.rows[place]
    drawn = [TableCell(name.words, NUMBER, is_bold=True, margin=2.0)]
    for at, cell in enumerate(cells, start=1):
        edges = _edges(grid.rows, place, at, theme)
        stripes = theme.hatch if cell.is_closed else ""
        drawn.append(
            TableCell(
                cell.words,
                size,
                colour=cell.colour,
                ground=cell.ground,
                stripes=stripes,
                align="ctr",
                margin=1.0,
                edges=edges,
            )
        )
    return drawn


def _edges(
    rows: Sequence[Sequence[GridCell]], row: int, column: int, theme: Theme
) -> tuple[tuple[str, str, float], ...]:
    """Return the four sides of a cell: a strong line between open and not, else a thin one of the page's colour."""
    is_open = rows[row][column].is_open
    beside = {"L": (row, column - 1), "R": (row, column + 1), "T": (row - 1, column), "B": (row + 1, column)}
    return tuple(
        (side, theme.ink, OPENING) if _is_open(rows, *place) != is_open else (side, theme.page, 1.0)
        for side, place in beside.items()
    )


def _is_open(rows: Sequence[Sequence[GridCell]], row: int, column: int) -> bool:
    return 0 <= row < len(rows) and 1 <= column < len(rows[row]) and rows[row][column].is_open
