"""A rota as whole numbers of people per shift and day, and the sums that hold it together, for a solver."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.erlang_b import refuse
from frontdoor.statistics.shift_patterns import Shift, StaffGroup, allowed_shifts


@dataclass(frozen=True, slots=True)
class Choice:
    """One unknown of the rota: how many people of a group work a shift on a day (both counted from 0)."""

    group: int
    day: int
    shift: Shift


@dataclass(frozen=True, slots=True)
class RotaModel:
    """The unknowns and three sparse matrices, a column per unknown.

    `covers`: agents at work by half-hour (all days in a row); `by_day`: people by group and day; `by_week`: shifts by
    group. The rota repeats: a shift past the end of the last day works at the beginning of the first.
    """

    choices: tuple[Choice, ...]
    covers: Any
    by_day: Any
    by_week: Any


def whole_days(required: ArrayLike) -> Floats:
    """Return required agents as days x half-hours; raise ValueError unless they are 0 or more, and whole."""
    needed = np.atleast_2d(np.asarray(required, dtype=np.float64))
    refuse(~(np.isfinite(needed) & (needed >= 0) & (needed == np.floor(needed))), "Agents must be 0 or more, whole")
    return needed


def rota_model(groups: tuple[StaffGroup, ...], days: int, day_length: int) -> RotaModel:
    """Return the model of a rota over `days` of `day_length` half-hours; raise ValueError for shifts that cannot be."""
    if not groups:
        raise ValueError("There is nobody to roster. Give at least one group of staff.")
    choices = tuple(
        Choice(number, day, shift)
        for number, group in enumerate(groups)
        for shift in allowed_shifts(group, day_length)
        for day in range(days)
    )
    width, horizon = len(choices), days * day_length
    group = np.array([choice.group for choice in choices])
    day = np.array([choice.day for choice in choices])
    place, column = _worked(choices, days, day_length)
    every = np.arange(width)
    return RotaModel(
        choices,
        _sparse(place, column, (horizon, width)),
        _sparse(group * days + day, every, (len(groups) * days, width)),
        _sparse(group, every, (len(groups), width)),
    )


def _worked(choices: tuple[Choice, ...], days: int, day_length: int) -> tuple[Integers, Integers]:
    """Return the half-hours worked and by which unknown."""
    worked = {choice.shift: np.flatnonzero(choice.shift.works(day_length)) for choice in choices}
    places = [(worked[choice.shift] + choice.day * day_length) % (days * day_length) for choice in choices]
    columns = np.repeat(np.arange(len(choices)), [len(place) for place in places])
    return np.concatenate(places), columns


def _sparse(rows: Integers, columns: Integers, shape: tuple[int, int]) -> Any:
    from scipy.sparse import csr_array

    ones: Floats = np.ones(len(rows))
    return csr_array((ones, (rows, columns)), shape=shape)
