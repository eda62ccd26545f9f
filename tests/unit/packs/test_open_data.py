"""Tables as open data: numbers are numbers, each file says what it holds, nothing in it is run."""

import csv
import io
import json
from dataclasses import replace

import polars as pl

from frontdoor.figure import Kind
from frontdoor.packs.open_data import open_data
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.schema.units import Unit
from tests.unit.charts.plain_figure import figure
from tests.unit.packs.example_pack import PAGE, example_pack, with_figures

NAME, METADATA = "invented-promises.csv", "invented-promises-metadata.json"


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def with_table(*rows: tuple[Cell, ...], columns=("Measure", "Value")):
    return example_pack(replace(PAGE, tables=(PackTable("one", "One", columns, rows),)), stamp="")


def test_numbers_of_one_unit_are_one_column_of_numbers_and_nothing_known_is_empty():
    assert rows_of(open_data(example_pack())[NAME])[1:] == [
        ["Calls answered within 60 seconds", "0.62", "at least 70%", "Missed", "Invented figures"],
        ["Complaints answered in time", "0.914", "at least 90%", "Met", "Invented figures"],
        ["Satisfaction of visitors", "", "to be set", "Can’t say yet", "Invented figures"],
    ]


def test_numbers_of_several_units_stand_beside_their_words():
    pack = with_table(
        (Cell("Wait"), Cell("4m 40s", 280, Unit.SECONDS)), (Cell("In time"), Cell("62%", 0.62, Unit.SHARE))
    )
    assert rows_of(open_data(pack)["one.csv"]) == [
        ["Measure", "Value", "Value: number", "Value: unit"],
        ["Wait", "4m 40s", "280", "seconds"],
        ["In time", "62%", "0.62", "share"],
    ]


def test_words_among_numbers_are_not_lost():
    pack = with_table((Cell("a"), Cell("5", 5, Unit.COUNT)), (Cell("b"), Cell("fewer than 5")))
    assert rows_of(open_data(pack)["one.csv"])[2] == ["b", "fewer than 5", "", ""]


def test_what_a_spreadsheet_would_run_is_text():
    pack = with_table((Cell("=cmd|' /C calc'!A0"), Cell("@x")), columns=("+head", "Value"))
    assert rows_of(open_data(pack)["one.csv"]) == [["'+head", "Value"], ["'=cmd|' /C calc'!A0", "'@x"]]


def test_the_metadata_says_what_each_column_is():
    described = json.loads(open_data(example_pack())[METADATA])
    assert described["url"] == NAME
    assert described["dc:publisher"].startswith("Trentside")
    assert "Invented figures" in described["dc:provenance"]
    columns = described["tableSchema"]["columns"]
    assert [each["datatype"] for each in columns] == ["string", "number", "string", "string", "string"]
    assert columns[1]["dc:description"] == "in share"


def test_the_table_behind_a_figure_is_open_data_too():
    drawn = figure(Kind.BARS, pl.DataFrame({"label": ["a"]}), table=pl.DataFrame({"Service": ["Waste"], "Calls": [12]}))
    files = open_data(example_pack(with_figures(drawn), stamp=""))
    assert rows_of(files[f"{drawn.key}_table.csv"]) == [["Service", "Calls"], ["Waste", "12"]]


def test_the_facts_of_a_page_are_a_table_too():
    assert rows_of(open_data(example_pack(stamp=""))["overview_facts.csv"])[1] == [
        "Answered within 60 seconds", "62%", "13,164 of 21,232 calls",
    ]  # fmt: skip


def test_a_page_shown_twice_overwrites_nothing():
    other = replace(PAGE, tables=(replace(PAGE.tables[0], rows=PAGE.tables[0].rows[:1]),))
    files = open_data(example_pack(PAGE, other))
    assert [len(rows_of(files[name])) for name in (NAME, "invented-promises-2.csv")] == [4, 2]
    assert json.loads(files["invented-promises-2-metadata.json"])["url"] == "invented-promises-2.csv"
