"""Did the pilot work? What its rule gives, each criterion, the strongest argument against, and what may be said of the cause."""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.pilot_against import Case, against_box
from frontdoor.answers.pilot_before_found import findable
from frontdoor.answers.pilot_changed_figures import counterfactual_figure
from frontdoor.answers.pilot_choices import View
from frontdoor.answers.pilot_claim import claim_box
from frontdoor.answers.pilot_cost import cost_of
from frontdoor.answers.pilot_decision import TONES, answer_words, question_words
from frontdoor.answers.pilot_edits import edits_table
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_moved import moved_figure
from frontdoor.answers.pilot_opened import opened
from frontdoor.answers.pilot_sensitivity_seen import seen_ways
from frontdoor.answers.pilot_small_print import small_print
from frontdoor.answers.pilot_source import provenance_of_series
from frontdoor.answers.pilot_verdict_criteria import Measures, criteria_table, measures_of, watched_table
from frontdoor.answers.pilot_verdict_lead import lead_words
from frontdoor.answers.provenance import on_council_clock
from frontdoor.answers.view_answer import Box, Line, Link, Section, ViewAnswer
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.statistics.pilot_verdict import Decision

BEFORE_TITLE = "Can it succeed at all?"
BEFORE_WORDS = "What so many weeks could find, which comparisons to choose and what falls inside can be known before the first day."


def verdict(filters: Filters, audience: Audience, pilot_key: str) -> ViewAnswer:
    """Return the verdict of the pilot with this key."""
    return verdict_of(*opened(filters, audience, pilot_key))


def verdict_of(found: PilotFound, context: Context) -> ViewAnswer:
    """Return the same of what is already found."""
    found = replace(found, held=on_our_clock(found.held, context))
    cost, measures, series = cost_of(found), measures_of(found, context), found.primary.series
    decision = found.decision
    could = findable(found.primary, found.held.plan, context)
    ways = seen_ways(series) if decision and found.state is State.FINISHED else None
    table = criteria_table(found, cost, measures)
    case = Case(found, decision, cost, measures, ways, could.smallest) if decision else None
    beside = _beside(case) if case else (_before_box(found),)
    return ViewAnswer(
        question=question_words(found),
        answer=answer_words(found, decision),
        lead=lead_words(found, cost, measures),
        basis="",
        sections=(Section(boxes=beside, tables=(table,)), *_more(found, measures, context)),
        freshness=freshness_of(context),
        provenance=provenance_of_series(series, context) if series else None,
        notes=found.cautions,
        tone=TONES[decision] if decision and not _is_early(found, decision) else None,
        small_print=small_print(found, cost, could),
    )


def on_our_clock(held: HeldPilot, context: Context) -> HeldPilot:
    """Return the pilot with the moments of its plan as the council's clocks showed them."""
    edits = tuple(replace(edit, recorded_at=on_council_clock(edit.recorded_at, context)) for edit in held.edits)
    return replace(held, recorded_at=on_council_clock(held.recorded_at, context), edits=edits)


def _is_early(found: PilotFound, decision: Decision) -> bool:
    return found.state is State.RUNNING and decision is Decision.RUN_ON


def _beside(case: Case) -> tuple[Box, ...]:
    """Return the argument against, and what may be said of the cause; while nothing is decided, only how far it is."""
    if _is_early(case.found, case.decision):
        pilot = (("pilot", case.found.held.plan.title),)
        words = "Looking early finds changes that are not there. Only one that is clear at 99.7% stops a pilot before its end."
        link = Link("Week by week", View.RUNNING.value, pilot, "pilots")
        return (Box("Why it is too early", (Line("", words),), (link,), is_quiet=True),)
    return (against_box(case), claim_box(case.found))


def _before_box(found: PilotFound) -> Box:
    link = Link(View.BEFORE.value, View.BEFORE.value, (("pilot", found.held.plan.title),), "pilots")
    return Box(BEFORE_TITLE, (Line("", BEFORE_WORDS),), (link,), is_quiet=True)


def _more(found: PilotFound, measures: Measures, context: Context) -> tuple[Section, ...]:
    """Return the pictures, two side by side, and what was watched beside one picture or under two."""
    watched, edited = watched_table(found, measures), edits_table(found.held)
    tables, figures = (watched,) if watched else (), _pictures(found, context)
    edits = Section(tables=(edited,) if edited else ())
    sections: tuple[Section, ...] = (Section(figures=figures), Section(tables=tables), edits)
    if len(figures) == 1:
        sections = (Section(figures=figures, tables=tables), edits)
    return tuple(section for section in sections if section != Section())


def _pictures(found: PilotFound, context: Context) -> tuple[Figure, ...]:
    if found.state is State.BEFORE:
        return ()
    made = (stamped(counterfactual_figure(found.primary, found, context), context), moved_figure(found, context))
    return tuple(figure for figure in made if figure)
