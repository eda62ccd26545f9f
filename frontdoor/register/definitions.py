"""What each promised measure counts, as agreed: the first statement applies, a file that counts otherwise waits."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select

from frontdoor.measures.measure import Parameter
from frontdoor.register.accountability_tables import DEFINITIONS
from frontdoor.register.auditing import Act, Values, canonical, lock, record
from frontdoor.register.thresholds import HELD_FOR_APPROVAL
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

WORDS = ("measure", "question", "reported", "provider", "noun")
NAMES = ("label", "promise")
"""What a measure is called and belongs to: kept with its definition, and no part of it."""

LISTS = ("services", "channels", "procedures")

PART_MARK = "+"
"""What the names of parts that several measures are counted with begin with, where they stand among the measures' keys."""


class Standing(StrEnum):
    """What a row says of a definition: it counts, it waits for approval, or the files went back on it."""

    IN_FORCE = "in force"
    WAITING = "waiting"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class PendingDefinition:
    """A file that now counts something else: `held` and `stated` are definitions as JSON."""

    id: int
    measure_key: str
    held: str
    stated: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Definitions:
    """By measure: the definition in force as JSON, and the row that waits, where one does."""

    in_force: dict[str, str]
    waiting: dict[str, Row[Any]]

    @property
    def pending(self) -> tuple[PendingDefinition, ...]:
        """Return the changes that wait, oldest first."""
        rows = sorted(self.waiting.values(), key=lambda row: int(row.id))
        return tuple(
            PendingDefinition(row.id, row.measure_key, self.in_force[row.measure_key], row.definition, row.recorded_at)
            for row in rows
        )


def definition_of(promised: PromisedMeasure) -> str:
    """Return what a measure counts as JSON: of what, of whom, by which channels, and by which clock."""
    own = {
        name.value: [[each.from_date, each.value, each.queue, each.source] for each in values]
        for name, values in promised.parameters.items()
        if name not in HELD_FOR_APPROVAL
    }
    return canonical(
        {
            **{name: getattr(promised, name) for name in (*WORDS, *NAMES)},
            **{name: sorted(getattr(promised, name)) for name in LISTS},
            "unit": promised.unit.value if promised.unit else None,
            "better": promised.better.value if promised.better else None,
            "parameters": own,
        }
    )


def as_defined(promised: PromisedMeasure, definition: str | None) -> PromisedMeasure:
    """Return the measure counting what was agreed, whatever its file says by now; its words stay the file's."""
    if definition is None or not differ(definition, definition_of(promised)):
        return promised
    agreed: dict[str, Any] = json.loads(definition)
    fields: dict[str, Any] = {name: agreed[name] for name in WORDS} | {name: tuple(agreed[name]) for name in LISTS}
    thresholds = {name: values for name, values in promised.parameters.items() if name in HELD_FOR_APPROVAL}
    clocks = {Parameter(name): _dated(rows) for name, rows in agreed["parameters"].items()}
    return replace(
        promised,
        **fields,
        unit=Unit(agreed["unit"]) if agreed["unit"] else None,
        better=Better(agreed["better"]) if agreed["better"] else None,
        parameters=thresholds | clocks,
    )


def restored(key: str, definition: str) -> PromisedMeasure:
    """Return a measure that no file has any more, as it was agreed, without its thresholds and targets."""
    agreed: dict[str, Any] = json.loads(definition)
    bare = PromisedMeasure(key, agreed["measure"], agreed.get("label", key), agreed.get("promise", ""), {}, (), (), ())
    return as_defined(bare, definition)


def differ(one: str, other: str) -> bool:
    """Say whether two definitions count different things, whatever they are called."""
    return _counted(one) != _counted(other)


def _counted(definition: str) -> dict[str, Any]:
    return {name: value for name, value in json.loads(definition).items() if name not in NAMES}


def _dated(rows: list[list[Any]]) -> tuple[DatedValue, ...]:
    return tuple(DatedValue(date.fromisoformat(day), value, queue, source) for day, value, queue, source in rows)


def definitions(connection: Connection, council: str) -> Definitions:
    """Return what is in force and what waits."""
    columns = DEFINITIONS.c
    in_force: dict[str, str] = {}
    waiting: dict[str, Row[Any]] = {}
    of_measures = select(DEFINITIONS).where(columns.council == council, ~columns.measure_key.startswith(PART_MARK))
    for row in connection.execute(of_measures.order_by(columns.id)):
        waiting.pop(row.measure_key, None)
        if row.standing == Standing.WAITING.value:
            waiting[row.measure_key] = row
        elif row.standing == Standing.IN_FORCE.value:
            in_force[row.measure_key] = row.definition
    return Definitions(in_force, waiting)


def stated_by(council: Council) -> dict[str, str]:
    """Return the definitions in the council's files, by measure."""
    return {measure.key: definition_of(measure) for measure in council.measures}


def is_read(connection: Connection, council: str, stated: Mapping[str, str]) -> bool:
    """Say whether the files count just what they counted when last read."""
    return not _changes(definitions(connection, council), stated)


def read(
    connection: Connection, act: Act, stated: Mapping[str, str], file_hash: str, *, beside: Iterable[Values] = ()
) -> None:
    """Put each definition stated for the first time in force; leave each that differs waiting, and drop what lapsed.

    Rows `beside` them, of what several measures are counted with, are entered at once.
    """
    lock(connection, act.council)
    changes = _changes(definitions(connection, act.council), stated)
    rows: list[Values] = [definition_row(key, said, standing, file_hash) for key, said, standing in changes]
    rows += beside
    if rows:
        record(connection, act, DEFINITIONS, "read definitions in files", rows)


def definition_row(key: str, definition: str, standing: Standing, file_hash: str) -> dict[str, object]:
    """Return a row as column values, approved by nobody."""
    return {
        "measure_key": key,
        "definition": definition,
        "standing": standing.value,
        "approved_by": "",
        "approved_where": "",
        "file_hash": file_hash,
    }


def _changes(known: Definitions, stated: Mapping[str, str]) -> list[tuple[str, str, Standing]]:
    found = []
    for key, said in sorted(stated.items()):
        waits = known.waiting[key].definition if key in known.waiting else None
        if key not in known.in_force:
            found.append((key, said, Standing.IN_FORCE))
        elif not differ(said, known.in_force[key]):
            found += [(key, waits, Standing.LAPSED)] if waits is not None else []
        elif waits is None or differ(said, waits):
            found.append((key, said, Standing.WAITING))
    return found
