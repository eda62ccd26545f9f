"""How many people it would take to leave no half-hour of a rota short."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Booleans
from frontdoor.statistics.rota_model import RotaModel, rota_model, whole_days
from frontdoor.statistics.rota_solver import cheapest, found_or_refused
from frontdoor.statistics.shift_patterns import StaffGroup

ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class PeopleNeeded:
    """The fewest people by group found that leave nothing short; no fewer than `at_least` in all can.

    `out_of_reach` marks half-hours (days x half-hours) that need somebody and in which no shift allowed works: no number
    of people covers those, and the others are counted without them.
    """

    people: tuple[int, ...]
    at_least: int
    out_of_reach: Booleans


def people_needed(
    required: ArrayLike, groups: tuple[StaffGroup, ...], *, keeping: bool = True, seconds: float = 3.0
) -> PeopleNeeded:
    """Return how many people would leave no half-hour of `required` agents (days x half-hours) short.

    `keeping` those there are, which says whom to look for; else in place of them, which says how few could do it.
    Raises CannotTellError when no answer was found in `seconds`, ValueError as better_rota does.
    """
    needed = whole_days(required)
    model = rota_model(groups, *needed.shape)
    out_of_reach = (needed > 0) & (model.covers.sum(axis=1).reshape(needed.shape) == 0)
    is_group = np.arange(len(model.choices) + len(groups)) >= len(model.choices)
    kept = [group.people if keeping else 0 for group in groups]
    beyond = len(groups) * (len(needed) + 1)
    lower = np.append(np.where(out_of_reach, 0, needed), np.full(beyond, -np.inf))
    upper = np.append(np.full(needed.size, np.inf), np.zeros(beyond))
    least = np.append(np.zeros(len(model.choices)), kept)
    found = cheapest(
        is_group.astype(np.float64),
        _rows(model, groups, len(needed)),
        (lower, upper),
        whole=np.ones(len(is_group), dtype=np.bool_),
        least=least,
        seconds=seconds,
    )
    solution = found_or_refused(found, seconds)
    people = tuple(int(count) for count in solution.values[is_group])
    return PeopleNeeded(people, max(int(np.ceil(max(solution.least_cost, 0) - ROUNDING)), sum(kept)), out_of_reach)


def _rows(model: RotaModel, groups: tuple[StaffGroup, ...], days: int) -> Any:
    """Return agents at work by half-hour, and people by day and shifts by week beyond those of each group."""
    from scipy.sparse import block_array, csr_array

    a_day = csr_array(np.kron(np.eye(len(groups)), -np.ones((days, 1))))
    a_week = csr_array(-np.diag([float(min(group.days_a_week, days)) for group in groups]))
    return block_array([[model.covers, None], [model.by_day, a_day], [model.by_week, a_week]])
