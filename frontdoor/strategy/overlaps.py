"""Refuses two dated rows of one file that claim the same thing on the same day."""

from collections.abc import Hashable, Sequence
from datetime import date

from frontdoor.strategy.dated import OPEN_ENDED
from frontdoor.strategy.entry import Entry

Claim = tuple[Hashable, date, date | None]
"""What is claimed, and over which [from, before); None is still in force."""


def refuse_overlaps(entries: Sequence[Entry], claims: Sequence[Claim]) -> None:
    """Raise StrategyError at the first entry whose days run into an earlier entry's for the same thing."""
    for later, (what, start, end) in enumerate(claims):
        for other_what, other_start, other_end in claims[:later]:
            if what == other_what and start < (other_end or OPEN_ENDED) and other_start < (end or OPEN_ENDED):
                raise entries[later].problem(
                    "from", "an earlier entry for the same thing still holds then; end it with `before` on that day."
                )
