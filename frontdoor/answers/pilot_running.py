"""How is the pilot going, week by week? What was seen against what was expected, each look, the guards and the cost so far."""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.pilot_changed_figures import counterfactual_figure
from frontdoor.answers.pilot_choices import View
from frontdoor.answers.pilot_cost import cost_of
from frontdoor.answers.pilot_cost_words import cost_box, spread_words
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_looks_seen import LookSeen, looks_of
from frontdoor.answers.pilot_opened import opened
from frontdoor.answers.pilot_running_words import (
    LOOKING,
    answer_words,
    guards_box,
    guards_table,
    lead_words,
    starts_words,
)
from frontdoor.answers.pilot_source import provenance_of_series
from frontdoor.answers.pilot_week_rows import weeks_table
from frontdoor.answers.view_answer import Box, Link, Section, ViewAnswer
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date

QUESTION, WAS = "How is it going, week by week?", "What did each week of it say?"


def running(filters: Filters, audience: Audience, pilot_key: str) -> ViewAnswer:
    """Return the weeks of the pilot with this key."""
    return running_of(*opened(filters, audience, pilot_key))


def running_of(found: PilotFound, context: Context) -> ViewAnswer:
    """Return the same of what is already found."""
    if found.state is State.BEFORE:
        return _not_started(found, context)
    looks = looks_of(found.primary.series) if found.primary.series else ()
    return replace(
        _empty(found, context),
        answer=answer_words(found, looks),
        lead=lead_words(found, looks),
        sections=_sections(found, looks, context),
        notes=found.cautions,
        facts=_facts(found),
    )


def _sections(found: PilotFound, looks: tuple[LookSeen, ...], context: Context) -> tuple[Section, ...]:
    title = "What each look would have said" if found.state is State.FINISHED else "What each look says"
    guards, none = guards_table(found), guards_box(found)
    return (
        Section((LOOKING,), _pictures(found, context)),
        Section(tables=weeks_table(found.primary, looks, title)),
        Section(tables=guards, boxes=(*((none,) if none else ()), _cost(found))),
    )


def _cost(found: PilotFound) -> Box:
    """Return the cost so far, with the way to what each contact cost."""
    to_each = Link("What each contact cost", View.PEOPLE.value, (("pilot", found.held.plan.title),), "pilots")
    box = cost_box(found, cost_of(found))
    return replace(box, links=(to_each, *box.links)) if found.held.plan.cost else box


def _pictures(found: PilotFound, context: Context) -> tuple[Figure, ...]:
    made = stamped(counterfactual_figure(found.primary, found, context), context)
    return () if made is None else (made,)


def _facts(found: PilotFound) -> tuple[Fact, ...]:
    cost = cost_of(found)
    plan = found.held.plan
    facts = [Fact("Weeks", f"{found.weeks_done} of {found.planned_weeks}", f"planned to {format_date(plan.last_day)}")]
    if cost is not None:
        facts.append(Fact("Cost so far", spread_words(cost.so_far), f"{spread_words(cost.weekly)} a week"))
    return tuple(facts)


def _not_started(found: PilotFound, context: Context) -> ViewAnswer:
    answer, lead = starts_words(found)
    box = cost_box(found, cost_of(found))
    return replace(_empty(found, context), answer=answer, lead=lead, sections=(Section((LOOKING, box)),))


def _empty(found: PilotFound, context: Context) -> ViewAnswer:
    plan = found.held.plan
    basis = f"{plan.title}, {format_date(plan.first_day)} to {format_date(plan.last_day)}; known to {format_date(found.known_until)}."
    question = WAS if found.state is State.FINISHED else QUESTION
    series = found.primary.series
    provenance = provenance_of_series(series, context) if series and series.starts else None
    return ViewAnswer(question, "", "", basis, (), freshness_of(context), provenance)
