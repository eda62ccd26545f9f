"""Dated thresholds as the register keeps them (within 20 seconds, 5 working days), and the steps to another history."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, select

from frontdoor.measures.measure import Parameter
from frontdoor.register.tables import THRESHOLD_HISTORY
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

HELD_FOR_APPROVAL = (
    Parameter.WITHIN_SECONDS,
    Parameter.SHORT_ABANDON_SECONDS,
    Parameter.WITHIN_DAYS,
    Parameter.PROMISED_WORKING_DAYS,
)
"""Parameters that make a promise easier or harder to keep, like a target."""

Place: TypeAlias = tuple[str, Parameter]
"""A measure's key and one of its parameters."""

History: TypeAlias = tuple[DatedValue, ...]


@dataclass(frozen=True, slots=True)
class PendingThreshold:
    """A file that now states another threshold than it did: not in force until somebody approves it."""

    id: int
    measure_key: str
    parameter: Parameter
    held: History
    stated: History
    file_hash: str
    recorded_at: datetime


def threshold_row(value: DatedValue) -> dict[str, Any]:
    """Return the value as columns."""
    return {
        "queue": value.queue,
        "value": int(value.value),
        "from_date": value.from_date,
        "source": value.source,
    }


def threshold_of(row: Mapping[str, Any]) -> DatedValue:
    """Return the value a row of columns holds."""
    return DatedValue(row["from_date"], row["value"], row["queue"], row["source"])


def history_of(text: str) -> History:
    """Return the history written as JSON by `canonical`."""
    rows = json.loads(text)
    return tuple(threshold_of({**row, "from_date": date.fromisoformat(row["from_date"])}) for row in rows)


def held_thresholds(connection: Connection, council: str) -> dict[Place, History]:
    """Return every history by measure and parameter, one value a queue and day: the one recorded last."""
    history = THRESHOLD_HISTORY.c
    rows = connection.execute(select(THRESHOLD_HISTORY).where(history.council == council).order_by(history.id))
    found: dict[Place, dict[tuple[str | None, date], DatedValue]] = {}
    for row in rows:
        value = threshold_of(row._asdict())
        place = (row.measure_key, Parameter(row.parameter))
        found.setdefault(place, {})[value.queue, value.from_date] = value
    return {place: _ordered(tuple(values.values())) for place, values in found.items()}


def as_held(promised: PromisedMeasure, held: Mapping[Place, History]) -> PromisedMeasure:
    """Return the measure with each threshold as the register holds it, also one that its file states no more."""
    own = {name: held.get((promised.key, name), values) for name, values in promised.parameters.items()}
    gone = {name: values for (key, name), values in held.items() if key == promised.key and name not in own}
    return replace(promised, parameters=own | gone)


def in_force(history: History, queue: str | None, on: date) -> DatedValue | None:
    """Return the value of a queue on a day: its own once it has begun, before that the one for every queue."""
    for wanted in dict.fromkeys((queue, None)):
        begun = [value for value in history if value.queue == wanted and value.from_date <= on]
        if begun:
            return max(begun, key=lambda value: value.from_date)
    return None


def steps_to(held: History, stated: History, from_date: date) -> History:
    """Return the values to add so that the held history says what is stated from `from_date` on, and only then.

    A queue of which nothing is stated any more goes back to the value for every queue; where there is none it stays.
    """
    days = sorted({from_date, *(value.from_date for value in (*held, *stated) if value.from_date > from_date)})
    queues = sorted({value.queue for value in (*held, *stated)}, key=lambda queue: queue or "")
    added: list[DatedValue] = []
    for day in days:
        for queue in queues:
            then = in_force(stated, queue, day)
            now = in_force(_latest((*held, *added)), queue, day)
            if then is not None and (now is None or now.value != then.value):
                added.append(DatedValue(day, then.value, queue, then.source))
    return tuple(added)


def dated_values(history: History) -> list[list[object]]:
    """Return what makes two histories the same, whatever their words: queue, day and value."""
    return [[value.queue, value.from_date, int(value.value)] for value in _ordered(history)]


def _latest(history: History) -> History:
    """Return one value a queue and day: the one given last."""
    return tuple({(value.queue, value.from_date): value for value in history}.values())


def _ordered(history: History) -> History:
    return tuple(sorted(history, key=lambda value: (value.queue or "", value.from_date)))
