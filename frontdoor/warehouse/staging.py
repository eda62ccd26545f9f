"""Makes the files of queries/staging/ temporary views and tables, which the marts read."""

import duckdb

from frontdoor.warehouse.sql_files import sql_file


def stage(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Make queries/staging/<name>.sql a temporary view or table, as its header's `build:` line says."""
    file = sql_file("staging", name)
    connection.execute(f"create or replace temp {file.header['build']} {name} as\n{file.text}")
