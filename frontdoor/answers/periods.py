"""Which periods a reader can choose: those the council's figures reach."""

from datetime import date, timedelta

from frontdoor.periods import Period, Span, add_months, financial_year_start, month_end, month_start, quarter_start
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.opening import open_warehouse

MONTHS_OFFERED = 24
"""How many months back single months are offered; quarters and financial years go back as far as the figures."""


def last_finished_month(as_at: date) -> Period:
    """Return the last month that had ended by the as-at date."""
    return Period.month(as_at if as_at == month_end(as_at) else month_start(as_at) - timedelta(days=1))


def latest_complete_month(council: str, generation: int | None = None) -> Period:
    """Return the latest complete month of a council's figures."""
    return last_finished_month(open_warehouse(open_home(council), generation).as_at)


def offered_periods(first: date, as_at: date) -> tuple[Period, ...]:
    """Return months, the year to date, and every quarter and financial year the figures reach, newest first of each kind.

    Never nothing: figures of a month that is not finished offer that month.
    """
    latest = last_finished_month(as_at)
    months = [Period.month(start) for start in _starts(latest.first, first, 1)[:MONTHS_OFFERED]]
    quarters = [Period.quarter(start) for start in _starts(quarter_start(latest.first), first, 3)]
    years = [Period.financial_year(start) for start in _starts(financial_year_start(latest.last), first, 12)]
    offered = (*months, Period.year_to_date(latest.last), *quarters, *years)
    begun = () if latest.last >= first else (Period.month(as_at),)
    return (*begun, *(period for period in offered if period.last >= first and period.first <= as_at))


def _starts(newest: date, first: date, months: int) -> list[date]:
    """Return first days `months` apart from `newest` back, down to the stretch that holds `first`."""
    apart = (newest.year - first.year) * 12 + newest.month - first.month
    return [add_months(newest, -months * step) for step in range(max(apart, 0) // months + 2)]


def period_name(period: Period) -> str:
    """Return the label a period has in the filters and the address; a contract for links."""
    if period.span is Span.YEAR_TO_DATE:
        return f"Year to {period.last:%B %Y}"
    return f"Year {period.label}" if period.span is Span.FINANCIAL_YEAR else period.label
