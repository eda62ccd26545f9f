"""A measure by service and by channel, each judged by its own target or the council's: an average hides no failing service."""

import polars as pl

from frontdoor.answers.answer import BreakdownRow, Point
from frontdoor.answers.context import Context
from frontdoor.answers.labels import Side, label_of
from frontdoor.answers.result import measured
from frontdoor.answers.shown import shown
from frontdoor.answers.worked import Worked
from frontdoor.filters import Filters
from frontdoor.measures.measure import Kind
from frontdoor.measures.sampling import interval_of
from frontdoor.schema.units import Better
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.judgement import JUDGED, State, judge
from frontdoor.strategy.strategy import PromisedMeasure


def breakdown(
    promised: PromisedMeasure, worked: Worked, side: Side, filters: Filters, context: Context
) -> tuple[BreakdownRow, ...]:
    """Return one row per service or channel found in the period, worst first; empty where there is only one."""
    measure = measure_of(promised)
    if measure.kind in (Kind.QUANTILE, Kind.SURVIVAL) or worked.inside.is_empty():
        return ()
    rows = shown(worked.inside, (side,), measure, filters, context.audience).filter(pl.col("numerator").is_not_null())
    if rows.height < 2:
        return ()
    found = [
        _row(row, promised, side, filters, context, is_complete=worked.period.is_complete)
        for row in rows.iter_rows(named=True)
    ]
    return tuple(sorted(found, key=lambda row: _order(row, measure.better)))


def _row(
    row: dict[str, float | str | None],
    promised: PromisedMeasure,
    side: Side,
    filters: Filters,
    context: Context,
    *,
    is_complete: bool,
) -> BreakdownRow:
    measure = measure_of(promised)
    value, numerator, denominator, squares = (
        _number(row[name]) for name in ("value", "numerator", "denominator", "squares")
    )
    interval = interval_of(measure, numerator, denominator, squares)
    point = Point(filters.period.first, value, numerator, denominator, is_complete, interval=interval)
    key = str(row[side])
    targets = context.targets(promised, key if side == "service" else None)
    judgement = judge(measured(point, measure), targets, filters.period.last)
    value = None if judgement.state is State.TOO_FEW else value
    label = label_of(key, side, context)
    return BreakdownRow(key, label, value, numerator, denominator, judgement, None if value is None else interval)


def _number(value: float | str | None) -> float | None:
    return None if value is None else float(value)


def _order(row: BreakdownRow, better: Better) -> tuple[bool, float]:
    value = row.value or 0.0
    return row.value is None, value if better is Better.HIGHER else -value


def failing(rows: tuple[BreakdownRow, ...]) -> tuple[BreakdownRow, ...]:
    """Return the rows judged missed, worst first."""
    return tuple(row for row in rows if row.judgement.state is State.MISSED)


def is_judged(rows: tuple[BreakdownRow, ...]) -> bool:
    """Return whether any row is met, close or missed."""
    return any(row.judgement.state in JUDGED for row in rows)
