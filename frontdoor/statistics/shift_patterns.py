"""The shifts a council allows: when they may start, how long they are and when the break may fall."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from frontdoor.statistics.arrays import Booleans


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """People who may work the same shifts; all times in half-hours (or whatever one interval of the rota is).

    `starts` are counted from midnight; `lengths` include the break. Only shifts of at least `break_from_length` have a
    break, of `break_length`, which begins `break_earliest` to `break_latest` after the start (both inclusive).
    `people` is the most there may be, each on at most `days_a_week` of the days and one shift a day.
    """

    name: str
    people: int
    starts: tuple[int, ...]
    lengths: tuple[int, ...]
    days_a_week: int = 5
    break_length: int = 0
    break_from_length: int = 0
    break_earliest: int = 0
    break_latest: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """One way to work a day; `break_start` is counted from midnight like `start`, None without a break."""

    start: int
    length: int
    break_start: int | None
    break_length: int

    def works(self, day_length: int) -> Booleans:
        """Return where this shift works, from its day's midnight, over that day and the next (2 x `day_length`)."""
        place = np.arange(2 * day_length)
        is_working = (place >= self.start) & (place < self.start + self.length)
        if self.break_start is None:
            return is_working
        return is_working & ~((place >= self.break_start) & (place < self.break_start + self.break_length))


def allowed_shifts(group: StaffGroup, day_length: int) -> tuple[Shift, ...]:
    """Return every shift the group may work; a shift may end on the next day. Raises ValueError for what cannot be."""
    _refuse_impossible(group, day_length)
    found = []
    for start, length in product(sorted(set(group.starts)), sorted(set(group.lengths))):
        if group.break_length == 0 or length < group.break_from_length:
            found.append(Shift(start, length, None, 0))
            continue
        latest = min(group.break_latest, length - group.break_length - 1)
        found += [
            Shift(start, length, start + after, group.break_length)
            for after in range(max(group.break_earliest, 1), latest + 1)
        ]
    if not found:
        raise ValueError(f"{group.name}: no shift is long enough for its break. Change the lengths or the break.")
    return tuple(found)


def _refuse_impossible(group: StaffGroup, day_length: int) -> None:
    if group.people < 0 or group.days_a_week < 1:
        raise ValueError(f"{group.name}: give 0 people or more, each on 1 day a week or more.")
    if not group.starts or not all(0 <= start < day_length for start in group.starts):
        raise ValueError(f"{group.name}: shifts start from 0 to {day_length - 1}, not at {group.starts}.")
    if not group.lengths or not all(0 < length <= day_length for length in group.lengths):
        raise ValueError(f"{group.name}: shifts last from 1 to {day_length}, not {group.lengths}.")
    if not 0 <= group.break_earliest <= group.break_latest and group.break_length:
        raise ValueError(f"{group.name}: the break's window ends before it begins.")
