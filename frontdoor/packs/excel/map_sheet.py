"""A map as a sheet of coloured cells: its numbers are the cells' own, its colours those of the page."""

from typing import Any

from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Figure
from frontdoor.packs.excel.drawing import key_lines, write_key
from frontdoor.packs.excel.sheet_page import Paper, print_as
from frontdoor.packs.excel.values import held
from frontdoor.packs.pack import Cell
from frontdoor.packs.slides.grid import Grid, GridCell
from frontdoor.packs.slides.kinds import GRIDS

FIRST, OTHERS = 18, 7  # letters of the columns
LINE = 15.0  # points
HATCH = 14  # xlsxwriter's number of thin stripes
MOST_FIRST = 40  # letters


def map_widths(figure: Figure) -> list[int]:
    """Return the width of each column of the widest part in letters."""
    grids = GRIDS[figure.kind](figure, LIGHT)
    longest = max((len(row[0].words) for grid in grids for row in grid.rows), default=0)
    return [
        min(max(longest + 2, FIRST), MOST_FIRST),
        *[_other(grids)] * max((grid.columns - 1 for grid in grids), default=0),
    ]


def _other(grids: list[Grid]) -> int:
    words = (line for grid in grids for row in grid.rows for cell in row[1:] for line in cell.words.split("\n"))
    return max(OTHERS, *(len(line) + 1 for line in words), 0)


def draw_map(paper: Paper, figure: Figure, top: int) -> None:
    """Draw the parts of the map below each other from row `top` on, the key below them."""
    grids = GRIDS[figure.kind](figure, LIGHT)
    for column, width in enumerate(map_widths(figure)):
        paper.page.set_column(column, column, width)
    row = top
    for grid in grids:
        row = _draw_part(paper, grid, row) + 1
    lines = key_lines(figure)
    write_key(paper, lines, row, 0)
    last = max((grid.columns - 1 for grid in grids), default=1)
    paper.page.freeze_panes(*((top + 1, 1) if len(grids) == 1 else (0, 1)))
    print_as(paper, top, (row + len(lines), max(last, 1)))


def _draw_part(paper: Paper, grid: Grid, top: int) -> int:
    """Draw one part and return the row after it."""
    page, looks = paper.page, paper.looks
    column = 0
    for cell in grid.heading:
        look = looks.of(
            bold=True, bottom=1, align="center_across" if cell.span > 1 else "left" if column == 0 else "center"
        )
        page.write_string(top, column, cell.words, look)
        for more in range(1, cell.span):
            page.write_blank(top, column + more, None, look)
        column += cell.span
    for row, (name, *cells) in enumerate(grid.rows, start=top + 1):
        page.set_row(row, LINE * max(cell.words.count("\n") + 1 for cell in (name, *cells)) * 1.2)
        page.write_string(row, 0, name.words, looks.words(name.words, bold=True, valign="vcenter"))
        for across, cell in enumerate(cells, start=1):
            _write_cell(paper, row, across, cell)
    return top + len(grid.rows) + 1


def _write_cell(paper: Paper, row: int, column: int, cell: GridCell) -> None:
    what = held(Cell(cell.words))
    look: dict[str, Any] = {
        "align": "center",
        "valign": "vcenter",
        "border": 1,
        "border_color": LIGHT.page,
        "text_wrap": True,
    }
    if cell.colour:
        look["font_color"] = cell.colour
    if cell.is_closed:
        look |= {"pattern": HATCH, "bg_color": LIGHT.panel, "fg_color": LIGHT.hatch}
    elif cell.ground:
        look["bg_color"] = cell.ground
    if isinstance(what.value, int | float):
        paper.page.write_number(row, column, what.value, paper.looks.of(num_format=what.format, **look))
    else:
        paper.page.write_string(row, column, cell.words, paper.looks.words(cell.words, **look))
