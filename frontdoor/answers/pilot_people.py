"""Who used the pilot, how did they fare, and what did each contact cost?"""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.pilot_cost import cost_of
from frontdoor.answers.pilot_cost_words import cost_box, cost_tables
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_opened import opened
from frontdoor.answers.pilot_people_asked import Fared, asked_about
from frontdoor.answers.pilot_people_comments import comments_part, themes_of
from frontdoor.answers.pilot_people_groups import shares_of, why_not
from frontdoor.answers.pilot_people_rows import fared_tables
from frontdoor.answers.pilot_people_words import (
    answer_words,
    groups_table,
    lead_words,
    unknown_box,
    where_words,
)
from frontdoor.answers.pilot_source import provenance_of_series
from frontdoor.answers.view_answer import Section, Table, ViewAnswer
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date

QUESTION = "Who used it, and how did they fare?"


def people(filters: Filters, audience: Audience, pilot_key: str) -> ViewAnswer:
    """Return who used the pilot with this key."""
    return people_of(*opened(filters, audience, pilot_key))


def people_of(found: PilotFound, context: Context) -> ViewAnswer:
    """Return the same of what is already found."""
    plan = found.held.plan
    asked = () if found.state is State.BEFORE else asked_about(plan, context)
    return replace(
        _empty(found, context),
        answer=answer_words(asked, found),
        lead=lead_words(asked, found),
        sections=(*_fared(asked, found), *_who(asked, found, context), _cost(found)),
        notes=tuple(dict.fromkeys((*found.cautions, *_notes(asked)))),
    )


def _fared(asked: tuple[Fared, ...], found: PilotFound) -> tuple[Section, ...]:
    return tuple(Section(tables=(table,)) for table in fared_tables(asked, found))


def _who(asked: tuple[Fared, ...], found: PilotFound, context: Context) -> tuple[Section, ...]:
    """Return the groups that can be told, then what cannot."""
    if found.state is State.BEFORE:
        return ()
    plan = found.held.plan
    tables = tuple(groups_table(each) for each in shares_of(plan, context))
    wrote = comments_part(themes_of(plan, context))
    written = Section(tables=(wrote,)) if isinstance(wrote, Table) else Section(boxes=(wrote,))
    unknown = Section(boxes=(unknown_box(asked, why_not(plan, context)),))
    return (*(Section(tables=(table,)) for table in tables), written, unknown)


def _cost(found: PilotFound) -> Section:
    cost = cost_of(found)
    return Section(boxes=(cost_box(found, cost),), tables=cost_tables(found, cost) if cost else ())


def _notes(asked: tuple[Fared, ...]) -> tuple[str, ...]:
    """Return what is to be known of the figures shown; an added hour's own notes speak of weeks it did not have."""
    shown = [each.all_day or each.series for each in asked]
    return tuple(dict.fromkeys(note for series in shown if series for note in series.notes))


def _empty(found: PilotFound, context: Context) -> ViewAnswer:
    plan, series = found.held.plan, found.primary.series
    last = plan.last_day if found.state is State.BEFORE else min(plan.last_day, found.known_until)
    when = f"{format_date(plan.first_day)} to {format_date(last)}"
    basis = f"{where_words(plan.added or plan.where, context)}; {when}."
    provenance = provenance_of_series(series, context) if series and series.starts else None
    return ViewAnswer(QUESTION, "", "", basis, (), freshness_of(context), provenance)
