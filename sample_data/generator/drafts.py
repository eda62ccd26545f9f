"""Contacts while they are being made: one array per fact, one entry per row of the export to come."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from sample_data.generator.arrays import NONE, SECONDS_PER_DAY, SECONDS_PER_HALF_HOUR, Flags, Whole

FRESH, BOUNCE, CHASER, REDIAL, PASSED_ON, NOT_CONTACT = range(6)
"""Where a row came from: nobody's export says, but the generator must know."""

ANSWERED, ABANDONED, CALLED_BACK = range(3)
"""How a live contact ended."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """Rows being made; -1 is 'not there'. Days are day numbers, `second` counts from local midnight."""

    day: Whole
    second: Whole
    service: Whole
    channel: Whole
    queue: Whole
    customer: Whole
    age: Whole
    ward: Whole
    origin: Whole
    case: Whole
    promised_day: Whole
    completed_at: Whole  # seconds since 1970 on the local clock, as are replied_at and moment
    outcome: Whole
    waited: Whole
    conversation: Whole

    @property
    def size(self) -> int:
        return len(self.day)

    @property
    def columns(self) -> tuple[Whole, ...]:
        return tuple(getattr(self, name) for name in _NAMES)

    @property
    def half_hour(self) -> Whole:
        return self.second // SECONDS_PER_HALF_HOUR

    @property
    def moment(self) -> Whole:
        """Return seconds since 1970 on the local clock."""
        return self.day * SECONDS_PER_DAY + self.second

    def take(self, rows: Whole | Flags) -> "Drafts":
        """Return only `rows`: positions, or flags."""
        places = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
        return Drafts(*(column.take(places) for column in self.columns))

    def put(self, rows: Whole, **values: Whole) -> "Drafts":
        """Return a copy in which `rows` have these values, in order."""
        changed = {}
        for name, value in values.items():
            changed[name] = getattr(self, name).copy()
            changed[name][rows] = value
        return replace(self, **changed)

    def in_time_order(self) -> "Drafts":
        return self.take(np.argsort(self.moment, kind="stable").astype(np.int64))


_NAMES = tuple(field.name for field in fields(Drafts))


def new_drafts(day: Whole, second: Whole, service: Whole, channel: Whole | int, origin: int = FRESH) -> Drafts:
    """Return rows that know only when, what about and how; everything else is 'not there'."""
    nothing = np.full(len(day), NONE, dtype=np.int64)
    channels = np.broadcast_to(np.asarray(channel, dtype=np.int64), day.shape)
    blank = dict.fromkeys(_NAMES, nothing)
    origins = np.full(len(day), origin, dtype=np.int64)
    return Drafts(**{**blank, "day": day, "second": second, "service": service, "channel": channels, "origin": origins})


def no_drafts() -> Drafts:
    """Return no rows at all."""
    nothing = np.empty(0, dtype=np.int64)
    return new_drafts(nothing, nothing, nothing, nothing)


def join(parts: Sequence[Drafts]) -> Drafts:
    """Return the rows of all parts, in order."""
    return Drafts(*(np.concatenate(columns) for columns in zip(*(part.columns for part in parts), strict=True)))


def follow_up(parents: Drafts, day: Whole, second: Whole, origin: int) -> Drafts:
    """Return later contacts by the same people about the same service and case; how they come is set by the caller."""
    nothing = np.full(parents.size, NONE, dtype=np.int64)
    return replace(
        parents,
        day=day,
        second=second,
        origin=np.full(parents.size, origin, dtype=np.int64),
        promised_day=nothing,
        completed_at=nothing,
        outcome=nothing,
        waited=nothing,
        conversation=nothing,
    )
