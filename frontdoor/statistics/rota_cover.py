"""Who is needed against who is on the rota: hours short and hours over, half-hour by half-hour."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.erlang_b import refuse


class RotaCover(NamedTuple):
    """Hours of work by half-hour, arrays of the shape of what was given; rostered = needed - short + over."""

    hours_needed: Floats
    hours_rostered: Floats
    hours_short: Floats
    hours_over: Floats

    @property
    def share_covered(self) -> float | None:
        """The share (0 to 1) of the hours needed that have somebody on duty; None where none are needed."""
        needed = float(self.hours_needed.sum())
        return 1 - float(self.hours_short.sum()) / needed if needed > 0 else None


def rota_cover(required: ArrayLike, rostered: ArrayLike, interval_seconds: float = 1800.0) -> RotaCover:
    """Return the cover of `required` agents by `rostered` ones; shapes broadcast, parts of an agent are allowed.

    Hours over in one half-hour never make up for hours short in another. Raises ValueError below 0.
    """
    needed, given = np.broadcast_arrays(np.asarray(required, dtype=np.float64), np.asarray(rostered, dtype=np.float64))
    refuse(~(needed >= 0), "Required agents must be 0 or more")
    refuse(~(given >= 0), "Rostered agents must be 0 or more")
    hours = interval_seconds / 3600
    short, over = np.maximum(needed - given, 0), np.maximum(given - needed, 0)
    return RotaCover(*(np.asarray(agents * hours) for agents in (needed, given, short, over)))


def agents_on_duty(
    start_seconds: ArrayLike, end_seconds: ArrayLike, intervals: int, interval_seconds: float = 1800.0
) -> Floats:
    """Return the mean number at work in each of `intervals` from second 0, from the starts and ends of stretches of work.

    A stretch that covers part of an interval counts for that part; what lies outside does not count. Give breaks to a
    second call and subtract. Raises ValueError where an end is before its start.
    """
    starts, ends = np.asarray(start_seconds, dtype=np.float64), np.asarray(end_seconds, dtype=np.float64)
    refuse(~(ends >= starts), "A stretch of work ends before it starts")
    edges = np.arange(intervals + 1, dtype=np.float64) * interval_seconds
    worked: Floats = np.diff(_seconds_since(starts, edges) - _seconds_since(ends, edges))
    return worked / interval_seconds


def _seconds_since(moments: Floats, edges: Floats) -> Floats:
    """Return, at each edge, the seconds gone since all earlier `moments`, added up."""
    moments = np.sort(moments.ravel())
    so_far = np.concatenate([[0.0], np.cumsum(moments)])
    earlier = np.searchsorted(moments, edges)
    gone: Floats = earlier * edges - so_far[earlier]
    return gone
