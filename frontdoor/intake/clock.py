"""Turns wall times into UTC and back, in SQL, both clock changes included, without asking a time-zone library per row."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

FIRST_YEAR, LAST_YEAR = 1990, 2050  # a record dated outside is refused as impossible
STATES = 4  # a code is offset in minutes x STATES + state
NORMAL, IMPOSSIBLE, TWICE = 0, 1, 2
_MICROSECONDS_A_MINUTE = 60_000_000


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The instant (UTC, naive) the clocks change and the minutes they stand from UTC before and after."""

    at: datetime
    before: int
    after: int


@lru_cache(maxsize=64)
def clock_changes(zone: str) -> tuple[ClockChange, ...]:
    """Return every change of the zone's clocks in the years a record may be dated, in order."""
    place, day = ZoneInfo(zone), timedelta(days=1)
    changes, at = [], datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    while at.year <= LAST_YEAR:
        before, after = _offset(at, place), _offset(at + day, place)
        if before != after:
            changes.append(ClockChange(_instant(at, at + day, place).replace(tzinfo=None), before, after))
        at += day
    return tuple(changes)


def _offset(at: datetime, zone: ZoneInfo) -> int:
    return round((at.astimezone(zone).utcoffset() or timedelta()).total_seconds() / 60)


def _instant(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    start = _offset(low, zone)
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=(high - low) // timedelta(minutes=1) // 2)
        low, high = (middle, high) if _offset(middle, zone) == start else (low, middle)
    return high


def local_code_sql(column: str, zone: str) -> str:
    """Return SQL for the code of a wall time: its offset in minutes x STATES + NORMAL, IMPOSSIBLE or TWICE.

    A time the clocks pass twice takes the first; null outside FIRST_YEAR to LAST_YEAR.
    """
    steps: list[tuple[datetime, int]] = []
    for change in clock_changes(zone):
        old, new = change.at + timedelta(minutes=change.before), change.at + timedelta(minutes=change.after)
        if new > old:
            steps += [(old, change.before * STATES + IMPOSSIBLE), (new, change.after * STATES)]
        else:
            steps += [(new, change.before * STATES + TWICE), (old, change.after * STATES)]
    return _within_years(column, _tree(column, _first_offset(zone) * STATES, steps))


def utc_offset_sql(column: str, zone: str) -> str:
    """Return SQL for the zone's minutes from UTC at a UTC time; null outside FIRST_YEAR to LAST_YEAR."""
    steps = [(change.at, change.after) for change in clock_changes(zone)]
    return _within_years(column, _tree(column, _first_offset(zone), steps))


def shifted_sql(column: str, minutes: str) -> str:
    """Return SQL for a time moved by an SQL number of minutes."""
    return f"make_timestamp(epoch_us({column}) + cast({minutes} as bigint) * {_MICROSECONDS_A_MINUTE})"


def _first_offset(zone: str) -> int:
    return _offset(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), ZoneInfo(zone))


def _within_years(column: str, sql: str) -> str:
    first, after = f"timestamp '{FIRST_YEAR}-01-02 00:00:00'", f"timestamp '{LAST_YEAR}-12-31 00:00:00'"
    return f"case when {column} >= {first} and {column} < {after} then {sql} end"


def _tree(column: str, first: int, steps: list[tuple[datetime, int]]) -> str:
    """Return nested cases that find the last step at or before the column by halving: 8 comparisons for 60 years."""
    if not steps:
        return str(first)
    middle = len(steps) // 2
    at, value = steps[middle]
    low, high = _tree(column, first, steps[:middle]), _tree(column, value, steps[middle + 1 :])
    return f"case when {column} < timestamp '{at}' then {low} else {high} end"
