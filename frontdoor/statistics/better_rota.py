"""The rota that covers most of what is needed with the people there are."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.rota_cover import RotaCover, rota_cover
from frontdoor.statistics.rota_model import Choice, RotaModel, rota_model, whole_days
from frontdoor.statistics.rota_solver import GOOD_ENOUGH, cheapest, found_or_refused
from frontdoor.statistics.shift_patterns import StaffGroup

SHARE_FOR_SHORTAGE = 0.7  # of the time; the rest goes on working less for the same cover
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class BetterRota:
    """A rota for the days given, and how far it may be from the best.

    `shifts` with how many people work each; `rostered` agents (days x half-hours); no rota of these people and shifts is
    short of fewer than `least_hours_short`; `is_best` says that this one is within 1% of that.
    """

    shifts: tuple[tuple[Choice, int], ...]
    rostered: Integers
    cover: RotaCover
    least_hours_short: float
    is_best: bool


def better_rota(
    required: ArrayLike, groups: tuple[StaffGroup, ...], *, seconds: float = 6.0, interval_seconds: float = 1800.0
) -> BetterRota:
    """Return the rota with the fewest hours short of `required` agents (days x half-hours), and then with the least work.

    Ends after `seconds` with the best found by then. Raises CannotTellError when none was found, ValueError for agents
    that are not whole and shifts that cannot be. Rest between days is not looked at: keep a group's starts near each
    other. Decision 0113 says why hours short and not the service level are made least.
    """
    needed = whole_days(required)
    model = rota_model(groups, *needed.shape)
    rows, (lower, upper) = _limits(model, groups, needed)
    whole = np.arange(rows.shape[1]) < len(model.choices)
    short, work = np.where(whole, 0.0, 1.0), np.append(model.covers.sum(axis=0), np.zeros(needed.size))
    best = cheapest(short, rows, (lower, upper), whole=whole, seconds=seconds * SHARE_FOR_SHORTAGE)
    first = found_or_refused(best, seconds)
    as_short = (np.append(lower, -np.inf), np.append(upper, short @ first.values + ROUNDING))
    leaner = cheapest(work, _with_row(rows, short), as_short, whole=whole, seconds=seconds * (1 - SHARE_FOR_SHORTAGE))
    people = (leaner or first).values[whole].astype(np.int64)
    rostered = np.round(model.covers @ people).astype(np.int64).reshape(needed.shape)
    cover = rota_cover(needed, rostered, interval_seconds)
    least = max(first.least_cost - ROUNDING, 0.0) * interval_seconds / 3600
    is_best = float(cover.hours_short.sum()) <= least * (1 + GOOD_ENOUGH) + ROUNDING
    shifts = tuple((choice, int(count)) for choice, count in zip(model.choices, people, strict=True) if count)
    return BetterRota(shifts, rostered, cover, least, is_best)


def _limits(model: RotaModel, groups: tuple[StaffGroup, ...], needed: Floats) -> tuple[Any, tuple[Floats, Floats]]:
    """Return the rows of agents at work and short by half-hour, people by day and shifts by week, and their two ends."""
    from scipy.sparse import block_array, eye_array

    people = np.repeat([group.people for group in groups], len(needed))
    a_week = np.array([group.people * min(group.days_a_week, len(needed)) for group in groups])
    rows = block_array([[model.covers, eye_array(needed.size)], [model.by_day, None], [model.by_week, None]])
    lower = np.concatenate([needed.ravel(), np.zeros(len(people) + len(a_week))])
    return rows, (lower, np.concatenate([np.full(needed.size, np.inf), people, a_week]))


def _with_row(rows: Any, row: Floats) -> Any:
    from scipy.sparse import csr_array, vstack

    return vstack([rows, csr_array(row[None, :])])
