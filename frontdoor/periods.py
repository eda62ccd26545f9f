"""Periods a council reports on: months, quarters and financial years from April to March."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FINANCIAL_YEAR_STARTS_IN_MONTH = 4  # UK local government's financial year, 1 April to 31 March


class Grain(StrEnum):
    """How finely a trend is cut."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Span(StrEnum):
    """The kinds of period a reader can choose."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR_TO_DATE = "year_to_date"
    FINANCIAL_YEAR = "financial_year"
    DATES = "dates"


def add_months(day: date, months: int) -> date:
    """Return the day `months` later, held back to the month's last day where it must be."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_start(day: date) -> date:
    """Return the first day of the month `day` is in."""
    return day.replace(day=1)


def month_end(day: date) -> date:
    """Return the last day of the month `day` is in."""
    return add_months(month_start(day), 1) - timedelta(days=1)


def financial_year_start(day: date) -> date:
    """Return the 1 April on or before `day`."""
    year = day.year if day.month >= FINANCIAL_YEAR_STARTS_IN_MONTH else day.year - 1
    return date(year, FINANCIAL_YEAR_STARTS_IN_MONTH, 1)


def quarter_start(day: date) -> date:
    """Return the first day of the quarter; financial and calendar quarters start on the same days."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of local dates, both ends inclusive."""

    first: date
    last: date
    span: Span = Span.DATES

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it starts ({self.first})")

    @classmethod
    def month(cls, day: date) -> "Period":
        return cls(month_start(day), month_end(day), Span.MONTH)

    @classmethod
    def quarter(cls, day: date) -> "Period":
        first = quarter_start(day)
        return cls(first, month_end(add_months(first, 2)), Span.QUARTER)

    @classmethod
    def financial_year(cls, day: date) -> "Period":
        first = financial_year_start(day)
        return cls(first, add_months(first, 12) - timedelta(days=1), Span.FINANCIAL_YEAR)

    @classmethod
    def year_to_date(cls, day: date) -> "Period":
        """Return 1 April to the end of the month `day` is in."""
        return cls(financial_year_start(day), month_end(day), Span.YEAR_TO_DATE)

    @property
    def is_whole_months(self) -> bool:
        return self.first.day == 1 and self.last == month_end(self.last)

    @property
    def months(self) -> int:
        """Return how many calendar months the period touches."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    def year_before(self) -> "Period":
        """Return the same period a year earlier; whole months stay whole months."""
        if self.is_whole_months:
            return Period(add_months(self.first, -12), month_end(add_months(month_start(self.last), -12)), self.span)
        return Period(add_months(self.first, -12), add_months(self.last, -12), self.span)

    def previous(self) -> "Period":
        """Return the period of the same length just before; what comes before a year to date is plain dates."""
        last = self.first - timedelta(days=1)
        if self.is_whole_months:
            span = Span.DATES if self.span is Span.YEAR_TO_DATE else self.span
            return Period(add_months(self.first, -self.months), last, span)
        return Period(last - (self.last - self.first), last, self.span)

    @property
    def label(self) -> str:
        """Return how people say it: 'October 2026', 'July to September 2026', '2026/27'."""
        if self.span is Span.FINANCIAL_YEAR:
            return f"{self.first.year}/{self.last.year % 100:02d}"
        if not self.is_whole_months:
            return f"{_long(self.first)} to {_long(self.last)}" if self.first != self.last else _long(self.first)
        if self.months == 1:
            return f"{self.first:%B %Y}"
        start = f"{self.first:%B}" if self.first.year == self.last.year else f"{self.first:%B %Y}"
        return f"{start} to {self.last:%B %Y}"


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
