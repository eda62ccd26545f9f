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
    """Add the months of rows that share a conversation or a case with the table `changed`."""
    if kind != "contacts":
        return months
    rows = connection.execute(sql_file("merging", "partners").text).fetchall()
    return months | {row[0] for row in rows}


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
