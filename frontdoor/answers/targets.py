"""Are the targets what was agreed? Every target, what was made easier, what waits, whose words disagree, and one in full."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.register_chain import chain_of
from frontdoor.answers.register_doubts import doubts
from frontdoor.answers.result import result_of
from frontdoor.answers.target_mismatch import mismatches
from frontdoor.answers.target_suggested import suggestions, target_said, why_none
from frontdoor.answers.target_words import phrase, tolerance_words
from frontdoor.answers.targets_held import WHOLE_COUNCIL, HeldTarget, held_at, held_everywhere
from frontdoor.answers.targets_history import history_figure
from frontdoor.answers.targets_words import (
    answer_words,
    easier_words,
    history_table,
    lead_words,
    targets_table,
    unset_words,
)
from frontdoor.answers.view_answer import Box, Line, Row, Section, Table, ViewAnswer
from frontdoor.answers.waiting import Waiting, waiting
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date

QUESTION = "Are the targets what was agreed?"
NEVER_ADOPTED = (
    "Nothing here is adopted by itself: a target is in force only once somebody has approved and entered it."
)
CHAIN = "Every change is kept in a chain in which each entry seals the one before. Its digest now: `{digest}` ({entries} entries)."
BROKEN = "**The register was altered behind its back:** {faults} Ask whoever looks after this computer before you rely on a target."
SUGGESTED = ("It could be", "What that is", "Where it is from", "What it would take")


def targets(filters: Filters, audience: Audience, now: datetime, key: str = "", service: str = "") -> ViewAnswer:
    """Return the view of targets on the council's day of `now`, one measure and service in full ('': the first to look at)."""
    context = open_context(filters, audience)
    today = now.astimezone(ZoneInfo(context.council.time_zone)).date()
    held = held_everywhere(context, today, filters.services)
    changes = waiting(context.register, context.measures())
    chosen = held_at(context, context.promised(key), service, today) if key else first_to_look_at(held)
    return ViewAnswer(
        question=QUESTION,
        answer=answer_words(held, len(changes)),
        lead=lead_words(held),
        basis=f"Targets in force on {format_date(today)}. A change counts from its own day on, never for days that are past.",
        sections=(
            Section(boxes=_flags(context, changes, today)),
            Section(tables=(targets_table(held, context),)),
            *(_in_full(chosen, filters, context) if chosen else ()),
        ),
        freshness=freshness_of(context),
        provenance=None,
        notes=(chain_words(context),),
        facts=_facts(held, len(changes), today),
    )


def first_place(filters: Filters, audience: Audience, now: datetime) -> tuple[str, str]:
    """Return the measure and service ('' the whole council) of the target to look at first."""
    context = open_context(filters, audience)
    first = first_to_look_at(held_everywhere(context, now.astimezone(ZoneInfo(context.council.time_zone)).date()))
    return (first.promised.key, first.service) if first else ("", "")


def places_offered(filters: Filters, audience: Audience) -> tuple[dict[str, str], dict[str, str]]:
    """Return the labels of the promised measures and of the services, '' the whole council, by key."""
    context = open_context(filters, audience)
    measures = {promised.key: promised.label for promised in context.measures()}
    return measures, {"": WHOLE_COUNCIL} | {service.key: service.label for service in context.council.services}


def first_to_look_at(held: tuple[HeldTarget, ...]) -> HeldTarget | None:
    """Return the target that is longest to be set, else one made easier, else the first."""
    unset = [each for each in held if each.unset_since]
    if unset:
        return min(unset, key=lambda each: (each.unset_since or each.on, held.index(each)))
    return next((each for each in held if each.given_up), held[0] if held else None)


def _facts(held: tuple[HeldTarget, ...], waits: int, today: date) -> tuple[Fact, ...]:
    own = [each for each in held if each.is_own]
    unset = [each for each in own if each.unset_since]
    unnamed = sum(not each.owner for each in unset)
    overdue = sum(bool(each.duty and each.duty.due_date and each.duty.due_date < today) for each in unset)
    eased = sum(each.given_up is not None for each in own)
    return (
        Fact(
            "In force",
            f"{sum(bool(each.now and each.now.value is not None) for each in own)}",
            f"of {len(own)} targets",
        ),
        Fact("Still to be set", f"{len(unset)}", f"{unnamed} with nobody named, {overdue} overdue"),
        Fact("Made easier within a year", f"{eased}", "flagged on every page until then"),
        Fact("Waiting for approval", f"{waits}", "a file says something else; not in force"),
    )


def _flags(context: Context, changes: tuple[Waiting, ...], today: date) -> tuple[Box, ...]:
    """Return a box of what to doubt, one of the changes that wait and one of words that disagree, each where there is any."""
    wrong = mismatches(context, today)
    boxes = (
        Box("What to know before relying on them", tuple(Line("", said) for said in doubts(context, today))),
        Box("Waiting for approval", tuple(Line("", change.sentence) for change in changes)),
        Box("Words that disagree with the target", tuple(Line("", each.sentence) for each in wrong)),
    )
    return tuple(box for box in boxes if box.lines)


def _in_full(held: HeldTarget, filters: Filters, context: Context) -> tuple[Section, ...]:
    """Return one target in full: its steps, what it could be where it is still to be set, and every change of it."""
    own = replace(filters, services=(held.service,) if held.service else ())
    result = result_of(held.promised, own, context)
    figure = stamped(history_figure(held, result), context)
    suggested = _suggested(held, result, context) if held.unset_since else ()
    first = Section(boxes=_about(held), figures=(figure,) if figure else ())
    return (first, *suggested, Section(tables=(history_table(held, context),)))


def _about(held: HeldTarget) -> tuple[Box, ...]:
    """Return what the target chosen is, in words."""
    said = [Line("In force:", _in_force(held))]
    if held.unset_since:
        said.append(Line("Still to be set:", f"{unset_words(held)}."))
    if held.given_up:
        said.append(Line("Made easier:", f"{easier_words(held)}. Flagged for a year."))
    if held.entry and held.entry.target.why:
        said.append(Line("Why:", held.entry.target.why))
    said += [
        Line("Coming:", f"{phrase(each, held.better)} from {format_date(each.from_date)}.") for each in held.coming
    ]
    return (Box(held.name, tuple(said)),)


def _in_force(held: HeldTarget) -> str:
    if held.now is None:
        return "No target."
    near = f", close {tolerance_words(held.now)}" if held.now.tolerance else ""
    return f"{phrase(held.now, held.better)}{near}, since {format_date(held.now.from_date)}."


def _suggested(held: HeldTarget, result: Result, context: Context) -> tuple[Section, ...]:
    found = suggestions(held.promised, result, context)
    if not found:
        return (Section(boxes=(Box("What it could be", (Line("", why_none(held.promised, result)),), is_quiet=True),)),)
    rows = tuple(Row((target_said(each, result), each.title, each.reasoning, each.takes)) for each in found)
    return (Section(tables=(Table("What it could be", SUGGESTED, rows, NEVER_ADOPTED),)),)


def chain_words(context: Context) -> str:
    """Return the digest of the register's chain, or that it was altered."""
    chain = chain_of(context.register)
    if not chain.is_whole:
        return BROKEN.format(faults=" ".join(chain.faults))
    return CHAIN.format(digest=chain.digest, entries=f"{chain.entries:,}")
