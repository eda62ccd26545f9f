"""Can the pilot succeed at all? What it could find, how long it would take, what to compare with, and what falls inside."""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.pilot_before_balance import (
    Balanced,
    balance_table,
    balanced,
    declared_words,
    drifting_words,
)
from frontdoor.answers.pilot_before_contacts import contacts_box, expected_contacts
from frontdoor.answers.pilot_before_days import (
    Openings,
    events_inside,
    inside_box,
    lost_words,
    openings_of,
    overlaps_of,
)
from frontdoor.answers.pilot_before_found import Findable, findable
from frontdoor.answers.pilot_before_words import answer_words, lead_words, outcomes_table
from frontdoor.answers.pilot_calendar import pilot_weekdays
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_opened import opened
from frontdoor.answers.pilot_source import provenance_of_series
from frontdoor.answers.view_answer import Box, Line, Section, ViewAnswer
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date

QUESTION = "Can it succeed at all?"
KNOWN_THEN = "The pilot has begun. This is what could be known before it did: only weeks before its start are used."
BACKWARDS = "The plan ends before it starts, so it has no days."


def before(filters: Filters, audience: Audience, pilot_key: str) -> ViewAnswer:
    """Return what the weeks before tell of the pilot with this key."""
    return before_of(*opened(filters, audience, pilot_key), filters)


def before_of(found: PilotFound, context: Context, filters: Filters) -> ViewAnswer:
    """Return the same of what is already found."""
    plan = found.held.plan
    asked = tuple(findable(each, plan, context) for each in found.outcomes)
    primary = next(each for each in asked if each.found is found.primary)
    compared = balanced(found.primary, plan, context)
    openings = openings_of(plan, pilot_weekdays(plan, context), context)
    return replace(
        _empty(found, context),
        answer=answer_words(primary, found.planned_weeks),
        lead=lead_words(primary, found.planned_weeks),
        sections=(
            Section(tables=(outcomes_table(asked),)),
            _compared_section(compared, found),
            Section(boxes=_boxes(found, openings, filters, context)),
        ),
        notes=_notes(found, openings, compared, asked),
    )


def _compared_section(compared: Balanced | None, found: PilotFound) -> Section:
    has_started = found.state is not State.BEFORE
    if compared is None:
        why = "There is no other weekday, service or time of day on record to compare it with."
        return Section(boxes=(Box("What to compare with", (Line("", why),)),))
    return Section(tables=(balance_table(compared, has_started=has_started),))


def _boxes(found: PilotFound, openings: Openings, filters: Filters, context: Context) -> tuple[Box, ...]:
    plan = found.held.plan
    others = [each.plan for each in context.pilots()]
    kept = max(len(openings.days) - len(openings.lost), 0)
    return (
        inside_box(openings, events_inside(plan, context.council.key, context), overlaps_of(plan, others)),
        contacts_box(expected_contacts(plan, filters, context), plan, kept),
    )


def _notes(
    found: PilotFound, openings: Openings, compared: Balanced | None, asked: tuple[Findable, ...]
) -> tuple[str, ...]:
    drifting = drifting_words(compared) if compared else ""
    declared = declared_words(compared) if compared else ""
    backwards = BACKWARDS if found.held.plan.last_day < found.held.plan.first_day else ""
    then = KNOWN_THEN if found.state is not State.BEFORE else ""
    series = dict.fromkeys(note for each in asked if each.found.series for note in each.found.series.notes)
    return tuple(words for words in (then, backwards, drifting, declared, lost_words(openings), *series) if words)


def _empty(found: PilotFound, context: Context) -> ViewAnswer:
    plan = found.held.plan
    weeks = max((each.series.weeks.first for each in found.outcomes if each.series), default=0)
    basis = f"{plan.title}, {format_date(plan.first_day)} to {format_date(plan.last_day)}; {weeks} weeks on record before it."
    series = found.primary.series
    provenance = provenance_of_series(series, context) if series and series.starts else None
    return ViewAnswer(QUESTION, "", "", basis, (), freshness_of(context), provenance)
