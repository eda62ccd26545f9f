"""What each dated event of the year did to the contacts of the services it touched, over what was expected without it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand_days import HeldEvent, days_of
from frontdoor.answers.peaks_year_days import YearDays
from frontdoor.answers.recording_changes import RecordingChange
from frontdoor.filters import Filters
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Days
from frontdoor.statistics.event_effect import EventEffect, event_effect

WEEKS_COMPARED = (
    16  # before an event in which nothing may be recorded otherwise; the fewest its effect is measured from
)
LONGEST = 28  # days over which an effect is measured
SHORTEST = 5  # open days; the effect of fewer is not worth a sentence
WEEKS_BEFORE = 108  # of history given to each event: two years, from which the time of year is learnt (0121)


@dataclass(frozen=True, slots=True)
class Effect:
    """An event and what came on an average open day of the first `days` after it, beyond what was expected.

    `extra` contacts a day with its 95% interval, `share` the same relative to what was expected; None where it cannot be
    told, be it because something `is_recorded_otherwise` near it. `services` are those counted, () all of them.
    """

    event: HeldEvent
    services: tuple[str, ...]
    days: int = 0
    extra: tuple[float, float, float] | None = None
    share: tuple[float, float, float] | None = None
    is_beyond_noise: bool = False
    is_recorded_otherwise: bool = False


def effects_of(
    year: YearDays, changes: tuple[RecordingChange, ...], filters: Filters, context: Context
) -> tuple[Effect, ...]:
    """Return the effect of each event of the year shown, in order; none where `changes` of recording are near it."""
    known: dict[tuple[str, ...], Days] = {}
    found = []
    for event in year.held:
        if year.first <= event.on_date <= year.last:
            services = tuple(name for name in event.services if not filters.services or name in filters.services)
            if any(_is_near(change.on_date, event.on_date) for change in changes):
                found.append(Effect(event, services, is_recorded_otherwise=True))
                continue
            if services not in known:
                known[services] = days_of(year.dates, replace(filters, services=services or filters.services), context)
            found.append(_effect(event, services, known[services], year))
    return tuple(found)


def _effect(event: HeldEvent, services: tuple[str, ...], days: Days, year: YearDays) -> Effect:
    totals = _totals_of(services, year)
    place = (event.on_date - year.dates[0]).days
    since = max(place - DAYS_IN_A_WEEK * WEEKS_BEFORE, 0)
    length = min(_until_next(event, year.held), len(totals) - place)
    after = slice(place, place + length)
    counted = int((year.is_open[after] & ~np.isnan(totals[after])).sum())
    if counted < SHORTEST:
        return Effect(event, services)
    inside = slice(since, place + length)
    found = event_effect(totals[inside][None], days[inside], year.is_open[inside][None], place - since, length)
    return Effect(event, services) if found is None else _told(event, services, counted, found)


def _told(event: HeldEvent, services: tuple[str, ...], days: int, found: EventEffect) -> Effect:
    """Return the effect on an average of so many days; none where nothing was expected."""
    if np.isnan(found.ratio[0]):
        return Effect(event, services)
    extra, low, high = (float(each[0]) / days for each in (found.extra, found.extra_lower, found.extra_upper))
    share, least, most = (float(each[0]) - 1 for each in (found.ratio, found.lower, found.upper))
    is_beyond = bool(found.is_beyond_noise[0])
    return Effect(event, services, days, (extra, low, high), (share, least, most), is_beyond)


def _totals_of(services: tuple[str, ...], year: YearDays) -> Floats:
    """Return the day totals of the services an event touches; NaN where none of them is known."""
    names = year.by_service.names
    rows = [names.index(name) for name in services if name in names]
    if not services:
        return year.totals
    counts = year.by_service.counts[rows]
    return (
        np.where(np.isnan(counts).all(axis=0), np.nan, np.nansum(counts, axis=0))
        if rows
        else np.full_like(year.totals, np.nan)
    )


def _until_next(event: HeldEvent, held: tuple[HeldEvent, ...]) -> int:
    """Return over how many days to measure: until the next event that touches any of the same services."""
    after = [each.on_date for each in held if each.on_date > event.on_date and _touches(each, event)]
    return min([(day - event.on_date).days for day in after] + [LONGEST])


def _is_near(change: date, event: date) -> bool:
    return timedelta(weeks=-WEEKS_COMPARED) <= change - event <= timedelta(days=LONGEST)


def _touches(one: HeldEvent, other: HeldEvent) -> bool:
    return not one.services or not other.services or bool(set(one.services) & set(other.services))
