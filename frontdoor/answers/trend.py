"""A measure's monthly trend: sums by month, divided once, with months that are not finished kept apart."""

from datetime import timedelta
from typing import Any

import polars as pl

from frontdoor.answers.answer import Point
from frontdoor.answers.context import Context
from frontdoor.answers.shown import shown
from frontdoor.answers.spread import is_spread, spread_point
from frontdoor.filters import Filters
from frontdoor.measures.measure import Measure
from frontdoor.measures.sampling import interval_of
from frontdoor.periods import Period, add_months, month_end, month_start

TREND_MONTHS = 24
"""How many months a trend shows; Making Data Count advises two to three years for monitoring."""


def trend_period(period: Period, months: int = TREND_MONTHS) -> Period:
    """Return the whole months to show for `period`: those ending with its last month, `months` of them or more."""
    last = month_end(period.last)
    first = min(add_months(month_start(last), 1 - months), month_start(period.first))
    return Period(first, last)


def points(
    frame: pl.DataFrame, measure: Measure, filters: Filters, context: Context, known_after_days: int = 0
) -> tuple[Point, ...]:
    """Return one point a month from a frame of sums; months that end after as-at less `known_after_days` are unfinished."""
    known_until = context.as_at - timedelta(days=known_after_days)
    if is_spread(measure):
        months = frame.sort("period_start").partition_by("period_start", as_dict=True)
        return tuple(
            spread_point(rows, measure, start, is_complete=month_end(start) <= known_until)
            for (start,), rows in months.items()
        )
    by_month = shown(frame, ("period_start",), measure, filters, context.audience).sort("period_start")
    return tuple(
        _point(row, measure, is_complete=month_end(row["period_start"]) <= known_until)
        for row in by_month.iter_rows(named=True)
    )


def total(frame: pl.DataFrame, measure: Measure, filters: Filters, context: Context, *, is_complete: bool) -> Point:
    """Return the one point that all rows of `frame` add up to."""
    start = filters.period.first
    if is_spread(measure):
        return spread_point(frame, measure, start, is_complete=is_complete)
    whole = shown(
        frame.with_columns(pl.lit(start).alias("period_start")), ("period_start",), measure, filters, context.audience
    )
    if whole.is_empty():
        return Point(start, None, None, None, is_complete)
    return _point(whole.row(0, named=True), measure, is_complete=is_complete)


def _point(row: dict[str, Any], measure: Measure, *, is_complete: bool) -> Point:
    return Point(
        period_start=row["period_start"],
        value=row["value"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        is_complete=is_complete,
        is_suppressed=row["is_suppressed"],
        is_few=measure.is_few(row["denominator"]),
        interval=interval_of(measure, row["numerator"], row["denominator"], row["squares"]),
    )


def with_gaps(found: tuple[Point, ...], period: Period) -> tuple[Point, ...]:
    """Return the points with a null point for each month between the first found and the period's end that has none."""
    if not found:
        return ()
    held = {point.period_start: point for point in found}
    start, last = found[0].period_start, month_start(period.last)
    months = (last.year - start.year) * 12 + last.month - start.month + 1
    starts = [add_months(start, step) for step in range(max(months, 0))]
    return tuple(held.get(day, Point(day, None, None, None)) for day in starts)
