"""A figure that a partner or another team reports: its returns added up where they can be, a missing return named."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import polars as pl

from frontdoor.answers.answer import Point
from frontdoor.answers.asking import KEYS, ask, narrowed
from frontdoor.answers.context import Context, bare
from frontdoor.answers.needs import check_needs
from frontdoor.answers.returns import SERIES, Missing, Rhythm, finest, missing_returns, period_of, rhythm
from frontdoor.answers.sentences import listed
from frontdoor.answers.stated_days import DAY, days_of, stated_day
from frontdoor.answers.trend import total, trend_period
from frontdoor.answers.worked import Worked
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import format_date
from frontdoor.measures.measure import Measure
from frontdoor.periods import Grain, Period, add_months
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.scope import Scope

AS_STATED = "As stated by {providers}, not worked out from our records."

LATEST = "Returns without counts cannot be added up; this is the latest, for {when}."

STATES = "The day it states is {day}."

EARLIER = "The latest return is for {when}."

EVER = date(2000, 1, 1)
"""Returns are few; all of them say in which rhythm they come."""

MONTHS_IN_A_YEAR = 12

COUNTED = (*KEYS, "numerator", "denominator")
"""The columns of a return that are added up, and what they are added up by."""


def report(promised: PromisedMeasure, filters: Filters, context: Context) -> Worked:
    """Return the returns of one reported figure over the period and its trend; CannotTellError by ward or the like.

    Numerators and denominators are added up; where any return has none, the latest stands for the period. Where no
    return lies in the period, the last one before it stands until the next is due. A return that is due and did not
    come leaves the period incomplete.
    """
    measure, months = measure_of(promised), trend_period(filters.period)
    check_needs(promised, measure, context.council)
    if filters.attribute is not None:
        raise CannotTellError("Returns are for whole services; nobody states them by ward or the like.")
    ever = Scope(EVER, max(months.last, context.as_at), Grain.DAY)
    asked = ask("stated", bare(CATALOGUE["contacts"]), ever, context)
    rows = finest(_chosen(asked.frame, promised, filters))
    inside = _inside(rows, filters.period)
    missing = missing_returns(rows, filters.period, context.as_at)
    standing = _last_before(rows, filters.period) if inside.is_empty() and not missing else inside
    is_complete = not missing and filters.period.last <= context.as_at
    point = _point(standing, measure, filters, context, is_complete=is_complete)
    each, shown = rhythm(rows), rows.filter(pl.col("period_start").is_between(months.first, months.last))
    trend = _with_gaps(tuple(_trend(shown, each, measure, filters, context)), each)
    caveats = (*_day_stated(standing, measure), *_caveats(rows, standing, missing, point, filters.period))
    reason = caveats[-1] if missing and point.value is None else ""
    return Worked(point, trend, rows, standing.select(COUNTED), (asked,), filters.period, None, caveats, reason)


def _chosen(frame: pl.DataFrame, promised: PromisedMeasure, filters: Filters) -> pl.DataFrame:
    """Return the returns of this figure, of its own provider, services and channels as the reader narrows them."""
    has_day = DAY.is_not_null() if measure_of(promised).dated else pl.lit(value=False)
    is_stated = pl.col("stated_value").is_not_null() | pl.col("numerator").is_not_null() | has_day
    rows = frame.filter((pl.col("measure") == (promised.reported or promised.measure)) & is_stated)
    if promised.provider:
        rows = rows.filter(pl.col("provider") == promised.provider)
    for column in ("service", "channel"):
        wanted = narrowed(getattr(promised, f"{column}s"), getattr(filters, f"{column}s"))
        rows = rows.filter(pl.col(column).is_in(wanted)) if wanted else rows
    return rows


def _inside(rows: pl.DataFrame, period: Period) -> pl.DataFrame:
    return rows.filter((pl.col("period_start") >= period.first) & (pl.col("to_date") <= period.last))


def _last_before(rows: pl.DataFrame, period: Period) -> pl.DataFrame:
    """Return the last returns that ended before the period did, no older than two returns are apart."""
    oldest = add_months(period.first, -(rhythm(rows).apart or MONTHS_IN_A_YEAR))
    ended = rows.filter(pl.col("to_date").is_between(oldest, period.last))
    return ended.filter(pl.col("to_date") == pl.col("to_date").max())


def _point(rows: pl.DataFrame, measure: Measure, filters: Filters, context: Context, *, is_complete: bool) -> Point:
    """Return the one point of these returns: added up where every one has counts, else the latest alone."""
    if rows.is_empty():
        return Point(filters.period.first, None, None, None, is_complete)
    if measure.dated:
        return _days(rows, measure, filters, context, is_complete=is_complete)
    if has_counts(rows):
        return total(rows.select(COUNTED), measure, filters, context, is_complete=is_complete)
    latest = rows.filter(pl.col("to_date") == pl.col("to_date").max())
    if latest.height > 1:
        raise CannotTellError(
            "Several returns are for the same time and one has no counts, so they cannot be put together."
        )
    return Point(filters.period.first, _value(latest, measure), None, None, is_complete)


def _days(rows: pl.DataFrame, measure: Measure, filters: Filters, context: Context, *, is_complete: bool) -> Point:
    """Return the days from the period's last day known to the date each series states last; the one that decides."""
    latest = rows.sort("to_date").group_by(*SERIES, maintain_order=True).last()
    on = min(filters.period.last, context.as_at)
    return Point(filters.period.first, days_of(stated_day(latest, measure), on, measure), None, None, is_complete)


