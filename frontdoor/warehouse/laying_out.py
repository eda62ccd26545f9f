"""Lays out the small temporary tables the .sql files read: which days to build, and the ladder of thresholds."""

from collections.abc import Iterable, Mapping
from datetime import date

import duckdb
import polars as pl

from frontdoor.periods import month_start
from frontdoor.warehouse.chunks import Chunk
from frontdoor.warehouse.facts import Declared, Promise, rungs
from frontdoor.warehouse.touched import days_of

PROMISES: dict[str, pl.DataType] = {
    "clock": pl.String(),
    "working_days": pl.Int64(),
    "acknowledged_within": pl.Int64(),
    "longest_extension": pl.Int64(),
}
"""The columns of the table `promises`."""
SHORTEST_FOR_WRITING = 3600
"""The shortest standing rung kept for channels where nobody waits live, in seconds; declared ones are kept as well."""


def lay_out_days(connection: duckdb.DuckDBPyConnection, chunk: Chunk) -> None:
    """Lay out the days of a chunk: touched_days (built in every mart by day) and month_days (their months, in marts by month).

    case_days and clock_days are the same of clocks and cases, follow_up_days of follow-ups; reached_days are read.
    """
    touched = {*chunk.days, *chunk.months}  # a monthly summary is dated on the first day of its month
    put_days(connection, "touched_days", sorted(touched))
    put_days(connection, "month_days", days_of(chunk.months))
    case_days = sorted({*chunk.case_days, *touched})
    marked = {"activity_date": case_days, "is_touched": [day in touched for day in case_days]}
    _put(connection, "case_days", marked, {"activity_date": pl.Date(), "is_touched": pl.Boolean()})
    put_days(connection, "clock_days", days_of(sorted({*chunk.clock_months, *chunk.months})))
    put_days(connection, "follow_up_days", days_of(chunk.follow_up_months))
    put_days(connection, "reached_days", chunk.reached_days())


def lay_out_declared(connection: duckdb.DuckDBPyConnection, declared: Declared) -> None:
    """Lay out what the council declared: the ladder of waits, promises (see PROMISES) and days_ahead (within_days)."""
    _lay_out_ladder(connection, rungs(declared.thresholds), declared.thresholds)
    promises = {
        name: list(values) for name, values in zip(PROMISES, zip(*_promises(declared), strict=True), strict=False)
    }
    _put(connection, "promises", promises, PROMISES)
    _put(connection, "days_ahead", {"within_days": list(declared.days_ahead)}, {"within_days": pl.Int64()})


def _promises(declared: Declared) -> list[tuple[str, int, int | None, int]]:
    """Return a row for what was acknowledged first (acknowledged_within null), and one for each number of days to acknowledge."""
    promises = [Promise(*pair) for pair in declared.promises]
    rows: set[tuple[str, int, int | None, int]] = set()
    for clock, days, to_acknowledge, extension in (*promises, *declared.complaint_promises):
        rows |= {(clock, days, None, extension), (clock, days, 0, extension), (clock, days, to_acknowledge, extension)}
    return sorted(rows, key=str)


def _lay_out_ladder(connection: duckdb.DuckDBPyConnection, steps: tuple[int, ...], named: tuple[int, ...]) -> None:
    """Lay out rungs, ladder (the second past its top) and rung_of_second (the least rung that holds each second)."""
    for_writing = [step >= SHORTEST_FOR_WRITING or step in named for step in steps]
    is_declared = [step in named for step in steps]
    _put(connection, "rungs", {"within_seconds": steps, "is_declared": is_declared, "is_for_writing": for_writing})
    past = steps[-1] + 1
    _put(connection, "ladder", {"past_the_ladder": [past]})
    _put(connection, "rung_of_second", _rung_of_second(steps, past))


def _rung_of_second(rungs: tuple[int, ...], past: int) -> dict[str, object]:
    steps: list[int] = []
    for step in (*rungs, past):
        steps.extend([step] * (step + 1 - len(steps)))
    return {"seconds_waited": list(range(past + 1)), "within_seconds": steps}


def put_days(connection: duckdb.DuckDBPyConnection, name: str, days: Iterable[date]) -> None:
    """Lay out a table of days, each with the first day of its month."""
    listed = list(days)
    columns = {"activity_date": listed, "activity_month": [month_start(day) for day in listed]}
    _put(connection, name, columns, {"activity_date": pl.Date(), "activity_month": pl.Date()})


def _put(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, object],
    schema: dict[str, pl.DataType] | None = None,
) -> None:
    frame = pl.DataFrame(columns, schema=schema)  # noqa: F841  DuckDB reads it by name
    connection.execute(f"create or replace temp table {name} as select * from frame")
