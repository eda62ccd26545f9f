"""Writes rows together with their audit entry, and checks that rows and chain still agree."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, Table, insert, select, update

from frontdoor.register.columns import without_added
from frontdoor.register.entries import AuditEntry, Chain
from frontdoor.register.tables import AUDIT, AUDITED, REGISTER_VERSION

Values: TypeAlias = Mapping[str, object]
CHAIN_START = "0" * 64


@dataclass(frozen=True, slots=True)
class Act:
    """One person's write: for which council, by whom, at what moment (with its zone)."""

    council: str
    author: str
    now: datetime

    @property
    def entered(self) -> dict[str, object]:
        """Return the columns every row carries; nobody is verified before sign-in exists."""
        return {
            "council": self.council,
            "author": self.author,
            "author_is_verified": False,
            "recorded_at": self.now.astimezone(UTC),
        }


def canonical(value: object) -> str:
    """Return `value` as JSON in the one form that is hashed: sorted keys, no spaces, dates as ISO 8601."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_iso_date
    )


def _iso_date(value: date) -> str:
    return value.isoformat()


def digest_of(value: object) -> str:
    """Return the SHA-256 of the canonical form, in hex."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def record(
    connection: Connection, act: Act, table: Table, action: str, rows: list[Values], *, before: object = None
) -> list[int]:
    """Insert `rows` with one audit entry that holds them, in the caller's transaction; return their ids."""
    complete = [{**row, **act.entered} for row in rows]
    key = next(iter(table.primary_key))
    ids = list(connection.execute(insert(table).returning(key, sort_by_parameter_order=True), complete).scalars())
    after = [{**row, key.name: identity} for row, identity in zip(complete, ids, strict=True)]
    content = {"action": action, "subject": table.name, "after": canonical(after)}
    _append(connection, act, {**content, "before": None if before is None else canonical(before)})
    return ids


def lock(connection: Connection, council: str) -> int:
    """Return the council's version and hold every other writer of it off until the transaction ends."""
    version = REGISTER_VERSION.c
    counter = select(version.version).where(version.council == council).with_for_update()
    return int(connection.execute(counter).scalar_one())


def _append(connection: Connection, act: Act, content: Values) -> None:
    council = act.council
    sequence = lock(connection, council) + 1
    latest = select(AUDIT.c.hash).where(AUDIT.c.council == council).order_by(AUDIT.c.sequence.desc()).limit(1)
    entry = {
        **act.entered,
        **content,
        "sequence": sequence,
        "previous_hash": connection.execute(latest).scalar() or CHAIN_START,
    }
    connection.execute(insert(AUDIT), {**entry, "hash": digest_of(entry)})
    counter = update(REGISTER_VERSION).where(REGISTER_VERSION.c.council == council)
    connection.execute(counter.values(version=sequence))


def audit_entries(connection: Connection, council: str) -> tuple[AuditEntry, ...]:
    """Return every entry, oldest first."""
    rows = connection.execute(select(AUDIT).where(AUDIT.c.council == council).order_by(AUDIT.c.sequence))
    return tuple(
        AuditEntry(**{name: value for name, value in row._asdict().items() if name != "council"}) for row in rows
    )


def check_chain(connection: Connection, council: str) -> Chain:
    """Recompute every hash, then hold every row of the audited tables against the entry that wrote it."""
    entries = audit_entries(connection, council)
    faults = [*_broken_links(entries, council), *_count_faults(connection, council, entries)]
    for table in AUDITED:
        faults += _changed_rows(connection, council, table, [entry for entry in entries if entry.subject == table.name])
    return Chain(len(entries), entries[-1].hash if entries else CHAIN_START, tuple(faults))


def _broken_links(entries: Iterable[AuditEntry], council: str) -> Iterable[str]:
    previous = CHAIN_START
    for expected, entry in enumerate(entries, start=1):
        content = {name: getattr(entry, name) for name in AuditEntry.__slots__ if name != "hash"}
        if (entry.sequence, entry.previous_hash) != (expected, previous):
            yield f"Entry {entry.sequence} does not follow the entry before it."
        if digest_of({**content, "council": council}) != entry.hash:
            yield f"Entry {entry.sequence} was altered."
        previous = entry.hash


def _count_faults(connection: Connection, council: str, entries: tuple[AuditEntry, ...]) -> Iterable[str]:
    written = connection.execute(
        select(REGISTER_VERSION.c.version).where(REGISTER_VERSION.c.council == council)
    ).scalar()
    if written != len(entries):
        yield f"{written} changes were written but {len(entries)} are in the audit."


def _changed_rows(connection: Connection, council: str, table: Table, entries: list[AuditEntry]) -> Iterable[str]:
    younger = without_added(table)
    audited = {canonical({**younger, **row}) for entry in entries for row in json.loads(entry.after)}
    held = {_as_written(row) for row in connection.execute(select(table).where(table.c.council == council))}
    if held - audited:
        yield f"{table.name}: {len(held - audited)} rows differ from what the audit says was written."
    if len(held) < len(audited):
        yield f"{table.name}: {len(audited) - len(held)} rows are missing."


def _as_written(row: Row[Any]) -> str:
    return canonical(row._asdict())
