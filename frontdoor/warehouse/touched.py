"""Which months do changed records touch?"""

from datetime import date

import duckdb

from frontdoor.periods import add_months, month_start
from frontdoor.schema.records import COMPLAINT_KINDS, KINDS
from frontdoor.warehouse.sql_files import sql_file

DATED = {kind: "from_date" if kind == "stated_results" else "activity_date" for kind in KINDS}
"""The column that says when a record of each kind happened."""
_MONTHS_OF = {
    "contacts": ("activity_date", "completed_date"),
    "contact_intervals": ("activity_date",),
    "stated_results": ("from_date", "to_date"),
    "survey_responses": ("activity_date",),
    "complaints": (
        "activity_date",
        "resolved_early_date",
        "refused_date",
        "withdrawn_date",
        "stage_1_opened_date",
        "stage_1_acknowledged_date",
        "stage_1_responded_date",
        "stage_2_opened_date",
        "stage_2_acknowledged_date",
        "stage_2_responded_date",
    ),
    "complaint_stages": ("activity_date", "acknowledged_date", "responded_date", "refused_date", "withdrawn_date"),
    "complaint_events": ("activity_date",),
}
"""The columns whose month decides which rows of a mart a record is counted in."""
LINKS_FOLLOWED = 3
"""A row's conversation, the cases of that conversation, and the conversations of those cases."""
IN_MONTHLY_MARTS = tuple(kind for kind in KINDS if kind != "stated_results")
"""The kinds whose records are counted in marts built month by month."""


def months_of(connection: duckdb.DuckDBPyConnection, kind: str, relation: str) -> frozenset[date]:
    """Return the first day of every month any row of `relation` is counted in."""
    months: set[date] = set()
    for column in _MONTHS_OF[kind]:
        rows = connection.execute(
            f"select distinct cast(date_trunc('month', {column}) as date) from {relation} where {column} is not null"
        ).fetchall()
        months.update(row[0] for row in rows)
    return frozenset(months)


def widen_to_partners(connection: duckdb.DuckDBPyConnection, kind: str, months: frozenset[date]) -> frozenset[date]:
    """Add the months of rows joined to the table `changed`: by conversation and case, or as rows of the same complaint."""
    if kind in COMPLAINT_KINDS:
        return months | _months_of_complaints(connection)
    if kind != "contacts":
        return months
    connection.execute(
        "create or replace temp table linked_ids as select distinct source, conversation_id, case_id from changed"
    )
    found = months
    for _ in range(LINKS_FOLLOWED):
        linked = count(connection, "linked_ids")
        connection.execute(f"create or replace temp table together as\n{sql_file('merging', 'together').text}")
        found |= months_of(connection, "contacts", "together")
        connection.execute(
            "create or replace temp table linked_ids as from linked_ids union select source, conversation_id, case_id from together"
        )
        if count(connection, "linked_ids") == linked:
            break
    return found


def _months_of_complaints(connection: duckdb.DuckDBPyConnection) -> frozenset[date]:
    """Return the months of every row of the complaints that the table or view `changed` is about."""
    months: frozenset[date] = frozenset()
    for kind in COMPLAINT_KINDS:
        same = (
            "exists (select 1 from changed where changed.source = k.source and changed.complaint_id = k.complaint_id)"
        )
        months |= months_of(connection, kind, f"(select k.* from {kind} as k where {same})")
    return months


def count(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    """Return how many rows a relation has."""
    row = connection.execute(f"select count(*) from {relation}").fetchone()
    return int(row[0]) if row else 0


def months_between(first: date, last: date) -> frozenset[date]:
    """Return the first day of every month from that of `first` to that of `last`."""
    months = []
    month = month_start(first)
    while month <= last:
        months.append(month)
        month = add_months(month, 1)
    return frozenset(months)


def all_months(connection: duckdb.DuckDBPyConnection) -> frozenset[date]:
    """Return every month any record is counted in."""
    return frozenset().union(*(months_of(connection, kind, kind) for kind in IN_MONTHLY_MARTS))


def months_of_source(connection: duckdb.DuckDBPyConnection, source: str) -> frozenset[date]:
    """Return every month a source's records are counted in."""
    connection.execute("set variable source_name = $source", {"source": source})
    mine = "where source = getvariable('source_name')"
    return frozenset().union(*(months_of(connection, kind, f"(from {kind} {mine})") for kind in IN_MONTHLY_MARTS))
