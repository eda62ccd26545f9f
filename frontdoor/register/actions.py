"""Actions: who does what until when, and which measure it should move; every change is a version of its own."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, func, select

from frontdoor.errors import RegisterError
from frontdoor.register.accountability_tables import ACTION_VERSIONS
from frontdoor.register.auditing import Act, Values, lock, record
from frontdoor.register.entries import FILES, Origin
from frontdoor.register.succession import all_standing, history, refuse_unseen, standing
from frontdoor.register.words import typed
from frontdoor.strategy.strategy import Action

if TYPE_CHECKING:
    from frontdoor.register.register import Register

LONGEST_TITLE = 300
LONGEST_NOTE = 4_000


class Status(StrEnum):
    """How far an action is."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """What is entered of an action; `measure_key` is what it should move ('' none), service '' the whole council.

    `start_date` is the day from which on it could have moved the measure, None where nobody has said; ward '' is none.
    """

    title: str
    owner: str = ""
    due_date: date | None = None
    status: Status = Status.PLANNED
    measure_key: str = ""
    service: str = ""
    note: str = ""
    ward: str = ""
    start_date: date | None = None


@dataclass(frozen=True, slots=True)
class HeldAction:
    """An action as it stands, or one of its earlier versions."""

    id: int
    key: str
    entry: ActionEntry
    source: str
    origin: Origin
    author: str
    author_is_verified: bool
    recorded_at: datetime

    def is_overdue(self, on: date) -> bool:
        """Return whether it should have been done before `on` and is not."""
        is_open = self.entry.status in (Status.PLANNED, Status.UNDER_WAY)
        return is_open and self.entry.due_date is not None and self.entry.due_date < on


def actions(register: "Register") -> tuple[HeldAction, ...]:
    """Return every action as it stands, in the order they were last changed."""
    with register.read() as connection:
        return tuple(_held(row) for row in all_standing(connection, ACTION_VERSIONS, register.council, ("action_key",)))


def actions_on(register: "Register", measure_key: str) -> tuple[HeldAction, ...]:
    """Return the actions that, as they stand, should move one measure."""
    with register.read() as connection:
        rows = all_standing(connection, ACTION_VERSIONS, register.council, ("action_key",))
        return tuple(_held(row) for row in rows if row.measure_key == measure_key)


def first_under_way(register: "Register") -> dict[str, datetime]:
    """Return when each action was first entered as under way, by its key; none where it never was."""
    column = ACTION_VERSIONS.c
    first = (
        select(column.action_key, func.min(column.recorded_at).label("at"))
        .where(column.council == register.council, column.status == Status.UNDER_WAY.value)
        .group_by(column.action_key)
    )
    with register.read() as connection:
        return {row.action_key: row.at for row in connection.execute(first)}


def action_history(register: "Register", key: str) -> tuple[HeldAction, ...]:
    """Return every version of one action, oldest first."""
    with register.read() as connection:
        return tuple(_held(row) for row in history(connection, ACTION_VERSIONS, register.council, action_key=key))


def add_action(register: "Register", key: str, entry: ActionEntry, *, author: str, now: datetime) -> int:
    """Enter a new action and return its version's number.

    Raises:
        RegisterError: words are missing, or there is an action of this key.
    """
    row = _row(key, entry, source="", origin=Origin.PERSON)
    with register.write(author, now) as (connection, act):
        if standing(connection, ACTION_VERSIONS, register.council, action_key=key) is not None:
            raise RegisterError(f"There is an action called {key} already; change that one, or name yours otherwise.")
        return record(connection, act, ACTION_VERSIONS, "added an action", [row])[0]


def change_action(register: "Register", key: str, entry: ActionEntry, *, author: str, now: datetime, seen: int) -> int:
    """Enter a new version of an action and return its number.

    Raises:
        RegisterError: no such action, nothing differs, or somebody else changed it since version `seen`.
    """
    with register.write(author, now) as (connection, act):
        latest = standing(connection, ACTION_VERSIONS, register.council, action_key=key)
        if latest is None:
            raise RegisterError(f"There is no action called {key}.")
        refuse_unseen(latest, seen, "this action")
        held = _held(latest)
        if held.entry == entry:
            raise RegisterError("Nothing differs from what is entered already.")
        row = _row(key, entry, source=held.source, origin=held.origin)
        before = asdict(held.entry)
        return record(connection, act, ACTION_VERSIONS, "changed an action", [row], before=before)[0]


def read_planned(register: "Register", planned: Iterable[Action], now: datetime) -> int:
    """Enter the actions of the strategy's own plan that are not held yet, and return how many; held ones stay as they are."""
    with register.write(FILES, now) as (connection, act):
        return read(connection, act, planned)


def is_read(connection: Connection, council: str, planned: Iterable[Action]) -> bool:
    """Say whether reading the strategy's plan would write nothing."""
    return not _new(connection, council, planned)


def read(connection: Connection, act: Act, planned: Iterable[Action]) -> int:
    """Enter those actions of the strategy's plan that are not held yet, and return how many."""
    lock(connection, act.council)
    rows: list[Values] = [
        _row(action.key, ActionEntry(action.title, action.owner, action.due_date), action.source, Origin.STRATEGY_FILE)
        for action in _new(connection, act.council, planned)
    ]
    if rows:
        record(connection, act, ACTION_VERSIONS, "read the strategy's actions", rows)
    return len(rows)


def _new(connection: Connection, council: str, planned: Iterable[Action]) -> list[Action]:
    column = ACTION_VERSIONS.c.action_key
    held = set(connection.execute(select(column).where(ACTION_VERSIONS.c.council == council).distinct()).scalars())
    return [action for action in planned if action.key not in held]


def _row(key: str, entry: ActionEntry, source: str, origin: Origin) -> dict[str, object]:
    return {
        "action_key": typed(key, "The key"),
        "title": typed(entry.title, "What is to be done", LONGEST_TITLE),
        "owner": typed(entry.owner, "The owner") if entry.owner.strip() else "",
        "due_date": entry.due_date,
        "status": entry.status.value,
        "measure_key": entry.measure_key,
        "service": entry.service,
        "note": typed(entry.note, "The note", LONGEST_NOTE) if entry.note.strip() else "",
        "source": source,
        "origin": origin.value,
        "ward": typed(entry.ward, "The ward") if entry.ward.strip() else "",
        "start_date": entry.start_date,
    }


def _held(row: Row[Any]) -> HeldAction:
    entry = ActionEntry(
        row.title, row.owner, row.due_date, Status(row.status), row.measure_key, row.service, row.note, row.ward,
        row.start_date,
    )  # fmt: skip
    return HeldAction(
        row.id, row.action_key, entry, row.source, Origin(row.origin), row.author, row.author_is_verified,
        row.recorded_at,
    )  # fmt: skip
