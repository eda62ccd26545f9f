"""The strategy year an annual update is about: which there are, which is whole, and what of one that still runs is known."""

from dataclasses import dataclass
from datetime import date, timedelta

from frontdoor.answers.context import Context
from frontdoor.answers.periods import last_finished_month
from frontdoor.errors import FrontdoorError
from frontdoor.filters import Filters
from frontdoor.periods import Grain, Period, Span, add_months, month_end, month_start
from frontdoor.warehouse.scope import Scope

MOST_YEARS = 20
"""How many years back an update is offered."""


@dataclass(frozen=True, slots=True)
class StrategyYear:
    """A year of the strategy, both ends inclusive; `period` is what of it is known, the whole once it is over."""

    first: date
    last: date
    as_at: date

    @property
    def label(self) -> str:
        """Return '2025/26', or '2026' where the year begins in January."""
        return f"{self.first.year}" if self.first.month == 1 else f"{self.first.year}/{self.last.year % 100:02d}"

    @property
    def is_running(self) -> bool:
        return self.as_at < self.last

    @property
    def next_last(self) -> date:
        """Return the last day of the year after."""
        return month_end(add_months(month_start(self.last), 12))

    @property
    def period(self) -> Period:
        """Return the whole year, of one that runs the months that are over, before the first is over the days there are."""
        if not self.is_running:
            is_financial = Period.financial_year(self.first).first == self.first
            return Period(self.first, self.last, Span.FINANCIAL_YEAR if is_financial else Span.DATES)
        known = last_finished_month(self.as_at).last
        return Period(self.first, known if known >= self.first else max(self.as_at, self.first))

    @property
    def status(self) -> str:
        """Return what is said of a year that still runs, '' of one that is over."""
        if not self.is_running:
            return ""
        return f"The year {self.label} is still running: figures are of {self.period.label}, and nothing here is final."


def years_offered(context: Context) -> tuple[StrategyYear, ...]:
    """Return the years that the figures reach, the newest first; the newest may still run."""
    newest, earliest = _year_of(context.as_at, context), _earliest(context)
    begins = [add_months(newest, -12 * step) for step in range(MOST_YEARS)]
    return tuple(
        StrategyYear(first, add_months(first, 12) - timedelta(days=1), context.as_at)
        for first in begins
        if add_months(first, 12) > earliest
    )


def usual_year(context: Context) -> StrategyYear:
    """Return the last whole year, else the one that runs."""
    offered = years_offered(context)
    return next((each for each in offered if not each.is_running), offered[0])


def year_called(context: Context, begins: int | None) -> StrategyYear:
    """Return the year that begins in the calendar year `begins`, the last whole one for None; FrontdoorError for one not known."""
    if begins is None:
        return usual_year(context)
    offered = years_offered(context)
    for each in offered:
        if each.first.year == begins:
            return each
    known = ", ".join(f"{each.first.year} ({each.label})" for each in offered)
    raise FrontdoorError(f"there are no figures of a strategy year that begins in {begins}; those there are: {known}")


def filters_of(year: StrategyYear, council: str, generation: int | None) -> Filters:
    """Return the filters every page is asked with for the same numbers: the whole council, beside the year before."""
    return Filters(council, year.period, generation=generation)


def _earliest(context: Context) -> date:
    """Return the first day of which there are figures."""
    whole = Scope(first=date(1900, 1, 1), last=context.as_at, grain=Grain.YEAR)
    first = context.warehouse.ask("channel_coverage", whole, {}).frame["first_date"].min()
    return first if isinstance(first, date) else context.as_at


def _year_of(day: date, context: Context) -> date:
    """Return the first day of the strategy year that `day` falls in."""
    month = context.council.year_starts_in_month
    return date(day.year if day.month >= month else day.year - 1, month, 1)
