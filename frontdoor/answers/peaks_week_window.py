"""Which weekdays and half-hours of a map are worth showing: opening hours, and an hour each side where people come."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.peaks_week_cells import Week
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.map_difference import FEWEST_CONTACTS

HOUR = 2  # half-hours


@dataclass(frozen=True, slots=True)
class Window:
    """The weekdays (0 is Monday) and half-hours shown, each in order; both empty where nobody ever came."""

    weekdays: tuple[int, ...]
    half_hours: tuple[int, ...]


def window_of(week: Week, came: Floats) -> Window:
    """Return what to show; `came` (7, 48): how many came in each half-hour over the stretch.

    An hour outside the opening hours, or a weekday we are closed on, is shown where at least FEWEST_CONTACTS came.
    """
    columns = _around_opening(week.hours, came) if week.has_hours and week.hours.any() else _where_they_come(came)
    is_shown = np.array([half_hour in set(columns) for half_hour in range(HALF_HOURS)])
    is_open = week.hours.any(axis=1) if week.has_hours else np.zeros(len(came), dtype=np.bool_)
    is_used = is_open | ((came * is_shown).sum(axis=1) >= FEWEST_CONTACTS)
    return Window(tuple(int(day) for day in np.flatnonzero(is_used)), columns)


def closed_window(week: Week, came: Floats) -> Window:
    """Return the weekdays and half-hours in which people come while we are closed."""
    outside = np.where(week.hours, 0.0, came)
    is_used = outside.sum(axis=1) >= FEWEST_CONTACTS
    return Window(tuple(int(day) for day in np.flatnonzero(is_used)), _where_they_come(outside))


def together(one: Window, other: Window) -> Window:
    """Return the smallest window that holds both; times stay without a gap."""
    halves = {*one.half_hours, *other.half_hours}
    return Window(tuple(sorted({*one.weekdays, *other.weekdays})), tuple(range(min(halves), max(halves) + 1)))


def _around_opening(hours: Booleans, came: Floats) -> tuple[int, ...]:
    """Return the half-hours from the first opening to the last closing, an hour more where people come in it."""
    opened = np.flatnonzero(hours.any(axis=0))
    first, before = int(opened[0]), int(opened[-1]) + 1
    early, late = slice(max(first - HOUR, 0), first), slice(before, before + HOUR)
    if came[:, early].sum() >= FEWEST_CONTACTS:
        first = max(first - HOUR, 0)
    if came[:, late].sum() >= FEWEST_CONTACTS:
        before = min(before + HOUR, HALF_HOURS)
    return tuple(range(first, before))


def _where_they_come(came: Floats) -> tuple[int, ...]:
    """Return the half-hours from the first in which people come to the last."""
    used = np.flatnonzero(came.sum(axis=0) >= FEWEST_CONTACTS)
    return tuple(range(int(used[0]), int(used[-1]) + 1)) if used.size else ()
