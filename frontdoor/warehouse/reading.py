"""Opens a marts file to read: the same way everywhere, because one process may open a file in one way only."""

from pathlib import Path

import duckdb

from frontdoor.errors import WarehouseError


class UnreadableError(WarehouseError):
    """The marts file is missing or damaged."""


def open_to_read(marts_file: Path) -> duckdb.DuckDBPyConnection:
    """Return a read-only connection that can reach nothing but this file; UnreadableError where it cannot be opened."""
    if not marts_file.exists():
        raise UnreadableError(f"{marts_file.name} is no longer kept.")
    try:
        return duckdb.connect(str(marts_file), read_only=True, config={"enable_external_access": "false"})
    except duckdb.Error as error:
        raise UnreadableError(f"{marts_file.name} cannot be read. Run: python -m frontdoor rebuild") from error
