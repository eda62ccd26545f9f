"""What happened is marked on the charts of the service shown, for the days it lasted, and told in the table's words."""

from datetime import date

import polars as pl

from frontdoor.answers.happened_column import HAPPENED, with_happened
from frontdoor.answers.marks import happened_in
from frontdoor.figure import Mark

STORM = Mark(date(2026, 7, 6), "Storm")
DOWN = Mark(date(2026, 6, 29), "System down", date(2026, 7, 2))
STARTS = [date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)]


def test_what_lasted_into_a_month_happened_in_it_too():
    assert happened_in((DOWN, STORM), date(2026, 7, 1), date(2026, 7, 31)) == (
        "System down (29 June 2026 to 2 July 2026); Storm (6 July 2026)"
    )
    assert happened_in((DOWN, STORM), date(2026, 8, 1), date(2026, 8, 31)) == ""


def test_the_table_has_what_happened_only_where_something_did():
    table = pl.DataFrame({"Month": ["June", "July", "August"]})
    assert with_happened(table, STARTS, ()).columns == ["Month"]
    column = with_happened(table, STARTS, (STORM,))[HAPPENED].to_list()
    assert column == [None, "Storm (6 July 2026)", None]
