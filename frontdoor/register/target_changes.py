"""A target changed by a person: value, unit, from when, why, who approved it and where; never for days that are past."""

from dataclasses import dataclass
from datetime import date, datetime
from math import inf, isfinite
from typing import Any

from sqlalchemy import Connection, Row, select

from frontdoor.errors import RegisterError
from frontdoor.register.auditing import Act, record
from frontdoor.register.entries import Origin
from frontdoor.register.register import Register
from frontdoor.register.succession import refuse_unseen
from frontdoor.register.tables import TARGET_HISTORY
from frontdoor.register.targets import held_targets, one_a_day, target_row, terms
from frontdoor.register.words import long_date, typed
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.strategy import Target

LONGEST_WHY = 1_000
HIGHEST_SHARE = 1.0
BELOW_NOUGHT = (Unit.SCORE, Unit.NET_POINTS)
"""Units in which a figure may be less than nothing."""


@dataclass(frozen=True, slots=True)
class TargetPlace:
    """Whose target: a measure with its unit, and a service's key ('' is the whole council)."""

    measure_key: str
    unit: Unit
    service: str = ""


@dataclass(frozen=True, slots=True)
class TargetChange:
    """What changes: `value` None is TBA again; `tolerance` in the same unit is how near counts as close."""

    value: float | None
    unit: Unit
    tolerance: float | None
    from_date: date
    why: str
    approved_by: str
    approved_where: str


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """One target of the history with who entered it, when and on whose authority; `id` is what a writer has seen."""

    id: int
    target: Target
    approved_where: str
    origin: Origin
    author: str
    author_is_verified: bool
    recorded_at: datetime


def target_entries(register: Register, measure_key: str, service: str = "") -> tuple[TargetEntry, ...]:
    """Return every target ever entered for this place, in the order of entry; earlier ones are kept for ever."""
    with register.read() as connection:
        rows = _rows(connection, register.council, measure_key, service)
    return tuple(_entry(row) for row in rows)


def all_target_entries(register: Register) -> dict[tuple[str, str], tuple[TargetEntry, ...]]:
    """Return every target ever entered by measure and service ('' is the whole council), in the order of entry."""
    query = select(TARGET_HISTORY).where(TARGET_HISTORY.c.council == register.council)
    found: dict[tuple[str, str], tuple[TargetEntry, ...]] = {}
    with register.read() as connection:
        for row in connection.execute(query.order_by(TARGET_HISTORY.c.id)):
            place = (row.measure_key, row.service or "")
            found[place] = (*found.get(place, ()), _entry(row))
    return found


def services_own_targets(register: Register) -> dict[tuple[str, str], tuple[Target, ...]]:
    """Return the dated targets that services have of their own, by measure and service, earliest first."""
    history = TARGET_HISTORY.c
    query = select(TARGET_HISTORY).where(history.council == register.council, history.service.is_not(None))
    found: dict[tuple[str, str], list[Target]] = {}
    with register.read() as connection:
        for row in connection.execute(query.order_by(history.from_date, history.id)):
            found.setdefault((row.measure_key, row.service), []).append(_entry(row).target)
    return {place: one_a_day(targets) for place, targets in found.items()}


def change_target(
    register: Register, place: TargetPlace, change: TargetChange, *, author: str, now: datetime, seen: int | None
) -> Target:
    """Put a target in force from its day on and return it; every earlier day keeps the target it was judged by.

    Raises:
        RegisterError: another unit than the measure's, a day that is past, a value that cannot be, nothing that
            differs, words missing, or somebody else changed it since entry `seen` (None: there was none).
    """
    _refuse_impossible(place, change, now.date())
    target = Target(
        change.from_date, change.value, change.unit, change.tolerance, source="entered on the Targets page",
        why=typed(change.why, "Why it changes", LONGEST_WHY), approved_by=typed(change.approved_by, "Who approved it"),
    )  # fmt: skip
    where = typed(change.approved_where, "Where it was approved")
    with register.write(author, now) as (connection, act):
        rows = _rows(connection, register.council, place.measure_key, place.service)
        refuse_unseen(rows[-1] if rows else None, seen, "this target")
        held = held_targets(connection, register.council, place.measure_key, place.service or None)
        if terms(target_in_force(held, target.from_date)) == terms(target):
            raise RegisterError("That is the target in force on that day already.")
        _write(connection, act, place, target, where=where, held=held)
    return target


def _write(
    connection: Connection, act: Act, place: TargetPlace, target: Target, *, where: str, held: tuple[Target, ...]
) -> None:
    row = {
        **target_row(target),
        "measure_key": place.measure_key,
        "service": place.service or None,
        "approved_where": where,
        "origin": Origin.PERSON.value,
        "file_hash": "",
        "pending_id": None,
    }
    record(connection, act, TARGET_HISTORY, "changed a target", [row], before=[target_row(each) for each in held])


def _refuse_impossible(place: TargetPlace, change: TargetChange, today: date) -> None:
    if change.unit is not place.unit:
        raise RegisterError(
            f"This measure is counted in {place.unit.value}, and the target given is in {change.unit.value}. "
            f"Give it in {place.unit.value}."
        )
    if change.from_date < today:
        raise RegisterError(
            f"A target entered on {long_date(today)} cannot be in force from {long_date(change.from_date)}: past figures "
            "keep the target they were judged by. Choose today or later."
        )
    if change.value is not None and not _is_possible(change.value, place.unit):
        raise RegisterError(f"{change.value:g} cannot be a target in {place.unit.value}.")
    if change.tolerance is not None and (change.value is None or not change.tolerance >= 0):
        raise RegisterError("How near counts as close is 0 or more, and needs a target to be near to.")


def _is_possible(value: float, unit: Unit) -> bool:
    lowest = -inf if unit in BELOW_NOUGHT else 0.0
    return isfinite(value) and lowest <= value <= (HIGHEST_SHARE if unit is Unit.SHARE else inf)


def _rows(connection: Connection, council: str, measure_key: str, service: str) -> list[Row[Any]]:
    history = TARGET_HISTORY.c
    own = history.service == service if service else history.service.is_(None)
    query = select(TARGET_HISTORY).where(history.council == council, history.measure_key == measure_key, own)
    return list(connection.execute(query.order_by(history.id)))


def _entry(row: Row[Any]) -> TargetEntry:
    target = Target(
        row.from_date, row.value, Unit(row.unit), row.tolerance, source=row.source, why=row.why,
        approved_by=row.approved_by,
    )  # fmt: skip
    return TargetEntry(
        row.id, target, row.approved_where, Origin(row.origin), row.author, row.author_is_verified, row.recorded_at
    )
