"""Which months do changed records touch?"""

from datetime import date

import duckdb

from frontdoor.periods import add_months, month_start
from frontdoor.warehouse.sql_files import sql_file

DATED = {"contacts": "activity_date", "contact_intervals": "activity_date", "stated_results": "from_date"}
"""The column that says when a record of each kind happened."""
_MONTHS_OF = {
    "contacts": ("activity_date", "completed_date"),
    "contact_intervals": ("activity_date",),
    "stated_results": ("from_date", "to_date"),
}
"""The columns whose month decides which rows of a mart a record is counted in."""
LINKS_FOLLOWED = 3
"""A row's conversation, the cases of that conversation, and the conversations of those cases."""


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
    """Add the months of rows joined to the table `changed` by a conversation, its cases, and their conversations."""
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
    return months_of(connection, "contacts", "contacts") | months_of(
        connection, "contact_intervals", "contact_intervals"
    )


def months_of_source(connection: duckdb.DuckDBPyConnection, source: str) -> frozenset[date]:
    """Return every month a source's contacts are counted in."""
    connection.execute("set variable source_name = $source", {"source": source})
    return months_of(connection, "contacts", "(from contacts where source = getvariable('source_name'))")
