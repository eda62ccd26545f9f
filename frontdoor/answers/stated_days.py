"""Figures stated as a date: an accreditation's last day, the last update of a map layer, counted in days."""

from datetime import date

import polars as pl

from frontdoor.measures.measure import Measure, StatedDay

AS_WRITTEN = "%Y-%m-%d"
"""How a date stands in a return's value; intake accepts no other way."""

DAY = pl.col("value_text").str.to_date(AS_WRITTEN, strict=False)
"""The date a return states, null where its value is none."""


def stated_day(rows: pl.DataFrame, measure: Measure) -> date | None:
    """Return the date that decides: of several the first to end, or the longest ago; None where none is stated."""
    days = rows.select(day=DAY)["day"].drop_nulls().to_list()
    return min(days, default=None) if measure.dated else None


def days_of(stated: date | None, on: date, measure: Measure) -> float | None:
    """Return the days from `on` until the date, or since it; below 0 where it is past, or still to come."""
    if stated is None:
        return None
    until = (stated - on).days
    return float(until if measure.dated is StatedDay.UNTIL else -until)
