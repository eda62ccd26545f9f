"""Opens a generation's marts to read and asks them questions; viewers never open the records."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import duckdb
import polars as pl

from frontdoor.errors import NoDataError, WarehouseError
from frontdoor.warehouse import files
from frontdoor.warehouse.asking import Asked, Cursors, ask
from frontdoor.warehouse.facts import declared_in, signature
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.planner import Known
from frontdoor.warehouse.reading import UnreadableError, open_to_read
from frontdoor.warehouse.rebuilding import rebuild
from frontdoor.warehouse.scope import Scope

__all__ = ["Asked", "Scope", "Warehouse", "build_elsewhere", "open_warehouse"]

KEPT_OPEN = 8
"""How many generations one process keeps open at once."""
_open: OrderedDict[tuple[Path, str], "Warehouse"] = OrderedDict()
_opening = threading.Lock()
_elsewhere: Callable[[Home], None] | None = None
BEING_BUILT = (
    "The council’s settings have changed, so the figures are being worked out again. These are the last good figures."
)


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The marts of one generation, open to read; safe to share between threads."""

    generation: int
    as_at: date
    loaded_at: datetime
    sources: tuple[str, ...]
    covered_to: dict[str, date]
    thresholds: tuple[int, ...]
    connection: duckdb.DuckDBPyConnection
    cursors: Cursors
    known: Known
    notice: str = ""

    def ask(self, question: str, scope: Scope, parameters: Mapping[str, object] | None = None) -> Asked:
        """Return the answer of queries/<question>.sql over `scope`; CannotTellError with a reason where it has none."""
        return ask(self.cursors, question, scope, parameters or {}, self.known)

    def loads(self) -> pl.DataFrame:
        """Return the ledger of this generation (schema LOADS), oldest load first."""
        return self._read("select * from loads order by load_id")

    def coverage(self) -> pl.DataFrame:
        """Return the coverage mart (schema COVERAGE)."""
        return self._read("select * from coverage order by activity_date, source, service, channel, family")

    def _read(self, sql: str) -> pl.DataFrame:
        with self.connection.cursor() as cursor:
            frame: pl.DataFrame = cursor.sql(sql).pl()
        return frame


def open_warehouse(home: Home, generation: int | None = None) -> Warehouse:
    """Return the marts of a generation (None: the one in force, built anew first if their SQL or baked-in facts changed).

    NoDataError before the first load. Where the newest marts cannot be read, the last good ones with a `notice`.
    """
    number = home.current() if generation is None else generation
    if number is None:
        raise NoDataError(f"Nothing has been loaded for {home.council.name} yet.")
    with _opening:
        if generation is not None:
            return _kept_open(home, number)
        try:
            return _kept_open(home, number)
        except OutOfDateError:
            good = _opened_before(home, number) if _elsewhere else None
            if good is None or _elsewhere is None:
                return _kept_open(home, rebuild(home))
            _elsewhere(home)
            return replace(good, notice=BEING_BUILT)
        except UnreadableError as error:
            return _last_good(home, number, error)


def build_elsewhere(start: Callable[[Home], None] | None) -> None:
    """Have marts that no longer fit built by `start`, which returns at once, while those opened before go on being shown.

    For a server, which must not stand still; everything else builds them itself.
    """
    global _elsewhere  # noqa: PLW0603
    _elsewhere = start


class OutOfDateError(WarehouseError):
    """The marts were made by other SQL or other facts of the council."""


def _last_good(home: Home, broken: int, error: UnreadableError) -> Warehouse:
    """Return the newest marts before `broken` that can be read, saying so; raise `error` where there are none."""
    for number in reversed(files.generations(home.folder, "marts")):
        if number < broken:
            try:
                good = _kept_open(home, number)
            except WarehouseError:
                continue
            return replace(
                good, notice=f"{error} These are the last good figures, as loaded on {good.loaded_at:%-d %B %Y}."
            )
    raise error


def _opened_before(home: Home, number: int) -> Warehouse | None:
    """Return the marts of a generation as this process opened them when the council's facts were others."""
    path = home.marts_file(number).resolve()
    return next((held for (file, _), held in reversed(_open.items()) if file == path), None)


def _kept_open(home: Home, number: int) -> Warehouse:
    path = home.marts_file(number)
    key = (path.resolve(), signature(home.council))
    if key not in _open:
        _open[key] = _open_marts(home, number, path)
    _open.move_to_end(key)
    while len(_open) > KEPT_OPEN:
        _open.popitem(last=False)
    return _open[key]


def _open_marts(home: Home, number: int, path: Path) -> Warehouse:
    connection = open_to_read(path)
    try:
        return _described(home, number, connection)
    except duckdb.Error as error:
        raise UnreadableError(f"{path.name} cannot be read. Run: python -m frontdoor rebuild") from error


def _why_nothing(home: Home, connection: duckdb.DuckDBPyConnection) -> str:
    """Return why there are no figures: nothing is loaded any more, or only files that hold none."""
    name = home.council.name
    if connection.execute("select 1 from loads").fetchone():
        return f"Only postcodes, councillors or ward boundaries are loaded for {name}: load contacts, complaints or a survey."
    return f"Nothing is loaded for {name}: every load was undone."


def _described(home: Home, number: int, connection: duckdb.DuckDBPyConnection) -> Warehouse:
    row = connection.execute("select as_at, loaded_at, signature from generation").fetchone()
    if row is None or row[2] != signature(home.council):
        raise OutOfDateError(
            f"Data version {number} of {home.council.name} was made by another release, so it cannot be shown."
        )
    if row[0] is None:
        raise NoDataError(_why_nothing(home, connection))
    covered = dict(connection.execute("select source, covered_to from sources order by source").fetchall())
    rungs = connection.execute("select distinct within_seconds from waits_by_month order by within_seconds").fetchall()
    return Warehouse(
        number,
        row[0],
        row[1],
        tuple(covered),
        covered,
        tuple(rung[0] for rung in rungs),
        connection,
        Cursors(connection),
        Known(row[0], declared_in(connection, "")),
    )
