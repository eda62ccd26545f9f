"""A week before and after a change: its load, who it takes, who is there and what callers meet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand import LIVE, demand_of
from frontdoor.answers.peaks_what_if_changes import Change, smoothed, with_hours, with_people, without_online
from frontdoor.answers.staffing_load import Load, mean_calls, usual_days
from frontdoor.answers.staffing_need import Need
from frontdoor.answers.staffing_service import Service, expected_together
from frontdoor.answers.staffing_usual import shown_calls
from frontdoor.answers.staffing_week import StaffedWeek
from frontdoor.errors import CannotTellError
from frontdoor.periods import Period
from frontdoor.statistics.arrays import Booleans, Floats, any_of


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change; `service` and `rostered` are None where no rota is known."""

    load: Load
    need: Need
    rostered: Floats | None
    service: Service | None


@dataclass(frozen=True, slots=True)
class Effect:
    """Both sides, and the calls that came while closed in hours now open."""

    before: Side
    after: Side
    came_while_closed: float


def effects_of(week: StaffedWeek, changes: Sequence[Change], context: Context) -> list[Effect]:
    """Return what each of several changes does to the usual week, their queues worked out together.

    CannotTellError for a service whose calls are not there.
    """
    sides = [_unserved(week, change, context) for change in changes]
    before = Side(week.load, week.need, week.rostered, None)
    if week.rostered is None:
        return [Effect(before, after, closed) for after, closed in sides]
    weeks = [(week.load, week.rostered), *((after.load, _changed_days(before, after)) for after, _ in sides)]
    served, *then = expected_together(weeks, week.by.terms)
    before = replace(before, service=served)
    return [
        Effect(before, replace(after, service=_whole(served, met)), closed)
        for (after, closed), met in zip(sides, then, strict=True)
    ]


def _unserved(week: StaffedWeek, change: Change, context: Context) -> tuple[Side, float]:
    """Return the week after a change but for what callers meet, and the calls that came while closed in hours now open."""
    nobody = np.zeros(week.load.calls.shape)
    closed = closed_calls(week, context) if change.opened else nobody
    service_calls = _service_calls(week, change, context) if change.online else nobody
    load = changed(week.load, change, closed, service_calls)
    need = week.by.need(load)
    is_new = np.asarray(load.is_open & ~week.load.is_open, dtype=np.bool_)
    rostered = None if week.rostered is None else _rostered(week.rostered, week.load.is_open, (need, is_new), change)
    return Side(load, need, rostered, None), float(closed[is_new].sum())


def changed(load: Load, change: Change, closed: Floats, service_calls: Floats) -> Load:
    """Return the load after every part of the change, in this order: online, smoothed, opened."""
    if change.online:
        load = without_online(load, service_calls, change.online)
    if change.smoothed:
        load = smoothed(load, change.smoothed)
    return with_hours(load, closed, change.opened) if change.opened else load


def closed_calls(week: StaffedWeek, context: Context) -> Floats:
    """Return the calls (7 x 48) that come on a usual day in half-hours we are closed; 0 where no day tells."""
    year = week.year
    is_day = ~year.days.is_holiday[:, None] & ~np.isnan(year[LIVE])
    is_closed: Booleans = np.asarray(is_day & ~year.is_open, dtype=np.bool_)
    calls = mean_calls(year[LIVE], year.days.weekday, is_closed, ~week.load.is_open)
    return np.nan_to_num(shown_calls(calls, year, is_closed, week.filters, context))


def _service_calls(week: StaffedWeek, change: Change, context: Context) -> Floats:
    assert change.online is not None
    service = change.online.service
    if week.filters.services and service not in week.filters.services:
        raise CannotTellError("The service whose calls go online is not among those chosen.")
    year = Period(week.year.first, week.year.last)
    held = demand_of(replace(week.filters, services=(service,)), year, context)
    is_usual = usual_days(held)
    calls = mean_calls(held[LIVE], held.days.weekday, is_usual, week.load.is_open)
    return shown_calls(calls, held, is_usual, week.filters, context)


def _rostered(rostered: Floats, is_open: Booleans, new: tuple[Need, Booleans], change: Change) -> Floats:
    """Return the rota after the change: in hours newly opened at least those needed, and whoever is added.

    On a weekday that was shut nobody is on duty but for the new hours.
    """
    need, is_new = new
    there = np.where(any_of(is_open, 1)[:, None], rostered, np.nan_to_num(rostered))
    there = np.where(is_new, np.maximum(np.nan_to_num(there), need.on_the_rota), there)
    return with_people(there, change.added) if change.added else there


def _changed_days(before: Side, after: Side) -> Floats:
    """Return the rota after, NaN on weekdays on which neither load nor rota changed: those are not worked out again."""
    assert before.rostered is not None
    assert after.rostered is not None
    pairs = ((before.load.calls, after.load.calls), (before.rostered, after.rostered))
    is_same = np.all([np.isclose(was, now, equal_nan=True).all(axis=1) for was, now in pairs], axis=0)
    return np.where(is_same[:, None], np.nan, after.rostered)


def _whole(before: Service, after: Service) -> Service:
    """Return what callers meet after, with the weekdays that did not change as they were before."""
    is_new = np.isfinite(after.in_time)
    return Service(*(np.where(is_new, getattr(after, name), getattr(before, name)) for name in Service.__slots__))
