"""Shows the sound staged rows to the warehouse as `incoming`: exactly a kind's columns, then source and load."""

from datetime import date

import duckdb

from frontdoor.intake.plan import Plan
from frontdoor.intake.quoting import literal, named
from frontdoor.intake.report import Finding
from frontdoor.intake.responses import settle_responses
from frontdoor.intake.source_types import Source
from frontdoor.intake.staging import ROWS
from frontdoor.intake.stated import stated_sql
from frontdoor.schema.places import READ_KINDS


def show_incoming(connection: duckdb.DuckDBPyConnection, plan: Plan, source: Source, load_id: int) -> None:
    """Make `incoming` a view of the staged rows; nothing is copied."""
    shown = named({column: plan.shown(column) for column in READ_KINDS[source.kind].names})
    connection.execute(f"create or replace temp view incoming as select {shown}, {_stamp(source, load_id)} from {ROWS}")


def show_stated(connection: duckdb.DuckDBPyConnection, plan: Plan, source: Source, load_id: int) -> None:
    """Make `incoming` a view of the figures the source itself states in the same rows."""
    rows = f"(select {named({column: plan.shown(column) for column in plan.columns})} from {ROWS})"
    stated = stated_sql(source, rows)
    connection.execute(f"create or replace temp view incoming as select *, {_stamp(source, load_id)} from ({stated})")


def span(connection: duckdb.DuckDBPyConnection) -> tuple[date, date]:
    """Return the first and the last local date `incoming` speaks for; a monthly row speaks for its whole month."""
    columns = {row[0] for row in connection.execute("describe incoming").fetchall()}
    first = "from_date" if "to_date" in columns else "activity_date"
    last = "to_date" if "to_date" in columns else "activity_date"
    if "grain" in columns:
        last = "case when grain = 'month' then last_day(activity_date) else activity_date end"
    row = connection.execute(f"select min({first}), max({last}) from incoming").fetchone()
    assert row is not None
    return row[0], row[1]


def settle(connection: duckdb.DuckDBPyConnection, source: Source) -> tuple[Finding, ...]:
    """Settle what only all staged rows together can tell, before they are shown; return what was found."""
    if source.kind == "contacts" and is_midnight_only(connection):
        mark_as_dates_only(connection)
    return settle_responses(connection) if source.kind == "survey_responses" else ()


def is_midnight_only(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether every time in the file is midnight: then it holds dates, whatever they look like."""
    row = connection.execute(
        f"select coalesce(bool_and(started_local = date_trunc('day', started_local)), false) and bool_or(is_time_known) from {ROWS}"
    ).fetchone()
    return bool(row and row[0])


def mark_as_dates_only(connection: duckdb.DuckDBPyConnection) -> None:
    """Say of every staged row that only its date is known."""
    connection.execute(f"update {ROWS} set is_time_known = false, started_at = null")


def _stamp(source: Source, load_id: int) -> str:
    return f"{literal(source.name)} as source, cast({load_id} as bigint) as load_id"
