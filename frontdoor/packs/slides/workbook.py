"""The workbook inside a chart, which PowerPoint opens for "Edit data": the sheet with its headings, numbers and formulas."""

from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from frontdoor.packs.slides.sheet import FIRST_ROW, Column, Sheet

NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001  # the same numbers give the same bytes
WIDEST = 40  # characters of a column
NARROWEST = 10  # characters


def workbook(sheet: Sheet) -> bytes:
    """Return the XLSX; text is never read as a formula and what is not known is an empty cell."""
    held = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(held, options) as book:
        book.set_properties({"created": NO_TIME})
        page = book.add_worksheet("Sheet1")
        page.freeze_panes(1, 1)
        bold = book.add_format({"bold": True, "text_wrap": True})
        page.write_string(0, 0, sheet.heading, bold)
        page.set_column(0, 0, _width([sheet.heading, *sheet.categories]))
        for place, category in enumerate(sheet.categories, start=1):
            page.write_string(place, 0, category)
        known: dict[str, Any] = {}
        for index, column in enumerate(sheet.columns, start=1):
            page.write_string(0, index, column.heading, bold)
            page.set_column(index, index, _width([column.heading]))
            _write(page, index, column, book, known)
    return held.getvalue()


def _write(page: Any, index: int, column: Column, book: Any, known: dict[str, Any]) -> None:
    for place, (number, said) in enumerate(zip(column.numbers, column.formats, strict=True), start=1):
        if said not in known:
            known[said] = book.add_format({"num_format": said})
        if column.formula:
            formula = column.formula.format(row=place + FIRST_ROW - 1, above=place + FIRST_ROW - 2)
            page.write_formula(place, index, formula, known[said], "" if number is None else number)
        elif number is not None:
            page.write_number(place, index, number, known[said])


def _width(words: list[str]) -> int:
    return min(max(NARROWEST, *map(len, words)), WIDEST)
