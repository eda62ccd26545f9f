"""A figure's table keeps its numbers and says them as the page does."""

from datetime import date

import polars as pl
import pytest

from frontdoor.figure import Kind
from frontdoor.packs.pack import Cell
from frontdoor.packs.table_of import cell_of, table_of
from tests.unit.charts.plain_figure import figure


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, Cell("–")),
        ("Benefits", Cell("Benefits")),
        (13164, Cell("13,164", 13164)),
        (-4.5, Cell("−4.5", -4.5)),
        (True, Cell("yes")),
        (date(2026, 10, 1), Cell("1 October 2026", date(2026, 10, 1))),
    ],
)
def test_a_cell_has_words_and_the_value_behind_them(value, cell):
    assert cell_of(value) == cell


def test_what_no_table_holds_is_refused():
    with pytest.raises(TypeError, match="list"):
        cell_of([1])


def test_a_table_names_its_figure_and_its_number_columns():
    drawn = figure(Kind.BARS, pl.DataFrame({"label": ["a"]}), table=pl.DataFrame({"Service": ["Waste"], "Calls": [12]}))
    table = table_of(drawn)
    assert table.figure == drawn.key
    assert table.columns == ("Service", "Calls")
    assert [table.is_number(column) for column in range(2)] == [False, True]
