"""Builds the marts of the touched months from the records, one .sql file after another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import duckdb

from frontdoor.schema.marts import MARTS
from frontdoor.strategy.council import Council
from frontdoor.warehouse.chunks import Chunk, chunks
from frontdoor.warehouse.facts import Declared
from frontdoor.warehouse.laying_out import lay_out_days, lay_out_declared
from frontdoor.warehouse.linking import link_attributes
from frontdoor.warehouse.overlaps import refuse_undeclared_overlaps, sources_of_record
from frontdoor.warehouse.sql_files import sql_file
from frontdoor.warehouse.working_days import calendar

OVERLAPS = ("presence", "presence_of_voices", "present_families", "undeclared_overlaps")
READ = ("cases_read", "case_rows")
STAGING = (
    "joined_conversations",
    "folded_conversations",
    "staged_contacts",
    "staged_intervals",
    "case_contacts",
    "cases",
    "resolved_requests",
    "contact_counts",
    "half_hour_counts",
    "wait_events",
    "waits_on_rungs",
    "complaint_parts",
    "staged_complaints",
    "complaint_clocks",
    "complaint_counts",
    "staged_responses",
    "staged_answers",
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
    "follow_ups_by_day",
    "clocks",
    "clock_results_by_ward",
    "clock_results_by_day",
    "clock_durations_by_month",
    "cases_by_month",
    "complaints_by_day",
    "complaints_by_attribute",
    "answers_by_day",
    "answers_by_attribute",
)
"""The marts built month by month after `coverage`, each after the marts it reads."""
OF_FOLLOW_UPS = ("follow_ups", "follow_ups_by_day")
"""The marts whose rows what happens in later months can change."""


@dataclass(frozen=True, slots=True)
class Build:
    """What to build: the touched months, the promises declared, and whether the marts are empty."""

    months: frozenset[date]
    declared: Declared = field(default_factory=Declared)
    is_new_file: bool = True


def create_marts(connection: duckdb.DuckDBPyConnection, council: Council) -> None:
    """Create every mart, empty, in the attached file `marts`, and fill its calendar."""
    for table in MARTS.values():
        connection.execute(f"create table marts.{table.name} ({table.sql_columns})")
    days = calendar(council.time_zone, council.nation)  # noqa: F841  DuckDB reads it by name
    connection.execute("insert into marts.calendar select * from days")


def build_marts(connection: duckdb.DuckDBPyConnection, council: Council, build: Build) -> None:
    """Rebuild the touched months of every mart; UndeclaredOverlapError where two sources claim the same counts."""
    lay_out_declared(connection, build.declared)
    _decide_sources(connection, council, build)
    for chunk in chunks(connection, build.months):
        lay_out_days(connection, chunk)
        _read_contacts(connection, is_kept=bool(chunk.months or council.shared_keys))
        _stage(connection, READ)
        link_attributes(connection, council)
        _stage(connection, STAGING)
        _rebuild(connection, BUILT, build)
        _fill_attributes(connection)
    connection.execute("delete from marts.stated_results")
    _fill(connection, "stated_results")


def _decide_sources(connection: duckdb.DuckDBPyConnection, council: Council, build: Build) -> None:
    """Work out which source counts where, for all touched months at once, and keep it in `coverage`."""
    lay_out_days(connection, Chunk(tuple(sorted(build.months)), ()))
    sources_of_record(connection, council)
    _stage(connection, OVERLAPS)
    refuse_undeclared_overlaps(connection)
    _rebuild(connection, ("coverage",), build)
    stage(connection, "sources_out")


def _stage(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    for name in names:
        stage(connection, name)


def stage(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Make queries/staging/<name>.sql a temporary view or table, as its header's `build:` line says."""
    file = sql_file("staging", name)
    connection.execute(f"create or replace temp {file.header['build']} {name} as\n{file.text}")


def _read_contacts(connection: duckdb.DuckDBPyConnection, *, is_kept: bool) -> None:
    """Lay out `contacts_read`; not laid by where only follow-ups are built, which need few of its columns and need them once."""
    stage(connection, "contacts_in_reach")
    if is_kept:
        stage(connection, "contacts_kept")
    connection.execute(
        f"create or replace temp view contacts_read as from {'contacts_kept' if is_kept else 'contacts_in_reach'}"
    )


def _rebuild(connection: duckdb.DuckDBPyConnection, names: Iterable[str], build: Build) -> None:
    for name in names:
        if not build.is_new_file:
            _clear_months(connection, name)
        _fill(connection, name)


def _clear_months(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    days = "follow_up_days" if name in OF_FOLLOW_UPS else "touched_days"
    connection.execute(f"delete from marts.{name} where {_dated(name)} in (select activity_date from {days})")


def _dated(name: str) -> str:
    """Return the column by whose month a mart is rebuilt."""
    return next(column for column in ("activity_month", "activity_date", "started_date") if column in MARTS[name].names)


def _fill_attributes(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the rows of every attribute some source gives to contacts_by_attribute."""
    rows = connection.execute(
        "select distinct unnest(attributes) as attribute from given order by attribute"
    ).fetchall()
    for (attribute,) in rows:
        connection.execute("set variable attribute = $attribute", {"attribute": attribute})
        _fill(connection, "contacts_by_attribute", "contacts_by_one_attribute")


def _fill(connection: duckdb.DuckDBPyConnection, name: str, file: str = "") -> None:
    order = ", ".join(_order(MARTS[name].names))
    text = sql_file("marts", file or name).text
    connection.execute(f"insert into marts.{name} by name\nselect * from (\n{text}\n)\norder by {order}")


def _order(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns a mart is kept in order of: clock or attribute, month, service, then date; each asks for one of the first."""
    dated = next(name for name in ("activity_date", "activity_month", "started_date", "from_date") if name in names)
    first = (name for name in ("clock", "attribute") if name in names)
    rest = (name for name in ("service", dated, "half_hour", "channel", "queue") if name in names)
    return (*first, f"date_trunc('month', {dated})", *rest)
