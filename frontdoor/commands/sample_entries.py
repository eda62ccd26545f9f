"""What the readers of a sample register share: names that must exist, days that move with the sample, and steps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias
from zoneinfo import ZoneInfo

from frontdoor.answers.context import Context
from frontdoor.periods import Period, Span, add_months, month_end
from frontdoor.register.register import Register
from frontdoor.strategy.council import Council
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.home import Home


@dataclass(frozen=True, slots=True)
class Act:
    """What a step is done with: the council's home, register and figures, and the invented author and moment."""

    home: Home
    register: Register
    context: Context
    author: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody of a fictional council does, when (in its own zone) and by whom."""

    now: datetime
    author: str
    do: Callable[[Act], None]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a council's file, and by how many months the days of a sample register move."""

    council: Council
    months: int

    def day(self, entry: Entry, key: str) -> date:
        return _moved(entry.day(key), self.months)

    def day_or_none(self, entry: Entry, key: str) -> date | None:
        return self.day(entry, key) if entry.has(key) else None

    def at(self, entry: Entry, key: str, clock: time) -> datetime:
        return datetime.combine(self.day(entry, key), clock, ZoneInfo(self.council.time_zone))

    def month(self, entry: Entry, key: str = "month") -> Period:
        """Return the month that the day at `key` lies in."""
        first = self.day(entry, key).replace(day=1)
        return Period(first, month_end(first), Span.MONTH)

    def measure(self, entry: Entry) -> PromisedMeasure:
        """Return the promised measure that `measure` names."""
        known = {measure.key: measure for measure in self.council.measures}
        return known[entry.name_in("measure", tuple(known), "measure")]

    def measure_key(self, entry: Entry) -> str:
        """Return the key of the measure named, '' where none is."""
        return self.measure(entry).key if entry.has("measure") else ""

    def service(self, entry: Entry) -> str:
        """Return the key of the service named, '' (the whole council) where none is."""
        known = tuple(service.key for service in self.council.services)
        return entry.name_in("service", known, "service") if entry.has("service") else ""

    def services(self, entry: Entry) -> tuple[str, ...]:
        return entry.names_in("services", tuple(service.key for service in self.council.services), "service")


Reader: TypeAlias = Callable[[Entry, Names], Callable[[Act], None]]
"""Reads one table of a sample register, every name checked, and returns what it does to the register."""


def _moved(day: date, months: int) -> date:
    """Return the day some months later; the last day of a month stays the last."""
    moved = add_months(day, months)
    return month_end(moved) if day == month_end(day) else moved
