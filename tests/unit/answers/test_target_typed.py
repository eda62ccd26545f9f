"""A target is read as people write it, in the measure's unit, and anything that cannot be meant is refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.answers.target_typed import EXAMPLES, read_target, read_tolerance, written_target, written_tolerance
from frontdoor.errors import FrontdoorError
from frontdoor.schema.units import Unit
from frontdoor.strategy.strategy import Target


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("80%", Unit.SHARE, 0.8),
        (" 80 per cent ", Unit.SHARE, 0.8),
        ("0.5%", Unit.SHARE, 0.005),
        ("3 minutes", Unit.SECONDS, 180),
        ("1 minute 30 seconds", Unit.SECONDS, 90),
        ("1m 30s", Unit.SECONDS, 90),
        ("1 minute and 30 seconds", Unit.SECONDS, 90),
        ("90 secs", Unit.SECONDS, 90),
        ("2 hours", Unit.SECONDS, 7200),
        ("5 days", Unit.DAYS, 5),
        ("5 working days", Unit.WORKING_DAYS, 5),
        ("£2.50", Unit.PENCE, 250),
        ("250p", Unit.PENCE, 250),
        ("1,200", Unit.COUNT, 1200),
        ("-0.2", Unit.SCORE, -0.2),
        ("−0.2", Unit.SCORE, -0.2),
        ("3.5 per 1,000", Unit.PER_THOUSAND, 3.5),
        ("TBA", Unit.SHARE, None),
        ("to be set", Unit.SECONDS, None),
    ],
)
def test_what_people_write_is_read(text: str, unit: Unit, value: float | None) -> None:
    assert read_target(text, unit) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "unit", "message"),
    [
        ("80", Unit.SHARE, "does not say its unit. Write it like 80%"),
        ("300", Unit.SECONDS, "does not say its unit. Write it like 3 minutes"),
        ("3 minutes", Unit.SHARE, "is not a target of this measure"),
        ("80%", Unit.SECONDS, "is not a target of this measure"),
        ("5 days", Unit.WORKING_DAYS, "is not a target of this measure"),
        ("130%", Unit.SHARE, "goes from 0% to 100%"),
        ("-5%", Unit.SHARE, "below 0"),
        ("", Unit.SHARE, "is empty"),
        ("nan%", Unit.SHARE, "is not a target"),
        ("1e400 seconds", Unit.SECONDS, "is not a target"),
        ("9" * 400, Unit.COUNT, "does not say its unit|is not a target"),
        ("'; drop table target_history; --", Unit.SHARE, "is not a target"),
        ("<script>alert(1)</script>", Unit.SECONDS, "is not a target"),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, unit: Unit, message: str) -> None:
    with pytest.raises(FrontdoorError, match=message):
        read_target(text, unit)


@given(st.sampled_from(list(EXAMPLES)), st.integers(0, 100))
def test_what_is_written_is_read_back(unit: Unit, number: int) -> None:
    value = number / 100 if unit is Unit.SHARE else float(number)
    assert read_target(written_target(value, unit), unit) == pytest.approx(value)


@pytest.mark.parametrize("unit", list(Unit))
def test_every_unit_has_an_example_that_can_be_read(unit: Unit) -> None:
    assert read_target(EXAMPLES[unit], unit) is not None


def test_how_near_counts_as_close_is_said_in_points() -> None:
    assert read_tolerance("2 points", Unit.SHARE) == pytest.approx(0.02)
    assert read_tolerance("2%", Unit.SHARE) == pytest.approx(0.02)
    assert read_tolerance("10 seconds", Unit.SECONDS) == 10
    assert read_tolerance("", Unit.SHARE) is None
    assert read_tolerance("none", Unit.SECONDS) is None
    with pytest.raises(FrontdoorError, match="does not say its unit"):
        read_tolerance("10", Unit.SECONDS)


def test_a_band_is_written_as_it_is_read() -> None:
    for unit, band in ((Unit.SHARE, 0.02), (Unit.SECONDS, 10.0), (Unit.WORKING_DAYS, 1.0)):
        target = Target(from_date=None, value=1.0, unit=unit, tolerance=band, source="")  # type: ignore[arg-type]
        assert read_tolerance(written_tolerance(target), unit) == pytest.approx(band)
    assert written_tolerance(None) == ""
