"""Small files, read as far as the table `incoming` in a plain DuckDB connection, or loaded into a home of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from frontdoor.intake.checking import Checked, check
from frontdoor.intake.findings import findings
from frontdoor.intake.incoming import settle, show_incoming
from frontdoor.intake.layouts import layout_of
from frontdoor.intake.reading import Staged, read
from frontdoor.intake.receiving import receive
from frontdoor.intake.report import Finding
from frontdoor.intake.source import read_source
from frontdoor.intake.source_types import Layout, Source
from frontdoor.intake.staging import open_staging
from frontdoor.strategy.council import Council
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.records_file import create_records

KEY = b"a key of thirty-two bytes exactly"[:32]


@dataclass
class Taken:
    """A file read and checked, and what came of it."""

    connection: duckdb.DuckDBPyConnection
    source: Source
    staged: Staged
    checked: Checked
    settled: tuple[Finding, ...]
    council: Council

    def findings(self, kind: str) -> list[Finding]:
        self.connection.execute("create or replace temp table calendar (activity_date date, holiday varchar)")
        found = findings(self.connection, self.staged, self.checked, self.source, self.council)
        return [one for one in (*self.settled, *found) if one.kind == kind]

    def counted(self, problem: str) -> int:
        return self.checked.problems[problem][1] if problem in self.checked.problems else 0

    def rows(self, columns: str, where: str = "true") -> list[tuple[object, ...]]:
        return self.connection.execute(f"select {columns} from incoming where {where} order by all").fetchall()

    def rejects(self) -> list[tuple[int, str, str]]:
        return [(one.line, one.column, one.reason) for one in self.checked.rejects]


@pytest.fixture(scope="session")
def trentside() -> Council:
    return read_council(shipped_councils() / "trentside.toml")


@pytest.fixture
def take(tmp_path: Path, trentside: Council) -> Iterator[Callable[..., Taken]]:
    """Return a function that reads the bytes of a file through a source (a name, or a Source)."""
    connections = []

    def taken(content: bytes | str, source: str | Source = "frontdoor", council: Council = trentside) -> Taken:
        known = read_source(source) if isinstance(source, str) else source
        folder = tmp_path / f"private-{len(connections)}"
        folder.mkdir()
        file = tmp_path / f"file-{len(connections)}.csv"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        connection = duckdb.connect()
        connections.append(connection)
        create_records(connection)
        open_staging(connection, folder)
        arrival = receive(file, folder, known.encoding, is_grid=known.layout is Layout.MONTHS)
        known = layout_of(connection, arrival, known)
        staged = read(connection, arrival, known, council, KEY)
        checked = check(connection, staged, known)
        settled = settle(connection, known) if known.kind != "contacts" else ()
        show_incoming(connection, staged.plan, known, 1)
        return Taken(connection, known, staged, checked, settled, council)

    yield taken
    for connection in connections:
        connection.close()


@pytest.fixture
def home(tmp_path: Path, trentside: Council) -> Home:
    folder = tmp_path / "trentside"
    folder.mkdir()
    return Home(trentside, folder)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes | str, str], Path]:
    """Return a function that writes a file and returns its path."""

    def written(content: bytes | str, name: str = "export.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written
