"""Postcodes, councillors and ward boundaries: kept whole beside the data versions, in force by the ledger, opened to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb
import polars as pl

from frontdoor.errors import CannotTellError
from frontdoor.schema.places import PLACE_KEYS, PLACES
from frontdoor.warehouse import files
from frontdoor.warehouse.draft import Draft
from frontdoor.warehouse.reading import UnreadableError, open_to_read
from frontdoor.warehouse.sql_files import sql_file

FOLDER = "places"
KEPT_OPEN = 16
"""How many files of places one process keeps open."""


@dataclass(frozen=True, slots=True)
class PlaceFile:
    """The file of one kind that is in force: the load that brought it, its source and when it was loaded."""

    kind: str
    load_id: int
    source: str
    file_name: str
    path: Path

    def ask(self, question: str, parameters: Mapping[str, object] | None = None) -> pl.DataFrame:
        """Return the answer of queries/places/<question>.sql; CannotTellError where the file is no longer kept."""
        try:
            connection = _opened(self.path, self.path.stat().st_mtime_ns)
        except (OSError, UnreadableError):
            raise CannotTellError(
                f"The file of load {self.load_id} ({self.file_name}) is no longer kept. Take load {self.load_id} back and "
                "load it again."
            ) from None
        with connection.cursor() as cursor:
            return pl.DataFrame(
                cursor.execute(sql_file(FOLDER, question).text, dict(parameters or {})).to_arrow_table()
            )


def keep_place(draft: Draft, kind: str, load_id: int) -> int:
    """Write the view `incoming` of the draft into a file of its own, in the order of its key; return how many rows it has.

    The file is put in place when the draft is published. Rows lie in order, so that one is found by reading one block.
    """
    connection, path = draft.connection, str(draft.place_path(kind, load_id)).replace("'", "''")
    draft.place_path(kind, load_id).unlink(missing_ok=True)
    connection.execute(f"attach '{path}' as place")
    try:
        names = ", ".join(PLACES[kind].names)
        connection.execute(f"create table place.{kind} ({PLACES[kind].sql_columns})")
        connection.execute(f"insert into place.{kind} select {names} from incoming order by {PLACE_KEYS[kind]}")
        row = connection.execute(f"select count(*) from place.{kind}").fetchone()
        connection.execute("checkpoint place")
    finally:
        connection.execute("detach place")
    draft.places.append((kind, load_id))
    return int(row[0]) if row else 0


def place_in_force(folder: Path, ledger: pl.DataFrame, kind: str) -> PlaceFile | None:
    """Return the file of a kind that the newest of its loads in the ledger (schema LOADS) brought; None where none did."""
    loads = ledger.filter(pl.col("kind") == kind).sort("load_id")
    if loads.is_empty():
        return None
    newest = loads.row(-1, named=True)
    load_id = int(newest["load_id"])
    return PlaceFile(kind, load_id, newest["source"], newest["file_name"], files.place_file(folder, kind, load_id))


@lru_cache(maxsize=KEPT_OPEN)
def _opened(path: Path, _written_at: int) -> duckdb.DuckDBPyConnection:
    """Return a connection to a file of places as it was written at a time."""
    return open_to_read(path)
