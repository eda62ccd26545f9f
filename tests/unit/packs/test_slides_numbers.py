"""Cells of a data sheet say numbers as the page does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.measures.formatting import format_value
from frontdoor.packs.slides.numbers import sheet_number, value_format, words_format
from frontdoor.schema.units import Unit
from tests.unit.packs.reading_slides import Read, shown


@pytest.mark.parametrize(
    ("words", "unit", "said"),
    [
        ("62%", Unit.SHARE, '0%;"−"0%'),
        ("9.1%", Unit.SHARE, '0.0%;"−"0.0%'),
        ("£2.83", Unit.PENCE, '"£"#,##0.00;"−""£"#,##0.00'),
        ("3.5 working days", Unit.WORKING_DAYS, '#,##0.0" working days";"−"#,##0.0" working days"'),
        ("+0.41", Unit.SCORE, '"+"#,##0.00;"−"#,##0.00;#,##0.00'),
        ("4m 40s", Unit.SECONDS, '[m]"m "s"s"'),
        ("0", Unit.NET_POINTS, "#,##0;#,##0;#,##0"),
        ("–", Unit.COUNT, "General"),
    ],
)
def test_words_become_the_format_that_says_them(words, unit, said):
    assert words_format(words, unit) == said


def test_times_are_days_and_money_is_pounds_as_a_spreadsheet_counts_them():
    assert sheet_number(43200, Unit.SECONDS) == 0.5
    assert sheet_number(283, Unit.PENCE) == 2.83
    assert sheet_number(None, Unit.SHARE) is None


@given(
    st.sampled_from(
        [Unit.COUNT, Unit.SHARE, Unit.SECONDS, Unit.PENCE, Unit.SCORE, Unit.WORKING_DAYS, Unit.POINTS, Unit.NET_POINTS]
    ),
    st.integers(-99999, 99999),
)
def test_a_cell_says_any_value_as_the_page_does(unit, thousandths):
    value = float(thousandths) if unit in {Unit.COUNT, Unit.PENCE} else thousandths / 1000
    if unit is Unit.SECONDS:
        value = float(abs(thousandths))
    cell = Read(sheet_number(value, unit), value_format(value, unit), "")
    assert shown(cell) == format_value(value, unit)
