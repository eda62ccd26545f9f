"""The annual update on what comes: targets, actions, TBAs and pilots of the next year; and what happened in this one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.labels import label_of
from frontdoor.answers.pilot_events import happened
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.target_words import phrase
from frontdoor.answers.targets_held import held_everywhere
from frontdoor.answers.update_blocks import HEADLINE, Grid, GridRow, Part, Sentence
from frontdoor.answers.update_sources import REGISTER, Drafting, first_few, register_source
from frontdoor.measures.formatting import format_date
from frontdoor.register.actions import Status, actions
from frontdoor.register.duties import duties
from frontdoor.strategy.history import is_easier

AHEAD, EVENTS = "Next year’s plan", "What happened in the year"
COLUMNS = ("When", "What", "Who")
OPEN = (Status.PLANNED, Status.UNDER_WAY)
EVERY_SERVICE = "Every service"
TARGET, SETTING, ACTION, PILOT = "target", "setting", "action", "pilot"
NOUNS = {TARGET: "target begins", SETTING: "target is to be set", ACTION: "action is due", PILOT: "pilot is to run"}
MANY = {
    TARGET: "targets begin",
    SETTING: "targets are to be set",
    ACTION: "actions are due",
    PILOT: "pilots are to run",
}


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing dated for the year after: its day, kind, what it is, who does it, and what a target of it gave up."""

    day: date
    kind: str
    what: str
    who: str
    given_up: str = ""


def ahead_part(drafting: Drafting) -> Part:
    """Return the section on the year after: what is dated in it already, and which of its targets are easier."""
    link = drafting.page("Targets and actions", "actions", View.ACTIONS)
    found = sorted(_ahead(drafting), key=lambda each: (each.day, each.what))
    sentences = [Sentence(HEADLINE, headline_words(found, drafting), REGISTER)]
    if eased := [each for each in found if each.given_up]:
        said = [f"{each.what[:1].lower()}{each.what[1:]}, {each.given_up} before" for each in eased]
        sentences.append(Sentence("easier", f"**Made easier:** {first_few(said)}.", REGISTER))
    rows = tuple(_row(each) for each in found)
    grids = (Grid("ahead", "Dated for the year after", COLUMNS, rows),) if rows else ()
    return Part("ahead", AHEAD, tuple(sentences), grids, (register_source(drafting, link),), link)


def headline_words(found: Sequence[Coming], drafting: Drafting) -> str:
    """Return how many targets, actions and pilots are dated for the year after."""
    days = f"{format_date(drafting.on + timedelta(days=1))} to {format_date(drafting.year.next_last)}"
    kinds = [each.kind for each in found]
    said = [
        f"{kinds.count(kind)} {NOUNS[kind] if kinds.count(kind) == 1 else MANY[kind]}"
        for kind in NOUNS
        if kind in kinds
    ]
    return f"From {days}: {listed(said)}." if said else f"Nothing is dated yet from {days}."


def _row(each: Coming) -> GridRow:
    what = f"{each.what}. **Made easier:** {each.given_up} before" if each.given_up else each.what
    return GridRow(f"{each.day} {each.what}", (format_date(each.day), what, each.who), REGISTER)


def _ahead(drafting: Drafting) -> Iterator[Coming]:
    """Yield everything dated after the year's end (after today while it runs)."""
    first, last = drafting.on + timedelta(days=1), drafting.year.next_last
    yield from (each for each in _targets(drafting) if first <= each.day <= last)
    labels = {promised.key: promised.label for promised in drafting.context.measures()}
    for (key, service), duty in duties(drafting.context.register).items():
        if duty.due_date and first <= duty.due_date <= last and key in labels:
            place = f", {label_of(service, 'service', drafting.context)}" if service else ""
            yield Coming(duty.due_date, SETTING, f"To be set: the target of {labels[key]}{place}", duty.owner)
    for action in actions(drafting.context.register):
        due = action.entry.due_date
        if due and first <= due <= last and action.entry.status in OPEN:
            yield Coming(due, ACTION, f"Action: {action.entry.title}", action.entry.owner or "Nobody named")
    for pilot in drafting.context.pilots():
        if first <= pilot.plan.first_day <= last:
            yield Coming(pilot.plan.first_day, PILOT, f"Pilot starts: {pilot.plan.title}", "–")


def _targets(drafting: Drafting) -> Iterator[Coming]:
    """Yield every target that begins after the year's end, with the harder one that it gives up."""
    for held in held_everywhere(drafting.context, drafting.on):
        before = held.now
        for target in held.coming if held.is_own else ():
            number = before if before and before.value is not None else None
            is_given_up = number is not None and (target.value is None or is_easier(target, number, held.better))
            given_up = phrase(number, held.better) if number and is_given_up else ""
            what = f"Target of {held.name}: {phrase(target, held.better)}"
            yield Coming(target.from_date, TARGET, what, held.owner or "–", given_up)
            before = target


def events_part(drafting: Drafting) -> Part:
    """Return the section on what happened."""
    year, context = drafting.year, drafting.context
    found = sorted(happened(year.first, drafting.on, (), context), key=lambda event: (event.on_date, event.label))
    link = drafting.page("Promises", "")
    words = f"{count_noun(len(found), 'event')} {'is' if len(found) == 1 else 'are'} entered for {year.label}."
    if not found:
        words = f"No event is entered for {year.label}."
    rows = tuple(
        GridRow(
            f"{event.on_date} {event.label} {'+'.join(event.services)}",
            (format_date(event.on_date), event.label, _whom(event.services, drafting)),
            REGISTER,
        )
        for event in found
    )
    grids = (
        (Grid("events", "Events, starts and ends of pilots", ("When", "What", "Whom it touched"), rows),)
        if rows
        else ()
    )
    sentences = (Sentence(HEADLINE, words, REGISTER),)
    return Part("events", EVENTS, sentences, grids, (register_source(drafting, link),), link)


def _whom(services: tuple[str, ...], drafting: Drafting) -> str:
    return listed([label_of(service, "service", drafting.context) for service in services]) or EVERY_SERVICE
