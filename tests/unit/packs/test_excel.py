"""A pack as a workbook: a sheet for each table, said as every other file says it, and nothing in it is run."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import polars as pl
import pytest

from frontdoor.answers.feedback_answer import Fact
from frontdoor.errors import FrontdoorError
from frontdoor.figure import Kind
from frontdoor.packs.excel.excel import excel
from frontdoor.packs.excel.limits import MOST_COLUMNS, fitting
from frontdoor.packs.excel.names import FORBIDDEN, sheet_name
from frontdoor.packs.excel.values import CUT
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.frozen import sealed
from frontdoor.packs.pack import Cell, PackTable, Source
from frontdoor.schema.units import Unit
from tests.unit.charts.plain_figure import figure
from tests.unit.packs.example_pack import BASIS, PAGE, TABLE, example_pack, with_figures
from tests.unit.packs.reading_excel import head_row, opened, sheets

FORMULA = "=cmd|' /C calc'!A0"
RUN = (FORMULA, "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1")
HOSTILE = replace(
    PAGE,
    title=FORMULA,
    question="@question",
    facts=(Fact("+fact", "=1", "-note"),),
    tables=(
        PackTable(
            "t",
            "=title",
            ("@head", "+more"),
            tuple((Cell(words), Cell(words)) for words in RUN),
            note="=note",
        ),
    ),
)


def table_sheet(content: bytes, title: str = TABLE.title):
    """Return the sheet whose title this is, as it is read."""
    return next(each for each in sheets(content).values() if each.notes[:1] == (title,))


def parts(content: bytes, kind: str) -> dict[str, str]:
    """Return the XML of each part whose path has `kind`."""
    with zipfile.ZipFile(BytesIO(content)) as held:
        return {name: held.read(name).decode() for name in held.namelist() if kind in name}


@pytest.fixture(scope="module")
def content() -> bytes:
    return excel(sealed(example_pack()))


def test_a_pack_becomes_one_file_of_its_own_name():
    assert list(files_of(example_pack(), Format.EXCEL)) == ["invented-example-2026-10-31.xlsx"]


def test_a_table_reads_as_everywhere_and_holds_its_numbers(content):
    read = table_sheet(content)
    assert read.heads == TABLE.columns
    assert read.rows == tuple(tuple(cell.words for cell in row) for row in TABLE.rows)
    page = opened(content)[read.name]
    top = head_row(page)
    assert [page.cell(top + row, 2).value for row in (1, 2, 3)] == [0.62, 0.914, "–"]


def test_notes_say_what_the_table_is_and_what_it_stands_on(content):
    said = " ".join(table_sheet(content).notes)
    for words in (PAGE.question, PAGE.title, TABLE.note, BASIS.definition, BASIS.source, BASIS.version, BASIS.filters):
        assert words.rstrip(".") in said
    assert "Invented figures" in said


def test_the_first_sheet_leads_to_every_other(content):
    book = opened(content)
    contents = book.worksheets[0]
    assert contents.title == "Contents"
    said = [str(cell.value) for row in contents.iter_rows() for cell in row if cell.value is not None]
    pack = sealed(example_pack())
    for words in (
        pack.title,
        pack.council,
        pack.period,
        pack.as_at_line,
        pack.stamp,
        f"Digest of this pack: {pack.digest}",
    ):
        assert words in said
    targets = [cell.hyperlink.location for row in contents.iter_rows() for cell in row if cell.hyperlink]
    assert targets == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_a_sheet_keeps_its_heading_in_sight_and_prints_on_a_page_of_its_width(content):
    for page in opened(content).worksheets:
        top = head_row(page)
        assert page.freeze_panes == f"B{top + 1}"
        assert page.print_title_rows == f"${top}:${top}"
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert page.oddFooter.left.text == "Figures to 31 October 2026, data version 1"
        assert page.oddHeader.right.text == "Invented figures"


def test_a_table_is_a_table_of_excel_with_a_filter_where_there_are_many_rows():
    many = replace(TABLE, key="many", title="Many", rows=TABLE.rows * 3)
    book = opened(excel(example_pack(replace(PAGE, facts=(), tables=(TABLE, many)))))
    few, filtered = (next(iter(page.tables.values())) for page in book.worksheets[1:3])
    assert few.ref == f"A{head_row(book.worksheets[1])}:D{head_row(book.worksheets[1]) + 3}"
    assert few.autoFilter is None
    assert filtered.autoFilter.ref == filtered.ref
    assert [column.name for column in filtered.tableColumns] == list(TABLE.columns)


def test_headings_that_no_table_of_excel_takes_are_plain_cells():
    table = PackTable("same", "Same", ("Calls", "calls", ""), ((Cell("a"), Cell("b"), Cell("c")),) * 7)
    read = excel(example_pack(replace(PAGE, facts=(), tables=(table,))))
    page = opened(read).worksheets[1]
    assert not page.tables
    assert page.auto_filter.ref == f"A{head_row(page)}:C{head_row(page) + 7}"


def test_facts_and_words_have_sheets_of_their_own(content):
    facts = table_sheet(content, f"In short: {PAGE.title}")
    assert facts.rows[0] == ("Answered within 60 seconds", "62%", "13,164 of 21,232 calls")
    words = sheets(content)["Words"]
    assert words.rows[0] == (PAGE.title, PAGE.question, PAGE.lead)
    assert words.rows[1][1:] == (
        "Commentary by Head of Customer Services, 3 November 2026",
        "Two people are being trained.",
    )


def test_nothing_is_run_whatever_it_begins_with():
    content = excel(replace(example_pack(HOSTILE), title="=1", council="+1", as_at_line="@1"))
    assert not any("<f>" in xml for xml in parts(content, "worksheets/sheet").values())
    for page in opened(content).worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@", "\t", "＝")):
                    assert cell.quotePrefix, (page.title, cell.coordinate, cell.value)
    assert [row[0] for row in table_sheet(content, "=title").rows] == [words.replace("\r", "_x000D_") for words in RUN]


def test_the_same_pack_gives_the_same_bytes():
    page = with_figures(
        figure(Kind.BARS, pl.DataFrame({"label": ["a"], "value": [0.4], "note": [""], "is_highlighted": [False]}))
    )
    assert excel(example_pack(PAGE, page)) == excel(example_pack(PAGE, page))


@pytest.mark.parametrize(
    "title", ["a/b\\c?d*e[f]:g", "'quoted'", "x" * 99, "😀" * 40, "", "History", "Tax & <old>", "a\x00b\nc"]
)
def test_any_title_becomes_a_name_that_excel_takes(title):
    names = [sheet_name(number, title) for number in (1, 12)]
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & {chr(sign) for sign in FORBIDDEN}
        assert name.isprintable()
    assert len({name.casefold() for name in names}) == 2
    assert "'" not in sheet_name(1, title)


def test_rows_that_have_no_room_are_left_out_and_said_to_be():
    kept, said = fitting(replace(TABLE, rows=TABLE.rows * 4), most=10)
    assert len(kept.rows) == 10
    assert said.startswith("Only the first 10 of 12 rows are here")
    assert fitting(TABLE) == (TABLE, "")


def test_more_columns_than_a_sheet_has_are_an_error_that_says_so():
    with pytest.raises(FrontdoorError, match=r"16,385 columns are more than a sheet of Excel holds \(16,384\)"):
        fitting(PackTable("wide", "Wide", ("a",) * (MOST_COLUMNS + 1), ()))


def test_words_longer_than_a_cell_end_by_saying_that_they_are_cut():
    table = PackTable("long", "Long", ("Name", "Words"), ((Cell("a"), Cell("word " * 8000)),))
    assert table_sheet(excel(example_pack(replace(PAGE, tables=(table,)))), "Long").rows[0][1].endswith(CUT)


def test_days_are_days():
    table = PackTable("days", "Days", ("Name", "Day"), ((Cell("a"), Cell("1 October 2026", date(2026, 10, 1))),))
    content = excel(example_pack(replace(PAGE, facts=(), tables=(table,))))
    page = opened(content).worksheets[1]
    assert page.cell(head_row(page) + 1, 2).value.date() == date(2026, 10, 1)
    assert table_sheet(content, "Days").rows == (("a", "1 October 2026"),)


def test_columns_are_as_wide_as_their_words_up_to_what_is_read_with_ease():
    rows = ((Cell("n" * 30), Cell("5", 5, Unit.COUNT), Cell("w" * 300)),)
    content = excel(
        example_pack(replace(PAGE, facts=(), tables=(PackTable("t", "T", ("Name", "Calls", "Words"), rows),)))
    )
    widths = {name: found.width for name, found in opened(content).worksheets[1].column_dimensions.items()}
    assert 30 <= widths["A"] < 35
    assert 5 <= widths["B"] < 15
    assert 45 <= widths["C"] < 60


def test_a_draft_says_that_nobody_has_issued_it():
    assert "Draft, not issued" in table_sheet(excel(example_pack(is_draft=True))).notes


def test_marks_of_a_page_stand_above_its_first_table_and_lead_its_words():
    mark = "Made easier within a year: calls, from at least 80% to at least 70%."
    content = excel(replace(example_pack(replace(PAGE, marks=(mark,))), register="12 entries, digest abc"))
    first = list(sheets(content).values())[1]
    assert mark in first.notes[:3]
    assert sheets(content)["Words"].rows[0] == (PAGE.title, "Before any figure", mark)
    listed = [str(cell.value) for row in opened(content)["Contents"].iter_rows() for cell in row]
    assert "The council’s register: 12 entries, digest abc" in listed


def test_rows_that_name_their_source_say_it_in_a_column_of_their_own():
    table = replace(TABLE, sources=("calls", "", ""))
    page = replace(
        PAGE, facts=(), tables=(table,), sources=(Source("calls", "Calls", "13,164 of 21,232, loads 1 to 4"),)
    )
    read = table_sheet(excel(example_pack(page)))
    assert read.heads == (*TABLE.columns, "Where its numbers come from")
    assert [row[-1] for row in read.rows] == ["Calls: 13,164 of 21,232, loads 1 to 4", "", ""]


def test_print_areas_hold_whole_tables(content):
    for page in opened(content).worksheets:
        last = re.fullmatch(r".*!\$A\$1:\$([A-Z]+)\$(\d+)", page.print_area)
        assert int(last[2]) >= head_row(page) + len(sheets(content)[page.title].rows)
