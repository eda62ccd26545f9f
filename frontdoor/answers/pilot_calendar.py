"""Which weeks a pilot's outcomes are made of: from the first recorded to the pilot's last, and which are holidays or left out."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand_days import has_hours, hours_on
from frontdoor.answers.pilot_days import PilotDays
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.strategy.pilot_plan import PilotPlan

WEEK = timedelta(weeks=1)
WEEKS_BEFORE = 156  # three years: a straight trend over more weeks before is not to be believed (0151)
CHRISTMAS_DAY, LAST_OF_CHRISTMAS = (12, 25), (1, 5)
"""Bank holidays from the first to the second, substitute days included, are Christmas and the New Year (month, day)."""


@dataclass(frozen=True, slots=True)
class PlannedWeeks:
    """The plan in weeks: Mondays of the first and last week that are wholly the pilot's, and of the first that it touches.

    `first` is after `last` where the pilot holds no whole week.
    """

    first: date
    last: date
    touched: date

    @property
    def number(self) -> int:
        return max((self.last - self.first).days // DAYS_IN_A_WEEK + 1, 0)

    @property
    def has_part_before(self) -> bool:
        return self.touched < self.first


def planned_weeks(plan: PilotPlan, context: Context) -> PlannedWeeks:
    """Return the weeks in which every weekday that the pilot is on lies between its first and its last day."""
    weekdays = pilot_weekdays(plan, context)
    touched = monday_of(plan.first_day)
    starts = touched + timedelta(days=weekdays[0] - 1) >= plan.first_day
    ends = monday_of(plan.last_day) + timedelta(days=weekdays[-1] - 1) <= plan.last_day
    first = touched if starts else touched + WEEK
    last = monday_of(plan.last_day) if ends else monday_of(plan.last_day) - WEEK
    is_part = not starts and any(touched + timedelta(days=each - 1) >= plan.first_day for each in weekdays)
    return PlannedWeeks(first, last, touched if is_part else first)


def pilot_weekdays(plan: PilotPlan, context: Context) -> tuple[int, ...]:
    """Return the ISO weekdays the pilot is on: its own, else those on which the council opens, else all."""
    if plan.where.weekdays:
        return tuple(sorted(plan.where.weekdays))
    opened = hours_on(plan.first_day, context).any(axis=1) if has_hours(context) else np.ones(DAYS_IN_A_WEEK)
    return tuple(int(day) + 1 for day in np.flatnonzero(opened)) or tuple(range(1, DAYS_IN_A_WEEK + 1))


def monday_of(day: date) -> date:
    """Return the Monday of the day's ISO week."""
    return day - timedelta(days=day.weekday())


def pilot_weeks(planned: PlannedWeeks, settling: int, days: PilotDays) -> PilotWeeks:
    """Return the weeks of `days` as the analysis takes them, with holidays and what is left out. Source: PILOTS, section 4."""
    number = len(days) // DAYS_IN_A_WEEK
    first = int(np.clip((planned.first - days.first).days // DAYS_IN_A_WEEK, 0, number))
    place = np.arange(number)
    left_out = (place >= first) & (place < first + settling)
    if planned.has_part_before:
        left_out |= place == (planned.touched - days.first).days // DAYS_IN_A_WEEK
    holidays, single_christmas = _holidays(days)
    return PilotWeeks(number, first, holidays, left_out | single_christmas)


def _holidays(days: PilotDays) -> tuple[tuple[Floats, ...], Booleans]:
    """Return one 0/1 column for weeks with a bank holiday, and Christmas: a column if there are two, else to be left out."""
    is_christmas = np.array([_is_christmas(day) for day in days.spots.astype(object)]) & days.is_holiday
    christmas, any_holiday = _weekly(is_christmas), _weekly(days.is_holiday)
    years = {_winter(day) for day in days.spots[is_christmas].astype(object)}
    columns = [(any_holiday & ~christmas).astype(np.float64)]
    if len(years) > 1:
        columns.append(christmas.astype(np.float64))
    kept = tuple(column for column in columns if column.any())
    return kept, christmas if len(years) == 1 else np.zeros(len(christmas), dtype=np.bool_)


def _weekly(is_so: Booleans) -> Booleans:
    return np.asarray(is_so.reshape(-1, DAYS_IN_A_WEEK).any(axis=1), dtype=np.bool_)


def _is_christmas(day: date) -> bool:
    return (day.month, day.day) >= CHRISTMAS_DAY or (day.month, day.day) <= LAST_OF_CHRISTMAS


def _winter(day: date) -> int:
    return day.year if day.month > 1 else day.year - 1
