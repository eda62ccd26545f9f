"""Channels that come, go or jump overnight while nothing else moves: likelier a change of recording than of habit."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats

ABSENT_WEEKS = 2  # without a contact at either end; shorter is a holiday
FEWEST_EXPECTED = 8.0  # contacts its usual flow would have brought in that time: decision 0003
FIRST_WEEKS, LATER_WEEKS = 3, 10  # compared to tell a full flow at once from one that grows
AT_ONCE = 0.6  # of the later flow in the first weeks: docs/decisions/0137
JUMP_WEEKS = 8  # on each side of a jump
SMALLEST_JUMP = 1.6  # times as much or as little from one week to the next
MADE_UP_BY_OTHERS = 0.35  # of a jump that the other channels must have lost or gained for it to be people who moved
STEADY = 0.75  # of the change must be there in the very first week


@dataclass(frozen=True, slots=True)
class OvernightChange:
    """One `series` (its row) that changed from `week` on: it appeared, vanished or jumped.

    `is_start`: it came (True) or went (False); None: it was there before and after, and jumped. `times`: contacts after over
    those before (infinite when it came, 0 when it went). `is_at_once`: its full flow was there from the first week; a
    new channel that grew from small is False and may well be real.
    """

    series: int
    week: int
    is_start: bool | None
    times: float
    is_at_once: bool


def overnight_changes(counts: Floats) -> list[OvernightChange]:
    """Return the changes in `counts` (series, weeks), the channels of one place, by week; NaN: nothing recorded.

    Every channel that first appears after the others, or is last seen before them, is a change of recording until
    somebody signs it off as real. A jump is one only if the other channels did not lose what it gained, and its level
    is there from one week to the next. Source: docs/decisions/0137.
    """
    flow = np.nan_to_num(counts)
    found = [change for row in range(len(flow)) for change in (*_ends(flow, row), *_jumps(flow, row))]
    return sorted(found, key=lambda change: (change.week, change.series))


def recorded_together(counts: Floats) -> slice | None:
    """Return the weeks over which every one of the series is recorded; None where there are none.

    A series without any contact is left out. Within those weeks a week of none is a week of none.
    """
    seen = [np.nonzero(row > 0)[0] for row in np.nan_to_num(counts) if np.any(row > 0)]
    if not seen:
        return None
    first, last = 0, counts.shape[1]
    for row in seen:
        usual = float(len(row)) / (row[-1] - row[0] + 1)
        first = max(first, int(row[0])) if row[0] * usual >= ABSENT_WEEKS else first
        last = min(last, int(row[-1]) + 1) if (counts.shape[1] - 1 - row[-1]) * usual >= ABSENT_WEEKS else last
    return slice(first, last) if first < last else None


def _ends(flow: Floats, row: int) -> list[OvernightChange]:
    """Return where a series first appears or vanishes while the others are recorded."""
    seen = np.nonzero(flow[row] > 0)[0]
    others = np.nonzero(np.delete(flow, row, axis=0).sum(axis=0) > 0)[0]
    if not len(seen) or not len(others):
        return []
    mean = flow[row, seen[0] : seen[-1] + 1].mean()
    answer = []
    for is_start, absent in ((True, seen[0] - others[0]), (False, others[-1] - seen[-1])):
        if absent < ABSENT_WEEKS or absent * mean < FEWEST_EXPECTED:
            continue
        own = flow[row, seen[0] : seen[-1] + 1]
        own = own if is_start else own[::-1]
        near, later = own[:FIRST_WEEKS].mean(), own[FIRST_WEEKS : FIRST_WEEKS + LATER_WEEKS]
        at_once = bool(near >= AT_ONCE * (later.mean() if len(later) else near))
        week = int(seen[0] if is_start else seen[-1] + 1)
        answer.append(OvernightChange(row, week, is_start, np.inf if is_start else 0.0, at_once))
    return answer


def _jumps(flow: Floats, row: int) -> list[OvernightChange]:
    """Return where a series steps to another level that stays, and the others do not make up for it; strongest first."""
    weeks = flow.shape[1]
    others = np.delete(flow, row, axis=0).sum(axis=0)
    sizes = np.zeros(weeks)
    for week in range(JUMP_WEEKS, weeks - JUMP_WEEKS + 1):
        if _is_jump(flow[row], others, week):
            before, after = _sides(flow[row], week)
            sizes[week] = abs(np.log(np.median(after) / np.median(before)))
    answer = []
    while sizes.any():
        week = int(np.argmax(sizes))
        sizes[max(week - JUMP_WEEKS, 0) : week + JUMP_WEEKS] = 0
        before, after = _sides(flow[row], week)
        answer.append(OvernightChange(row, week, None, float(np.median(after) / np.median(before)), is_at_once=True))
    return answer


def _is_jump(own: Floats, others: Floats, week: int) -> bool:
    before, after = _sides(own, week)
    if not _all_recorded(before) or not _all_recorded(after):
        return False
    low, high = np.median(before), np.median(after)
    if max(high / low, low / high) < SMALLEST_JUMP or abs(high - low) * ABSENT_WEEKS < FEWEST_EXPECTED:
        return False
    stays = min(after) > max(before) if high > low else max(after) < min(before)
    at_once = (own[week] - own[week - 1]) / (high - low) >= STEADY
    made_up = (np.median(_sides(others, week)[0]) - np.median(_sides(others, week)[1])) / (high - low)
    return bool(stays and at_once and made_up < MADE_UP_BY_OTHERS)


def _sides(values: Floats, week: int) -> tuple[Floats, Floats]:
    return values[week - JUMP_WEEKS : week], values[week : week + JUMP_WEEKS]


def _all_recorded(values: Floats) -> Booleans:
    return np.asarray((values > 0).all(), dtype=np.bool_)
