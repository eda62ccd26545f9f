"""What changed? Every outcome's effect, the one chosen against what was expected, and every other way of working it out."""

from dataclasses import dataclass, replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.pilot_changed_designs import designs_table
from frontdoor.answers.pilot_changed_effects import Around, around_table, declared_around, effects_table
from frontdoor.answers.pilot_changed_figures import counterfactual_figure
from frontdoor.answers.pilot_changed_method import method_box
from frontdoor.answers.pilot_changed_rows import holds_up_table, other_ways
from frontdoor.answers.pilot_changed_words import headline_words, sentence_words
from frontdoor.answers.pilot_choices import View
from frontdoor.answers.pilot_derived import derived, peak_day_and_week, weekdays_beside
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_opened import opened
from frontdoor.answers.pilot_source import provenance_of_series
from frontdoor.answers.view_answer import Box, Line, Link, Section, ViewAnswer
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Claim

QUESTION, SO_FAR = "What changed?", "What has changed so far?"
OUTCOME_KEY = "pilot_outcome"
"""The parameter of the address that names the outcome chosen."""
LATER = (
    "Other ways of working it out are shown once, at the planned end. Going through twenty of them every week would find changes that "
    "are not there, whatever each of them says."
)
LATER_TITLE = "Other ways are for the end"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is found of a pilot, the outcome chosen, and what it was asked from."""

    found: PilotFound
    chosen: OutcomeFound
    context: Context


def changed(filters: Filters, audience: Audience, pilot_key: str, outcome_key: str = "") -> ViewAnswer:
    """Return what changed, with one outcome in full: the one with `outcome_key`, else the main one."""
    return changed_of(*opened(filters, audience, pilot_key), outcome_key)


def changed_of(found: PilotFound, context: Context, outcome_key: str = "") -> ViewAnswer:
    """Return the same of what is already found."""
    chosen = next((each for each in found.outcomes if each.outcome.key == outcome_key), found.primary)
    asked = _Asked(found, chosen, context)
    series = chosen.series
    return replace(
        _empty(found, context),
        answer=_answer(chosen, found),
        lead=sentence_words(chosen, found),
        sections=_before(asked) if found.state is State.BEFORE else _sections(asked),
        provenance=provenance_of_series(series, context) if series and series.starts else None,
        notes=found.cautions,
    )


def _answer(chosen: OutcomeFound, found: PilotFound) -> str:
    if found.state is State.BEFORE:
        return f"Nothing yet: it starts on {format_date(found.held.plan.first_day)}."
    words = headline_words(chosen, found)
    return f"{chosen.outcome.label}: {words[:1].lower()}{words[1:]}."


def _before(asked: _Asked) -> tuple[Section, ...]:
    return (Section(figures=_figures((asked.found.primary,), asked)),)


def _sections(asked: _Asked) -> tuple[Section, ...]:
    found, chosen = asked.found, asked.chosen
    others = tuple(each for each in found.outcomes if each is not chosen)
    rest, around, links = _figures(others, asked), _around(asked), _links(asked)
    beside = around_table(found, around, links)
    pairs = [rest[place : place + 2] for place in range(0, len(rest), 2)]
    sections = (
        Section(boxes=(method_box(chosen),), figures=_figures((chosen,), asked)),
        Section(tables=(effects_table(found, around, links),)),
        Section(tables=(beside,) if beside else ()),
        *_other_ways(asked),
        *(Section(figures=pair) for pair in pairs),
    )
    return tuple(section for section in sections if section.boxes or section.figures or section.tables)


def _around(asked: _Asked) -> Around:
    """Return what the plan names of the times around an added hour, and what it leaves out of them."""
    found, plan = asked.found, asked.found.held.plan
    places = tuple(peak_day_and_week(plan))
    declared = declared_around(found, tuple(where for _, where in places))
    named = {each.outcome.where for each in declared}
    is_finished = found.state is State.FINISHED
    return Around(
        declared,
        tuple(
            derived(label, where, plan, asked.context, comparison=weekdays_beside(plan, where), is_finished=is_finished)
            for label, where in places
            if where not in named
        ),
    )


def _other_ways(asked: _Asked) -> tuple[Section, ...]:
    """Return the designs side by side and every other way; while it runs, why they wait."""
    chosen, series = asked.chosen, asked.chosen.series
    if asked.found.state is State.RUNNING:
        return (Section(boxes=(Box(LATER_TITLE, (Line("", LATER),), is_quiet=True),)),)
    if series is None or isinstance(chosen.analysis, Reason) or chosen.analysis is None:
        return _designs_only(asked)
    ways = other_ways(series)
    return (
        Section(tables=(designs_table(chosen, series, ways),)),
        Section(tables=(holds_up_table(chosen, series, ways),)),
    )


def _designs_only(asked: _Asked) -> tuple[Section, ...]:
    """Return the designs of an outcome that the main method refuses, each with its own reason; an exact one may still do."""
    series = asked.chosen.series
    if series is None or not series.weeks.first < series.weeks.number:
        return ()
    return (Section(tables=(designs_table(asked.chosen, series, other_ways(series)),)),)


def _figures(outcomes: tuple[OutcomeFound, ...], asked: _Asked) -> tuple[Figure, ...]:
    made = (stamped(counterfactual_figure(each, asked.found, asked.context), asked.context) for each in outcomes)
    return tuple(figure for figure in made if figure is not None)


def _links(asked: _Asked) -> dict[str, Link]:
    """Return, for each other outcome, the way to it in full."""
    title = asked.found.held.plan.title
    return {
        each.outcome.key: Link(
            each.outcome.label, View.CHANGED.value, (("pilot", title), (OUTCOME_KEY, each.outcome.key)), "pilots"
        )
        for each in asked.found.outcomes
        if each is not asked.chosen and each.series is not None
    }


def _empty(found: PilotFound, context: Context) -> ViewAnswer:
    plan = found.held.plan
    basis = f"{plan.title}, {format_date(plan.first_day)} to {format_date(plan.last_day)}; known to {format_date(found.known_until)}."
    if found.state is State.FINISHED and found.primary.effect is not None:
        said = "because of the pilot" if found.claim is Claim.BECAUSE_OF else "after the pilot began"
        basis += f" By its design we may say “{said}”."
    question = QUESTION if found.state is not State.RUNNING else SO_FAR
    return ViewAnswer(question, "", "", basis, (), freshness_of(context), None)
