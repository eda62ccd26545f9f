"""A pilot's own start and end among what happened when, so that no council file need say them again as events."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from frontdoor.answers.context import Context
from frontdoor.strategy.council import CouncilEvent
from frontdoor.strategy.pilot_plan import PilotPlan

OWN_WORDS = ("pilot", "trial")
"""What the label of an event says that is a pilot's own start or end, told by hand on its first or last day."""

STARTS, ENDS = "Pilot starts", "Pilot ends"
DAY = timedelta(days=1)


class Told(Protocol):
    """Something that happened on a day, by its label."""

    @property
    def on_date(self) -> date: ...

    @property
    def label(self) -> str: ...


def happened(first: date, last: date, channels: Sequence[str], context: Context) -> list[CouncilEvent]:
    """Return the events that began on these days, both inclusive: the council file's, the register's, and pilots' own.

    Of pilots those that touch the channels (none: all of them), and not those told by hand already, in whatever words.
    """
    return [event for event in lasting(first, last, channels, context) if first <= event.on_date <= last]


def lasting(first: date, last: date, channels: Sequence[str], context: Context) -> list[CouncilEvent]:
    """Return the same, and those that began before and lasted into these days."""
    held = told_by_people(first, last, context)
    wanted = set(channels)
    plans = (pilot.plan for pilot in context.pilots())
    touching = [plan for plan in plans if not wanted or not plan.where.channels or wanted & set(plan.where.channels)]
    own = [event for plan in touching for event in _events(plan) if not _is_told(event, plan, held)]
    return held + [event for event in own if first <= event.on_date <= last]


def told_by_people(first: date, last: date, context: Context) -> list[CouncilEvent]:
    """Return the events of the council file and the register of which a day lies within these, both inclusive."""
    held = context.council.events
    entered = (
        CouncilEvent(event.on_date, event.label, event.services, event.kind, event.last_date)
        for event in context.register.events(first, last)
    )
    within = (event for event in held if event.on_date <= last and (event.last_date or event.on_date) >= first)
    return [*within, *entered]


def is_own_event(event: Told, plan: PilotPlan) -> bool:
    """Return whether the event is the pilot's own start or end: told on such a day, by the pilot's title or as a pilot."""
    label = event.label.casefold()
    is_named = plan.title.casefold() in label or any(word in label for word in OWN_WORDS)
    return is_named and event.on_date in (plan.first_day, plan.last_day, plan.last_day + DAY)


def _events(plan: PilotPlan) -> tuple[CouncilEvent, CouncilEvent]:
    services = plan.where.services
    return (
        CouncilEvent(plan.first_day, f"{STARTS}: {plan.title}", services),
        CouncilEvent(plan.last_day, f"{ENDS}: {plan.title}", services),
    )


def _is_told(event: CouncilEvent, plan: PilotPlan, held: Iterable[CouncilEvent]) -> bool:
    """Return whether somebody entered this very start or end by hand; an end may be told on the day after."""
    days = (event.on_date, event.on_date + DAY) if event.on_date == plan.last_day else (event.on_date,)
    return any(each.on_date in days and is_own_event(each, plan) for each in held)
