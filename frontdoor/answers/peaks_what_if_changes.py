"""What could be changed: opening hours, advisers, a service's calls moved online, a peak smoothed; and what each does to a week."""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from frontdoor.answers.staffing_load import Load
from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.map_cells import WEEKDAYS

HALF_MOVE = 0.5  # of the calls of the hours next to new ones: nobody knows, so it is said and can be changed
TOP_SHARE = 0.1  # of the open half-hours of a week, the busiest: a peak to smooth
QUIET_SHARE = 0.5  # of them, the quietest: where smoothed calls go


@dataclass(frozen=True, slots=True)
class Opened:
    """Half-hours [opens, closes) of one weekday (0 is Monday) added to the opening hours.

    `moving` is the share of the calls of as many half-hours next to them that come then instead.
    """

    weekday: int
    opens: int
    closes: int
    moving: float = HALF_MOVE


@dataclass(frozen=True, slots=True)
class Added:
    """So many more advisers on the rota in half-hours [first, before) of one weekday (0 is Monday)."""

    weekday: int
    first: int
    before: int
    people: int


@dataclass(frozen=True, slots=True)
class Online:
    """A share (0 to 1) of one service's calls that go online instead and do not ring."""

    service: str
    share: float


@dataclass(frozen=True, slots=True)
class Smoothed:
    """A share (0 to 1) of the calls of the week's busiest half-hours that come in its quietest half-hours instead."""

    share: float


@dataclass(frozen=True, slots=True)
class Change:
    """What is changed, all at once; None is left as it is. ValueError for what cannot be."""

    opened: Opened | None = None
    added: Added | None = None
    online: Online | None = None
    smoothed: Smoothed | None = None

    MONDAY_8AM: ClassVar["Change"]
    """Open Mondays 8am to 9am."""

    def __post_init__(self) -> None:
        opened, added = self.opened, self.added
        shares = [part.share for part in (self.online, self.smoothed) if part] + ([opened.moving] if opened else [])
        if not all(0 <= share <= 1 for share in shares):
            raise ValueError("A share of calls goes from 0 to 1.")
        if opened:
            _refuse_impossible(opened.weekday, opened.opens, opened.closes)
        if added:
            _refuse_impossible(added.weekday, added.first, added.before)


def _refuse_impossible(weekday: int, first: int, before: int) -> None:
    if not (0 <= weekday < WEEKDAYS and 0 <= first < before <= HALF_HOURS):
        raise ValueError(
            f"A weekday goes from 0 to {WEEKDAYS - 1} and a stretch of half-hours lies within 0 to {HALF_HOURS}, "
            f"not {weekday} from {first} to {before}."
        )


Change.MONDAY_8AM = Change(opened=Opened(0, 16, 18))


def with_hours(load: Load, closed_calls: Floats, opened: Opened) -> Load:
    """Return the load with more hours: the calls that come then while closed, and a share of those next to them.

    `closed_calls` (7 x 48) come today in half-hours we are closed. Half-hours already open stay as they are. Calls move
    from as many open half-hours after the new ones, else before them; none are lost.
    """
    calls, is_open = load.calls.copy(), load.is_open.copy()
    day = opened.weekday
    new = np.flatnonzero(~is_open[day, opened.opens : opened.closes]) + opened.opens
    calls[day, new] = np.nan_to_num(closed_calls[day, new])
    is_open[day, new] = True
    source = neighbours(load.is_open[day], opened)
    for place, place_from in zip(new[: len(source)], source[: len(new)], strict=True):
        moved = opened.moving * np.nan_to_num(load.calls[day, place_from])
        calls[day, place] += moved
        calls[day, place_from] -= moved
    return replace(load, calls=calls, is_open=is_open)


def neighbours(is_open: Booleans, opened: Opened) -> Integers:
    """Return the open half-hours calls move from: as many as are added, just after them, else just before."""
    length = opened.closes - opened.opens
    after = np.arange(opened.closes, min(opened.closes + length, HALF_HOURS))
    before = np.arange(max(opened.opens - length, 0), opened.opens)
    for places in (after, before):
        found = places[is_open[places]]
        if found.size:
            return np.asarray(found, dtype=np.int64)
    return np.zeros(0, dtype=np.int64)


def with_people(rostered: Floats, added: Added) -> Floats:
    """Return the rota (7 x 48) with more advisers; what is not known stays so."""
    more = rostered.copy()
    more[added.weekday, added.first : added.before] += added.people
    return more


def without_online(load: Load, service_calls: Floats, online: Online) -> Load:
    """Return the load without a share of one service's calls (7 x 48)."""
    gone = np.minimum(np.nan_to_num(service_calls) * online.share, np.nan_to_num(load.calls))
    return replace(load, calls=load.calls - np.where(load.is_told, gone, 0.0))


def smoothed(load: Load, change: Smoothed) -> Load:
    """Return the load with a share of the busiest tenth of half-hours spread evenly over the quietest half; none are lost."""
    told = np.flatnonzero(load.is_told)
    order = told[np.argsort(load.calls.ravel()[told], kind="stable")]
    top = order[len(order) - max(round(TOP_SHARE * len(order)), 1) :] if len(order) else order
    quiet = order[: round(QUIET_SHARE * len(order))]
    if not quiet.size:
        return load
    calls = load.calls.copy().ravel()
    moved = calls[top] * change.share
    calls[top] -= moved
    calls[quiet] += moved.sum() / len(quiet)
    return replace(load, calls=calls.reshape(load.calls.shape))
