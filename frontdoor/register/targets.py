"""Dated targets as the register keeps them, and the steps that bring one history into line with another."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from math import isfinite
from typing import Any

from sqlalchemy import Connection, select

from frontdoor.errors import RegisterError
from frontdoor.register.tables import TARGET_HISTORY
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.strategy import Target

NO_LONGER_STATED = "The file no longer states a target."
_FIELDS = ("from_date", "value", "unit", "tolerance", "source", "why", "approved_by")


def target_row(target: Target) -> dict[str, Any]:
    """Return the target as column values.

    Raises:
        RegisterError: the value or tolerance is not a finite number (null is TBA, so nothing else may look like it).
    """
    for number in (target.value, target.tolerance):
        if number is not None and not isfinite(number):
            raise RegisterError(f"A target from {target.from_date} is {number}; give a number, or TBA.")
    return {
        **{name: getattr(target, name) for name in _FIELDS},
        "value": None if target.value is None else float(target.value),
        "tolerance": None if target.tolerance is None else float(target.tolerance),
        "unit": target.unit.value,
    }


def target_of(row: Mapping[str, Any]) -> Target:
    """Return the target a row of column values holds."""
    values = {name: row[name] for name in _FIELDS}
    return Target(**{**values, "unit": Unit(values["unit"])})


def targets_of(text: str) -> tuple[Target, ...]:
    """Return the targets written as JSON by `canonical`."""
    rows = json.loads(text)
    return tuple(target_of({**row, "from_date": date.fromisoformat(row["from_date"])}) for row in rows)


def terms(target: Target | None) -> tuple[object, ...] | None:
    """Return what makes two targets the same whatever their words: value, unit and tolerance."""
    if target is None:
        return None
    row = target_row(target)
    return row["value"], row["unit"], row["tolerance"]


def held_targets(connection: Connection, council: str, measure_key: str, service: str | None) -> tuple[Target, ...]:
    """Return the history by date, one target a date: the one recorded last."""
    history = TARGET_HISTORY.c
    rows = connection.execute(
        select(TARGET_HISTORY)
        .where(history.council == council, history.measure_key == measure_key)
        .where(history.service.is_(None) if service is None else history.service == service)
        .order_by(history.from_date, history.id)
    )
    return one_a_day(target_of(row._asdict()) for row in rows)


def one_a_day(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Return the history by date; of several targets from one date the last given, which is the last recorded, stands."""
    by_day = {target.from_date: target for target in targets}
    return tuple(by_day[day] for day in sorted(by_day))


def steps_to(held: tuple[Target, ...], stated: tuple[Target, ...], from_date: date) -> tuple[Target, ...]:
    """Return the targets to add so that the held history says what is stated from `from_date` on, and only then.

    A day on which nothing is stated any more becomes TBA in the unit held until then.
    """
    later = {target.from_date for target in (*held, *stated) if target.from_date > from_date}
    added: list[Target] = []
    for day in sorted({from_date, *later}):
        now = target_in_force(one_a_day((*held, *added)), day)
        then = _stated_on(stated, day, now)
        if then is not None and terms(then) != terms(now):
            added.append(replace(then, from_date=day))
    return tuple(added)


def _stated_on(stated: tuple[Target, ...], day: date, held: Target | None) -> Target | None:
    target = target_in_force(stated, day)
    if target is None and held is not None:
        return Target(day, None, held.unit, None, source="", why=NO_LONGER_STATED)
    return target
