"""What several measures are counted with, as a council's files state it: a change of it for days that are past is kept and seen."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Connection, Row, select

from frontdoor.register.accountability_tables import DEFINITIONS
from frontdoor.register.auditing import Values, canonical
from frontdoor.register.counted_with_parts import NOT_DATED, parts_of
from frontdoor.register.definitions import PART_MARK, Standing, definition_row
from frontdoor.strategy.council import Council

if TYPE_CHECKING:
    from frontdoor.register.register import Register

Entries: TypeAlias = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Recounted:
    """A part that a file changed for days past: `about` names the channels, questions or measures it changed it for."""

    part: str
    about: tuple[str, ...]
    recorded_at: datetime


def stated_by(council: Council) -> dict[str, str]:
    """Return each part of the council's files as JSON, by its name."""
    return {name: canonical(entries) for name, entries in parts_of(council).items()}


def is_read(connection: Connection, council: str, stated: Mapping[str, str]) -> bool:
    """Say whether the files state just what they stated when last read."""
    return not _changed(connection, council, stated)


def rows_to_read(connection: Connection, council: str, stated: Mapping[str, str], file_hash: str) -> list[Values]:
    """Return a row of every part that is stated for the first time or otherwise than before; it counts at once."""
    return [
        definition_row(f"{PART_MARK}{name}", stated[name], Standing.IN_FORCE, file_hash)
        for name in _changed(connection, council, stated)
    ]


def recounted(register: "Register") -> tuple[Recounted, ...]:
    """Return every change for days that were past when the file was read, oldest first."""
    with register.read() as connection:
        rows = _rows(connection, register.council)
    before: dict[str, Row[Any]] = {}
    found = []
    for row in rows:
        name = row.measure_key.removeprefix(PART_MARK)
        if name in before:
            about = _touched(name, before[name].definition, row.definition, row.recorded_at.date())
            found += [Recounted(name, about, row.recorded_at)] if about else []
        before[name] = row
    return tuple(found)


def _changed(connection: Connection, council: str, stated: Mapping[str, str]) -> list[str]:
    last = {row.measure_key.removeprefix(PART_MARK): row.definition for row in _rows(connection, council)}
    return [name for name, said in sorted(stated.items()) if last.get(name) != said]


def _rows(connection: Connection, council: str) -> list[Row[Any]]:
    columns = DEFINITIONS.c
    query = select(DEFINITIONS).where(columns.council == council, columns.measure_key.startswith(PART_MARK))
    return list(connection.execute(query.order_by(columns.id)))


def _touched(name: str, before: str, after: str, on: date) -> tuple[str, ...]:
    """Return what the part is changed for on days up to `on`: the names of the entries that differ."""
    then, now = ({canonical(each): each for each in _known(json.loads(text), on)} for text in (before, after))
    changed = {(then | now)[text]["of"] for text in then.keys() ^ now.keys()}
    if name in NOT_DATED:  # what comes new or goes is another matter: only what stays can be moved
        changed &= {each["of"] for each in then.values()} & {each["of"] for each in now.values()}
    return tuple(sorted(changed))


def _known(entries: Entries, on: date) -> Entries:
    """Return the entries begun by `on`, without ends that are still to come."""
    day = on.isoformat()
    begun = (each for each in entries if (each.get("from") or "") <= day)
    return [{**each, "before": each.get("before") if (each.get("before") or day) < day else None} for each in begun]
