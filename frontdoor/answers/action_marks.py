"""The first days of actions, drawn on the chart of the measure they should move."""

from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

from frontdoor.answers.action_listed import readable
from frontdoor.answers.context import Context
from frontdoor.answers.trend import trend_period
from frontdoor.figure import Mark
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.actions import HeldAction, Status, actions_on, first_under_way
from frontdoor.strategy.strategy import PromisedMeasure

MOST_DRAWN = 4
"""More actions than these, the latest, would hide the chart; the rest are in the view of actions."""

LONGEST_LABEL = 44


def begun(held: Iterable[HeldAction], context: Context) -> tuple[HeldAction, ...]:
    """Return the actions with the first day of each: the one entered, else the day it was first entered as under way."""
    first, zone = first_under_way(context.register), ZoneInfo(context.council.time_zone)
    return tuple(
        replace(each, entry=replace(each.entry, start_date=first[each.key].astimezone(zone).date()))
        if each.entry.start_date is None and each.key in first
        else each
        for each in held
    )


def with_actions(
    marks: tuple[Mark, ...], promised: PromisedMeasure, filters: Filters, context: Context
) -> tuple[Mark, ...]:
    """Return the marks with the first days of the actions that should move this measure, for the services chosen."""
    own = [
        each
        for each in readable(actions_on(context.register, promised.key), context.audience)
        if not filters.services or each.entry.service in ("", *filters.services)
    ]
    return with_begun(marks, begun(own, context), filters.period) if own else marks


def with_begun(marks: tuple[Mark, ...], held: Iterable[HeldAction], period: Period) -> tuple[Mark, ...]:
    """Return the marks with the first days of these actions within the months shown, the latest few, in order of days."""
    shown = trend_period(period)
    begun = [
        Mark(each.entry.start_date, f"Action: {_short(each.entry.title)}")
        for each in held
        if each.entry.status is not Status.DROPPED
        and each.entry.start_date is not None
        and shown.first <= each.entry.start_date <= shown.last
    ]
    latest = sorted(begun, key=lambda mark: mark.on_date)[-MOST_DRAWN:]
    return tuple(sorted((*marks, *latest), key=lambda mark: mark.on_date))


def _short(title: str) -> str:
    if len(title) <= LONGEST_LABEL:
        return title
    return f"{title[:LONGEST_LABEL].rsplit(' ', 1)[0]}…"
