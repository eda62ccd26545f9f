"""Which data versions are still kept: when each was made, how far its figures reach and what made it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import duckdb

from frontdoor.errors import WarehouseError
from frontdoor.warehouse import files
from frontdoor.warehouse.facts import signature
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.pointer import read_pointer
from frontdoor.warehouse.reading import open_to_read

MADE_BY_LOAD = "load"
_FACTS = "select parent, made_by, as_at, loaded_at, signature from generation"
_LOADS = "select load_id, source, file_name, loaded, loaded_at from loads order by load_id"


@dataclass(frozen=True, slots=True)
class Brought:
    """One load a version brought: its number, source, file, how many rows were new, and when, UTC."""

    load_id: int
    source: str
    file_name: str
    loaded: int
    loaded_at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """One kept data version; `loads` are all it holds, `brought` those its parent had not, `is_in_force` is that of CURRENT.

    `is_taken_back` says that it is no ancestor of the one in force: what it held was taken back since.
    """

    generation: int
    parent: int | None
    made_by: str
    as_at: date
    loaded_at: datetime
    loads: tuple[Brought, ...]
    brought: tuple[Brought, ...] = ()
    is_in_force: bool = False
    is_taken_back: bool = False


def kept_versions(home: Home) -> tuple[Version, ...]:
    """Return the versions that can still be shown, newest first; damaged files and those of other releases are left out."""
    pointer = read_pointer(home.folder)
    if pointer.generation is None:
        return ()
    numbers = [number for number in files.generations(home.folder, "marts") if number <= pointer.highest]
    found = {number: version for number in numbers if (version := _version(home, number)) is not None}
    line = _line(found, pointer.generation)
    return tuple(
        replace(
            found[number],
            brought=_brought(found[number], found),
            is_in_force=number == pointer.generation,
            is_taken_back=number not in line,
        )
        for number in sorted(found, reverse=True)
    )


def _version(home: Home, number: int) -> Version | None:
    try:
        with open_to_read(home.marts_file(number)) as connection:
            facts = connection.execute(_FACTS).fetchone()
            held = connection.execute(_LOADS).fetchall()
    except (WarehouseError, duckdb.Error):
        return None
    if facts is None or facts[2] is None or facts[4] != signature(home.council):
        return None
    return Version(number, facts[0], facts[1], facts[2], facts[3], tuple(Brought(*row) for row in held))


def _line(found: dict[int, Version], in_force: int) -> set[int]:
    """Return the version in force and those it follows from, as far back as is kept."""
    line: set[int] = set()
    number: int | None = in_force
    while number is not None:
        line.add(number)
        if number not in found:
            return line | {each for each in found if each < number}
        number = found[number].parent
    return line


def _brought(version: Version, found: dict[int, Version]) -> tuple[Brought, ...]:
    """Return the loads that its parent had not; where the parent is no longer kept, those loaded last."""
    if version.made_by != MADE_BY_LOAD:
        return ()
    parent = found.get(version.parent) if version.parent is not None else None
    if parent is not None:
        before = {each.load_id for each in parent.loads}
        return tuple(each for each in version.loads if each.load_id not in before)
    is_first = version.parent is None
    return tuple(each for each in version.loads if is_first or each.loaded_at == version.loaded_at)
