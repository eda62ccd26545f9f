"""The council's days as arrays: weekdays, bank holidays of England, working days and the nights the clocks change."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from sample_data.generator.arrays import Flags, Whole

_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6
_CORONATION = date(2023, 5, 8)  # one-off bank holiday, https://www.gov.uk/bank-holidays
_CLOCK_CHANGE_FROM, _CLOCK_CHANGE_BEFORE = 3_600, 7_200  # 01:00 to 01:59 is missing in March and twice there in October
DAYS_A_MONTH = 365.25 / 12


def day_number(day: date) -> int:
    """Return days since 1 January 1970."""
    return (day - date(1970, 1, 1)).days


def easter_sunday(year: int) -> date:
    """Return Easter Sunday (anonymous Gregorian computus, Meeus 1991, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of England and Wales, with substitute days."""
    easter = easter_sunday(year)
    moveable = {easter - timedelta(days=2), easter + timedelta(days=1)}
    moveable |= {_first_monday(year, 5), _last_monday(year, 5), _last_monday(year, 8)}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        moveable.add(_substitute(fixed, moveable))
    return frozenset(moveable | ({_CORONATION} if year == _CORONATION.year else set()))


def _substitute(day: date, taken: set[date]) -> date:
    while day.weekday() in {_SATURDAY, _SUNDAY} or day in taken:
        day += timedelta(days=1)
    return day


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def is_clock_change(days: Whole) -> Flags:
    """Tell which day numbers are the last Sunday of March or October."""
    dates = days.astype("datetime64[D]")
    month = dates.astype("datetime64[M]").astype(np.int64) % 12 + 1
    is_last_week = (dates + 7).astype("datetime64[M]") != dates.astype("datetime64[M]")
    return np.asarray(((month == 3) | (month == 10)) & is_last_week & ((days + 3) % 7 == _SUNDAY), dtype=np.bool_)


def clear_of_clock_changes(days: Whole, seconds: Whole) -> Whole:
    """Return `seconds` of the day with 01:00 to 01:59 moved an hour on where that hour is missing or doubled."""
    doubtful = (seconds >= _CLOCK_CHANGE_FROM) & (seconds < _CLOCK_CHANGE_BEFORE) & is_clock_change(days)
    return np.where(doubtful, seconds + _CLOCK_CHANGE_FROM, seconds)


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days; every array has one entry a day, and `first` is the day number of entry 0."""

    first: int
    weekday: Whole
    is_holiday: Flags
    is_open: Flags
    is_after_holiday: Flags
    working_day_number: Whole
    working_days: Whole

    @classmethod
    def between(cls, first: date, last: date) -> "Days":
        """Build the days from `first` to `last`, both inclusive."""
        numbers = np.arange(day_number(first), day_number(last) + 1, dtype=np.int64)
        holidays = [day_number(day) for year in range(first.year, last.year + 1) for day in bank_holidays(year)]
        weekday = (numbers + 3) % 7
        is_holiday = np.isin(numbers, holidays)
        is_open = (weekday < _SATURDAY) & ~is_holiday
        number = np.cumsum(is_open).astype(np.int64)
        return cls(
            int(numbers[0]),
            weekday,
            is_holiday,
            is_open,
            _follows_holiday(is_holiday, is_open),
            number,
            numbers[is_open],
        )

    def working_days_later(self, day: Whole, count: Whole) -> Whole:
        """Return the day number `count` working days after `day`; day 0 is the day itself."""
        wanted = self.working_day_number[day - self.first] + count
        later = self.working_days[np.clip(wanted - 1, 0, len(self.working_days) - 1)]
        return np.where(count == 0, day, later)

    def is_open_on(self, day: Whole) -> Flags:
        return self.is_open[np.clip(day - self.first, 0, len(self.is_open) - 1)]


def _follows_holiday(is_holiday: Flags, is_open: Flags) -> Flags:
    """Tell which open days are the first since a bank holiday."""
    follows = np.zeros(len(is_open), dtype=np.bool_)
    pending = False
    for index in range(len(is_open)):
        follows[index] = pending and bool(is_open[index])
        pending = bool(is_holiday[index]) or (pending and not bool(is_open[index]))
    return follows
