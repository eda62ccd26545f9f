"""The stretch of time a pack is of where nobody chooses one: its template may ask for the last whole quarter or year."""

from datetime import date
from enum import StrEnum

from frontdoor.answers.periods import last_finished_month
from frontdoor.periods import Period, add_months, financial_year_start, quarter_start


class Usual(StrEnum):
    """What a template may ask for, by its words."""

    MONTH = "last whole month"
    QUARTER = "last whole quarter"
    YEAR = "last whole year"


def usual_period(usual: Usual, as_at: date) -> Period:
    """Return the newest month, quarter or financial year that had ended by the as-at date."""
    month = last_finished_month(as_at)
    match usual:
        case Usual.MONTH:
            return month
        case Usual.QUARTER:
            quarter = Period.quarter(quarter_start(month.last))
            return quarter if quarter.last <= month.last else Period.quarter(add_months(quarter.first, -3))
        case Usual.YEAR:
            year = Period.financial_year(financial_year_start(month.last))
            return year if year.last <= month.last else Period.financial_year(add_months(year.first, -12))
