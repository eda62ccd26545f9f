"""A register to write in, on SQLite and on a real PostgreSQL where one is installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from frontdoor.register.database import URL_VARIABLE
from frontdoor.register.register import Register, open_register

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
SQLITE_AND_POSTGRESQL = ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)]


def _as_postgres(folder: Path, *command: str | Path) -> None:
    """Run a command of the server; root hands over to the postgres user, because the server refuses root."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Give the address of a server of our own on a unix socket in a short-lived folder."""
    if not SERVERS:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql): not tested on it")
    if find_spec("psycopg") is None:
        pytest.skip('the PostgreSQL driver is not installed (pip install "psycopg[binary]"): not tested on it')
    programs, folder = SERVERS[-1].parent, Path(tempfile.mkdtemp(prefix="frontdoor-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    _as_postgres(folder, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c min_wal_size=32MB -c max_wal_size=64MB"
    _as_postgres(folder, programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
    finally:
        _as_postgres(folder, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=SQLITE_AND_POSTGRESQL)
def url(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Give no address (SQLite in the home), or that of an empty PostgreSQL database, dropped afterwards."""
    if request.param == "sqlite":
        yield None
        return
    server: str = request.getfixturevalue("postgresql_server")
    name = f"register_{uuid4().hex[:12]}"
    _tell(server, f"create database {name} strategy file_copy")
    yield server.replace("/postgres?", f"/{name}?")
    _tell(server, f"drop database {name} with (force)")


def _tell(server: str, command: str) -> None:
    """Run a command of the server's own, outside a transaction."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(command))
    engine.dispose()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    folder = tmp_path / "trentside"
    folder.mkdir()
    return folder


@pytest.fixture
def register(home: Path, url: str | None) -> Iterator[Register]:
    opened = open_register(home, url)
    yield opened
    opened.close()
