"""A cell of a workbook is a number, and reads as the words that every other file has."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.measures.formatting import format_date, format_target, format_value
from frontdoor.packs.excel.formats import number_format
from frontdoor.packs.excel.values import CUT, MOST_LETTERS, cut, held
from frontdoor.packs.pack import Cell
from frontdoor.schema.units import Better, Unit
from tests.unit.packs.reading_excel import as_number, shown


def said(cell: Cell) -> str:
    """Return the words a reader meets."""
    what = held(cell)
    return what.value if isinstance(what.value, str) else shown(as_number(what.value), what.format)


@pytest.mark.parametrize(
    ("words", "value", "unit", "number"),
    [
        ("62%", 0.6178, Unit.SHARE, 0.6178),
        ("69.96%", 0.69963, Unit.SHARE, 0.69963),
        ("at least 70%. Lowered from 80%, 1 April 2026", 0.7, Unit.SHARE, 0.7),
        ("at least +0.40", 0.4, Unit.SCORE, 0.4),
        ("−0.12", -0.1204, Unit.SCORE, -0.1204),
        ("−£2.83", -283.0, Unit.PENCE, -2.83),
        ("£1,204", 120351.0, Unit.PENCE, 1203.51),
        ("4m 40s", 280, Unit.SECONDS, 280 / 86400),
        ("at most 60 seconds", 60, Unit.SECONDS, 60 / 86400),
        ("at most 4 minutes 40 seconds", 280, Unit.SECONDS, 280 / 86400),
        ("1h 5m", 3912, Unit.SECONDS, 3912 / 86400),
        ("about 1 hour, as counted", 3600, Unit.SECONDS, 3600 / 86400),
        ("3.5 working days", 3.48, Unit.WORKING_DAYS, 3.48),
        ("8.1 per 1,000", 8.1, Unit.PER_THOUSAND, 8.1),
        ("13,164", 13164, None, 13164),
        ("2026", 2026, None, 2026),
        ('5 of "us"', 5, Unit.COUNT, 5),
        ("0", -0.2, Unit.COUNT, -0.2),
    ],
)
def test_a_number_is_a_number_and_says_the_same_words(words, value, unit, number):
    what = held(Cell(words, value, unit))
    assert what.value == pytest.approx(number, rel=1e-14)
    assert said(Cell(words, value, unit)) == words


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("fewer than 5", None, None),
        ("TBA for 39 months", None, Unit.SHARE),
        ("–", None, Unit.SHARE),
        ("9 in every 100", 0.09, Unit.SHARE),
        ("63%", 0.6178, Unit.SHARE),
        ("−40s", -40, Unit.SECONDS),
        ("not known", float("nan"), Unit.COUNT),
        ("70%" + " and so on" * 30, 0.7, Unit.SHARE),
        ("two\nlines 5", 5, Unit.COUNT),
    ],
)
def test_what_no_format_can_say_stays_words(words, value, unit):
    assert held(Cell(words, value, unit)).value == words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("72%", 0.72), ("44.4", 44.4), ("14,431", 14431), ("+4.7 points", 4.7), ("−0.5", -0.5), ("£3.10", 3.1),
        ("20s", 20 / 86400), ("12m 5s", 725 / 86400), ("0", 0), ("6 working days", 6), ("-3", -3),
    ],
)  # fmt: skip
def test_a_number_that_is_there_as_words_is_read_from_them(words, number):
    assert held(Cell(words)).value == pytest.approx(number, rel=1e-14)
    assert said(Cell(words)) == words.replace("-", "−")


@pytest.mark.parametrize(
    "words", ["007", "2024-25", "1.2.3", "5 to 9", "Up to 20s", "12,34", "9am", "30 February 2026", "", "s"]
)
def test_what_only_looks_like_a_number_is_not_read_as_one(words):
    assert held(Cell(words)).value == words


def test_the_name_of_a_row_is_never_read_as_a_number():
    assert held(Cell("2026"), is_name=True).value == "2026"


@pytest.mark.parametrize("words", ["31 October 2026", "since 31 October 2026", "31 October 2026 (closed)"])
def test_a_day_is_a_day_in_english_words(words):
    what = held(Cell(words, date(2026, 10, 31)))
    assert what.value == date(2026, 10, 31)
    assert said(Cell(words, date(2026, 10, 31))) == words


def test_a_day_that_excel_counts_wrongly_stays_words():
    day = date(1899, 5, 1)
    assert held(Cell(format_date(day), day)).value == "1 May 1899"


def test_words_longer_than_a_cell_are_cut_and_say_so():
    assert cut("a" * MOST_LETTERS) == "a" * MOST_LETTERS
    long = cut("😀" * MOST_LETTERS)
    assert long.endswith(CUT)
    assert len(long.encode("utf-16-le")) // 2 <= MOST_LETTERS


VALUES = st.one_of(st.integers(-99999, 99999), st.floats(-9999, 9999, allow_nan=False).map(lambda each: round(each, 6)))


@given(st.sampled_from(Unit), VALUES)
def test_any_value_reads_as_the_page_says_it(unit, value):
    value = value / 100 if unit is Unit.SHARE else value / 10 if unit is Unit.SCORE else value
    words = format_value(value, unit)
    assert said(Cell(words, value, unit)) == words
    if unit is not Unit.SECONDS or value >= 0:
        assert number_format(words, value, unit) is not None


@given(
    st.sampled_from([Unit.SHARE, Unit.SECONDS, Unit.SCORE, Unit.DAYS, Unit.PENCE]),
    st.integers(0, 9999),
    st.sampled_from(Better),
)
def test_any_target_reads_as_the_promise(unit, hundredths, better):
    value = hundredths / 100 if unit is not Unit.SECONDS else hundredths
    words = format_target(value, unit, better)
    assert said(Cell(words, value, unit)) == words
