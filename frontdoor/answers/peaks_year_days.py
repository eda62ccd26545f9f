"""A year of days: how many came on each, what kind of day it was, and what set it apart."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.context import Context
from frontdoor.answers.demand_by_day import DayDemand, day_demand_of
from frontdoor.answers.demand_days import HeldEvent, calendar_of, days_of, events_held, has_hours
from frontdoor.figure import DayKind
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.day_after_holiday import DayAfter, day_after_holiday
from frontdoor.statistics.demand_days import Days, is_after_holiday
from frontdoor.warehouse.working_days import FIRST_DAY, LAST_DAY

WEEKS = 52
WEEKS_OF_HISTORY = 156  # so that an event a year ago has two years before it, from which the time of year is learnt
HIDDEN = "hidden: too few people"
UNKNOWN = "no record of this day"
AFTER = "the day after a bank holiday"


@dataclass(frozen=True, slots=True)
class YearDays:
    """Consecutive days of up to three years, of which the last `shown` are the year.

    `totals` (days,): contacts, NaN unknown. `is_open` (days,). `days`: holidays and events. `by_service` as DayDemand.
    `held`: every event, past and coming, that touches the services chosen.
    """

    demand: DayDemand
    by_service: DayDemand
    days: Days
    totals: Floats
    is_open: Booleans
    shown: int
    held: tuple[HeldEvent, ...]

    @property
    def dates(self) -> list[date]:
        return list(self.demand.dates)

    @property
    def first(self) -> date:
        """Return the first day of the year shown."""
        return self.demand.dates[-self.shown]

    @property
    def last(self) -> date:
        return self.demand.dates[-1]

    @property
    def is_after(self) -> Booleans:
        """Return which days are the first open one after a bank holiday."""
        return np.asarray(is_after_holiday(self.days, self.is_open[None])[0], dtype=np.bool_)


def usual_day_after(filters: Filters, context: Context) -> DayAfter | None:
    """Return what the day after a bank holiday brings, from the days that `year_days` holds; None for too few."""
    demand = day_demand_of(filters, _history(filters, context), context)
    days = days_of(demand.dates, filters, context)
    return day_after_holiday(demand.counts[0], days, _served(demand, days, context))


def _history(filters: Filters, context: Context) -> Period:
    last = min(filters.period.last, context.as_at)
    return Period(last - timedelta(days=7 * WEEKS_OF_HISTORY - 1), last)


def _served(demand: DayDemand, days: Days, context: Context) -> Booleans:
    """Return on which days we serve people; where no hours are declared, not on bank holidays."""
    return demand.is_open if has_hours(context) else np.asarray(demand.is_open & ~days.is_holiday, dtype=np.bool_)


def year_days(filters: Filters, context: Context) -> YearDays:
    """Return the days up to the end of the period chosen. Raises CannotTellError where nothing is recorded by day."""
    history = _history(filters, context)
    demand = day_demand_of(filters, history, context)
    days = days_of(demand.dates, filters, context)
    return YearDays(
        demand,
        day_demand_of(filters, history, context, "service"),
        days,
        demand.counts[0],
        _served(demand, days, context),
        min(7 * WEEKS, len(demand.dates)),
        tuple(events_held(FIRST_DAY, LAST_DAY, filters, context)),
    )


def day_rows(year: YearDays, context: Context) -> pl.DataFrame:
    """Return the year shown: activity_date, value (null: not known or hidden), kind (of DayKind), note and is_open.

    The totals are those the audience may see; a bank holiday is not open, whatever its hours.
    """
    shown = slice(-year.shown, None)
    dates = list(year.demand.dates[shown])
    totals, is_hidden = _shown_totals(year.totals[shown], dates, context)
    is_open = year.is_open[shown]
    is_served = is_open & ~year.days.is_holiday[shown]
    unknown = [
        HIDDEN if hidden else UNKNOWN if opened and value is None else None
        for value, hidden, opened in zip(totals, is_hidden, is_open, strict=True)
    ]
    values = [
        value or (0.0 if served and value is not None else None)
        for value, served in zip(totals, is_served, strict=True)
    ]
    kinds, notes = _set_apart(year, dates, unknown, context)
    return pl.DataFrame(
        {"activity_date": dates, "value": values, "kind": kinds, "note": notes, "is_open": is_served},
        schema_overrides={"value": pl.Float64, "note": pl.String},
    )


def _set_apart(
    year: YearDays, dates: list[date], unknown: list[str | None], context: Context
) -> tuple[list[str], list[str | None]]:
    """Return the kind of each day shown, and what sets it apart from others in words."""
    known = calendar_of(dates, context)
    is_open, is_after = year.is_open[-year.shown :], year.is_after[-year.shown :]
    kinds, notes = [], []
    for place, day in enumerate(dates):
        holiday, change = known["holiday"][place], _clock_words(known, place)
        events = [event.label for event in year.held if event.is_on(day)]
        begins_or_ends = any(day in (event.on_date, event.last_date) for event in year.held)
        kinds.append(str(_kind(bool(is_open[place]), holiday, change, begins_or_ends)))
        parts = [*events, holiday, change, AFTER if is_after[place] else None, unknown[place]]
        notes.append("; ".join(part for part in parts if part) or None)
    return kinds, notes


def _kind(is_open: bool, holiday: str | None, change: str | None, is_event: bool) -> DayKind:
    if is_event:
        return DayKind.EVENT
    if change:
        return DayKind.CLOCK_CHANGE
    if holiday:
        return DayKind.BANK_HOLIDAY
    return DayKind.OPEN if is_open else DayKind.CLOSED


def _clock_words(known: pl.DataFrame, place: int) -> str | None:
    if known["change_minute"][place] is None:
        return None
    return f"clocks go {'forward' if known['offset_minutes_after'][place] > known['offset_minutes'][place] else 'back'}"


def _shown_totals(totals: Floats, dates: list[date], context: Context) -> tuple[list[float | None], list[bool]]:
    """Return the day totals that may be shown, None where not known or hidden, and which are hidden."""
    frame = pl.DataFrame(
        {"activity_date": dates, "contacts": pl.Series(totals, nan_to_null=True).round().cast(pl.Int64)}
    )
    safe = control(frame, ["contacts"], context.audience, is_small_area=False)
    return safe["contacts"].cast(pl.Float64).to_list(), safe["is_suppressed"].fill_null(value=False).to_list()
