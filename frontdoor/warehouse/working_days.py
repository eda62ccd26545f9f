"""The calendar: bank holidays of the council's nation, working days numbered, and when its clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from zoneinfo import ZoneInfo

import holidays
import polars as pl

from frontdoor.errors import StrategyError
from frontdoor.schema.marts import CALENDAR

FIRST_DAY = date(1995, 1, 1)
LAST_DAY = date(2049, 12, 31)
BANK_HOLIDAY = 8
SATURDAY = 6
_UK_NATIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern ireland": "NIR"}


@lru_cache(maxsize=8)
def calendar(time_zone: str, nation: str) -> pl.DataFrame:
    """Return CALENDAR from FIRST_DAY to LAST_DAY; `nation` is a UK nation or a code such as US-MA or CA-BC."""
    days = [FIRST_DAY + timedelta(days=number) for number in range((LAST_DAY - FIRST_DAY).days + 1)]
    closed = _bank_holidays(nation)
    zone = ZoneInfo(time_zone)
    offsets = [_offset(day, zone) for day in [*days, LAST_DAY + timedelta(days=1)]]
    working = [day.isoweekday() < SATURDAY and day not in closed for day in days]
    columns = {
        "activity_date": days,
        "day_type": [BANK_HOLIDAY if day in closed else day.isoweekday() for day in days],
        "holiday": [closed.get(day) for day in days],
        "is_working_day": working,
        "working_day_number": list(accumulate(int(works) for works in working)),
        "offset_minutes": offsets[:-1],
        "offset_minutes_after": offsets[1:],
        "change_minute": [_change_minute(*of_day, zone) for of_day in zip(days, offsets, offsets[1:], strict=False)],
    }
    return pl.DataFrame(columns, schema=CALENDAR.polars_schema)


def _bank_holidays(nation: str) -> dict[date, str]:
    country, _, area = nation.partition("-")
    area = _UK_NATIONS.get(nation.lower().replace("_", " "), area)
    country = "GB" if nation.lower().replace("_", " ") in _UK_NATIONS else country
    try:
        found = holidays.country_holidays(country, subdiv=area or None, years=range(FIRST_DAY.year, LAST_DAY.year + 1))
    except NotImplementedError as error:
        known = ", ".join(name.title() for name in _UK_NATIONS)
        raise StrategyError(
            f"nation = {nation!r}: no bank holidays are known. Use {known}, or a code such as US-MA."
        ) from error
    return {day: str(name) for day, name in found.items()}


def _offset(day: date, zone: ZoneInfo) -> int:
    """Return local minus UTC in minutes at 00:00 local on `day`."""
    return _minutes(datetime.combine(day, time(), zone).utcoffset())


def _minutes(difference: timedelta | None) -> int:
    return int((difference or timedelta()).total_seconds() // 60)


def _change_minute(day: date, before: int, after: int, zone: ZoneInfo) -> int | None:
    """Return the local minute, by the old offset, at which the clocks change on `day`; None where they do not."""
    if before == after:
        return None
    midnight = datetime.combine(day, time(), zone).astimezone(UTC)
    low, high = 0, 24 * 60 + abs(after - before)
    while low < high:
        middle = (low + high) // 2
        is_changed = _minutes((midnight + timedelta(minutes=middle)).astimezone(zone).utcoffset()) != before
        low, high = (low, middle) if is_changed else (middle + 1, high)
    return low
