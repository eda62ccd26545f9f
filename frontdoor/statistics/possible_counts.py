"""What each of many counts can be, given the sums that are known of them: whole numbers within bounds, by integer programming."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

UNBOUNDED = 10**7
"""Stands for a count with no upper bound: more than a council is contacted in a month."""

INFEASIBLE = 2  # scipy.optimize.milp, status


@dataclass(frozen=True, slots=True)
class Sum:
    """What is known of several counts: their sum, each times its weight, lies from `low` to `high` (both inclusive)."""

    weights: Mapping[int, float]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts by their number: the least and the most that each can be by itself, and the sums known of them."""

    low: tuple[float, ...]
    high: tuple[float, ...]
    sums: tuple[Sum, ...]


def solvers(counts: Counts, wanted: Collection[int]) -> "dict[int, Solver]":
    """Return for each wanted count what answers questions about it: itself and all that sums connect it with, no others."""
    group = list(range(len(counts.low)))
    for known in counts.sums:
        first, *others = (_root(group, number) for number in known.weights)
        for other in others:
            group[_root(group, other)] = _root(group, first)
    roots = {_root(group, number) for number in wanted}
    members: dict[int, list[int]] = {root: [] for root in roots}
    sums: dict[int, list[Sum]] = {root: [] for root in roots}
    for number in range(len(group)):
        if (root := _root(group, number)) in roots:
            members[root].append(number)
    for known in counts.sums:
        if (root := _root(group, next(iter(known.weights)))) in roots:
            sums[root].append(known)
    made = {root: _solver(counts, members[root], sums[root]) for root in roots}
    return {number: made[_root(group, number)] for number in wanted}


def _solver(counts: Counts, members: Sequence[int], sums: Sequence[Sum]) -> "Solver":
    place = {number: index for index, number in enumerate(members)}
    rows = [(row, place[number], weight) for row, known in enumerate(sums) for number, weight in known.weights.items()]
    row, column, weight = (np.array(each) for each in zip(*rows, strict=True)) if rows else (np.empty(0),) * 3
    return Solver(
        place,
        np.array([counts.low[number] for number in members], dtype=float),
        np.array([min(counts.high[number], UNBOUNDED) for number in members], dtype=float),
        csr_array((weight, (row.astype(int), column.astype(int))), shape=(len(sums), len(members))),
        np.array([[known.low, known.high] for known in sums], dtype=float).reshape(-1, 2),
    )


@dataclass(frozen=True, slots=True)
class Solver:
    """One group of counts, ready to be asked for the least and the most that one of them can be."""

    place: Mapping[int, int]
    low: np.ndarray
    high: np.ndarray
    matrix: csr_array
    edges: np.ndarray

    def range_of(self, number: int) -> tuple[int, int] | None:
        """Return the least and the most that the count can be, both inclusive; None where the sums contradict one another."""
        ends = list(self._ends(self.place[number]))
        return None if None in ends else (round(ends[0] or 0), round(ends[1] or 0))

    def _ends(self, place: int) -> Iterator[float | None]:
        for sign in (1.0, -1.0):
            cost = np.zeros(len(self.low))
            cost[place] = sign
            found = milp(
                cost,
                integrality=np.ones(len(self.low)),
                bounds=Bounds(self.low, self.high),
                constraints=LinearConstraint(self.matrix, self.edges[:, 0], self.edges[:, 1]),
            )
            yield None if found.status == INFEASIBLE else sign * found.fun


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number
