"""Opens a marts file to read: the same way everywhere, because one process may open a file in one way only."""

from pathlib import Path

import duckdb


def open_to_read(marts_file: Path) -> duckdb.DuckDBPyConnection:
    """Return a read-only connection that can reach nothing but this file."""
    return duckdb.connect(str(marts_file), read_only=True, config={"enable_external_access": "false"})
