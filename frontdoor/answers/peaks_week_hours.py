"""The busiest and quietest hours of the week that stand out beyond noise, and when people come while we are closed."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.peaks_week_cells import Sums, Week
from frontdoor.answers.peaks_week_shows import Shown
from frontdoor.schema.units import Better
from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.map_cells import WEEKDAYS, cells_of
from frontdoor.statistics.map_difference import FEWEST_CONTACTS, standouts
from frontdoor.statistics.share_map_difference import FEWEST_CASES, ShareCells, share_cells_of, share_map_difference

HOUR = 2  # half-hours
MOST_PEAKS = 3
FEWEST_WHILE_CLOSED = 1.0  # contacts in an average such hour; fewer are not worth a sentence


@dataclass(frozen=True, slots=True)
class Hour:
    """A whole hour of the week: contacts in it on an average day, and how many times the average open hour that is.

    `figure` is the share or mean that made it stand out, None where that is the number of contacts; `late` the share
    that waited longer than promised, None where not known.
    """

    weekday: int
    first: int
    contacts: float
    times: float | None = None
    figure: float | None = None
    late: float | None = None


def starts_of(hours: Booleans) -> Integers:
    """Return the half-hour each whole hour of each weekday begins with, (7, 24): counted from when we open."""
    offset = np.argmax(hours, axis=1) % HOUR
    return np.asarray(np.minimum(np.arange(0, HALF_HOURS, HOUR) + offset[:, None], HALF_HOURS - 1), dtype=np.int64)


def busiest_and_quietest(week: Week, column: str, shown: Sums) -> tuple[tuple[Hour, ...], Hour | None]:
    """Return at most three hours above the average open hour beyond noise, busiest first, and the one furthest below."""
    starts = starts_of(week.hours)
    opened = _both(week.hours[week.demand.days.weekday], starts, week)
    cells = cells_of(_joined(week.known(column), starts, week), week.demand.days.weekday, opened)
    found = standouts(cells)
    whole = _hours_shown(shown.value, starts)
    order = [np.unravel_index(place, found.ratio.shape) for place in found.order]
    told = [place for place in order if found.is_beyond_noise[place] and not np.isnan(whole[place])]
    made = [Hour(int(place[0]), int(starts[place]), float(whole[place]), float(found.ratio[place])) for place in told]
    quiet = [hour for hour in made if (hour.times or 0) < 1]
    return tuple(hour for hour in made if (hour.times or 0) > 1)[:MOST_PEAKS], quiet[-1] if quiet else None


def standing_out(week: Week, told: Shown, shown: Sums) -> Hour | None:
    """Return the hour whose share or mean is furthest on the worse side of all other open hours, beyond noise.

    Where neither side is worse, the highest. Each hour is compared with the rest of the week as two maps are.
    """
    assert told.law is not None
    starts, is_highest = starts_of(week.hours), told.better is not Better.HIGHER
    opened = _both(week.hours[week.demand.days.weekday], starts, week)
    sums = (_joined(week.known(column), starts, week) for column in (told.top, told.bottom))
    over, under = (np.where(opened, each, np.nan) for each in sums)
    own = share_cells_of(over, under, week.demand.days.weekday)
    rest = ShareCells(*(part.sum() - part for part in _parts(own)))
    found = share_map_difference(rest, own, told.law)
    is_further = found.difference > 0 if is_highest else found.difference < 0
    figure = ratio(_hours_shown(shown.top, starts), _hours_shown(shown.bottom, starts), np.nan)
    figure = np.where(found.is_changed & is_further, figure, np.nan)
    if np.isnan(figure).all():
        return None
    place = np.unravel_index(np.nanargmax(figure if is_highest else -figure), figure.shape)
    cases = float(own.bottom[place] / max(own.days[place], 1.0))
    return Hour(int(place[0]), int(starts[place]), cases, figure=float(figure[place]))


def late_share(waits: Sums | None, hour: Hour) -> float | None:
    """Return the share of callers of an hour who waited longer than promised; None where not known or too few."""
    if waits is None:
        return None
    late, offered = (each[hour.weekday, hour.first : hour.first + HOUR].sum() for each in (waits.top, waits.bottom))
    return float(late / offered) if offered >= FEWEST_CASES else None


def while_closed(week: Week, shown: Sums) -> Hour | None:
    """Return the clock hour outside opening hours in which most people come; None where hardly anybody does."""
    starts = np.broadcast_to(np.arange(0, HALF_HOURS, HOUR), (WEEKDAYS, HALF_HOURS // HOUR))
    is_closed = ~(week.hours[:, 0::2] | week.hours[:, 1::2])
    came = np.where(is_closed, _hours_shown(shown.value, starts), np.nan)
    enough = _hours_shown(shown.top, starts) >= FEWEST_CONTACTS
    came = np.where(enough & (came >= FEWEST_WHILE_CLOSED), came, np.nan)
    if np.isnan(came).all():
        return None
    place = np.unravel_index(np.nanargmax(came), came.shape)
    return Hour(int(place[0]), int(starts[place]), float(came[place]))


def closed_share(week: Week, column: str) -> float | None:
    """Return the share of contacts that come while we are closed; None where none came at all."""
    came = week.by_weekday(week.known(column))
    whole = float(came.sum())
    return float(came[~week.hours].sum()) / whole if whole >= FEWEST_CONTACTS and week.has_hours else None


def _parts(cells: ShareCells) -> tuple[Floats, ...]:
    return cells.top, cells.bottom, cells.days, cells.top_squares, cells.products, cells.bottom_squares


def _joined(values: Floats, starts: Integers, week: Week) -> Floats:
    """Return (days, 48) added up to the whole hours of each day's weekday, (days, 24)."""
    first = starts[week.demand.days.weekday]
    after = np.take_along_axis(values, np.minimum(first + 1, HALF_HOURS - 1), axis=1)
    return np.asarray(np.take_along_axis(values, first, axis=1) + after, dtype=np.float64)


def _both(is_so: Booleans, starts: Integers, week: Week) -> Booleans:
    """Return whether both half-hours of each hour are so and count, (days, 24)."""
    first = starts[week.demand.days.weekday]
    counts = is_so & week.counted
    after = np.take_along_axis(counts, np.minimum(first + 1, HALF_HOURS - 1), axis=1) & (first + 1 < HALF_HOURS)
    return np.asarray(np.take_along_axis(counts, first, axis=1) & after, dtype=np.bool_)


def _hours_shown(values: Floats, starts: Integers) -> Floats:
    """Return (7, 48) added up to whole hours, (7, 24)."""
    after = np.take_along_axis(values, np.minimum(starts + 1, HALF_HOURS - 1), axis=1)
    return np.asarray(np.take_along_axis(values, starts, axis=1) + after, dtype=np.float64)
