"""Dated decisions laid end to end: which value was in force for a queue on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")

ALWAYS = date.min
"""The first day of a decision that was given without one."""

OPEN_ENDED = date.max
"""The day before which a decision still in force holds."""


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """One decision for one queue (None: every queue without decisions of its own) from a day on."""

    queue: str | None
    from_date: date
    value: T


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """What is in force for a queue over [from_date, before_date)."""

    queue: str | None
    from_date: date
    before_date: date
    values: tuple[T, ...]


def stretches(decisions: Iterable[Dated[T]]) -> tuple[Stretch[T], ...]:
    """Return the stretches in force; decisions of one queue and day belong together and end at that queue's next day.

    A queue with decisions of its own has every stretch spelt out, those for all queues included until its own first
    day, so that one stretch at most matches any queue and day when None is read as 'every queue not named'.
    """
    timelines: dict[str | None, dict[date, list[T]]] = {}
    for decision in decisions:
        timelines.setdefault(decision.queue, {}).setdefault(decision.from_date, []).append(decision.value)
    general = timelines.get(None, {})
    return tuple(
        stretch
        for queue in sorted(timelines, key=lambda name: (name is not None, name or ""))
        for stretch in _laid_out(queue, _whole_timeline(timelines[queue], general))
    )


def _whole_timeline(own: dict[date, list[T]], general: dict[date, list[T]]) -> dict[date, list[T]]:
    first = min(own)
    return {day: values for day, values in general.items() if day < first} | own


def _laid_out(queue: str | None, timeline: dict[date, list[T]]) -> tuple[Stretch[T], ...]:
    starts = sorted(timeline)
    ends = [*starts[1:], OPEN_ENDED]
    return tuple(Stretch(queue, start, end, tuple(timeline[start])) for start, end in zip(starts, ends, strict=True))
