"""How often a pack is due, of which stretch of days, and from which day on."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from frontdoor.periods import Period

LONGEST_WAIT = {"weekly": 7, "monthly": 28, "quarterly": 90}
"""The last day of the next week, month or quarter on which each can fall due, whichever month it is."""


class Every(StrEnum):
    """How often a pack is made."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often, and from which day of the next week (1 is Monday), month or quarter on."""

    every: Every
    from_day: int

    def due(self, today: date) -> Period:
        """Return the latest period that has ended and whose pack is due by `today`, that day included."""
        return self._of(self._of(today - timedelta(days=self.from_day - 1)).first - timedelta(days=1))

    def _of(self, day: date) -> Period:
        """Return the week from Monday to Sunday, the month or the quarter that the day is in."""
        if self.every is Every.MONTHLY:
            return Period.month(day)
        if self.every is Every.QUARTERLY:
            return Period.quarter(day)
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6))
