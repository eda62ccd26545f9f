"""Builds the marts of the touched months from the records, one .sql file after another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

import duckdb
import polars as pl

from frontdoor.periods import month_end
from frontdoor.schema.marts import MARTS
from frontdoor.strategy.council import Council
from frontdoor.warehouse.facts import rungs
from frontdoor.warehouse.overlaps import refuse_undeclared_overlaps, sources_of_record
from frontdoor.warehouse.sql_files import sql_file
from frontdoor.warehouse.touched import months_between
from frontdoor.warehouse.working_days import calendar

SHORTEST_FOR_WRITING = 3600
"""The shortest standing rung kept for channels where nobody waits live, in seconds; declared ones are kept as well."""
FOLLOW_UP_DAYS = 90  # MARTS.md: follow_ups reach 90 days
BEFORE_OVERLAPS = ("presence", "present_families", "undeclared_overlaps")
STAGING = (
    "sources_out",
    "joined_conversations",
    "folded_conversations",
    "staged_contacts",
    "staged_intervals",
    "resolved_requests",
    "touched_cases",
    "contact_counts",
    "half_hour_counts",
    "attribute_counts",
    "wait_events",
    "waits_on_rungs",
)
BUILT = (
    "contacts_by_half_hour",
    "contacts_by_day",
    "contacts_by_week_shape",
    "contacts_by_attribute",
    "waits_by_half_hour",
    "waits_by_day",
    "waits_by_month",
    "wait_seconds_by_day",
    "wait_seconds_by_month",
    "wait_quantiles_by_month",
    "follow_ups",
    "clocks",
    "cases_by_month",
)
"""The marts built month by month after `coverage`, each after the marts it reads."""


@dataclass(frozen=True, slots=True)
class Build:
    """What to build: the touched months, and the thresholds beyond the standing ladder."""

    months: frozenset[date]
    extra_thresholds: tuple[int, ...] = ()
    is_new_file: bool = True
    ladder: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ladder", rungs(self.extra_thresholds))


def create_marts(connection: duckdb.DuckDBPyConnection, council: Council) -> None:
    """Create every mart, empty, in the attached file `marts`, and fill its calendar."""
    for table in MARTS.values():
        connection.execute(f"create table marts.{table.name} ({table.sql_columns})")
    days = calendar(council.time_zone, council.nation)  # noqa: F841  DuckDB reads it by name
    connection.execute("insert into marts.calendar select * from days")


def build_marts(connection: duckdb.DuckDBPyConnection, council: Council, build: Build) -> None:
    """Rebuild the touched months of every mart; UndeclaredOverlapError where two sources claim the same counts."""
    _lay_out(connection, build)
    sources_of_record(connection, council)
    _stage(connection, BEFORE_OVERLAPS)
    refuse_undeclared_overlaps(connection)
    _rebuild(connection, ("coverage",), build)
    _stage(connection, STAGING)
    _rebuild(connection, BUILT, build)
    connection.execute("delete from marts.stated_results")
    _fill(connection, "stated_results")


def _lay_out(connection: duckdb.DuckDBPyConnection, build: Build) -> None:
    """Write down what the .sql files read: touched months and the ladder."""
    _put_months(connection, "touched_months", build.months)
    _put_months(connection, "widened_months", widened(build.months))
    _put_months(connection, "months_within_reach", widened_after(widened(build.months)))
    declared = [step in build.extra_thresholds for step in build.ladder]
    for_writing = [step >= SHORTEST_FOR_WRITING or step in build.extra_thresholds for step in build.ladder]
    rung_columns = {"within_seconds": build.ladder, "is_declared": declared, "is_for_writing": for_writing}
    _put(connection, "rungs", rung_columns)
    past = build.ladder[-1] + 1
    _put(connection, "ladder", {"past_the_ladder": [past]})
    _put(connection, "rung_of_second", _rung_of_second(build.ladder, past))


def _put_months(connection: duckdb.DuckDBPyConnection, name: str, months: Iterable[date]) -> None:
    _put(connection, name, {"activity_month": sorted(months)}, {"activity_month": pl.Date})


def _put(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: dict[str, object],
    schema: dict[str, type[pl.DataType]] | None = None,
) -> None:
    frame = pl.DataFrame(columns, schema=schema)  # noqa: F841  DuckDB reads it by name
    connection.execute(f"create or replace temp table {name} as select * from frame")


def _rung_of_second(ladder: tuple[int, ...], past: int) -> dict[str, object]:
    seconds = range(past + 1)
    steps: list[int] = []
    for step in (*ladder, past):
        steps.extend([step] * (step + 1 - len(steps)))
    return {"seconds_waited": list(seconds), "within_seconds": steps}


def widened(months: Iterable[date]) -> frozenset[date]:
    """Return the months with those before them whose follow-ups they can change."""
    return frozenset(
        reached for month in months for reached in months_between(month - timedelta(days=FOLLOW_UP_DAYS), month)
    )


def widened_after(months: Iterable[date]) -> frozenset[date]:
    """Return the months with those after them in which their follow-ups can happen."""
    reach = timedelta(days=FOLLOW_UP_DAYS)
    return frozenset(reached for month in months for reached in months_between(month, month_end(month) + reach))


def _stage(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    for name in names:
        stage(connection, name)


def stage(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Make queries/staging/<name>.sql a temporary view or table, as its header's `build:` line says."""
    file = sql_file("staging", name)
    connection.execute(f"create or replace temp {file.header['build']} {name} as\n{file.text}")


def _rebuild(connection: duckdb.DuckDBPyConnection, names: Iterable[str], build: Build) -> None:
    for name in names:
        if not build.is_new_file:
            _clear_months(connection, name)
        _fill(connection, name)


def _clear_months(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    months = "widened_months" if name == "follow_ups" else "touched_months"
    connection.execute(
        f"delete from marts.{name} where cast(date_trunc('month', {_dated(name)}) as date) in (select activity_month from {months})"
    )


def _dated(name: str) -> str:
    """Return the column by whose month a mart is rebuilt."""
    return next(column for column in ("activity_date", "activity_month", "started_date") if column in MARTS[name].names)


def _fill(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    order = ", ".join(_order(MARTS[name].names))
    connection.execute(
        f"insert into marts.{name} by name\nselect * from (\n{sql_file('marts', name).text}\n)\norder by {order}"
    )


def _order(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns a mart is kept in order of: month, service, then date."""
    dated = next(name for name in ("activity_date", "activity_month", "started_date", "from_date") if name in names)
    rest = (name for name in ("attribute", "service", dated, "half_hour", "channel", "queue") if name in names)
    return (f"date_trunc('month', {dated})", *rest)
