"""What is long, many, missing or in another language is still told whole in a workbook that opens."""

import shutil
from dataclasses import replace

import pytest

from frontdoor.packs.excel.excel import excel
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.schema.units import Unit
from tests.unit.charts.figures import FIGURES
from tests.unit.packs.by_office import shown_by
from tests.unit.packs.example_pack import PAGE, TABLE, example_pack, with_figures
from tests.unit.packs.reading_excel import opened, sheets

NAMES = (
    "Gwasanaethau Cymdeithasol a Gofal Iechyd Pen-y-bont ar Ogŵr",
    "Urząd Stanu Cywilnego i Obsługa Mieszkańców",
    "Waste and recycling, including bulky items, assisted collections and garden waste",
    *(f"Service {number}" for number in range(37)),
)


def of_table(table: PackTable):
    content = excel(example_pack(replace(PAGE, facts=(), tables=(table,))))
    return sheets(content)[opened(content).sheetnames[1]]


def test_forty_services_are_forty_rows_with_their_names():
    months = tuple(f"Month {number}" for number in range(12))
    rows = tuple((Cell(name), *(Cell(f"{row}.{at}", row + at / 10, Unit.RATIO) for at in range(10)), Cell("–"), Cell("–"))
                 for row, name in enumerate(NAMES))  # fmt: skip
    read = of_table(PackTable("services", "Services", ("Service", *months), rows))
    assert [row[0] for row in read.rows] == list(NAMES)
    assert [row[1:11] for row in read.rows] == [tuple(f"{row}.{at}" for at in range(10)) for row in range(40)]


def test_all_targets_to_be_set_are_words_that_say_so():
    rows = tuple(
        (Cell(name), Cell("62%", 0.62, Unit.SHARE), Cell("TBA for 39 months", None, Unit.SHARE)) for name in NAMES
    )
    read = of_table(PackTable("targets", "Targets", ("Measure", "Value", "Target"), rows))
    assert {row[2] for row in read.rows} == {"TBA for 39 months"}


def test_a_table_without_rows_says_that_there_are_no_figures():
    read = of_table(replace(TABLE, rows=()))
    assert "No figures for this choice." in read.notes
    assert read.heads == TABLE.columns


def test_a_pack_that_knows_nothing_is_a_workbook_of_its_words():
    content = excel(example_pack(replace(PAGE, facts=(), tables=(), asides=(), title="No figures for this choice")))
    assert opened(content).sheetnames == ["Contents", "Words"]
    assert sheets(content)["Words"].rows == (("No figures for this choice", PAGE.question, PAGE.lead),)


def test_two_pages_of_the_same_titles_have_sheets_of_their_own():
    content = excel(example_pack(PAGE, PAGE, replace(PAGE, title=PAGE.title.upper())))
    names = opened(content).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 8


def test_names_in_welsh_and_polish_title_their_sheets():
    tables = tuple(replace(TABLE, key=str(at), title=name) for at, name in enumerate(NAMES[:2]))
    names = opened(excel(example_pack(replace(PAGE, facts=(), tables=tables)))).sheetnames
    assert names[1:3] == ["1 Gwasanaethau Cymdeithasol a", "2 Urząd Stanu Cywilnego i"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("localc") is None, reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_every_sheet(tmp_path):
    figures = [
        with_figures(replace(figure, key=kind, headline=f"What {kind} shows"), facts=())
        for kind, figure in FIGURES.items()
    ]
    content = excel(example_pack(PAGE, *figures))
    (tmp_path / "pack.xlsx").write_bytes(content)
    shown = "\n".join(page.extract_text() for page in shown_by("localc", tmp_path / "pack.xlsx"))
    for sheet in list(sheets(content).values())[1:]:
        assert sheet.notes[0].split()[0] in shown
    assert "Err:" not in shown
    assert "#" not in shown
