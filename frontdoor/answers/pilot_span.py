"""From which week to which a pilot's figure can be told: recorded alike, and whole in the weekdays that count."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_calendar import WEEK, WEEKS_BEFORE, PlannedWeeks, monday_of, planned_weeks
from frontdoor.answers.pilot_days import PilotDays, first_known, pilot_days
from frontdoor.answers.pilot_figure import Figure
from frontdoor.answers.pilot_places import weekdays_of
from frontdoor.answers.pilot_recorded import recorded_alike
from frontdoor.errors import CannotTellError
from frontdoor.periods import Period
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.strategy.pilot_plan import PilotPlan, Where

NOTHING_RECORDED = "Nothing is recorded of what this outcome counts."
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asking:
    """One figure of one pilot, asked of one council."""

    figure: Figure
    plan: PilotPlan
    context: Context

    @property
    def planned(self) -> PlannedWeeks:
        return planned_weeks(self.plan, self.context)


@dataclass(frozen=True, slots=True)
class Span:
    """The whole weeks that can be told, and what a reader must know of how they were recorded."""

    days: PilotDays
    notes: tuple[str, ...]


def span_of(asking: Asking, place: Where, counted: tuple[Where, ...]) -> Span:
    """Return the whole weeks of a figure in `place`, from the first weekday that is `counted` anywhere to the last.

    From three years before the pilot, or the first day recorded alike, to its last week or the last that is known. Raises
    CannotTellError, saying why, where there is no such week.
    """
    planned, context = asking.planned, asking.context
    earliest, last = planned.first - WEEKS_BEFORE * WEEK, planned.last + WEEK - DAY
    begun = _first_recorded(asking, place, earliest)
    if begun > last:
        raise CannotTellError(Reason.OUTSIDE.value)
    until = min(last, monday_of(context.as_at) + WEEK - DAY)
    alike = recorded_alike(asking.figure, place, Period(max(begun, earliest), until), asking.plan, context)
    wanted = np.flatnonzero(np.any([weekdays_of(each) for each in counted], axis=0))
    first = _first_whole(alike.first, int(wanted[0]))
    final = _last_whole(min(alike.last, until), int(wanted[-1]))
    if final < first:
        raise CannotTellError(Reason.OUTSIDE.value)
    return Span(pilot_days(first, (final - first).days // DAYS_IN_A_WEEK + 1, context), alike.notes)


def _first_recorded(asking: Asking, place: Where, earliest: date) -> date:
    """Return the first day recorded from `earliest` on, at whatever time; CannotTellError where there is none."""
    context = asking.context
    if earliest > context.as_at:
        raise CannotTellError(Reason.OUTSIDE.value)
    weeks = (monday_of(context.as_at) - earliest).days // DAYS_IN_A_WEEK + 1
    begun = first_known(place, asking.figure.families, pilot_days(earliest, weeks, context), context)
    if begun is None:
        raise CannotTellError(NOTHING_RECORDED)
    return begun


def _first_whole(day: date, wanted: int) -> date:
    """Return the Monday of the first week whose first weekday wanted is not before `day`."""
    monday = monday_of(day)
    return monday if monday + wanted * DAY >= day else monday + WEEK


def _last_whole(day: date, wanted: int) -> date:
    """Return the Monday of the last week whose last weekday wanted is not after `day`."""
    monday = monday_of(day)
    return monday if monday + wanted * DAY <= day else monday - WEEK
