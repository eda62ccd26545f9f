"""Rewrites the files of a home that has grown: rows in the order of their dates, no gaps left by corrections."""

from frontdoor.warehouse import files
from frontdoor.warehouse.draft import Draft
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.pointer import read_pointer
from frontdoor.warehouse.records_file import create_records
from frontdoor.warehouse.touched import DATED

GROWTH = 1.5
"""How many times its size after the last rewriting a records file may reach."""


def needs_compacting(home: Home) -> bool:
    """Return whether the records file in force has grown GROWTH times since it was last written whole."""
    pointer = read_pointer(home.folder)
    if pointer.generation is None or pointer.compacted_bytes == 0:
        return False
    return files.records_file(home.folder, pointer.generation).stat().st_size >= GROWTH * pointer.compacted_bytes


def compact(home: Home) -> int | None:
    """Rewrite both files as a new generation and return its number; None where they have not grown enough."""
    if not needs_compacting(home):
        return None
    with home.draft() as draft:
        rewrite_records(draft)
        draft.is_whole_rebuild = True
        return draft.publish(made_by="compaction")


def rewrite_records(draft: Draft) -> None:
    """Write the draft's records anew, in the order of their dates; nothing of what was deleted stays in the file."""
    fresh = draft.private / "rewritten.duckdb"
    path = str(fresh).replace("'", "''")
    draft.connection.execute(f"attach '{path}' as rewritten")
    draft.connection.execute("use rewritten")
    create_records(draft.connection)
    catalog = draft.records_path.stem
    tables = draft.connection.execute(
        "select table_name from duckdb_tables() where database_name = 'rewritten' order by table_name"
    ).fetchall()
    for (table,) in tables:
        dated = DATED.get(table.removeprefix("superseded_"))
        order = f" order by {dated}" if dated else ""
        draft.connection.execute(f"insert into rewritten.{table} by name select * from {catalog}.{table}{order}")
    draft.connection.execute(f"use {catalog}")
    draft.connection.execute("detach rewritten")
    draft.reopen_with(fresh)
