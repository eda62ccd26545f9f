"""A private copy in which one load is made ready; nobody sees it until it is published whole."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from frontdoor.errors import WarehouseError
from frontdoor.schema.ledger import LOADS
from frontdoor.strategy.council import Council
from frontdoor.warehouse import files
from frontdoor.warehouse.pointer import Pointer
from frontdoor.warehouse.publishing import publish
from frontdoor.warehouse.records_file import bring_up_to_date, create_records
from frontdoor.warehouse.touched import TouchedDays
from frontdoor.warehouse.working_days import calendar

PRIVATE_FOLDER = "draft"
MEMORY_LIMIT = "1000MB"
"""What DuckDB may hold while it loads; beyond that it writes to the private folder. 10 million contacts stay under 1.3 GB."""


class Draft:
    """The records of the generation in force, copied; `connection` may change them as it likes.

    `calendar` is a temporary table of the connection (schema CALENDAR, the council's own clock and bank holidays).
    """

    def __init__(self, council: Council, folder: Path, pointer: Pointer) -> None:
        self.council = council
        self.folder = folder
        self.pointer = pointer
        self.private = folder / PRIVATE_FOLDER
        self.generation = pointer.highest + 1
        self.load_id = pointer.last_load + 1
        self.touched = TouchedDays()
        self.is_whole_rebuild = False
        self.is_only_added = True
        self.is_rewritten = pointer.generation is None
        self.places: list[tuple[str, int]] = []
        self._copy()
        self.connection = self._open()

    def _copy(self) -> None:
        files.remove_folder(self.private)
        files.remove_unpublished(self.folder, self.pointer.highest)
        self.private.mkdir()
        if self.pointer.generation is not None:
            files.copy_privately(files.records_file(self.folder, self.pointer.generation), self.records_path)

    def _open(self) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(str(self.records_path))
        try:
            self._lay_out(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _lay_out(self, connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("set temp_directory = $folder", {"folder": str(self.private / "spill")})
        connection.execute("set memory_limit = $limit", {"limit": MEMORY_LIMIT})
        if not connection.execute("show tables").fetchall():
            create_records(connection)
        bring_up_to_date(connection)
        days = calendar(self.council.time_zone, self.council.nation)  # noqa: F841  DuckDB reads it by name
        connection.execute("create temp table calendar as select * from days")

    @property
    def records_path(self) -> Path:
        return self.private / "records.duckdb"

    @property
    def marts_path(self) -> Path:
        return self.private / "marts.duckdb"

    def place_path(self, kind: str, load_id: int) -> Path:
        """Return where a file of places stands until it is published."""
        return self.private / f"{kind}-{load_id}.duckdb"

    def next_load_id(self) -> int:
        """Return a load number nobody has used, and count it as used."""
        number = self.load_id
        self.load_id += 1
        return number

    def write_ledger(self, row: Mapping[str, object]) -> None:
        """Add a load to the ledger; columns left out are null; a name the ledger does not have is a KeyError."""
        row = {"time_zone": self.council.time_zone, **row}
        unknown = set(row) - set(LOADS.names)
        if unknown:
            raise KeyError(f"the ledger has no column {', '.join(sorted(unknown))}")
        names = [name for name in LOADS.names if name in row]
        values = ", ".join(f"${name}" for name in names)
        self.connection.execute(f"insert into loads ({', '.join(names)}) values ({values})", dict(row))
        self.load_id = max(self.load_id, int(str(row["load_id"])) + 1)

    def refuse_another_clock(self) -> None:
        """Raise WarehouseError where a load held was made on another clock than the council's file now names."""
        ours = self.council.time_zone
        row = self.connection.execute(
            "select load_id, time_zone from loads where time_zone != $ours order by load_id limit 1", {"ours": ours}
        ).fetchone()
        if row is not None:
            raise WarehouseError(
                f'council.toml says time_zone = "{ours}", but load {row[0]} was made when it said "{row[1]}", and days and '
                f'half-hours were worked out then. Nothing was changed. Put "{row[1]}" back, or move {self.folder} away and '
                "load the files again."
            )

    def publish(self, ledger_row: Mapping[str, object] | None = None, made_by: str = "load") -> int:
        """Build the marts of the touched months, put this generation in force and return its number.

        Raises UndeclaredOverlapError, or WarehouseError where the council's clock was changed since a load; then nothing has
        changed. The connection is closed afterwards.
        """
        if ledger_row is not None:
            self.write_ledger(ledger_row)
        self.refuse_another_clock()
        return publish(self, made_by)

    def reopen_with(self, rewritten: Path) -> None:
        """Go on with another records file, written anew inside the private folder."""
        self.connection.close()
        rewritten.replace(self.records_path)
        self.connection = self._open()
        self.is_rewritten = True

    def close(self) -> None:
        """Close the files and remove everything private."""
        self.connection.close()
        files.remove_folder(self.private)
