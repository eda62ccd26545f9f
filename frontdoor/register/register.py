"""The register of one council: opened by anyone at any time, written in short transactions, never rewritten."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from frontdoor.errors import RegisterError
from frontdoor.register import (
    actions,
    counted_with,
    definitions,
    events,
    loads,
    pending,
    pilot_readings,
    pilots,
    readings,
    threshold_changes,
)
from frontdoor.register.auditing import Act, audit_entries, check_chain, lock
from frontdoor.register.database import SQLITE_FILE, URL_VARIABLE, connect, reading, stamp, writing
from frontdoor.register.entries import FILES, Approval, AuditEntry, Chain, Event, PendingChange
from frontdoor.register.loads import NOBODY_NAMED, LoadAct, LoadEntry
from frontdoor.register.migrating import migrate
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.register.tables import AUDIT, REGISTER_VERSION
from frontdoor.register.targets import held_targets
from frontdoor.register.thresholds import History, PendingThreshold, Place, held_thresholds
from frontdoor.register.words import LONGEST_LABEL, moment, typed
from frontdoor.strategy.council import Council
from frontdoor.strategy.event_kind import EventKind
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.strategy import Target

BUSY_SECONDS = 5.0  # how long a write waits for another before it says so; ours take milliseconds


def open_register(home_folder: Path, url: str | None = None, *, busy_seconds: float = BUSY_SECONDS) -> "Register":
    """Return the register of the council whose home this is, made or brought up to date where needed.

    Without a `url`, FRONTDOOR_REGISTER_URL names a PostgreSQL database, and without that it is SQLite in the home.
    A database may serve many councils: rows carry the home's name as the council's key.

    Raises:
        RegisterError: it is missing, locked, damaged or from a newer Frontdoor.
    """
    engine = connect(home_folder, url or os.environ.get(URL_VARIABLE), busy_seconds)
    register = Register(home_folder.name, engine)
    try:
        migrate(engine)
        register.enrol()
    except RegisterError:
        register.close()
        raise
    return register


def thresholds_held(home_folder: Path) -> dict[Place, History]:
    """Return the thresholds that the register of this home holds; nothing where there is no register yet, and none is made.

    Raises:
        RegisterError: as `open_register`.
    """
    if not os.environ.get(URL_VARIABLE) and not (home_folder / SQLITE_FILE).exists():
        return {}
    with closing(open_register(home_folder)) as register:
        return register.thresholds()


def plans_held(home_folder: Path) -> tuple[PilotPlan, ...]:
    """Return the pilots' plans that the register of this home holds; nothing where there is no register yet, and none is made.

    Raises:
        RegisterError: as `open_register`.
    """
    if not os.environ.get(URL_VARIABLE) and not (home_folder / SQLITE_FILE).exists():
        return ()
    with closing(open_register(home_folder)) as register:
        return tuple(held.plan for held in register.pilots())


@dataclass(frozen=True, slots=True)
class Register:
    """What this council's people decided; `now` is always given, in the council's own zone, its date being the day."""

    council: str
    engine: Engine

    def enrol(self) -> None:
        """Give the council its version counter, at 0, unless it has one."""
        counter = select(REGISTER_VERSION.c.version).where(REGISTER_VERSION.c.council == self.council)
        with reading(self.engine) as connection:
            if connection.execute(counter).scalar() is not None:
                return
        try:
            with writing(self.engine) as connection:
                connection.execute(insert(REGISTER_VERSION), {"council": self.council, "version": 0})
        except RegisterError as error:
            if not isinstance(error.__cause__, IntegrityError):  # somebody else enrolled it in between
                raise

    def version(self) -> int:
        """Return the number of writes so far; whatever is cached from the register is keyed on it."""
        counter = select(REGISTER_VERSION.c.version).where(REGISTER_VERSION.c.council == self.council)
        with reading(self.engine) as connection:
            return int(connection.execute(counter).scalar_one())

    def stamp(self) -> tuple[int, ...] | None:
        """Return what differs after every write and is cheap to read, or None where there is nothing like it."""
        return stamp(self.engine)

    def apply_files(self, council: Council, now: datetime) -> tuple[PendingChange, ...]:
        """Read the council's files and return what waits for approval; files that say what they said write nothing."""
        if council.key != self.council:
            raise RegisterError(f"This is the register of {self.council}; the file is {council.key}'s.")
        stated, limits = readings.stated_by(council), threshold_changes.stated_by(council)
        counted, plans = definitions.stated_by(council), pilot_readings.stated_by(council)
        parts = counted_with.stated_by(council)
        with reading(self.engine) as connection:
            is_read = definitions.is_read(connection, self.council, counted)
            is_read = is_read and pilot_readings.is_read(connection, self.council, plans, now.date())
            is_read = is_read and counted_with.is_read(connection, self.council, parts)
            is_read = is_read and actions.is_read(connection, self.council, council.strategy.actions)
            if is_read and self._is_read(connection, stated, limits):
                return pending.open_changes(connection, self.council)
        with writing(self.engine) as connection:
            lock(connection, self.council)
            beside = counted_with.rows_to_read(connection, self.council, parts, council.file_hash)
            definitions.read(connection, self._act(FILES, now), counted, council.file_hash, beside=beside)
            readings.read(connection, self._act(FILES, now), stated)
            threshold_changes.read(connection, self._act(FILES, now), limits)
            pilot_readings.read(connection, self._act(FILES, now), plans)
            actions.read(connection, self._act(FILES, now), council.strategy.actions)
            return pending.open_changes(connection, self.council)

    def _is_read(
        self, connection: Connection, stated: readings.Stated, limits: threshold_changes.StatedThresholds
    ) -> bool:
        is_read = threshold_changes.is_read(connection, self.council, limits)
        return is_read and readings.is_read(connection, self.council, stated)

    def targets(self, measure_key: str, on: date | None = None, service: str | None = None) -> tuple[Target, ...]:
        """Return the measure's dated targets, earliest first, or only the one in force `on` a day (none: empty).

        With a service: that service's own targets, without the council's.
        """
        with reading(self.engine) as connection:
            held = held_targets(connection, self.council, measure_key, service)
        if on is None:
            return held
        target = target_in_force(held, on)
        return () if target is None else (target,)

    def pending(self) -> tuple[PendingChange, ...]:
        """Return the changes in files that nobody has approved yet."""
        with reading(self.engine) as connection:
            return pending.open_changes(connection, self.council)

    def approve(
        self, pending_id: int, *, author: str, approved_by: str, where: str, from_date: date, now: datetime
    ) -> tuple[Target, ...]:
        """Put a pending change in force from `from_date`, the day of approval or later; return the targets added."""
        act = self._act(author, now)
        approval = Approval(typed(approved_by, "Who approved it"), typed(where, "Where it was approved"), from_date)
        with writing(self.engine) as connection:
            lock(connection, self.council)
            return pending.approve_change(connection, act, pending_id, approval)

    def thresholds(self) -> dict[Place, History]:
        """Return the dated thresholds in force by measure and parameter; those a file has changed since wait."""
        with reading(self.engine) as connection:
            return held_thresholds(connection, self.council)

    def pending_thresholds(self) -> tuple[PendingThreshold, ...]:
        """Return the changes of thresholds in files that nobody has approved yet."""
        with reading(self.engine) as connection:
            return threshold_changes.open_changes(connection, self.council)

    def approve_threshold(
        self, pending_id: int, *, author: str, approved_by: str, where: str, from_date: date, now: datetime
    ) -> History:
        """Put a pending threshold in force from `from_date`, the day of approval or later; return the values added."""
        act = self._act(author, now)
        approval = Approval(typed(approved_by, "Who approved it"), typed(where, "Where it was approved"), from_date)
        with writing(self.engine) as connection:
            lock(connection, self.council)
            return threshold_changes.approve_change(connection, act, pending_id, approval)

    def record_load(self, load_id: int, what: LoadAct, generation: int, author: str, now: datetime) -> None:
        """Write who loaded a file, or took a load back; an act that is written already stays as it is."""
        act = self._act(author.strip() or NOBODY_NAMED, now)
        with writing(self.engine) as connection:
            lock(connection, self.council)
            loads.add(connection, act, load_id, what, generation)

    def load_entries(self) -> tuple[LoadEntry, ...]:
        """Return who loaded and took back what, oldest first."""
        with reading(self.engine) as connection:
            return loads.load_entries(connection, self.council)

    def events(self, first: date, last: date, *, include_withdrawn: bool = False) -> tuple[Event, ...]:
        """Return what people entered for these days, both inclusive; a council file's own events are not among them."""
        with reading(self.engine) as connection:
            return events.events_between(connection, self.council, first, last, include_withdrawn=include_withdrawn)

    def add_event(
        self, on_date: date, label: str, services: tuple[str, ...], author: str, now: datetime, *,
        kind: EventKind = EventKind.OTHER, last_date: date | None = None,
    ) -> int:  # fmt: skip
        """Enter an event (no services: it touched every one; without a last day it was of one day) and return its number."""
        act, kept = self._act(author, now), typed(label, "What happened", LONGEST_LABEL)
        touched = tuple(sorted({typed(service, "A service") for service in services}))
        with writing(self.engine) as connection:
            lock(connection, self.council)
            return events.add(connection, act, events.Happened(on_date, kept, touched, kind, last_date))

    def withdraw_event(self, event_id: int, author: str, now: datetime) -> None:
        """Take an event off the charts; the register keeps it, and who withdrew it."""
        with writing(self.engine) as connection:
            lock(connection, self.council)
            events.withdraw(connection, self._act(author, now), event_id)

    def pilots(self) -> tuple[HeldPilot, ...]:
        """Return the pilots that stand, by first day: of each the plan that counts, and later edits beside it."""
        with reading(self.engine) as connection:
            return pilots.held_pilots(connection, self.council)

    def declare_pilot(self, plan: PilotPlan, author: str, now: datetime) -> HeldPilot:
        """Enter a version of a plan: before its first day it counts from now on, after it it is only kept as an edit."""
        act = self._act(author, now)
        with writing(self.engine) as connection:
            lock(connection, self.council)
            return pilots.declare(connection, act, plan)

    def withdraw_pilot(self, key: str, author: str, now: datetime) -> None:
        """Take back a pilot that has not begun; the register keeps its plan, and who withdrew it."""
        act = self._act(author, now)
        with writing(self.engine) as connection:
            lock(connection, self.council)
            pilots.withdraw(connection, act, key)

    def audit(self) -> tuple[AuditEntry, ...]:
        """Return every write ever made, oldest first."""
        with reading(self.engine) as connection:
            return audit_entries(connection, self.council)

    def begun_at(self) -> datetime | None:
        """Return the earliest moment of any write, None before the first."""
        earliest = select(func.min(AUDIT.c.recorded_at)).where(AUDIT.c.council == self.council)
        with reading(self.engine) as connection:
            return connection.execute(earliest).scalar()

    def holds_entry(self, digest: str) -> bool:
        """Return whether an audit entry of this digest is held."""
        same = select(AUDIT.c.sequence).where(AUDIT.c.council == self.council, AUDIT.c.hash == digest)
        with reading(self.engine) as connection:
            return connection.execute(same).first() is not None

    def verify_chain(self) -> Chain:
        """Check that no audit entry, and no row it speaks of, was altered, added or removed behind our back."""
        with reading(self.engine) as connection:
            return check_chain(connection, self.council)

    def close(self) -> None:
        """Give back pooled connections."""
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one moment of the register throughout."""
        with reading(self.engine) as connection:
            yield connection

    @contextmanager
    def write(self, author: str, now: datetime) -> Iterator[tuple[Connection, Act]]:
        """Yield a connection and the act of `author` in one transaction, every other writer of the council held off."""
        act = self._act(author, now)
        with writing(self.engine) as connection:
            lock(connection, self.council)
            yield connection, act

    def _act(self, author: str, now: datetime) -> Act:
        return Act(self.council, typed(author, "Your name"), moment(now))
