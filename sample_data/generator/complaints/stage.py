"""One stage of many complaints: acknowledged, extended, answered and decided, as often in time as planted."""

from dataclasses import dataclass

import numpy as np

from sample_data.generator.arrays import NONE, Flags, Random, Real, Whole, chance, even_chances
from sample_data.generator.complaints.profile import StagePromise
from sample_data.generator.days import Days

UPHELD, PARTLY_UPHELD, NOT_UPHELD = range(3)
_NEVER_ANSWERED_OF_LATE = 0.025
_LATE_BY, _ACKNOWLEDGED_LATE_BY = 0.10, 0.35  # each further working day, the share of late ones that are dealt with
_EXTENSION_SHARES = (0.15, 0.75, 0.10)  # half of what is allowed; all of it; half as much again, which no Code allows


@dataclass(frozen=True, slots=True)
class Stage:
    """One entry a complaint; day numbers, -1 is 'not (yet)'. `extension` counts working days, `outcome` is UPHELD, ..."""

    opened: Whole
    acknowledged: Whole
    extended: Whole
    extension: Whole
    responded: Whole
    outcome: Whole

    @property
    def size(self) -> int:
        return len(self.opened)

    def scattered(self, rows: Whole, size: int) -> "Stage":
        """Return the stage of `size` complaints, of which only `rows` reached it, in order."""
        columns = []
        for column in (
            self.opened,
            self.acknowledged,
            self.extended,
            self.extension,
            self.responded,
            self.outcome,
        ):
            whole = np.full(size, NONE, dtype=np.int64)
            whole[rows] = column
            columns.append(whole)
        return Stage(*columns)


def stage_of(days: Days, opened: Whole, group: Whole, in_time: Real, promise: StagePromise, *, random: Random) -> Stage:
    """Play one stage for complaints opened on `opened`; shares hold within each group of `group`."""
    acknowledged = _acknowledged(days, opened, group, promise, random)
    last_day = days.working_days_later(opened, np.full(len(opened), promise.acknowledge_days, dtype=np.int64))
    begins = np.where(acknowledged == NONE, last_day, acknowledged)
    extension = _extension(group, promise, random)
    responded = days.working_days_later(begins, _working_days_taken(group, in_time, extension, promise, random))
    is_never = chance(random, _NEVER_ANSWERED_OF_LATE, len(opened)) & (
        responded > _due(days, begins, extension, promise)
    )
    responded = np.where(is_never, NONE, responded)
    decided_to_extend = days.working_days_later(begins, np.full(len(opened), promise.respond_days - 2, dtype=np.int64))
    outcome = np.searchsorted(
        [promise.upheld, promise.upheld + promise.partly_upheld], even_chances(random, group), side="right"
    )
    return Stage(
        opened,
        acknowledged,
        np.where(extension > 0, decided_to_extend, NONE),
        np.where(extension > 0, extension, NONE),
        responded,
        np.where(responded == NONE, NONE, outcome).astype(np.int64),
    )


def _due(days: Days, begins: Whole, extension: Whole, promise: StagePromise) -> Whole:
    return days.working_days_later(begins, promise.respond_days + extension)


def _acknowledged(days: Days, opened: Whole, group: Whole, promise: StagePromise, random: Random) -> Whole:
    """Return when each was acknowledged; of those late, some never."""
    size, spread = len(opened), even_chances(random, group)
    late = promise.acknowledge_days + random.geometric(_ACKNOWLEDGED_LATE_BY, size)
    taken = np.where(spread < promise.acknowledged, random.binomial(promise.acknowledge_days, 0.35, size), late)
    taken = np.maximum(taken, ~days.is_open_on(opened))
    is_never = spread >= 1 - (1 - promise.acknowledged) * promise.never_acknowledged_of_late
    return np.where(is_never, NONE, days.working_days_later(opened, taken))


def _extension(group: Whole, promise: StagePromise, random: Random) -> Whole:
    allowed = promise.extension_days
    lengths = random.choice([allowed // 2, allowed, allowed + allowed // 2], len(group), p=_EXTENSION_SHARES)
    is_extended: Flags = even_chances(random, group) < promise.extended
    return np.where(is_extended, lengths, 0).astype(np.int64)


def _working_days_taken(group: Whole, in_time: Real, extension: Whole, promise: StagePromise, random: Random) -> Whole:
    """Return working days from the clock's start to the response; nobody who is in time uses more than is allowed."""
    size, promised = len(group), promise.respond_days
    usual = np.ceil(promised * random.random(size) ** 0.5)
    longer = promised + np.ceil(np.minimum(extension, promise.extension_days) * random.random(size))
    late = promised + extension + random.geometric(_LATE_BY, size)
    kept = even_chances(random, group) < in_time
    return np.where(kept, np.where(extension > 0, longer, np.maximum(usual, 1)), late).astype(np.int64)
