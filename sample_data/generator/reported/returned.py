"""One figure as a partner, or a part of the council, states it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Return:
    """A figure for a stretch of days: counts where they are given, else only a value in words."""

    provider: str
    measure: str
    from_date: date
    to_date: date
    numerator: int | None
    denominator: int | None
    value: str | None = None
    service: str | None = None
    evidence: str | None = None
    is_restated_later: bool = False
    restated_on: date | None = None

    def restated(self) -> "Return":
        """Return the figure as its provider corrected it later: three fewer than first claimed."""
        return replace(
            self,
            numerator=None if self.numerator is None else self.numerator - 3,
            evidence="Restated after an audit of the round sheets",
            restated_on=date(2026, 10, 14),
        )

    def as_row(self, sent: date) -> dict[str, object]:
        """Return the row of the canonical layout of reported figures."""
        return {
            "measure": self.measure,
            "provider": self.provider,
            "service": self.service,
            "from_date": self.from_date,
            "to_date": self.to_date,
            "numerator": self.numerator,
            "denominator": self.denominator,
            "value": self.value,
            "evidence": self.evidence,
            "updated_at": datetime.combine(sent, time(12)),
        }


def quarters() -> tuple[tuple[date, date], ...]:
    """Return first and last days of the quarters from July 2024 to September 2026."""
    first_days = [date(year, month, 1) for year in (2024, 2025, 2026) for month in (1, 4, 7, 10)][2:12]
    return tuple((first, date.fromordinal(following.toordinal() - 1)) for first, following in pairwise(first_days))
