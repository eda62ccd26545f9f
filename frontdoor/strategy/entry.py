"""One table of a strategy or council file, read strictly: a mistake is one error that says where it is and what is right."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from frontdoor.errors import StrategyError

Chosen = TypeVar("Chosen", bound=StrEnum)

LISTED_AT_MOST = 12
"""How many right names an error lists when none of them is near."""


def nearest(value: object, names: Collection[str]) -> str:
    """Return ' Did you mean X?', or the names there are when none is near."""
    by_lower = {name.lower(): name for name in names}
    close = get_close_matches(str(value).lower(), by_lower, n=1)
    if close:
        return f" Did you mean {by_lower[close[0]]}?"
    listed = [*list(names)[:LISTED_AT_MOST], *(["and others"] if len(names) > LISTED_AT_MOST else [])]
    return f" Choose from: {', '.join(listed)}." if listed else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A table of the file called `file`, at the dotted path `where` ('' is the top); each getter raises StrategyError."""

    file: str
    where: str
    table: Mapping[str, object]

    def path(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def problem(self, key: str, words: str) -> StrategyError:
        """Return the error for `key`: file, dotted key, the value met and what to do."""
        met = f" = {written(self.table[key])}" if key in self.table else ""
        return StrategyError(f"{self.file}: {self.path(key)}{met}: {words}", self.path(key), words)

    def only(self, known: Collection[str]) -> "Entry":
        """Return this entry; raise when it has a key that is not in `known`."""
        for key in self.table:
            if key not in known:
                raise self.problem(key, f"there is no such key here.{nearest(key, known)}")
        return self

    def has(self, key: str) -> bool:
        return key in self.table

    def text(self, key: str, default: str | None = None) -> str:
        value = self._value(key, default)
        if not isinstance(value, str) or (not value.strip() and default != value):
            raise self.problem(key, 'write words between quotes, such as "the phone".')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.problem(key, 'write a list of words, such as ["housing", "waste"].')
        return tuple(value)

    def number(self, key: str, default: float | None = None) -> float:
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            raise self.problem(key, "write a number without quotes, such as 0.9.")
        return value

    def whole(self, key: str) -> int:
        value = self._value(key, None)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.problem(key, "write a whole number without quotes, such as 20.")
        return value

    def flag(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise self.problem(key, "write true or false, without quotes.")
        return value

    def day(self, key: str) -> date:
        value = self._value(key, None)
        if isinstance(value, datetime) or not isinstance(value, date):
            raise self.problem(key, "write a date without quotes, such as 2026-04-01.")
        return value

    def day_or_none(self, key: str) -> date | None:
        return self.day(key) if self.has(key) else None

    def clock_time(self, key: str) -> time:
        value = self._value(key, None)
        if not isinstance(value, time):
            raise self.problem(key, "write a time without quotes, such as 09:00:00.")
        return value

    def name_in(self, key: str, names: Collection[str], what: str) -> str:
        """Return the text at `key`; raise with the nearest right name when it is not one of `names`."""
        value = self.text(key)
        if value not in names:
            raise self.problem(key, f"no {what} is called that.{nearest(value, names)}")
        return value

    def names_in(self, key: str, names: Collection[str], what: str) -> tuple[str, ...]:
        for value in self.texts(key):
            if value not in names:
                raise self.problem(key, f"no {what} is called {value}.{nearest(value, names)}")
        return self.texts(key)

    def choice(self, key: str, choices: type[Chosen], what: str) -> Chosen:
        return choices(self.name_in(key, tuple(each.value for each in choices), what))

    def inner(self, key: str) -> "Entry":
        """Return the table at `key`, an empty one when it is absent."""
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise self.problem(key, f"write it as a table: [{self.path(key)}].")
        return Entry(self.file, self.path(key), value)

    def entries(self, key: str, known: Collection[str]) -> tuple["Entry", ...]:
        """Return the [[key]] tables in order, each refused when it has unknown keys or repeats another's `key`."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.problem(key, f"write each as a table of its own: [[{self.path(key)}]].")
        found = tuple(
            Entry(self.file, self.path(_place(key, item, index)), item).only(known)
            for index, item in enumerate(value, start=1)
        )
        if "key" in known:
            _refuse_repeats(found)
        return found

    def _value(self, key: str, default: object) -> object:
        if key not in self.table and default is None:
            raise self.problem(key, "this is missing and must be given.")
        return self.table.get(key, default)


def written(value: object) -> str:
    """Return a value as a person would write it in the file, shortened."""
    words = value.isoformat() if isinstance(value, date | time) else repr(value)
    return words if len(words) <= 80 else f"{words[:77]}..."


def _place(key: str, item: Mapping[str, object], index: int) -> str:
    own = item.get("key")
    return f"{key}.{own}" if isinstance(own, str) and own else f"{key}[{index}]"


def _refuse_repeats(entries: tuple[Entry, ...]) -> None:
    seen: set[str] = set()
    for entry in entries:
        key = entry.text("key")
        if key in seen:
            raise entry.problem("key", "this key is used twice; give each its own.")
        seen.add(key)
