"""Do we answer complaints in time, and put things right? How many came, each stage's clock, what became of them, and where."""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.caveats import later_caveats
from frontdoor.answers.complaints_columns import days_figure
from frontdoor.answers.complaints_days import days_taken
from frontdoor.answers.complaints_facts import facts_of
from frontdoor.answers.complaints_figures import outcomes_figure, services_figure
from frontdoor.answers.complaints_places import places
from frontdoor.answers.complaints_stages import clocked_of, main_clock, stage_lines
from frontdoor.answers.complaints_words import answer_sentence, lead_sentences, nothing_held, nothing_in_the_choice
from frontdoor.answers.context import Context, open_context, unpromised
from frontdoor.answers.event_asking import asking
from frontdoor.answers.feedback_answer import ComplaintsAnswer, Nothing
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.marks import marks_of
from frontdoor.answers.measure import provenance_line, stamped
from frontdoor.answers.measure_figures import trend_figure
from frontdoor.answers.result import result_of
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.schema.complaints import COMPLAINT_EVENTS, COMPLAINT_STAGES, COMPLAINTS
from frontdoor.schema.voice_questions import WORKING_DAYS_TAKEN
from frontdoor.strategy.strategy import PromisedMeasure

QUESTION = "Do we answer complaints in time, and put things right?"

DAYS_HIDDEN = (
    "How many working days answers took is not drawn: some counts are so small that they could point to a person."
)

KINDS = (COMPLAINTS.name, COMPLAINT_STAGES.name, COMPLAINT_EVENTS.name)
"""The kinds of record complaints come as."""


def complaints(filters: Filters, audience: Audience) -> ComplaintsAnswer:
    """Return everything the page of complaints shows, for the filters given."""
    context = open_context(filters, audience)
    if not holds(KINDS, context):
        return _nothing(nothing_held(context.council.name), filters, context)
    promised = counted(context)
    volume = result_of(promised, filters, context)
    if not volume.trend:
        return _nothing(nothing_in_the_choice(filters, volume), filters, context)
    return _answer(promised, volume, filters, context)


def _answer(promised: PromisedMeasure, volume: Result, filters: Filters, context: Context) -> ComplaintsAnswer:
    clocks = clocked_of(filters, context)
    stages = stage_lines(clocks, filters, context)
    main = main_clock(clocks)
    days = days_taken(main.promised, filters, context) if main else WORKING_DAYS_TAKEN.empty()
    services, procedures, rows = places(main, days, promised, filters, context)
    columns = days_figure(main, days, filters, context) if main else None
    hidden = (DAYS_HIDDEN,) if columns is None and not days.is_empty() else ()
    pictures = (
        _volume_figure(promised, volume, filters, context),
        services_figure(main.result, rows) if main else None,
        columns,
        outcomes_figure(promised, volume, filters, context),
    )
    return replace(
        _empty(filters, context),
        answer=answer_sentence(volume, main.result if main else None),
        lead=lead_sentences(volume, stages, rows, context.as_at),
        facts=facts_of(promised, volume, filters, context),
        stages=stages,
        volume=volume,
        services=services,
        procedures=procedures,
        figures=tuple(made for picture in pictures if (made := stamped(picture, context))),
        provenance=volume.provenance,
        notes=(*later_caveats(volume.caveats), *hidden),
    )


def _volume_figure(promised: PromisedMeasure, volume: Result, filters: Filters, context: Context) -> Figure | None:
    drawn = trend_figure(volume, marks_of(promised, filters, context), provenance_line(volume))
    return asking(drawn, promised, volume, filters, context)


def holds(kinds: tuple[str, ...], context: Context) -> bool:
    """Return whether any load in force is of one of these kinds of record."""
    return bool(set(kinds) & set(context.ledger()["kind"]))


def counted(context: Context) -> PromisedMeasure:
    """Return the measure that counts complaints: the promised one, else the plain one over every procedure."""
    promised = (each for each in context.measures() if each.measure == "complaints")
    return next(promised, None) or unpromised("complaints", context)


def _nothing(nothing: Nothing, filters: Filters, context: Context) -> ComplaintsAnswer:
    return replace(_empty(filters, context), answer=nothing.answer, lead=nothing.lead, nothing=nothing)


def _empty(filters: Filters, context: Context) -> ComplaintsAnswer:
    """Return the answer with what is known before anything is counted."""
    return ComplaintsAnswer(
        question=QUESTION,
        answer="",
        lead="",
        period=filters.period.label,
        as_at=context.as_at,
        facts=(),
        stages=(),
        volume=None,
        services=(),
        procedures=(),
        figures=(),
        freshness=freshness_of(context),
        provenance=None,
    )
