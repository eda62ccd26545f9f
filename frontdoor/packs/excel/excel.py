"""A pack as a workbook of Excel: contents, a sheet for each table with its notes and its chart, and the pages' words."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from frontdoor.packs.excel.contents import write_contents
from frontdoor.packs.excel.drawing import draw_chart, widths_beside
from frontdoor.packs.excel.fit import widths_of
from frontdoor.packs.excel.grid_rows import write_table
from frontdoor.packs.excel.limits import fitting
from frontdoor.packs.excel.looks import Looks
from frontdoor.packs.excel.map_sheet import draw_map, map_widths
from frontdoor.packs.excel.notes import notes_of
from frontdoor.packs.excel.plan import WORDS, SheetPlan, is_drawn, planned, words_table
from frontdoor.packs.excel.sheet_page import CONTENTS, Paper, note_columns, print_as, write_notes
from frontdoor.packs.pack import Pack, PackTable

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def excel(pack: Pack) -> bytes:
    """Return the XLSX; the same pack always gives the same bytes.

    Raises:
        FrontdoorError: a table has more columns than a sheet of Excel.
    """
    kept = BytesIO()
    sheets = planned(pack)
    with Workbook(kept, OPTIONS) as book:
        looks = Looks(book)
        book.set_properties(
            {
                "title": pack.title, "subject": pack.period, "company": pack.council, "author": pack.council,
                "comments": ". ".join(part.rstrip(".") for part in (pack.as_at_line, pack.stamp) if part),
                "created": datetime.combine(pack.as_at, datetime.min.time()),
            }
        )  # fmt: skip
        write_contents(Paper(book.add_worksheet(CONTENTS), looks, pack), sheets)
        for sheet in sheets:
            _write_sheet(book, Paper(book.add_worksheet(sheet.name), looks, pack), sheet)
        _write_words(Paper(book.add_worksheet(WORDS), looks, pack))
    return kept.getvalue()


def _write_sheet(book: Workbook, paper: Paper, sheet: SheetPlan) -> None:
    """Write the notes, then the table with its chart beside it, or the map."""
    table, left_out = fitting(sheet.table)
    notes = notes_of(sheet, paper.pack, left_out)
    figure = sheet.figure
    if figure and sheet.is_map:
        draw_map(paper, figure, write_notes(paper, table.title, notes, map_widths(figure)))
        return
    widths = _widths(table)
    beside = widths_beside(figure) if figure and is_drawn(figure) else []
    top = write_notes(paper, table.title, notes, [*widths, *beside])
    last = write_table(paper, table, top, widths, has_filter=not beside)
    corner = (last, max(len(widths) - 1, note_columns([*widths, *beside])))
    if figure and beside:
        for column, width in enumerate(beside, start=len(widths)):
            paper.page.set_column(column, column, width)
        row, column = draw_chart(paper, book.charts.append, figure, (top, len(widths) + 1), last)
        corner = (max(last, row), max(column, corner[1]))
    paper.page.freeze_panes(top + 1, 1)
    print_as(paper, top, corner)


def _widths(table: PackTable) -> list[int]:
    return widths_of(table.columns, [[row[column].words for row in table.rows] for column in range(len(table.columns))])


def _write_words(paper: Paper) -> None:
    """Write what the pages say beside their tables."""
    table = words_table(paper.pack)
    widths = [40, 40, 100]
    top = write_notes(paper, table.title, [], widths)
    last = write_table(paper, replace(table), top, widths, has_filter=True)
    paper.page.freeze_panes(top + 1, 1)
    print_as(paper, top, (last, len(widths) - 1))
