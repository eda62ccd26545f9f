"""Which contact need not happen, what could be removed first, and what comes while we are closed?"""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.demand_nouns import chosen_words
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.measure import stamped
from frontdoor.answers.peaks_source import source_line
from frontdoor.answers.peaks_week_basis import recorded_changes
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.shift_needless_counts import Needless, needless_counts
from frontdoor.answers.shift_needless_figures import opportunities_figure, reasons_figure, services_figure
from frontdoor.answers.shift_needless_night import night
from frontdoor.answers.shift_needless_night_words import cannot_box, night_box, night_figure
from frontdoor.answers.shift_needless_ranked import Ranked, ranked
from frontdoor.answers.shift_needless_services import by_service, reasons_of, routine_by_reason
from frontdoor.answers.shift_needless_words import (
    answer_words,
    definitions_box,
    lead_words,
    opportunities_box,
    ranking_notes,
    reasons_box,
    repeat_box,
    routine_box,
    services_box,
)
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE

QUESTION = "What need not happen?"
CANNOT_SAY = "We can’t say which contact need not happen."
NO_CONTACTS = "No contact is recorded in this choice. Choose another period, or more services or channels."
COMMAND = "python -m frontdoor load FILE --source frontdoor"
DOCUMENT = "docs/canonical-csv.md"


def needless(filters: Filters, audience: Audience) -> ViewAnswer:
    """Return avoidable, routine and repeat contact, the ten largest opportunities, and contact while we are closed."""
    return needless_of(filters, open_context(filters, audience))


def needless_of(filters: Filters, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    try:
        counts = needless_counts(filters, context)
    except CannotTellError as reason:
        return _nothing(Nothing(CANNOT_SAY, str(reason)), context)
    if not counts.totals["contacts"][0] and not counts.totals["contacts_assessed"][0]:
        return _nothing(Nothing(CANNOT_SAY, NO_CONTACTS, COMMAND, DOCUMENT), context)
    return _answer(counts, filters, context)


def _answer(counts: Needless, filters: Filters, context: Context) -> ViewAnswer:
    provenance = provenance_of(bare(CATALOGUE["avoidable_contact"]), counts.asked, filters, context)
    source = source_line("Contacts, those assessed, and their reasons.", provenance)
    largest = ranked(counts, filters.period.last, context)
    return replace(
        _empty(context),
        answer=answer_words(counts),
        lead=lead_words(counts, reasons_of(counts), largest, context),
        basis=_basis(counts, filters, context),
        sections=(*_sections(counts, largest, source, context), _night_section(filters, source, context)),
        provenance=provenance,
        notes=_notes(largest, filters, context),
    )


def _sections(counts: Needless, largest: Ranked | None, source: str, context: Context) -> tuple[Section, ...]:
    reasons, services = reasons_of(counts), by_service(counts, context)
    routine = routine_box(counts, routine_by_reason(counts, context), context)
    why = _drawn(reasons_figure(reasons, source), context)
    most = _drawn(services_figure(services, source), context)
    top = _drawn(opportunities_figure(largest, source, context), context)
    return (
        Section((definitions_box(counts), reasons_box(counts, reasons)), why),
        Section((services_box(services), routine, repeat_box(counts)), most),
        Section((opportunities_box(largest, context),), top),
    )


def _night_section(filters: Filters, source: str, context: Context) -> Section:
    try:
        found = night(filters, context)
    except CannotTellError as reason:
        return Section((cannot_box(str(reason)),))
    return Section((night_box(found, context),), _drawn(night_figure(found, source, context), context))


def _basis(counts: Needless, filters: Filters, context: Context) -> str:
    months = counts.months
    by_reason = f"; reasons over {months.label}" if months and (months.first, months.last) != filters.dates else ""
    return f"{chosen_words(filters, context)}, {filters.period.label}{by_reason}."


def _notes(largest: Ranked | None, filters: Filters, context: Context) -> tuple[str, ...]:
    changes = [
        change.words
        for change in recorded_changes("avoidable_contact", filters, context)
        if filters.period.first <= change.on_date <= filters.period.last
    ]
    return (*ranking_notes(largest, context), *changes)


def _drawn(figure: Figure | None, context: Context) -> tuple[Figure, ...]:
    made = stamped(figure, context)
    return (made,) if made else ()


def _nothing(nothing: Nothing, context: Context) -> ViewAnswer:
    return replace(_empty(context), answer=nothing.answer, lead=nothing.lead, nothing=nothing)


def _empty(context: Context) -> ViewAnswer:
    return ViewAnswer(QUESTION, "", "", "", (), freshness_of(context), None)
