"""Lays out the small temporary tables the .sql files read: which days to build, and the ladder of thresholds."""

from collections.abc import Iterable, Mapping
from datetime import date

import duckdb
import polars as pl

from frontdoor.periods import month_start
from frontdoor.warehouse.chunks import Chunk, days_of
from frontdoor.warehouse.facts import Declared, rungs

SHORTEST_FOR_WRITING = 3600
"""The shortest standing rung kept for channels where nobody waits live, in seconds; declared ones are kept as well."""


def lay_out_days(connection: duckdb.DuckDBPyConnection, chunk: Chunk) -> None:
    """Lay out touched_days (built in every mart), follow_up_days and reached_days (read)."""
    _put_days(connection, "touched_days", days_of(chunk.months))
    _put_days(connection, "follow_up_days", days_of(chunk.follow_up_months))
    _put_days(connection, "reached_days", chunk.reached_days())


def lay_out_declared(connection: duckdb.DuckDBPyConnection, declared: Declared) -> None:
    """Lay out what the council declared: the ladder of waits, promises (clock, working_days) and days_ahead (within_days)."""
    _lay_out_ladder(connection, rungs(declared.thresholds), declared.thresholds)
    promises = {
        "clock": [clock for clock, _ in declared.promises],
        "working_days": [days for _, days in declared.promises],
    }
    _put(connection, "promises", promises, {"clock": pl.String(), "working_days": pl.Int64()})
    _put(connection, "days_ahead", {"within_days": list(declared.days_ahead)}, {"within_days": pl.Int64()})


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


def _put_days(connection: duckdb.DuckDBPyConnection, name: str, days: Iterable[date]) -> None:
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