def _value(row: pl.DataFrame, measure: Measure) -> float | None:
    """Return the value one return states, a count's being its numerator where it gives nothing else."""
    stated, counted = row["stated_value"][0], row["numerator"][0]
    return float(counted * measure.multiplier) if stated is None else float(stated)


def has_counts(rows: pl.DataFrame) -> bool:
    """Return whether every return brings both its counts."""
    return not rows.select("numerator", "denominator").null_count().sum_horizontal().item()


def _trend(rows: pl.DataFrame, each: Rhythm, measure: Measure, filters: Filters, context: Context) -> Iterable[Point]:
    """Yield a point for each stretch that returns are for, of the usual length."""
    for (first, last), returns in rows.group_by("period_start", "to_date", maintain_order=True):
        assert isinstance(first, date)
        assert isinstance(last, date)
        period = period_of(first, last)
        if period.is_whole_months and period.months == each.months:
            is_complete = period.last <= context.as_at
            point = _point(returns, measure, filters.during(period), context, is_complete=is_complete)
            yield replace(point, months=each.months)


def _with_gaps(points: tuple[Point, ...], each: Rhythm) -> tuple[Point, ...]:
    """Return the points with a null one for each return that did not come between the first and the last."""
    held = {point.period_start: point for point in points}
    if not held:
        return ()
    starts = [min(held)]
    while starts[-1] < max(held):
        starts.append(add_months(starts[-1], each.apart or each.months))
    return tuple(held.get(start, Point(start, None, None, None, months=each.months)) for start in starts)


def _day_stated(standing: pl.DataFrame, measure: Measure) -> tuple[str, ...]:
    day = stated_day(standing, measure)
    return () if day is None else (STATES.format(day=format_date(day)),)


def _caveats(
    rows: pl.DataFrame,
    standing: pl.DataFrame,
    missing: tuple[Missing, ...],
    point: Point,
    period: Period,
) -> Iterable[str]:
    providers = sorted((rows if standing.is_empty() else standing)["provider"].unique())
    if providers:
        yield AS_STATED.format(providers=listed(providers))
    if not standing.is_empty():
        first, last = standing.select("period_start", "to_date").row(-1)
        if last < period.first or first < period.first:
            yield EARLIER.format(when=period_of(first, last).label)
        elif point.numerator is None and standing.height > 1:
            yield LATEST.format(when=period_of(first, last).label)
    if missing:
        verb = "return is" if len(missing) == 1 else "returns are"
        yield f"{len(missing)} {verb} missing: {listed([each.words for each in missing])}."
