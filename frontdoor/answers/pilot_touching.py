"""What else touched a pilot's figure: dated events and other pilots, and whether its comparisons were touched alike."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand_days import HeldEvent, events_held
from frontdoor.answers.pilot_calendar import WEEK, monday_of
from frontdoor.answers.pilot_events import is_own_event
from frontdoor.answers.pilot_places import Unit
from frontdoor.answers.pilot_series import TouchingEvent
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.statistics.arrays import Booleans
from frontdoor.statistics.demand_days import WEEKS_OF_AN_EVENT
from frontdoor.strategy.pilot_plan import ComparedBy, PilotPlan, Where

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened on a day, from which week to which (Mondays, inclusive), and whom it touched."""

    on_date: date
    label: str
    first: date
    last: date
    where: Where


def happenings(plan: PilotPlan, last: date, context: Context) -> tuple[Happening, ...]:
    """Return dated events and other pilots that touch the pilot's weeks up to the Monday `last`, earliest first."""
    others = tuple(held.plan for held in context.pilots() if held.plan.key != plan.key)
    found = [*_events((plan, *others), last, context), *map(_pilot, others)]
    first = monday_of(plan.first_day)
    return tuple(sorted((each for each in found if each.first <= last and each.last >= first), key=_in_order))


def touched_units(units: tuple[Unit, ...], place: Where, found: tuple[Happening, ...]) -> dict[str, Happening]:
    """Return the comparison units that something touched which passed the pilot's own figure by, by their name."""
    return {
        unit.name: each
        for each in reversed(found)
        if not _overlap(each.where, place)
        for unit in units
        if _overlap(each.where, unit.where)
    }


def touching(
    found: tuple[Happening, ...], place: Where, units: tuple[Unit, ...], by: ComparedBy | None, starts: tuple[date, ...]
) -> tuple[TouchingEvent, ...]:
    """Return what touched the figure or its comparisons, in order; it confounds unless all were touched alike."""
    places = (place, *(unit.where for unit in units))
    return tuple(
        TouchingEvent(each.on_date, each.label, _weeks(each, starts), _is_confounding(each, places, by))
        for each in found
        if any(_overlap(each.where, one) for one in places)
    )


def _is_confounding(each: Happening, places: tuple[Where, ...], by: ComparedBy | None) -> bool:
    """Nobody knows through which channel an event reached people, so channels are never said to be touched alike."""
    if len(places) == 1 or by is ComparedBy.CHANNEL:
        return True
    return not all(_overlap(each.where, one) for one in places)


def _events(plans: tuple[PilotPlan, ...], last: date, context: Context) -> list[Happening]:
    """Return the dated events that are no pilot's own start or end; a pilot is told of by itself."""
    since, until = plans[0].first_day - WEEKS_OF_AN_EVENT * WEEK, last + WEEK - DAY
    held = events_held(since, until, Filters(context.council.key, Period(since, until)), context)
    return [_event(each) for each in held if not any(is_own_event(each, plan) for plan in plans)]


def _event(event: HeldEvent) -> Happening:
    first = monday_of(event.on_date)
    last = first + (WEEKS_OF_AN_EVENT - 1) * WEEK
    return Happening(event.on_date, event.label, first, last, Where(services=event.services))


def _pilot(plan: PilotPlan) -> Happening:
    label = f"the pilot “{plan.title}” begins"
    return Happening(plan.first_day, label, monday_of(plan.first_day), monday_of(plan.last_day), plan.where)


def _overlap(one: Where, other: Where) -> bool:
    """Return whether two places share contacts; times of day are not looked at, as people move between them."""
    pairs = (
        (one.weekdays, other.weekdays),
        (one.services, other.services),
        (one.channels, other.channels),
        (one.wards, other.wards),
    )
    return all(not mine or not theirs or set(mine) & set(theirs) for mine, theirs in pairs)


def _weeks(each: Happening, starts: tuple[date, ...]) -> Booleans:
    return np.array([each.first <= start <= each.last for start in starts], dtype=np.bool_)


def _in_order(each: Happening) -> tuple[date, str]:
    return each.on_date, each.label
