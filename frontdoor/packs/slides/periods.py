"""The periods of a chart on a slide, in words: months, days, weeks or moments."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from frontdoor.measures.formatting import format_moment

LEAST_MONTH = 28  # days


def period_names(starts: Sequence[date]) -> tuple[str, ...]:
    """Return 'October 2026' where all begin on the first of a month and are months apart, else '2 Nov 2026' or moments."""
    if any(isinstance(start, datetime) for start in starts):
        return tuple(format_moment(start) if isinstance(start, datetime) else _day(start) for start in starts)
    apart = min(((later - earlier).days for earlier, later in pairwise(starts)), default=LEAST_MONTH)
    if apart >= LEAST_MONTH and all(start.day == 1 for start in starts):
        return tuple(f"{start:%B %Y}" for start in starts)
    return tuple(map(_day, starts))


def _day(start: date) -> str:
    return f"{start.day} {start:%b %Y}"
