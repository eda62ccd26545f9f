"""What changed at every other time and in every other way: the pilot's days, other weekdays, other channels, and in all."""

from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand_days import has_hours, hours_on
from frontdoor.answers.labels import label_of
from frontdoor.answers.pilot_derived import Derived, day_words, derived, weekdays_beside
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_moved_times import WORKDAYS, half_hours, window_change
from frontdoor.answers.pilot_moved_weeks import Around, Change
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain
from frontdoor.schema.units import Channel, Family
from frontdoor.statistics.pilot_verdict import SIGNIFICANT
from frontdoor.strategy.pilot_plan import WEEKDAYS, PilotPlan, Where
from frontdoor.warehouse.scope import Scope

YEAR = timedelta(weeks=52)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where contacts may have come from: by half-hour of the pilot's days, other weekdays, other channels, and in all.

    `window`: the times the plan names that they could come from.
    """

    half_hours: tuple[Change, ...]
    weekdays: tuple[Change, ...]
    channels: tuple[Change, ...]
    window: Derived | None
    day: Derived | None
    week: Derived | None
    is_finished: bool = True

    @property
    def sure(self) -> str:
        """Return how sure the ranges are, in words."""
        return "95%" if self.is_finished else "99.7%"

    def is_real(self, change: Change) -> bool:
        """Return whether a change elsewhere is beyond chance, so many being looked at: p below 0.05 over their number."""
        looked_at = sum(each.p is not None for each in (*self.weekdays, *self.channels))
        return change.p is not None and change.p < SIGNIFICANT / max(looked_at, 1)


def moved_changes(found: PilotFound, context: Context) -> Moved:
    """Return the changes around the hour that the pilot added, or around its own contacts where it added none."""
    plan, is_finished = found.held.plan, found.state is State.FINISHED
    place = plan.added or plan.where

    def at(label: str, where: Where) -> Derived:
        compared = weekdays_beside(plan, where)
        return derived(label, where, plan, context, comparison=compared, is_finished=is_finished)

    day = at(f"{day_words(place)} in all", replace(place, window=None)) if place.weekdays else None
    week = at("The week in all", replace(place, window=None, weekdays=()))
    base = next((each.series for each in (day, week) if each and each.series), None)
    channels = _channels(place, plan, context, is_finished=is_finished)
    if base is None:
        return Moved((), (), channels, None, day, week, is_finished)
    around = Around(plan, base, context, is_finished)
    return Moved(half_hours(around), _weekdays(place, around), channels, window_change(around), day, week, is_finished)


def _weekdays(place: Where, around: Around) -> tuple[Change, ...]:
    """Return each weekday that is open and not the pilot's; none where the pilot is on all of them."""
    if not place.weekdays:
        return ()
    is_open = np.isin(np.arange(1, 8), WORKDAYS)
    if has_hours(around.context):
        is_open = np.asarray(hours_on(around.plan.first_day, around.context).any(axis=1))
    others = [int(day) + 1 for day in np.flatnonzero(is_open) if int(day) + 1 not in place.weekdays]
    return tuple(
        around.changed(f"{WEEKDAYS[day - 1].title()}s", around.at(replace(place, window=None, weekdays=(day,))))
        for day in others
    )


def _channels(place: Where, plan: PilotPlan, context: Context, *, is_finished: bool) -> tuple[Change, ...]:
    """Return each other channel over the whole week; none where the pilot is about all of them."""
    found = []
    for channel in _recorded(plan, context) if place.channels else ():
        if channel not in place.channels:
            where = Where(services=place.services, channels=(channel,))
            told = derived(channel, where, plan, context, is_finished=is_finished)
            found.append(Change(label_of(channel, "channel", context), told.effect, why=told.trouble, p=told.p))
    return tuple(found)


def _recorded(plan: PilotPlan, context: Context) -> list[str]:
    """Return the channels with records around the pilot, in the order we name channels."""
    last = min(plan.last_day, context.as_at)
    scope = Scope(min(plan.first_day, last) - YEAR, last, Grain.DAY)
    frame = ask("channel_coverage", bare(CATALOGUE["contacts"]), scope, context).frame
    held = set(frame.filter(frame["family"] == Family.VOLUME)["channel"].to_list())
    return [channel.value for channel in Channel if channel.value in held]
