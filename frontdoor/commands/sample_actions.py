"""Actions of a fictional council: entered anew, or a new version of one that stands."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from frontdoor.commands.sample_entries import Act, Names
from frontdoor.register.actions import ActionEntry, Status, actions, add_action, change_action
from frontdoor.strategy.entry import Entry

WORDS = ("title", "owner", "note", "ward")
DAYS = {"due": "due_date", "begins": "start_date"}


def add_or_change(entry: Entry, names: Names) -> Callable[[Act], None]:
    """Return what enters the action `name`; where one of that name stands, what the table gives is changed of it."""
    name, given = entry.text("name"), _given(entry, names)

    def do(act: Act) -> None:
        held = {each.key: each for each in actions(act.register)}.get(name)
        if held is None:
            add_action(act.register, name, ActionEntry(**given), author=act.author, now=act.now)
        else:
            changed = replace(held.entry, **given)
            change_action(act.register, name, changed, author=act.author, now=act.now, seen=held.id)

    return do


def _given(entry: Entry, names: Names) -> dict[str, Any]:
    """Return the fields of an action that the table gives."""
    given: dict[str, Any] = {word: entry.text(word) for word in WORDS if entry.has(word)}
    given |= {field: names.day(entry, key) for key, field in DAYS.items() if entry.has(key)}
    if entry.has("status"):
        given["status"] = entry.choice("status", Status, "status")
    if entry.has("measure"):
        given["measure_key"] = names.measure_key(entry)
    if entry.has("service"):
        given["service"] = names.service(entry)
    return given
