"""Targets that people of a fictional council changed, and who was to set those still to be set."""

from collections.abc import Callable

from frontdoor.commands.sample_entries import Act, Names
from frontdoor.register.duties import duties, set_duty
from frontdoor.register.target_changes import TargetChange, TargetPlace, change_target, target_entries
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.entry import Entry


def target(entry: Entry, names: Names) -> Callable[[Act], None]:
    """Return the change of a target; `tba = true` makes it to be set."""
    promised, unit = names.measure(entry), measure_of(names.measure(entry)).unit
    place = TargetPlace(promised.key, unit, names.service(entry))
    change = TargetChange(
        value=None if entry.flag("tba") else entry.number("value"),
        unit=unit,
        tolerance=entry.number("tolerance") if entry.has("tolerance") else None,
        from_date=names.day(entry, "from"),
        why=entry.text("why"),
        approved_by=entry.text("approved_by"),
        approved_where=entry.text("approved_where"),
    )

    def do(act: Act) -> None:
        held = target_entries(act.register, place.measure_key, place.service)
        seen = held[-1].id if held else None
        change_target(act.register, place, change, author=act.author, now=act.now, seen=seen)

    return do


def duty(entry: Entry, names: Names) -> Callable[[Act], None]:
    """Return the naming of who sets a target, and until when."""
    key, service = names.measure(entry).key, names.service(entry)
    owner, due = entry.text("owner"), names.day_or_none(entry, "due")

    def do(act: Act) -> None:
        held = duties(act.register).get((key, service))
        seen = held.id if held else None
        set_duty(act.register, key, service, owner, due, author=act.author, now=act.now, seen=seen)

    return do
