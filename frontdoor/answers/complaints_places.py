"""Complaints by service and by procedure: how many, answered in time, upheld and overdue, the worst first and by name."""

import polars as pl

from frontdoor.answers.answer import BreakdownRow, Point
from frontdoor.answers.asking import KEYS, ask, scope_of
from frontdoor.answers.breakdown import breakdown
from frontdoor.answers.complaints_stages import Clocked
from frontdoor.answers.context import Context
from frontdoor.answers.feedback_answer import PlaceLine
from frontdoor.answers.labels import label_of
from frontdoor.answers.shown import shown
from frontdoor.answers.shown_counts import shown_counts
from frontdoor.answers.worked import Worked
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.complaints import COMPLAINTS, UPHELD
from frontdoor.measures.measure import Measure
from frontdoor.periods import Grain
from frontdoor.schema.voice_questions import COMPLAINT_PROCEDURES
from frontdoor.strategy.judgement import State
from frontdoor.strategy.strategy import PromisedMeasure

WORST_FIRST = (State.MISSED, State.CLOSE, State.MET)


def by_procedure(promised: PromisedMeasure, filters: Filters, context: Context) -> pl.DataFrame:
    """Return question complaint_procedures for the period, empty where the filters cannot be answered."""
    try:
        scope = scope_of(promised, filters, filters.period, Grain.YEAR)
        return ask("complaint_procedures", promised, scope, context).frame
    except CannotTellError:
        return COMPLAINT_PROCEDURES.empty()


def places(
    main: Clocked | None, days: pl.DataFrame, promised: PromisedMeasure, filters: Filters, context: Context
) -> tuple[tuple[PlaceLine, ...], tuple[PlaceLine, ...], tuple[BreakdownRow, ...]]:
    """Return the lines of services, those of procedures, and the judged rows of services a chart is made of.

    Services are counted over the procedures that the measure counts; a procedure it does not count has its own line.
    """
    happened = by_procedure(promised, filters, context)
    kept = happened.filter(pl.col("procedure").is_in(promised.procedures)) if promised.procedures else happened
    rows = judged_rows(main, days, "service", filters, context)
    services = _lines(kept, main, "service", rows, filters=filters, context=context)
    by_kind = judged_rows(main, days, "procedure", filters, context)
    procedures = _lines(happened, main, "procedure", by_kind, filters=filters, context=context)
    return services, procedures if len(procedures) > 1 else (), rows


def judged_rows(
    main: Clocked | None, days: pl.DataFrame, column: str, filters: Filters, context: Context
) -> tuple[BreakdownRow, ...]:
    """Return stage 1 by service or procedure, judged by the same target, worst first; empty for only one."""
    if main is None or days.is_empty():
        return ()
    due = pl.col("in_time_cases") + pl.col("late_cases") + pl.col("open_cases")
    inside = as_services(days.with_columns(due_cases=due), column).select(*KEYS, "in_time_cases", "due_cases")
    first, last = filters.dates
    point = Point(first, None, None, None, last <= context.as_at)
    return breakdown(main.promised, Worked(point, (), inside, inside, (), filters.period), "service", filters, context)


def as_services(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """Return the frame with `column` in the place of the service, so that procedures are told apart as services are."""
    return frame.with_columns(service=pl.col(column)).drop("procedure")


def _lines(
    happened: pl.DataFrame,
    main: Clocked | None,
    column: str,
    rows: tuple[BreakdownRow, ...],
    *,
    filters: Filters,
    context: Context,
) -> tuple[PlaceLine, ...]:
    """Return a line for each service or procedure with complaints in the period, worst first."""
    if happened.is_empty():
        return ()
    received = _values(happened, column, COMPLAINTS, filters=filters, context=context)
    upheld = _values(happened, column, UPHELD, filters=filters, context=context)
    overdue = _overdue(main, column, filters, context)
    judged = {row.key: row for row in rows}
    counted = main.promised.procedures if main and column == "procedure" else ()
    lines = [
        PlaceLine(
            label=label_of(key, "service", context),
            received=None if count is None else round(count),
            in_time=judged.get(key),
            upheld=upheld.get(key),
            overdue=overdue.get(key, 0) if main else None,
            is_counted=not counted or key in counted,
        )
        for key, count in received.items()
        if count != 0 or key in judged
    ]
    return tuple(sorted(lines, key=_order))


def _values(
    frame: pl.DataFrame, column: str, measure: Measure, *, filters: Filters, context: Context
) -> dict[str, float | None]:
    """Return a measure's value by service or procedure, after disclosure control; too few decided is None."""
    needed = dict.fromkeys(term.column for term in measure.terms)
    rows = shown(as_services(frame, column).select(*KEYS, *needed), ("service",), measure, filters, context.audience)
    enough = pl.col("denominator").is_null() | (pl.col("denominator") >= measure.minimum_denominator)
    return dict(rows.select("service", pl.when(enough).then(pl.col("value"))).rows())


def _overdue(main: Clocked | None, column: str, filters: Filters, context: Context) -> dict[str, int | None]:
    """Return how many are open past their due date on the last day known, by service or procedure."""
    if main is None:
        return {}
    return dict(shown_counts(main.overdue, (column,), ["open_cases"], filters, context).rows())


def _order(line: PlaceLine) -> tuple[int, float, int]:
    """Return the place of a line: missed before close before met, the lowest share first, then the most complaints."""
    row = line.in_time
    if row is None:
        return len(WORST_FIRST) + 1, 0.0, -(line.received or 0)
    state = row.judgement.state
    place = WORST_FIRST.index(state) if state in WORST_FIRST else len(WORST_FIRST)
    return place, row.value if row.value is not None else 1.0, -(line.received or 0)
