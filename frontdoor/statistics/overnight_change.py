"""Channels that come, go or jump overnight while nothing else moves: likelier a change of recording than of habit."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from frontdoor.statistics.arrays import Booleans, Floats

ABSENT_WEEKS = 2  # without a contact at either end; shorter is a holiday
FEWEST_EXPECTED = 8.0  # contacts its usual flow would have brought in that time: decision 0003
FIRST_WEEKS, LATER_WEEKS = 3, 10  # compared to tell a full flow at once from one that grows
AT_ONCE = 0.6  # of the later flow in the first weeks: docs/decisions/0137
JUMP_WEEKS = 8  # on each side of a jump
SMALLEST_JUMP = 1.6  # times as much or as little from one week to the next
MADE_UP_BY_OTHERS = 0.35  # of a jump that the other channels must have lost or gained for it to be people who moved
TINY = 1e-9
ALIKE = 0.35  # of a jump, on logs, that the others may share: more, and it is the season or the news
FEWEST_RECORDS = 20.0  # of a channel in all for its coming or going to be told: decision 0003
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
    somebody signs it off as real. A jump is one only if the other channels neither lost what it gained (people moved) nor
    changed like it (the season), and its level is there from one week to the next. Source: docs/decisions/0137.
    """
    flow = np.nan_to_num(counts)
    found = [change for row in range(len(flow)) for change in (*_ends(flow, row), *_jumps(flow, row))]
    return sorted(found, key=lambda change: (change.week, change.series))


def recorded_together(counts: Floats) -> slice | None:
    """Return the weeks over which every one of the series is recorded; None where there are none.

    A series of fewer than 20 contacts in all is left out. Within those weeks a week of none is a week of none.
    """
    seen = [np.nonzero(row > 0)[0] for row in np.nan_to_num(counts) if row.sum() >= FEWEST_RECORDS]
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
    if not len(others) or flow[row].sum() < FEWEST_RECORDS:
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
    """Return where a series steps to another level that stays, and the others do not make up for it."""
    if flow.shape[1] < 2 * JUMP_WEEKS:
        return []
    own, others = _sides(flow[row]), _sides(np.delete(flow, row, axis=0).sum(axis=0))
    logs = _log_change(own)
    sizes = np.where(_is_jump(own, others), np.abs(logs), 0.0)
    answer = []
    while sizes.any():
        place = int(np.argmax(sizes))
        sizes[max(place - JUMP_WEEKS, 0) : place + JUMP_WEEKS] = 0
        answer.append(OvernightChange(row, place + JUMP_WEEKS, None, float(np.exp(logs[place])), is_at_once=True))
    return answer


@dataclass(frozen=True, slots=True)
class _Sides:
    """The medians of the eight weeks before and after each week that has both, their extremes, and the first step."""

    before: Floats
    after: Floats
    least: tuple[Floats, Floats]
    most: tuple[Floats, Floats]
    first_step: Floats


def _sides(values: Floats) -> _Sides:
    windows = sliding_window_view(values, JUMP_WEEKS)
    early, late = slice(None, -JUMP_WEEKS), slice(JUMP_WEEKS, None)
    middle, least, most = np.median(windows, axis=1), windows.min(axis=1), windows.max(axis=1)
    steps = np.diff(values)[JUMP_WEEKS - 1 : len(values) - JUMP_WEEKS]
    return _Sides(middle[early], middle[late], (least[early], least[late]), (most[early], most[late]), steps)


def _is_jump(own: _Sides, others: _Sides) -> Booleans:
    rise = own.after - own.before
    low, high = np.minimum(own.before, own.after), np.maximum(own.before, own.after)
    is_recorded = (own.least[0] > 0) & (own.least[1] > 0)
    is_large = (high >= SMALLEST_JUMP * low) & (np.abs(rise) * ABSENT_WEEKS >= FEWEST_EXPECTED)
    stays = np.where(rise > 0, own.least[1] > own.most[0], own.most[1] < own.least[0])
    scale = np.where(rise == 0, 1.0, rise)
    at_once = own.first_step / scale >= STEADY
    made_up = (others.before - others.after) / scale
    shared = _log_change(others) / np.where(rise == 0, 1.0, _log_change(own))
    apart = (made_up < MADE_UP_BY_OTHERS) & (shared < ALIKE)
    return np.asarray(is_recorded & is_large & stays & at_once & apart, dtype=np.bool_)


def _log_change(sides: _Sides) -> Floats:
    return np.log(np.maximum(sides.after, TINY) / np.maximum(sides.before, TINY))
