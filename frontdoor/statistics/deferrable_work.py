"""Work that can wait, such as e-mail, done in the hours when the phones leave somebody free."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.erlang_b import refuse


class DeferredWork(NamedTuple):
    """Hours of work by half-hour along the last axis; done + left at the end = come in + left before."""

    hours_done: Floats
    hours_left: Floats  # when the half-hour ends
    hours_still_free: Floats  # of the spare hours


def fill_troughs(hours_coming_in: ArrayLike, spare_hours: ArrayLike, left_before: ArrayLike = 0.0) -> DeferredWork:
    """Return how far spare hours get with work that can wait, oldest first; the last axis is time.

    Work that comes in within a half-hour can be done in it. `left_before` is what was undone at the start. What is left
    is the most by which any stretch up to now brought in more than it had hours to spare (Lindley 1952).
    Raises ValueError below 0.
    """
    given = (hours_coming_in, spare_hours)
    coming, spare = np.broadcast_arrays(*(np.asarray(one, dtype=np.float64) for one in given))
    before = np.asarray(left_before, dtype=np.float64)
    refuse(~((coming >= 0) & (spare >= 0)), "Hours of work and spare hours must be 0 or more")
    refuse(~(before >= 0), "The work left before must be 0 hours or more")
    balance = before[..., None] + np.cumsum(coming - spare, axis=-1)
    left = balance - np.minimum(np.minimum.accumulate(balance, axis=-1), 0)
    at_start = np.concatenate([np.broadcast_to(before[..., None], (*left.shape[:-1], 1)), left[..., :-1]], axis=-1)
    done = np.clip(at_start + coming - left, 0, spare)
    return DeferredWork(done, left, spare - done)


def half_hours_late(hours_coming_in: ArrayLike, work: DeferredWork) -> Floats:
    """Return the half-hours until the last of the work that came in by the end of each is done; infinite if never.

    One day or week (one axis) at a time, with what was left before done first.
    """
    coming = np.asarray(hours_coming_in, dtype=np.float64)
    owed = np.cumsum(coming) + (work.hours_left[0] + work.hours_done[0] - coming[0])
    done = np.cumsum(work.hours_done)
    room = 1e-9 * (1 + owed)
    when = np.searchsorted(done, owed - room)
    return np.where(when < len(done), when - np.arange(len(done)), np.inf).clip(0)
