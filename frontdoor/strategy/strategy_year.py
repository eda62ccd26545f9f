"""Reads in which month a council's strategy year begins."""

from frontdoor.periods import FINANCIAL_YEAR_STARTS_IN_MONTH
from frontdoor.strategy.entry import Entry

KEY = "year_starts_in_month"
MONTHS_IN_A_YEAR = 12


def read_year_start(top: Entry) -> int:
    """Return the month in which the years that annual updates are about begin: April unless the file says otherwise."""
    if not top.has(KEY):
        return FINANCIAL_YEAR_STARTS_IN_MONTH
    month = top.whole(KEY)
    if not 1 <= month <= MONTHS_IN_A_YEAR:
        raise top.problem(KEY, "a month is a number from 1 to 12; 4 is April.")
    return month
