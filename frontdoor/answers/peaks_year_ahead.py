"""What the next twelve months will repeat: bank holidays and the days after, events that came about the same date, clocks."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand_days import HeldEvent, bank_holidays, calendar_of, hours_on
from frontdoor.answers.peaks_year_days import YearDays
from frontdoor.statistics.arrays import any_of
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Days, is_after_holiday

A_YEAR = 365  # days
SAME_TIME = 21  # days either side in which an event of two years counts as the same time of year
A_YEAR_OF_WEEKS = 364  # the same weekday a year on


@dataclass(frozen=True, slots=True)
class DayAhead:
    """The first open day after a bank holiday of the coming year, and the usual contacts of its weekday."""

    on_date: date
    holiday: str
    usual: float | None


@dataclass(frozen=True, slots=True)
class Coming:
    """An event by label: when it `came`, and when it is `expected`; `is_dated` where a file or the register says so.

    Not expected: it came once, or at different times of the year.
    """

    label: str
    came: tuple[date, ...]
    expected: date | None
    is_dated: bool = False


def days_after_ahead(year: YearDays, context: Context) -> tuple[DayAhead, ...]:
    """Return the days after bank holidays of the coming year, by the opening hours in force on the last day known."""
    dates = _ahead(year.last)
    is_holiday = bank_holidays(dates, context)
    weekdays = np.array([day.weekday() for day in dates])
    is_open = any_of(hours_on(year.last, context), 1)[weekdays] & ~is_holiday
    after = is_after_holiday(Days(np.array(dates, dtype="datetime64[D]"), is_holiday), is_open[None])[0]
    names = calendar_of(dates, context)["holiday"].to_list()
    usual = _usual_by_weekday(year)
    return tuple(
        DayAhead(dates[place], _holiday_before(names, place), usual[int(weekdays[place])])
        for place in np.flatnonzero(after).tolist()
    )


def clock_changes_ahead(year: YearDays, context: Context) -> tuple[tuple[date, bool], ...]:
    """Return (day, forward) of each change of the clocks in the coming year."""
    dates = _ahead(year.last)
    rows = calendar_of(dates, context).select("change_minute", "offset_minutes", "offset_minutes_after").rows()
    return tuple(
        (day, after > before) for day, (minute, before, after) in zip(dates, rows, strict=True) if minute is not None
    )


def events_ahead(year: YearDays) -> tuple[Coming, ...]:
    """Return each event of the year shown, and every one already dated in the coming year, soonest first."""
    by_label: dict[str, list[HeldEvent]] = {}
    for event in year.held:
        by_label.setdefault(event.label, []).append(event)
    found = [_coming(label, [event.on_date for event in events], year) for label, events in by_label.items()]
    told = [each for each in found if each.expected or (each.came and each.came[-1] >= year.first)]
    return tuple(sorted(told, key=lambda each: (each.expected is None, each.expected or each.came[-1], each.label)))


def _coming(label: str, dates: list[date], year: YearDays) -> Coming:
    """Return when an event is expected: where a date is known, or a year after it came at one time in two years or more."""
    came = tuple(day for day in dates if day <= year.last)
    known = [day for day in dates if year.last < day <= year.last + timedelta(days=A_YEAR)]
    if known:
        return Coming(label, came, known[0], is_dated=True)
    if len({day.year for day in came}) < 2 or not _is_one_time_of_year(came[-2:]):
        return Coming(label, came, None)
    expected = came[-1]
    while expected <= year.last:
        expected += timedelta(days=A_YEAR_OF_WEEKS)
    return Coming(label, came, expected)


def _is_one_time_of_year(came: tuple[date, ...]) -> bool:
    apart = (came[1] - came[0]).days % A_YEAR
    return min(apart, A_YEAR - apart) <= SAME_TIME and (came[1] - came[0]).days > SAME_TIME


def _ahead(last: date) -> list[date]:
    return [last + timedelta(days=number) for number in range(1, A_YEAR + 1)]


def _holiday_before(names: list[str | None], place: int) -> str:
    """Return the name of the last holiday before a day."""
    return next((name for name in reversed(names[:place]) if name), "a bank holiday")


def _usual_by_weekday(year: YearDays) -> list[float | None]:
    """Return the mean contacts of each weekday's ordinary open days of the year shown; None where never open."""
    shown = slice(-year.shown, None)
    is_usual = year.is_open & ~year.is_after & ~year.days.is_holiday & ~np.isnan(year.totals)
    means: list[float | None] = []
    for weekday in range(DAYS_IN_A_WEEK):
        totals = year.totals[shown][(is_usual & (year.days.weekday == weekday))[shown]]
        means.append(float(totals.mean()) if totals.size else None)
    return means
