"""Numbers are short enough for a cell, say their unit in the key, and are read in full."""

import pytest

from frontdoor.charts.cell_words import cell_numbers, cell_words, signed_words, value_words
from frontdoor.schema.units import Unit


def short(values, unit, digits=3):
    numbers = cell_numbers(values, unit, digits)
    return [numbers(value) for value in values]


@pytest.mark.parametrize(
    ("values", "unit", "said", "key"),
    [
        ([108.4, 9.6], Unit.COUNT, ["108", "10"], ""),
        ([4.2, 0.0], Unit.COUNT, ["4.2", "0.0"], ""),
        ([4.0, 0.0], Unit.COUNT, ["4", "0"], ""),
        ([1234.0, 150.0], Unit.COUNT, ["1.2", "0.2"], "Numbers are thousands"),  # 0.15 is rounded away from nought
        ([999.4], Unit.COUNT, ["999"], ""),
        ([999.6], Unit.COUNT, ["1.0"], "Numbers are thousands"),
        ([2.5e9], Unit.COUNT, ["2.5"], "Numbers are billions"),
        ([0.31, 0.05], Unit.SHARE, ["31", "5"], "Numbers are %"),
        ([0.042], Unit.SHARE, ["4.2"], "Numbers are %"),
        ([599.0, 44.0], Unit.SECONDS, ["599", "44"], "Numbers are seconds"),
        ([1200.0, 90.0], Unit.SECONDS, ["20", "2"], "Numbers are minutes"),
        ([283.0], Unit.PENCE, ["2.8"], "Numbers are £"),
        ([-0.41, 0.3], Unit.SCORE, ["−0.41", "0.30"], ""),
        ([], Unit.COUNT, [], ""),
    ],
)
def test_numbers_fit_their_cells_and_the_key_says_what_they_are(values, unit, said, key):
    assert short(values, unit) == said
    assert cell_numbers(values, unit).key_words == key


@pytest.mark.parametrize(
    ("value", "said"), [(3.0, "+3"), (-6.0, "−6"), (0.0, "0"), (0.2, "0"), (-0.2, "0"), (12.0, "+12")]
)
def test_differences_carry_their_sign_and_nought_has_none(value, said):
    assert cell_numbers([12.0, value], Unit.COUNT)(value, is_signed=True) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (-0.08, Unit.SHARE, "−8 points"),
        (0.01, Unit.SHARE, "+1 point"),
        (-45.0, Unit.SECONDS, "−45 seconds"),
        (3.0, Unit.COUNT, "+3"),
        (-1234.0, Unit.COUNT, "−1,234"),
        (0.0, Unit.COUNT, "0"),
        (0.0, Unit.SECONDS, "0 seconds"),
    ],
)
def test_a_difference_is_read_with_its_unit(value, unit, said):
    assert signed_words(value, unit, cell_numbers([value], unit)) == said


def test_a_value_is_read_in_full_whatever_is_written_in_its_cell():
    assert value_words(1234.0, Unit.COUNT, cell_numbers([1234.0], Unit.COUNT)) == "1,234"
    assert value_words(4.26, Unit.COUNT, cell_numbers([4.26], Unit.COUNT)) == "4.3"
    assert value_words(1210.0, Unit.SECONDS, cell_numbers([1210.0], Unit.SECONDS)) == "20m 10s"


def test_a_cell_says_its_time_its_value_and_its_note():
    assert cell_words("Monday, 9am to 9:30am", "", "108", "1,204 calls") == "Monday, 9am to 9:30am: 108 (1,204 calls)"
    assert cell_words("Monday, 8am to 8:30am", "closed", "9", None) == "Monday, 8am to 8:30am: closed, 9"
    assert cell_words("Saturday, 9am to 9:30am", "closed", None, "") == "Saturday, 9am to 9:30am: closed"


def test_a_cell_without_a_value_says_why_or_that_there_is_none():
    assert cell_words("Monday, 9am to 9:30am", "", None, "too few days") == "Monday, 9am to 9:30am: too few days"
    assert cell_words("Monday, 9am to 9:30am", "", None, None) == "Monday, 9am to 9:30am: no figure"


def test_notes_are_written_not_obeyed():
    assert "&lt;b&gt;" in cell_words("Monday", "", "1", "<b>")
