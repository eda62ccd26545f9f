"""The calendar knows each nation's bank holidays and each zone's clock changes."""

from datetime import date

import polars as pl
import pytest

from frontdoor.errors import StrategyError
from frontdoor.schema.marts import CALENDAR
from frontdoor.warehouse.working_days import calendar


def on(day: date, time_zone: str = "Europe/London", nation: str = "England") -> dict[str, object]:
    return calendar(time_zone, nation).filter(pl.col("activity_date") == day).row(0, named=True)


def test_its_columns_are_those_of_the_schema() -> None:
    assert calendar("Europe/London", "GB-ENG").schema == CALENDAR.polars_schema


def test_a_nation_may_be_named_or_coded() -> None:
    assert calendar("Europe/London", "England").equals(calendar("Europe/London", "GB-ENG"))


@pytest.mark.parametrize(("nation", "closed"), [("GB-SCT", True), ("GB-ENG", False), ("GB-NIR", False)])
def test_the_second_of_january_is_a_holiday_in_scotland_only(nation: str, *, closed: bool) -> None:
    day = on(date(2026, 1, 2), nation=nation)
    assert (day["day_type"] == 8, day["is_working_day"]) == (closed, not closed)


def test_working_days_are_counted_over_easter() -> None:
    # Thursday 2 April 2026; Good Friday, weekend and Easter Monday do not count; Tuesday 7 April is the next.
    thursday, tuesday = on(date(2026, 4, 2)), on(date(2026, 4, 7))
    assert int(str(tuesday["working_day_number"])) - int(str(thursday["working_day_number"])) == 1


@pytest.mark.parametrize(
    ("day", "zone", "change", "before", "after"),
    [
        (date(2026, 3, 29), "Europe/London", 60, 0, 60),  # 01:00 GMT becomes 02:00 BST
        (date(2026, 10, 25), "Europe/London", 120, 60, 0),  # 02:00 BST becomes 01:00 GMT
        (date(2026, 3, 8), "America/New_York", 120, -300, -240),
    ],
)
def test_the_clocks_change(day: date, zone: str, change: int, before: int, after: int) -> None:
    found = on(day, zone)
    assert (found["change_minute"], found["offset_minutes"], found["offset_minutes_after"]) == (change, before, after)


def test_an_unknown_nation_is_one_clear_error() -> None:
    with pytest.raises(StrategyError, match="nation = 'Ruritania'"):
        calendar("Europe/London", "Ruritania")
