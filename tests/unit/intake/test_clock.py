"""Wall times to UTC and back, held against Python's own time-zone library at every kind of moment."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from frontdoor.intake.clock import IMPOSSIBLE, NORMAL, STATES, TWICE, clock_changes, local_code_sql, utc_offset_sql

ZONES = ("Europe/London", "America/New_York", "America/Vancouver", "UTC", "Australia/Lord_Howe", "Asia/Kolkata")
MOMENTS = st.datetimes(datetime(1990, 1, 3), datetime(2050, 12, 30))


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as opened:
        yield opened


def code(connection, moment, zone):
    return connection.execute(f"select {local_code_sql('$at::timestamp', zone)}", {"at": moment}).fetchone()[0]


def by_python(moment, zone):
    """Return (offset in minutes, state) of a wall time as zoneinfo tells it; the first of two readings."""
    early = moment.replace(tzinfo=ZoneInfo(zone), fold=0)
    late = early.replace(fold=1)
    if early.utcoffset() == late.utcoffset():
        state = NORMAL
    else:
        there_and_back = early.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        state = TWICE if there_and_back == moment else IMPOSSIBLE
    return early.utcoffset() // timedelta(minutes=1), state


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=30)
@given(moment=MOMENTS)
@example(moment=datetime(2025, 3, 30, 1, 30))
@example(moment=datetime(2025, 3, 30, 2, 0))
@example(moment=datetime(2025, 10, 26, 0, 59, 59))
@example(moment=datetime(2025, 10, 26, 1, 0))
@example(moment=datetime(2025, 10, 26, 1, 59, 59, 999999))
@example(moment=datetime(2025, 10, 26, 2, 0))
@example(moment=datetime(2025, 3, 9, 2, 30))
@example(moment=datetime(2025, 11, 2, 1, 30))
def test_a_wall_time_has_the_offset_and_state_python_gives_it(connection, zone, moment):
    found = code(connection, moment, zone)
    assert ((found - (found & (STATES - 1))) // STATES, found & (STATES - 1)) == by_python(moment, zone)


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=30)
@given(moment=MOMENTS)
@example(moment=datetime(2025, 10, 26, 1, 0))
@example(moment=datetime(2025, 3, 30, 0, 59, 59))
def test_a_utc_time_has_the_offset_python_gives_it(connection, zone, moment):
    found = connection.execute(f"select {utc_offset_sql('$at::timestamp', zone)}", {"at": moment}).fetchone()[0]
    there = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert found == there.utcoffset() // timedelta(minutes=1)


@pytest.mark.parametrize("moment", [datetime(1989, 12, 31), datetime(2051, 1, 1), datetime(205, 2, 20)])
def test_a_time_outside_the_years_a_record_may_have_is_null(connection, moment):
    assert code(connection, moment, "Europe/London") is None


def test_london_changes_its_clocks_twice_a_year():
    changes = clock_changes("Europe/London")
    assert [change.at for change in changes if change.at.year == 2025] == [
        datetime(2025, 3, 30, 1),
        datetime(2025, 10, 26, 1),
    ]
