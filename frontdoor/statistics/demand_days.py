"""What is known beforehand about the days of a demand series: weekday, bank holidays, the days after, dated events."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from frontdoor.statistics.arrays import Booleans, Integers

Dates: TypeAlias = NDArray[np.datetime64]

DAYS_IN_A_WEEK = 7
BANK_HOLIDAY, DAY_AFTER = 8, 9
"""Kinds of day beside the ISO weekdays 1 (Monday) to 7; 8 is the calendar mart's own number for a bank holiday."""
KINDS = 9
LONGEST_GAP_AFTER = 4  # days: after Good Friday or Christmas the next open day can be this far off
MONDAY_OF_THE_EPOCH = 3  # 1 January 1970 was a Thursday
WEEKS_OF_AN_EVENT = 8  # an event's effect may differ from week to week for so long, then stays

ORDINARY, ON_A_HOLIDAY, AFTER_A_HOLIDAY, AT_CHRISTMAS, FIRST_EVENT = range(5)
"""Kinds of calendar effect on a day's total, before those of events (`effects`)."""


@dataclass(frozen=True, slots=True)
class Days:
    """Consecutive days, in order: `dates` (datetime64[D]), and one entry per day in each of the others.

    `event` is 0, or the number (1, 2, ...) of the kind of event that touches the day: the same kind of event in
    another year has the same number. `event_day` counts the days since that event began, from 0.
    """

    dates: Dates
    is_holiday: Booleans
    event: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    event_day: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def __post_init__(self) -> None:
        for name in ("event", "event_day"):
            if not len(getattr(self, name)):
                object.__setattr__(self, name, np.zeros(len(self.dates), dtype=np.int64))
        lengths = {len(self.dates), len(self.is_holiday), len(self.event), len(self.event_day)}
        if len(lengths) > 1:
            raise ValueError(f"Give one entry per day everywhere; there are {sorted(lengths)}.")
        if np.any(np.diff(self.dates) != np.timedelta64(1, "D")):
            raise ValueError("The days must follow each other, with none left out: give a closed day as closed.")

    def __len__(self) -> int:
        return len(self.dates)

    def __getitem__(self, place: slice) -> "Days":
        return Days(self.dates[place], self.is_holiday[place], self.event[place], self.event_day[place])

    @property
    def weekday(self) -> Integers:
        """Return 0 for Monday to 6 for Sunday, per day."""
        since: Integers = self.dates.astype("datetime64[D]").astype(np.int64)
        return np.asarray((since + MONDAY_OF_THE_EPOCH) % DAYS_IN_A_WEEK, dtype=np.int64)

    @property
    def day_of_year(self) -> Integers:
        """Return 0 for 1 January, per day."""
        days = self.dates.astype("datetime64[D]")
        return np.asarray(
            (days - days.astype("datetime64[Y]").astype("datetime64[D]")).astype(np.int64), dtype=np.int64
        )


def joined(before: Days, after: Days) -> Days:
    """Return the days of `before` and, following them, those of `after`."""
    pairs: list[Any] = [
        np.concatenate([getattr(before, name), getattr(after, name)])
        for name in ("dates", "is_holiday", "event", "event_day")
    ]
    return Days(*pairs)


def is_after_holiday(days: Days, is_open: Booleans) -> Booleans:
    """Return whether each day is the first open one after a bank holiday; `is_open` and the answer (series, days)."""
    answer = np.zeros_like(is_open)
    for holiday in np.flatnonzero(days.is_holiday).tolist():
        is_awaited = np.ones(len(is_open), dtype=np.bool_)
        for day in range(holiday + 1, min(holiday + LONGEST_GAP_AFTER + 1, len(days))):
            if days.is_holiday[day]:
                break
            answer[:, day] = is_awaited & is_open[:, day]
            is_awaited &= ~is_open[:, day]
    return answer


def kinds(days: Days, is_open: Booleans) -> Integers:
    """Return the kind of each day, 1 to 9 (series, days): weekday, BANK_HOLIDAY or DAY_AFTER."""
    shape = is_open.shape
    usual = np.broadcast_to(days.weekday + 1, shape)
    kept = np.where(is_after_holiday(days, is_open), DAY_AFTER, usual)
    return np.where(np.broadcast_to(days.is_holiday, shape), BANK_HOLIDAY, kept)


def effects(days: Days, is_open: Booleans) -> Integers:
    """Return which calendar effect each day's total bears (series, days).

    ORDINARY, ON_A_HOLIDAY, AFTER_A_HOLIDAY, AT_CHRISTMAS (24 to 31 December, ordinary days), or from FIRST_EVENT on
    one number per kind of event and week since it began.
    """
    in_december = days.dates.astype("datetime64[M]").astype(np.int64) % 12 == 11
    month_day = (days.dates - days.dates.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64) + 1
    week = np.clip(days.event_day // DAYS_IN_A_WEEK, 0, WEEKS_OF_AN_EVENT - 1)
    of_event = FIRST_EVENT + (days.event - 1) * WEEKS_OF_AN_EVENT + week
    answer = np.where(is_after_holiday(days, is_open), AFTER_A_HOLIDAY, ORDINARY)
    answer = np.where(days.event > 0, of_event, answer)
    answer = np.where(in_december & (month_day >= 24), AT_CHRISTMAS, answer)
    return np.where(days.is_holiday, ON_A_HOLIDAY, answer)
