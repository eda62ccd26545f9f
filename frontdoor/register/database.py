"""The register's database: SQLite beside the data or PostgreSQL by URL, short transactions, plain errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from frontdoor.errors import RegisterError

URL_VARIABLE = "FRONTDOOR_REGISTER_URL"
SQLITE_FILE = "register.sqlite"
CONNECT_SECONDS = 5  # a database server on the same network answers in milliseconds
SQLSTATE_LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL documentation, appendix A
DRIVER_HINT = '{url}: the driver for this address is not installed; pip install "psycopg[binary]".'


def connect(home_folder: Path, url: str | None, busy_seconds: float) -> Engine:
    """Return the engine of the register at `url`, or of the SQLite file in the home; nothing is opened yet.

    Raises:
        RegisterError: no such folder, not a database address, or its driver is not installed.
    """
    if not url:
        if not home_folder.is_dir():
            raise RegisterError(f"{home_folder}: there is no such folder to keep the register in.")
        return _connect_file(home_folder / SQLITE_FILE, busy_seconds)
    address = _address(url)
    if address.get_backend_name() == "sqlite" and address.database:
        return _connect_file(Path(address.database), busy_seconds)
    if address.get_backend_name() == "postgresql":
        return _connect_server(address, busy_seconds)
    raise RegisterError(f"{URL_VARIABLE} names {address.drivername}; the register lives in PostgreSQL or SQLite.")


def _address(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise RegisterError(
            f"{URL_VARIABLE} is not a database address; write postgresql://user:password@host/name."
        ) from error


def _connect_file(path: Path, busy_seconds: float) -> Engine:
    """Connect to SQLite; a connection per transaction, so that neither threads nor child processes share one."""
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise RegisterError(f"{path}: the register cannot be opened ({error.strerror}).") from error
    address = URL.create("sqlite+pysqlite", database=str(path))
    engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": busy_seconds})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Leave `begin` to us; write-ahead log, synced at each commit, as a decision must survive a power cut."""
    connection.isolation_level = None
    for setting in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
        connection.execute(f"pragma {setting}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at the start of a writing transaction, so that it waits instead of failing half-way."""
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("begin immediate" if is_writing else "begin")


def stamp(engine: Engine) -> tuple[int, ...] | None:
    """Return numbers that differ after every write to a register in a file; None where only asking it can tell.

    Raises:
        RegisterError: the file is gone.
    """
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    file = Path(engine.url.database)
    try:
        return tuple(number for path in (file, Path(f"{file}-wal")) for number in _written(path))
    except OSError as error:
        raise RegisterError(f"{file}: the register cannot be read ({error.strerror}).") from error


def _written(path: Path) -> tuple[int, int, int]:
    """Return inode, size and time of the last write; zeros for a log that is not there, which a file at rest has not."""
    try:
        found = path.stat()
    except FileNotFoundError:
        if not path.name.endswith("-wal"):
            raise
        return 0, 0, 0
    return found.st_ino, found.st_size, found.st_mtime_ns


@lru_cache(maxsize=8)
def _connect_server(address: URL, busy_seconds: float) -> Engine:
    """Connect to PostgreSQL through one pool for the whole process, however often the register is opened."""
    waits = {"options": f"-c lock_timeout={round(busy_seconds * 1000)}", "connect_timeout": CONNECT_SECONDS}
    try:
        return create_engine(address, pool_pre_ping=True, connect_args=waits)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise RegisterError(DRIVER_HINT.format(url=address.render_as_string(hide_password=True))) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection that sees one moment of the register throughout."""
    with plain_errors(engine), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in a transaction that is kept whole at the end, or not at all."""
    with plain_errors(engine), engine.connect().execution_options(is_writing=True) as connection, connection.begin():
        yield connection


@contextmanager
def plain_errors(engine: Engine) -> Iterator[None]:
    """Turn what the database says into a RegisterError a person can act on."""
    try:
        yield
    except (DBAPIError, PoolTimeoutError) as error:
        raise RegisterError(_sentence(error, engine)) from error


def _sentence(error: DBAPIError | PoolTimeoutError, engine: Engine) -> str:
    where = engine.url.database if engine.dialect.name == "sqlite" else engine.url.render_as_string(hide_password=True)
    if _is_busy(error):
        return f"{where}: the register is busy with another change. Nothing was written; try again in a moment."
    cause = str(error.orig if isinstance(error, DBAPIError) else error).splitlines()[0]
    return (
        f"{where}: the register cannot be used ({cause}). "
        "Nothing was written; if it is damaged, put back its latest copy."
    )


def _is_busy(error: DBAPIError | PoolTimeoutError) -> bool:
    cause = error.orig if isinstance(error, DBAPIError) else error
    return isinstance(error, PoolTimeoutError) or (
        getattr(cause, "sqlstate", None) == SQLSTATE_LOCK_NOT_AVAILABLE or "database is locked" in str(cause)
    )
