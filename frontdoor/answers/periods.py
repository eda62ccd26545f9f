"""Which periods a reader can choose: those the council's figures reach."""

from datetime import date, timedelta

from frontdoor.periods import Period, Span, add_months, financial_year_start, month_end, month_start, quarter_start
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.opening import open_warehouse

MONTHS_OFFERED = 24
QUARTERS_OFFERED = 8


def last_finished_month(as_at: date) -> Period:
    """Return the last month that had ended by the as-at date."""
    return Period.month(as_at if as_at == month_end(as_at) else month_start(as_at) - timedelta(days=1))


def latest_complete_month(council: str, generation: int | None = None) -> Period:
    """Return the latest complete month of a council's figures."""
    return last_finished_month(open_warehouse(open_home(council), generation).as_at)


def offered_periods(first: date, as_at: date) -> tuple[Period, ...]:
    """Return months, quarters, the year to date and financial years within the figures, newest first of each kind."""
    latest = last_finished_month(as_at)
    months = [Period.month(add_months(latest.first, -step)) for step in range(MONTHS_OFFERED)]
    quarter = quarter_start(latest.first)
    quarters = [Period.quarter(add_months(quarter, -3 * step)) for step in range(QUARTERS_OFFERED)]
    year = financial_year_start(latest.last)
    years = [Period.financial_year(add_months(year, -12 * step)) for step in range(3)]
    offered = (*months, Period.year_to_date(latest.last), *quarters, *years)
    return tuple(period for period in offered if period.last >= first and period.first <= as_at)


def period_name(period: Period) -> str:
    """Return the label a period has in the filters and the address; a contract for links."""
    if period.span is Span.YEAR_TO_DATE:
        return f"Year to {period.last:%B %Y}"
    return f"Year {period.label}" if period.span is Span.FINANCIAL_YEAR else period.label
