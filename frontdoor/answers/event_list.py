"""What happened and what nobody has explained, each in one table: who entered it, whom it touched, where it was asked."""

from datetime import date

from frontdoor.answers.context import Context
from frontdoor.answers.marks import days_words
from frontdoor.answers.view_answer import Link, Row, Table
from frontdoor.figure import Mark, Unexplained
from frontdoor.measures.formatting import format_date
from frontdoor.register.break_answers import break_answers
from frontdoor.register.entries import Event
from frontdoor.strategy.event_kind import EVENT_KIND_WORDS

EVENTS = ("What happened", "When", "Kind", "Services", "From")
MOST_EVENTS = 50
"""How many of the newest are listed; the register keeps all."""

UNEXPLAINED = ("Measure", "What changed", "What is known")
OPEN = "Nobody has said what happened"
NONE_OPEN = "Every break of a control chart has something known to have happened beside it."
CHANCE = "About 2 charts in 100 show a break by chance. Answer on the measure’s own chart, or put it aside there."


def events_entered(context: Context) -> tuple[Event, ...]:
    """Return the events people entered and nobody withdrew, newest first."""
    return tuple(reversed(context.register.events(date.min, date.max)))


def events_table(context: Context) -> Table:
    """Return what happened, of the register and the council file, newest first."""
    entered = [
        (event.on_date, event.label, event.last_date, event.kind, event.services, event.author_words)
        for event in events_entered(context)
    ]
    stated = [
        (event.on_date, event.label, event.last_date, event.kind, event.services, "Council file")
        for event in context.council.events
    ]
    newest = sorted((*entered, *stated), key=lambda each: (each[0], each[1]), reverse=True)
    labels = {service.key: service.label for service in context.council.services}
    rows = tuple(
        Row(
            (
                label,
                days_words(Mark(on_date, label, last_date)),
                EVENT_KIND_WORDS[kind],
                ", ".join(labels.get(key, key) for key in services) or "Every service",
                whence,
            )
        )
        for on_date, label, last_date, kind, services, whence in newest[:MOST_EVENTS]
    )
    return Table("What happened", EVENTS, rows, _events_note(len(newest)))


def _events_note(count: int) -> str:
    if not count:
        return "Nothing is entered yet. Every chart over time has “Add what happened” under it."
    more = f"The newest {MOST_EVENTS} of {count}. " if count > MOST_EVENTS else ""
    return f"{more}Pilots are marked on charts by themselves. What was entered by mistake is taken off below."


def unexplained_table(asked: tuple[tuple[str, Unexplained], ...], context: Context) -> Table:
    """Return the breaks nobody has explained, newest first, then those put aside."""
    measures = {promised.key: promised.label for promised in context.measures()}
    rows = [
        Row(
            (label, each.words.split(":")[0] + ".", OPEN),
            link=Link(label, query=(("measure", label),), page="measures"),
        )
        for label, each in asked
    ]
    rows += [
        Row(
            (
                measures[place.measure_key],
                f"Something changed in {place.first_day:%B %Y}.",
                f"Nothing we know of ({answer.author}, {format_date(answer.recorded_at.date())})",
            )
        )
        for place, answer in break_answers(context.register).items()
        if answer.is_dismissed and place.measure_key in measures
    ]
    return Table("Changes nobody has explained", UNEXPLAINED, tuple(rows), CHANCE if rows else NONE_OPEN)
