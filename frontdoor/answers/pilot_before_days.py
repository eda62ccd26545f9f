"""What falls inside a pilot's days: bank holidays that cost it openings, dated events, and other pilots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand_days import HeldEvent, bank_holidays, calendar_of, events_held
from frontdoor.answers.demand_nouns import weekday_date
from frontdoor.answers.peaks_times import WEEKDAYS
from frontdoor.answers.pilot_events import is_own_event
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.view_answer import Box, Line
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.strategy.pilot_places import do_meet
from frontdoor.strategy.pilot_plan import PilotPlan

MONDAY = 1
MANY_LOST = 0.1  # of openings; from there on another start is worth a thought
NOTHING_INSIDE = "No bank holiday, dated event or other pilot falls inside."
MONDAYS = "Mondays lose more openings to bank holidays than any other day."


@dataclass(frozen=True, slots=True)
class Openings:
    """The days a pilot would be on: all of them, and those lost to bank holidays with their names."""

    weekdays: tuple[int, ...]
    days: tuple[date, ...]
    lost: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another pilot during this one; `is_shared`: both touch the same contacts, so that neither can be told from the other."""

    title: str
    first: date
    last: date
    is_shared: bool


def openings_of(plan: PilotPlan, weekdays: Sequence[int], context: Context) -> Openings:
    """Return the pilot's days; none where it ends before it starts."""
    number = max((plan.last_day - plan.first_day).days + 1, 0)
    dates = [plan.first_day + timedelta(days=each) for each in range(number)]
    if not dates:
        return Openings(tuple(weekdays), (), ())
    names = calendar_of(dates, context)["holiday"].to_list()
    is_on = [day.isoweekday() in weekdays for day in dates]
    closed = np.asarray(bank_holidays(dates, context))
    lost = [(day, str(name)) for day, name, on, shut in zip(dates, names, is_on, closed, strict=True) if on and shut]
    return Openings(tuple(weekdays), tuple(day for day, on in zip(dates, is_on, strict=True) if on), tuple(lost))


def events_inside(plan: PilotPlan, council: str, context: Context) -> list[HeldEvent]:
    """Return dated events of the pilot's days that touch its services; starts and ends of pilots are told as overlaps."""
    if plan.last_day < plan.first_day:
        return []
    filters = Filters(council, Period(plan.first_day, plan.last_day), services=plan.where.services)
    held = events_held(plan.first_day, plan.last_day, filters, context)
    plans = (plan, *(pilot.plan for pilot in context.pilots()))
    return [event for event in held if not any(is_own_event(event, each) for each in plans)]


def overlaps_of(plan: PilotPlan, others: Sequence[PilotPlan]) -> tuple[Overlap, ...]:
    """Return the other pilots that run on any of its days."""
    at_once = [
        each
        for each in others
        if each.key != plan.key and each.first_day <= plan.last_day and plan.first_day <= each.last_day
    ]
    return tuple(
        Overlap(each.title, each.first_day, each.last_day, do_meet(plan.where, each.where)) for each in at_once
    )


def inside_box(openings: Openings, events: Sequence[HeldEvent], overlaps: Sequence[Overlap]) -> Box:
    """Return what falls inside the pilot, and what follows from it."""
    lines = [*_holiday_lines(openings)]
    lines += [Line(f"{format_date(event.on_date)}:", f"{event.label}. {EVENT}") for event in events]
    lines += [_overlap_line(each) for each in overlaps]
    return Box("What falls inside", tuple(lines) or (Line("", NOTHING_INSIDE),))


EVENT = "If it touches what the pilot is to change and not the comparison, nothing can be called met."


def _holiday_lines(openings: Openings) -> list[Line]:
    if not openings.lost or not openings.days:
        return []
    number, lost = len(openings.days), len(openings.lost)
    days = "openings" if len(openings.weekdays) != 1 else f"{WEEKDAYS[openings.weekdays[0] - 1]}s"
    named = listed([f"{weekday_date(day)} ({name})" for day, name in openings.lost])
    many = " Another start would keep more." if lost / number >= MANY_LOST else ""
    mondays = f" {MONDAYS}" if openings.weekdays == (MONDAY,) else ""
    return [Line("Bank holidays:", f"{lost} of {number} {days} lost, unless we open then: {named}.{mondays}{many}")]


def _overlap_line(each: Overlap) -> Line:
    when = f"{format_date(each.first)} to {format_date(each.last)}"
    if each.is_shared:
        return Line(
            f"{each.title}:",
            f"runs {when} and touches the same contacts, so what one does cannot be told from the other.",
        )
    return Line(f"{each.title}:", f"runs {when}, but on other contacts.")


def lost_words(openings: Openings) -> str:
    """Return '2 of 12 Mondays are bank holidays', '' where none is."""
    if not openings.lost:
        return ""
    day = f"{WEEKDAYS[openings.weekdays[0] - 1]}s" if len(openings.weekdays) == 1 else "openings"
    are = "is a bank holiday" if len(openings.lost) == 1 else "are bank holidays"
    return f"{len(openings.lost)} of {len(openings.days)} {day} {are}."


def opening_fact(openings: Openings) -> str:
    """Return '12 openings', less those lost."""
    return count_noun(len(openings.days) - len(openings.lost), "opening")
