"""What callers meet with so many people on the rota: the queue carried through each day, and days played call by call."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from frontdoor.answers.staffing_load import Load
from frontdoor.statistics.arrays import Floats, Integers, ratio
from frontdoor.statistics.carried_queue import carried_queue
from frontdoor.statistics.queue_simulation import simulate_days

DAYS_PLAYED = 200
SEED = 20260401
LIKELY = 1.96  # standard errors either side of a mean that hold 95% of what chance alone would make of it


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms calls are answered: within how many seconds, by whom of the rota, and how long callers hold on.

    `shrinkage` is the share of the people on the rota who are away; `patience_seconds` may be infinite; one person holds
    `at_once` contacts.
    """

    within_seconds: float
    shrinkage: float = 0.0
    patience_seconds: float = np.inf
    at_once: int = 1


@dataclass(frozen=True, slots=True)
class Service:
    """What callers meet by weekday (7,): calls, the share answered in time, their mean wait and the share who give up.

    NaN where nobody calls or no rota is known. Shares are of all calls, those given up counted as late.
    """

    calls: Floats
    in_time: Floats
    seconds_waited: Floats
    gave_up: Floats

    def over_week(self, name: str) -> float:
        """Return one of them over all calls of the week, NaN without any."""
        value = getattr(self, name)
        is_told = (self.calls > 0) & np.isfinite(value)
        return float(ratio((value * self.calls)[is_told].sum(), self.calls[is_told].sum(), np.nan))


@dataclass(frozen=True, slots=True)
class Played:
    """The share answered in time on days played call by call, with its 95% interval."""

    in_time: float
    low: float
    high: float


def on_the_calls(rostered: Floats, terms: Terms) -> Integers:
    """Return whole people (weekdays x 48) of `rostered` who are there; parts are carried to the next half-hour.

    So that the hours of a day stay what they are to within one half-hour of one person.
    """
    there = np.nan_to_num(rostered) * (1 - terms.shrinkage) * terms.at_once
    return np.diff(np.round(np.cumsum(there, axis=1) + 1e-9), axis=1, prepend=0.0).astype(np.int64)


def expected_service(load: Load, rostered: Floats, terms: Terms) -> Service:
    """Return what callers of each weekday meet with `rostered` people (weekdays x 48)."""
    calls = np.where(load.is_told, load.calls, 0.0)
    people = on_the_calls(rostered, terms)
    answer = {name: np.full(len(calls), np.nan) for name in ("in_time", "seconds_waited", "gave_up")}
    rows = np.flatnonzero((calls.sum(axis=1) > 0) & np.isfinite(rostered).all(axis=1))
    if not rows.size:
        return Service(calls.sum(axis=1), **answer)
    used = _used(calls, people)
    queue = carried_queue(
        calls[rows, used],
        load.handle[rows, used],
        people[rows, used],
        patience_seconds=terms.patience_seconds,
        within_seconds=terms.within_seconds,
    )
    looks = (queue.answered_in_time_of_offered, queue.mean_wait, queue.chance_of_abandoning)
    for name, look in zip(answer, looks, strict=True):
        weighted = np.where(calls[rows, used] > 0, look, 0.0) * calls[rows, used]
        answer[name][rows] = weighted.sum(axis=1) / calls[rows].sum(axis=1)
    return Service(calls.sum(axis=1), **answer)


def expected_together(weeks: Sequence[tuple[Load, Floats]], terms: Terms) -> list[Service]:
    """Return what callers of several weeks meet, worked out at once, which takes less time than one after another."""
    loads = [load for load, _ in weeks]
    whole = Load(*(np.concatenate([getattr(load, name) for load in loads]) for name in ("calls", "handle", "is_open")))
    found = expected_service(whole, np.concatenate([rostered for _, rostered in weeks]), terms)
    ends = np.cumsum([len(load.calls) for load in loads])[:-1]
    parts = [np.split(getattr(found, name), ends) for name in Service.__slots__]
    return [Service(*values) for values in zip(*parts, strict=True)]


def played(load: Load, rostered: Floats, terms: Terms, weekday: int) -> Played:
    """Return the same of one weekday, played call by call on 200 such days with one mean handling time."""
    calls = np.where(load.is_told, load.calls, 0.0)[[weekday]]
    people = on_the_calls(rostered, terms)[[weekday]]
    used = _used(calls, people)
    handle = float((load.handle[weekday] * calls[0]).sum() / calls.sum())
    days = simulate_days(
        calls[0, used],
        handle,
        people[0, used],
        days=DAYS_PLAYED,
        seed=SEED,
        patience_seconds=terms.patience_seconds,
        within_seconds=terms.within_seconds,
    )
    good, came = days.answered_in_time.sum(axis=1), days.offered.sum(axis=1)
    share = good.sum() / came.sum()
    error = LIKELY * np.sqrt(((good - share * came) ** 2).mean() / len(came)) / came.mean()
    return Played(float(share), float(max(share - error, 0.0)), float(min(share + error, 1.0)))


def _used(calls: Floats, people: Integers) -> slice:
    """Return the half-hours from the first to the last in which anybody calls or is there; the queue starts with none."""
    some = np.flatnonzero((calls > 0).any(axis=0) | (people > 0).any(axis=0))
    return slice(int(some[0]), int(some[-1]) + 1)
