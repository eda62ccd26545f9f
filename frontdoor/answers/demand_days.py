"""What is known of days beforehand: bank holidays, dated events, and in which half-hours we are open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_events import happened
from frontdoor.filters import Filters
from frontdoor.statistics.arrays import Booleans, Integers
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, WEEKS_OF_AN_EVENT, Days
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.strategy.dated import Dated, stretches
from frontdoor.warehouse.working_days import BANK_HOLIDAY, FIRST_DAY, calendar

MINUTES = 30  # a half-hour
NO_HOURS = (
    "The council file does not say when we are open, so every half-hour counts as open. Put the hours in council.toml "
    "under [[opening]]."
)


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """A dated event of the council file or the register, or a pilot's start or end; no services means all of them."""

    on_date: date
    label: str
    services: tuple[str, ...]
    last_date: date | None = None

    def is_on(self, day: date) -> bool:
        """Return whether `day` is one of its days."""
        return self.on_date <= day <= (self.last_date or self.on_date)


def days_of(dates: Sequence[date], filters: Filters, context: Context) -> Days:
    """Return consecutive days with their bank holidays, and with the events that touch the services chosen.

    Events of one label are of one kind, in whatever year; an event touches the days from its own on for as many weeks as
    its effect is looked for, until the next.
    """
    spots = np.array(dates, dtype="datetime64[D]")
    event, event_day = np.zeros(len(dates), dtype=np.int64), np.zeros(len(dates), dtype=np.int64)
    numbers: dict[str, int] = {}
    for on_date, label in events_between(dates[0], dates[-1], filters, context):
        number = numbers.setdefault(label, len(numbers) + 1)
        start = (on_date - dates[0]).days
        inside = slice(start, start + 7 * WEEKS_OF_AN_EVENT)
        event[inside], event_day[inside] = number, np.arange(len(event[inside]))
    return Days(spots, bank_holidays(dates, context), event, event_day)


def events_between(first: date, last: date, filters: Filters, context: Context) -> list[tuple[date, str]]:
    """Return (day, label) of the events of the council file and the register that touch the services chosen, in order."""
    found = {(event.on_date, event.label) for event in events_held(first, last, filters, context)}
    return sorted(found)


def events_held(first: date, last: date, filters: Filters, context: Context) -> list[HeldEvent]:
    """Return the same events with the services they touch, none meaning all; of one told twice the council file's."""
    told = happened(first, last, filters.channels, context)
    held = [HeldEvent(event.on_date, event.label, event.services, event.last_date) for event in told]
    chosen = set(filters.services)
    found = {
        (event.on_date, event.label): event
        for event in reversed(held)
        if (not chosen or not event.services or chosen & set(event.services))
    }
    return [found[key] for key in sorted(found)]


def bank_holidays(dates: Sequence[date], context: Context) -> Booleans:
    """Return whether each of consecutive days is a bank holiday of the council's nation."""
    return np.asarray(_types(dates, context) == BANK_HOLIDAY, dtype=np.bool_)


def has_hours(context: Context) -> bool:
    """Return whether the council says when it is open."""
    return any(opening.queue is None for opening in context.council.openings)


def open_half_hours(dates: Sequence[date], context: Context) -> Booleans:
    """Return days x 48: whether we are open by the hours in force on the day for every queue without hours of its own.

    Where no hours are declared every half-hour counts as open. The hour that clocks skip in spring is not open.
    """
    types = _types(dates, context)
    is_open = np.full((len(dates), HALF_HOURS), not has_hours(context))
    for timetable in stretches(Dated(each.queue, each.from_date, each) for each in context.council.openings):
        if timetable.queue is None:
            is_in_force = np.array([timetable.from_date <= day < timetable.before_date for day in dates])
            for hours in timetable.values:
                is_open[is_in_force & (types == hours.weekday), hours.from_half_hour : hours.before_half_hour] = True
    return np.asarray(is_open & ~_skipped(dates, context), dtype=np.bool_)


def hours_on(day: date, context: Context) -> Booleans:
    """Return weekdays x 48, Monday first: when we are open by the hours in force on `day`; always where none are declared."""
    is_open = np.full((DAYS_IN_A_WEEK, HALF_HOURS), not has_hours(context))
    for timetable in stretches(Dated(each.queue, each.from_date, each) for each in context.council.openings):
        if timetable.queue is None and timetable.from_date <= day < timetable.before_date:
            for hours in timetable.values:
                if hours.weekday <= DAYS_IN_A_WEEK:
                    is_open[hours.weekday - 1, hours.from_half_hour : hours.before_half_hour] = True
    return is_open


def lasts_half_an_hour(dates: Sequence[date], context: Context) -> Booleans:
    """Return days x 48: False where the clocks skipped a half-hour in spring or went through it twice in autumn."""
    return ~(_skipped(dates, context) | _moved(dates, context, forward=False))


def _skipped(dates: Sequence[date], context: Context) -> Booleans:
    """Return the half-hours that never were: those the clocks skipped."""
    return _moved(dates, context, forward=True)


def _moved(dates: Sequence[date], context: Context, *, forward: bool) -> Booleans:
    """Return the half-hours that the clocks, going `forward`, skipped or, going back, repeated."""
    changes = calendar_of(dates, context).select("change_minute", "offset_minutes", "offset_minutes_after")
    moved = np.zeros((len(dates), HALF_HOURS), dtype=np.bool_)
    for number in changes["change_minute"].is_not_null().arg_true():
        minute, before, after = changes.row(number)
        if (after > before) is forward:
            ends = sorted((minute, minute + after - before))
            moved[number, ends[0] // MINUTES : ends[1] // MINUTES] = True
    return moved


def _types(dates: Sequence[date], context: Context) -> Integers:
    return np.asarray(calendar_of(dates, context)["day_type"].to_numpy(), dtype=np.int64)


def calendar_of(dates: Sequence[date], context: Context) -> pl.DataFrame:
    """Return the rows of the council's calendar for consecutive days: bank holidays, kinds of day and changes of the clocks."""
    known = calendar(context.council.time_zone, context.council.nation)
    return known.slice((dates[0] - FIRST_DAY).days, len(dates))
