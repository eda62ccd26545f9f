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
        _create_kind(connection, kind)
    connection.execute(f"create table loads ({LOADS.sql_columns})")
    connection.execute("create table repeats (kind varchar, source varchar, record_hash ubigint, load_id bigint)")
    connection.execute("create table withdrawals (kind varchar, source varchar, record_key varchar, load_id bigint)")


def _create_kind(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    columns = record_columns(kind).sql_columns
    connection.execute(f"create table if not exists {kind} ({columns})")
    connection.execute(f"create table if not exists superseded_{kind} ({columns}, {SET_ASIDE})")


def bring_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a records file of an earlier release the tables and columns of this one; its records stay as they were."""
    connection.execute("alter table loads add column if not exists time_zone varchar")
    for kind in KINDS:
        _create_kind(connection, kind)
        _add_columns(connection, kind)


def _add_columns(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    """Add the columns a kind has gained, empty, and hash its records again, so that a repeat is still known as one."""
    held = {row[0] for row in connection.execute(f"describe {kind}").fetchall()}
    missing = [column for column in record_columns(kind).columns if column.name not in held]
    if not missing:
        return
    for table in (kind, f"superseded_{kind}"):
        for column in missing:
            connection.execute(f"alter table {table} add column {column.name} {column.sql_type}")
    hashes = f"select record_hash, {record_hash(kind)} as fresh_hash from"
    connection.execute(
        f"update repeats set record_hash = hashed.fresh_hash from ({hashes} {kind} union {hashes} superseded_{kind}) as hashed "
        "where repeats.kind = $kind and repeats.record_hash = hashed.record_hash",
        {"kind": kind},
    )
    for table in (kind, f"superseded_{kind}"):
        connection.execute(f"update {table} set record_hash = {record_hash(kind)}")


def record_hash(kind: str) -> str:
    """Return the expression that hashes every column of a record of this kind."""
    return f"hash({', '.join(KINDS[kind].names)})"
