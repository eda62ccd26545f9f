"""CSV files can be opened in a spreadsheet without running anything, and invented figures say so."""

from dataclasses import replace

import polars as pl
import pytest

from frontdoor.figure import Figure, Kind
from frontdoor.packs.csv import csv_name, csv_text, neutralised, safe_text
from frontdoor.schema.units import Better, Unit

FIGURE = Figure(
    key="calls-trend",
    kind=Kind.BARS,
    frame=pl.DataFrame(),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    headline="",
    subtitle="",
    sentence="",
    definition="",
    table=pl.DataFrame({"Service": ["Waste", "=1+1"], "Calls": [3, None]}),
    provenance="",
)


def test_a_service_named_like_a_formula_is_only_text() -> None:
    assert csv_text(FIGURE) == "Service,Calls\r\nWaste,3\r\n'=1+1,\r\n"


def test_a_negative_number_in_text_stays_a_number() -> None:
    table = pl.DataFrame({"Value": ["-0.41", "+cmd", "@x", "plain", None]})
    assert neutralised(table)["Value"].to_list() == ["-0.41", "'+cmd", "'@x", "plain", None]


def test_a_heading_cannot_be_a_formula_either() -> None:
    assert neutralised(pl.DataFrame({"=x": [1]})).columns == ["'=x"]


def test_invented_figures_say_so_in_the_file_and_its_name() -> None:
    stamped = replace(FIGURE, stamp="Invented figures")
    assert csv_name(stamped) == "invented-calls-trend.csv"
    assert csv_text(stamped).splitlines()[1] == "Waste,3,Invented figures"


@pytest.mark.parametrize(
    "words", ["=1", "+cmd", "-1+1", "-1\n", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "-1_0", "-inf"]
)
def test_every_beginning_that_a_spreadsheet_runs_is_made_text_in_both_writers(words) -> None:
    assert safe_text(words) == f"'{words}"
    assert neutralised(pl.DataFrame({"Words": [words]}))["Words"].to_list() == [f"'{words}"]


@pytest.mark.parametrize("words", ["", "plain", "-0.41", "+5", "’=1", " =1", "−3", "'=1"])
def test_all_other_text_stays_as_it_is_in_both_writers(words) -> None:
    assert safe_text(words) == words
    assert neutralised(pl.DataFrame({"Words": [words]}))["Words"].to_list() == [words]
