"""Holds one generation's marts against another's, table by table."""

import duckdb

from frontdoor.schema.marts import MARTS
from frontdoor.schema.records import KEPT, KINDS
from frontdoor.warehouse.home import Home


def differences(one: Home, other: Home) -> dict[str, tuple[int, int]]:
    """Return, for every mart that differs, how many rows only the first and only the second has."""
    with duckdb.connect() as connection:
        _attach(connection, "one", str(one.marts_file(one.current() or 0)))
        _attach(connection, "other", str(other.marts_file(other.current() or 0)))
        found = {mart: _both_ways(connection, f"one.{mart}", f"other.{mart}") for mart in MARTS}
    return {mart: rows for mart, rows in found.items() if rows != (0, 0)}


def differing_records(one: Home, other: Home) -> dict[str, tuple[int, int]]:
    """Return the same of the records in force, whichever load brought them."""
    with duckdb.connect() as connection:
        _attach(connection, "one", str(one.records_file(one.current() or 0)))
        _attach(connection, "other", str(other.records_file(other.current() or 0)))
        found = {}
        for kind, table in KINDS.items():
            names = ", ".join((*table.names, *(column.name for column in KEPT if column.name != "load_id")))
            found[kind] = _both_ways(
                connection, f"(select {names} from one.{kind})", f"(select {names} from other.{kind})"
            )
    return {kind: rows for kind, rows in found.items() if rows != (0, 0)}


def _attach(connection: duckdb.DuckDBPyConnection, name: str, path: str) -> None:
    connection.execute(f"attach '{path}' as {name} (read_only)")


def _both_ways(connection: duckdb.DuckDBPyConnection, one: str, other: str) -> tuple[int, int]:
    return _only_in(connection, one, other), _only_in(connection, other, one)


def _only_in(connection: duckdb.DuckDBPyConnection, one: str, other: str) -> int:
    row = connection.execute(f"select count(*) from (from {one} except all from {other})").fetchone()
    assert row is not None
    return int(row[0])
