"""What a reader asked to see, as one frozen value: council, period, comparison, services, channels, attribute, generation."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from frontdoor.periods import Period


class Comparison(StrEnum):
    """What the period is held against."""

    NONE = "none"
    PREVIOUS = "previous"
    LAST_YEAR = "last_year"


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything that chooses the figures; an empty tuple means all; one attribute at a time."""

    council: str
    period: Period
    comparison: Comparison = Comparison.LAST_YEAR
    services: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    attribute: str | None = None
    value: str | None = None
    generation: int | None = None

    def during(self, period: Period) -> "Filters":
        """Return the same filters over another period."""
        return replace(self, period=period)

    @property
    def compared_with(self) -> Period | None:
        """Return the period to compare with, or None."""
        if self.comparison is Comparison.NONE:
            return None
        return self.period.previous() if self.comparison is Comparison.PREVIOUS else self.period.year_before()

    @property
    def dates(self) -> tuple[date, date]:
        return self.period.first, self.period.last
