"""Numbers as people read them, worked by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.measures.formatting import (
    format_change,
    format_date,
    format_gap,
    format_in_full,
    format_signed,
    format_target,
    format_value,
    in_every_hundred,
    sums_line,
)
from frontdoor.schema.units import Better, Unit


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (13164 / 21232, Unit.SHARE, "62%"),  # 62.0007...
        (0.091, Unit.SHARE, "9.1%"),
        (0.08, Unit.SHARE, "8%"),
        (0.0, Unit.SHARE, "0%"),
        (1.0, Unit.SHARE, "100%"),
        (-0.041, Unit.SHARE, "−4.1%"),
        (0.41, Unit.SCORE, "+0.41"),
        (-0.1, Unit.SCORE, "−0.10"),
        (-0.001, Unit.SCORE, "0.00"),
        (66.29, Unit.POINTS, "66.3"),
        (15.52, Unit.NET_POINTS, "+16"),
        (-0.4, Unit.NET_POINTS, "0"),
        (280, Unit.SECONDS, "4m 40s"),
        (600, Unit.SECONDS, "10m"),
        (45.5, Unit.SECONDS, "46s"),
        (3900, Unit.SECONDS, "1h 5m"),
        (21232, Unit.COUNT, "21,232"),
        (1, Unit.WORKING_DAYS, "1 working day"),
        (4.52, Unit.DAYS, "4.5 days"),
        (283, Unit.PENCE, "£2.83"),
        (0, Unit.PENCE, "£0"),
        (2_600_000, Unit.PENCE, "£26,000"),
        (-150, Unit.PENCE, "−£1.50"),
        (1.236, Unit.RATIO, "1.24"),
        (12.34, Unit.PER_THOUSAND, "12.3 per 1,000"),
        (None, Unit.SHARE, "–"),
    ],
)
def test_each_unit_has_its_own_words(value, unit, said):
    assert format_value(value, unit) == said


def test_a_share_that_only_looks_equal_to_its_target_gets_more_places():
    assert format_value(0.482, Unit.SHARE, against=0.48) == "48.2%"
    assert format_value(0.4796, Unit.SHARE, against=0.48) == "47.96%"  # 48.0 to one place
    assert format_value(0.478, Unit.SHARE, against=0.48) == "47.8%"
    assert format_value(0.48, Unit.SHARE, against=0.48) == "48%"


def test_numbers_side_by_side_have_the_same_places():
    assert [format_value(value, Unit.SHARE, places=1) for value in (0.62, 0.682)] == ["62.0%", "68.2%"]


def test_halves_go_up_as_people_round():
    assert format_value(0.625, Unit.SHARE) == "63%"
    assert format_value(2.5, Unit.COUNT) == "3"
    assert format_value(0.285, Unit.SHARE) == "29%"  # 0.285 * 100 is 28.499999999999996 in floats


@pytest.mark.parametrize(
    ("value", "unit", "better", "said"),
    [
        (0.7, Unit.SHARE, Better.HIGHER, "at least 70%"),
        (0.08, Unit.SHARE, Better.LOWER, "at most 8%"),
        (60, Unit.SECONDS, Better.LOWER, "at most 60 seconds"),
        (280, Unit.SECONDS, Better.LOWER, "at most 4 minutes 40 seconds"),
        (0.125, Unit.SHARE, Better.NEITHER, "about 12.5%"),
    ],
)
def test_a_target_is_said_as_a_promise(value, unit, better, said):
    assert format_target(value, unit, better) == said


def test_changes_in_shares_are_points():
    assert format_change(-0.08, Unit.SHARE) == "down 8 points"
    assert format_change(0.01, Unit.SHARE) == "up 1 point"
    assert format_change(0.004, Unit.SHARE) == "up 0.4 points"
    assert format_change(0.0, Unit.SHARE) == "no change"
    assert format_gap(-12, Unit.SECONDS) == "12 seconds"


def test_a_signed_change_has_its_sign_unless_it_is_nothing():
    assert format_signed(19.4, Unit.COUNT) == "+19"
    assert format_signed(-0.44, Unit.COUNT, places=1) == "−0.4"
    assert format_signed(0.04, Unit.COUNT, places=1) == "0"
    assert format_signed(-0.086, Unit.SHARE) == "−8.6 points"
    assert format_signed(12.0, Unit.SECONDS) == "+12 seconds"
    assert format_signed(-0.2, Unit.COUNT) == "0"


def test_sums_are_written_out():
    assert sums_line(13164, 21232, "calls") == "13,164 of 21,232 calls"
    assert sums_line(None, 1204, "answers") == "1,204 answers"
    assert sums_line(1204, None, "contacts") == "1,204 contacts"
    assert sums_line(None, None, "contacts") == ""


def test_small_and_large_shares_are_never_rounded_to_nobody_or_everybody():
    assert in_every_hundred(0.62, "callers") == "62 in every 100 callers"
    assert in_every_hundred(0.004, "callers") == "about 4 in every 1,000 callers"
    assert in_every_hundred(0.00001, "callers") == "about 1 in every 1,000 callers"
    assert in_every_hundred(0.998, "callers") == "more than 99 in every 100 callers"
    assert in_every_hundred(0, "callers") == "none of the callers"
    assert in_every_hundred(1) == "all of them"


def test_dates_are_written_as_gov_uk_writes_them():
    assert format_date(date(2026, 10, 1)) == "1 October 2026"
    assert format_in_full(1, Unit.SECONDS) == "1 second"


@given(st.floats(-1e9, 1e9), st.sampled_from(Unit))
def test_a_minus_is_a_real_minus_and_nought_has_none(value, unit):
    said = format_value(value, unit)
    assert "-" not in said
    if not any(digit in said for digit in "123456789"):
        assert "−" not in said
