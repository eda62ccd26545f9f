"""The records file: the versions in force, the ones set aside, what was delivered again, and the ledger of loads."""

import duckdb

from frontdoor.schema.ledger import LOADS
from frontdoor.schema.records import KEPT, KINDS
from frontdoor.schema.table import Table

SET_ASIDE = "superseded_by bigint, is_withdrawn boolean not null"
"""What a superseded version carries besides: the load that set it aside, and whether it did so by leaving it out."""


def record_columns(kind: str) -> Table:
    """Return the columns of a kind's table in the records file."""
    return Table(kind, KINDS[kind].grain, (*KINDS[kind].columns, *KEPT))


def create_records(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every table of an empty records file."""
    for kind in KINDS:
        columns = record_columns(kind).sql_columns
        connection.execute(f"create table {kind} ({columns})")
        connection.execute(f"create table superseded_{kind} ({columns}, {SET_ASIDE})")
    connection.execute(f"create table loads ({LOADS.sql_columns})")
    connection.execute("create table repeats (kind varchar, source varchar, record_hash ubigint, load_id bigint)")
    connection.execute("create table withdrawals (kind varchar, source varchar, record_key varchar, load_id bigint)")


def record_hash(kind: str) -> str:
    """Return the expression that hashes every column of a record of this kind."""
    return f"hash({', '.join(KINDS[kind].names)})"
