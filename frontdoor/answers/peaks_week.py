"""When in the week do people need us? A map of weekdays and half-hours, its peaks in words, and what changed."""

from dataclasses import replace
from datetime import timedelta

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.demand import Demand, demand_of
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_choices import Over, Show
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.peaks_week_basis import (
    basis_of,
    notes_of,
    recorded_changes,
    recorded_otherwise,
    within_stretch,
    within_words,
)
from frontdoor.answers.peaks_week_choice import Choice, choice_of
from frontdoor.answers.peaks_week_drawn import Asked, change_section, week_section
from frontdoor.answers.peaks_week_nothing import NO_HOURS, NOBODY_OUTSIDE, NOT_RECORDED, NOTHING_THEN, nothing_of
from frontdoor.answers.peaks_week_sentences import answer_of, lead_of
from frontdoor.answers.peaks_week_told import Told, told_of
from frontdoor.answers.peaks_year_days import usual_day_after
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Period

QUESTION = "When do people need us, and are we there?"
FEWEST_DAYS_BEFORE = 21  # three of each weekday; with fewer nothing can be compared


def week(filters: Filters, audience: Audience, show: Show = Show.CONTACTS, over: Over = Over.YEAR) -> ViewAnswer:
    """Return the week at a glance for the filters' services and channels."""
    return week_of_context(filters, open_context(filters, audience), show, over)


def week_of_context(filters: Filters, context: Context, show: Show, over: Over) -> ViewAnswer:
    """Return the same from a context already open."""
    try:
        return _answer(choice_of(filters, show, over, context), filters, context, show, over)
    except CannotTellError as reason:
        nothing = nothing_of(str(reason))
        return replace(_empty(context), answer=nothing.answer, lead=nothing.lead, nothing=nothing)


def _answer(choice: Choice, filters: Filters, context: Context, show: Show, over: Over) -> ViewAnswer:
    demand = demand_of(choice.filters, choice.history, context)
    now = _now(demand, choice, show, context)
    provenance = provenance_of(bare(CATALOGUE[now.shown.measure]), demand.asked, choice.filters, context)
    counted = f"{now.counted.noun.capitalize()} by half-hour, local time."
    asked = Asked(show, over, within_words(choice, now.week.demand.last), source_line(counted, provenance))
    sections = [week_section(now, asked, usual_day_after(choice.filters, context))]
    changes = recorded_changes(now.shown.measure, choice.filters, context)
    before = _before(demand, choice, show, context)
    if before is not None:
        sections.append(change_section(before, now, asked, recorded_otherwise(before.week, changes)))
    return replace(
        _empty(context),
        answer=answer_of(now, show, asked.within),
        lead=lead_of(now, show),
        basis=basis_of(now.week, choice, show, over, context),
        sections=tuple(_stamped(section, context) for section in sections),
        provenance=provenance,
        notes=(*notes_of(now.week, choice, show, filters.channels, context), *within_stretch(now.week, changes)),
    )


def _now(demand: Demand, choice: Choice, show: Show, context: Context) -> Told:
    """Return what the stretch shown says. CannotTellError where there is nothing to draw."""
    if demand.first > choice.stretch.last:
        raise CannotTellError(NOTHING_THEN)
    now = told_of(demand.during(choice.stretch), show, choice, context)
    if show is Show.OUTSIDE and not now.week.has_hours:
        raise CannotTellError(NO_HOURS)
    if not now.week.holds(now.shown.top) or not now.window.weekdays:
        raise CannotTellError(NOT_RECORDED.get(show, NOBODY_OUTSIDE))
    return now


def _before(demand: Demand, choice: Choice, show: Show, context: Context) -> Told | None:
    """Return what the stretch compared with says; None where none is asked for or too little of it is held."""
    wanted = choice.before
    if wanted is None or wanted.last < demand.first + timedelta(days=FEWEST_DAYS_BEFORE - 1):
        return None
    return told_of(demand.during(Period(max(wanted.first, demand.first), wanted.last)), show, choice, context)


def _stamped(section: Section, context: Context) -> Section:
    return replace(section, figures=tuple(made for each in section.figures if (made := stamped(each, context))))


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
