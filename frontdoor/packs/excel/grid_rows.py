"""The rows of a table in a sheet: an Excel table with its heading, numbers that are numbers, and words that only are words."""

from collections.abc import Sequence
from datetime import date

from frontdoor.packs.excel.fit import BUTTON, height
from frontdoor.packs.excel.notes import NOTHING
from frontdoor.packs.excel.sheet_page import Paper
from frontdoor.packs.excel.values import Held, cut, held
from frontdoor.packs.pack import PackTable

FEW = 6  # rows in which nobody needs a filter
LONGEST_HEAD = 255  # letters of a heading in an Excel table
STYLE = "Table Style Light 1"


def write_table(paper: Paper, table: PackTable, top: int, widths: Sequence[int], *, has_filter: bool) -> int:
    """Write heading and rows from row `top` on; return the last row."""
    page = paper.page
    heads = [" ".join(head.split()) for head in table.columns]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    rows = [[held(cell, is_name=column == 0) for column, cell in enumerate(cells)] for cells in table.rows]
    stand_right = [_stands_right([cells[column] for cells in rows]) for column in range(len(heads))]
    stand_right[:1] = [False]
    page.set_row(top, height(heads, [max(width - BUTTON, 1) for width in widths]))
    _write_heads(paper, heads, stand_right, (top, len(rows)), is_filtered=has_filter and len(rows) >= FEW)
    if not table.rows:
        page.write_string(top + 1, 0, NOTHING, paper.looks.of())
        return top + 1
    for row, (cells, values) in enumerate(zip(table.rows, rows, strict=True), start=top + 1):
        page.set_row(row, height([cell.words for cell in cells], widths))
        for column, value in enumerate(values):
            write_held(paper, (row, column), value, is_right=stand_right[column])
    return top + len(rows)


def _write_heads(
    paper: Paper, heads: Sequence[str], stand_right: Sequence[bool], place: tuple[int, int], *, is_filtered: bool
) -> None:
    """Write the heading of so many rows at a row: of an Excel table where its names allow one, else plain cells."""
    looks = [
        paper.looks.head(head, is_right=is_right, indent=column > 0)
        for column, (head, is_right) in enumerate(zip(heads, stand_right, strict=True))
    ]
    top, rows = place
    last = top + rows, len(heads) - 1
    if rows and _are_names(heads):
        columns = [{"header": head, "header_format": look} for head, look in zip(heads, looks, strict=True)]
        settings = {"columns": columns, "style": STYLE, "autofilter": is_filtered}
        paper.page.add_table(top, 0, *last, settings)
        return
    for column, (head, look) in enumerate(zip(heads, looks, strict=True)):
        paper.page.write_string(top, column, cut(head), look)
    if is_filtered:
        paper.page.autofilter(top, 0, *last)


def _are_names(heads: Sequence[str]) -> bool:
    """Return whether an Excel table takes these headings: none empty, too long, or like another."""
    is_each = all(head and len(head) <= LONGEST_HEAD for head in heads)
    return is_each and len({head.casefold() for head in heads}) == len(heads)


def _stands_right(column: Sequence[Held]) -> bool:
    """Return whether some cells of a column are numbers."""
    return any(isinstance(each.value, int | float) for each in column)


def write_held(paper: Paper, place: tuple[int, int], what: Held, *, is_right: bool) -> None:
    """Write one cell."""
    row, column = place
    page, looks = paper.page, paper.looks
    side = {"align": "right"} if is_right else {"align": "left", "indent": 1 if column else 0}
    match what.value:
        case str(words):
            page.write_string(row, column, words, looks.words(words, text_wrap=True, **side))
        case date():
            page.write_datetime(
                row, column, what.value, looks.of(num_format=what.format, align="left", indent=1 if column else 0)
            )
        case number:
            page.write_number(row, column, number, looks.of(num_format=what.format, text_wrap=False, **side))
