"""What only moved? Whether the contacts in an added hour were new, or would have come at another time or in another way."""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_moved_changes import Moved, moved_changes
from frontdoor.answers.pilot_moved_figures import elsewhere_figures, half_hour_figure
from frontdoor.answers.pilot_moved_words import answer_words, displaced_box, lead_words, net_table
from frontdoor.answers.pilot_opened import opened
from frontdoor.answers.pilot_source import provenance_of_series
from frontdoor.answers.view_answer import Box, Section, ViewAnswer
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date

QUESTION = "What only moved?"


def moved(filters: Filters, audience: Audience, pilot_key: str) -> ViewAnswer:
    """Return what only moved into the hour that the pilot with this key added."""
    return moved_of(*opened(filters, audience, pilot_key))


def moved_of(found: PilotFound, context: Context) -> ViewAnswer:
    """Return the same of what is already found."""
    if found.state is State.BEFORE:
        starts = f"Nothing yet: it starts on {format_date(found.held.plan.first_day)}."
        return replace(_empty(found, context), answer=starts, sections=(Section((displaced_box(found),)),))
    told = moved_changes(found, context)
    series = next((each.series for each in (told.day, told.week) if each and each.series), None)
    return replace(
        _empty(found, context),
        answer=answer_words(found),
        lead=lead_words(found, told),
        sections=_sections(found, told, context),
        provenance=provenance_of_series(series, context) if series else None,
        notes=found.cautions,
    )


def moved_figure(found: PilotFound, context: Context) -> Figure | None:
    """Return the pilot's days by half-hour alone, for a page that shows nothing else of this view."""
    if found.state is State.BEFORE or found.held.plan.added is None:
        return None
    return stamped(half_hour_figure(found, moved_changes(found, context), context), context)


def _sections(found: PilotFound, told: Moved, context: Context) -> tuple[Section, ...]:
    boxes: tuple[Box, ...] = (displaced_box(found),)
    main = stamped(half_hour_figure(found, told, context), context)
    others = tuple(figure for each in elsewhere_figures(told, context) if (figure := stamped(each, context)))
    return (
        Section(boxes=boxes, figures=(main,) if main else ()),
        Section(tables=(net_table(found, told),)),
        *((Section(figures=others),) if others else ()),
    )


def _empty(found: PilotFound, context: Context) -> ViewAnswer:
    plan = found.held.plan
    basis = f"{plan.title}, {format_date(plan.first_day)} to {format_date(plan.last_day)}; known to {format_date(found.known_until)}."
    return ViewAnswer(QUESTION, "", "", basis, (), freshness_of(context), None)
