"""Which points of an XmR chart are more than noise: the four rules of NHS Making Data Count."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.process_limits import ProcessLimits, linked, rounding_allowance

POINTS_IN_A_RUN = 7  # NHS Making Data Count, for a trend and for a shift
POINTS_LOOKED_AT_NEAR_A_LIMIT = 3  # NHS Making Data Count, "two of three"
POINTS_NEEDED_NEAR_A_LIMIT = 2


class Rule(StrEnum):
    """Why a point is more than noise, in order of precedence."""

    OUTSIDE = "outside"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class SpecialCauses:
    """Per point, arrays of shape (series, points): the rule's place in `Rule` from 1 (0: none), and its direction.

    Direction is 1 for high or rising, -1 for low or falling, 0 where no rule applies.
    """

    rule: NDArray[np.int8]
    direction: NDArray[np.int8]


def special_causes(values: Floats, segment: Integers, limits: ProcessLimits) -> SpecialCauses:
    """Return the first rule that each point meets; no rule crosses a rebase or a gap. Comparisons are strict."""
    slack = rounding_allowance(values)
    follows = linked(values, segment)
    side = _signs(values - limits.mean, slack)
    outside = _signs(values - limits.upper, slack, only=1) + _signs(values - limits.lower, slack, only=-1)
    past_near = _signs(values - limits.near_upper, slack, only=1) + _signs(values - limits.near_lower, slack, only=-1)
    near = np.where(outside == 0, past_near, np.int8(0))
    found = (outside, _trend(values, follows, slack), _two_of_three(near, side, follows), _shift(side, follows))
    rule = np.select([direction != 0 for direction in found], [1, 2, 3, 4], 0).astype(np.int8)
    direction = np.select([direction != 0 for direction in found], found, np.int8(0)).astype(np.int8)
    return SpecialCauses(rule, direction)


def _signs(differences: Floats, slack: Floats, only: int = 0) -> NDArray[np.int8]:
    """Return 1, -1 or 0 for each difference beyond `slack`; NaN is 0, and so is a sign other than `only`."""
    above = (differences > slack) & (only >= 0)
    below = (differences < -slack) & (only <= 0)
    return above.astype(np.int8) - below.astype(np.int8)


def _trend(values: Floats, follows: Booleans, slack: Floats) -> NDArray[np.int8]:
    """Return the direction of trends; a turning point of two trends belongs to the one that it ends."""
    steps = np.zeros(values.shape)
    steps[:, 1:] = np.diff(values, axis=1)
    step = np.where(follows, _signs(steps, slack), np.int8(0))
    rising = _flag_runs(step == 1, POINTS_IN_A_RUN - 1, POINTS_IN_A_RUN)
    falling = _flag_runs(step == -1, POINTS_IN_A_RUN - 1, POINTS_IN_A_RUN)
    only = rising.astype(np.int8) - falling.astype(np.int8)
    return np.where(rising & falling, step, only)


def _shift(side: NDArray[np.int8], follows: Booleans) -> NDArray[np.int8]:
    """Return the side of runs of seven on one side of the mean."""
    stays = _stays(side, follows)
    run = _flag_runs(stays, POINTS_IN_A_RUN - 1, POINTS_IN_A_RUN)
    return np.where(run, side, np.int8(0))


def _two_of_three(near: NDArray[np.int8], side: NDArray[np.int8], follows: Booleans) -> NDArray[np.int8]:
    """Return the side of points near a limit where two of three are, and all three are on that side."""
    width = POINTS_LOOKED_AT_NEAR_A_LIMIT
    on_one_side = _all_of(_stays(side, follows), width - 1)
    count = sum(_earlier(near != 0, back).astype(np.int8) for back in range(width))
    window = _reach_back(on_one_side & (count >= POINTS_NEEDED_NEAR_A_LIMIT), width)
    return np.where(window, near, np.int8(0))


def _stays(side: NDArray[np.int8], follows: Booleans) -> Booleans:
    """Return whether each point is on the same side of the mean as the one before, neither being on it."""
    stays = np.zeros(side.shape, dtype=np.bool_)
    stays[:, 1:] = follows[:, 1:] & (side[:, 1:] == side[:, :-1]) & (side[:, 1:] != 0)
    return stays


def _flag_runs(condition: Booleans, length: int, points: int) -> Booleans:
    """Return the `points` points up to and including every place where `condition` held `length` times running."""
    return _reach_back(_all_of(condition, length), points)


def _all_of(condition: Booleans, length: int) -> Booleans:
    """Return whether `condition` holds at each point and the `length` - 1 before it."""
    held = condition.copy()
    for back in range(1, length):
        held &= _earlier(condition, back)
    return held


def _reach_back(ends: Booleans, points: int) -> Booleans:
    """Return the `points` points that finish at each of `ends`."""
    reached = ends.copy()
    for ahead in range(1, min(points, ends.shape[1])):
        reached[:, :-ahead] |= ends[:, ahead:]
    return reached


def _earlier(condition: Booleans, back: int) -> Booleans:
    """Return `condition` as it stood `back` points before each point; False before the first."""
    moved = np.zeros(condition.shape, dtype=np.bool_)
    if back < condition.shape[1]:
        moved[:, back:] = condition[:, : condition.shape[1] - back]
    return moved
