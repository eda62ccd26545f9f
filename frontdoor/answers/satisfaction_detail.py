"""One survey question in detail: its trend since it was last changed, its answers, services and channels, and who answered."""

from dataclasses import dataclass, replace

import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.answer import BreakdownRow, Point
from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.breakdown import breakdown
from frontdoor.answers.caveats import later_caveats
from frontdoor.answers.context import Context, bare
from frontdoor.answers.event_asking import asking
from frontdoor.answers.feedback_answer import Fact, QuestionAnswer
from frontdoor.answers.labels import Side
from frontdoor.answers.marks import marks_of
from frontdoor.answers.measure import provenance_line, stamped
from frontdoor.answers.measure_figures import trend_figure
from frontdoor.answers.period_sums import period_sums
from frontdoor.answers.satisfaction_figures import answers_figure
from frontdoor.answers.satisfaction_places import places_figure
from frontdoor.answers.satisfaction_questions import Scored
from frontdoor.answers.satisfaction_words import clearly_below, sure_words
from frontdoor.answers.trend import total, trend_period
from frontdoor.answers.wording import comparable
from frontdoor.answers.worked import Worked
from frontdoor.errors import CannotTellError
from frontdoor.figure import Mark
from frontdoor.filters import Filters
from frontdoor.measures.formatting import NOTHING, format_value, sums_line
from frontdoor.measures.measure import Measure
from frontdoor.measures.surveys import RESPONSE_RATE, RESPONSE_RATE_OF_CONTACTS
from frontdoor.periods import Grain
from frontdoor.schema.units import Unit
from frontdoor.strategy.question_bank import breaks
from frontdoor.strategy.strategy import PromisedMeasure

COMMENT = "comment"
NOT_KEPT = "What people wrote is not here: the council has not opted in to keeping comments."
NOT_REVIEWED = (
    "What people wrote is not shown. Comments are kept with names, numbers and addresses taken out as well as a program "
    "can, and are shown only once a person has reviewed them; nobody can do that here yet."
)


@dataclass(frozen=True, slots=True)
class Detailed:
    """What is shown of the question chosen, and its services, which the words at the top name."""

    answer: QuestionAnswer
    services: tuple[BreakdownRow, ...]


def detail_of(chosen: Scored, filters: Filters, context: Context) -> Detailed:
    """Return the figures and facts of the question whose first score is `chosen`."""
    inside = period_sums(chosen.promised, filters, context)
    services, channels = (_rows(chosen, inside, side, filters, context) for side in ("service", "channel"))
    line = provenance_line(chosen.result)
    figures = (
        asking(
            trend_figure(chosen.result, _marks(chosen, filters, context), line),
            chosen.promised,
            chosen.result,
            filters,
            context,
        ),
        places_figure(chosen, services, clearly_below(chosen, services), "service", line),
        answers_figure(chosen, filters, context),
        places_figure(chosen, channels, clearly_below(chosen, channels), "channel", line),
    )
    answer = QuestionAnswer(
        key=chosen.question.key,
        label=chosen.question.label,
        words=chosen.asked[0].words if chosen.asked else chosen.question.words,
        facts=(*_score_fact(chosen), *answer_facts(chosen, filters, context)),
        figures=tuple(made for figure in figures if (made := stamped(figure, context))),
        comments=NOT_REVIEWED if COMMENT in context.council.opt_in else NOT_KEPT,
        definition=chosen.result.measure.definition,
        source=chosen.result.measure.source,
        notes=later_caveats(chosen.result.caveats),
    )
    return Detailed(answer, services)


def _rows(
    chosen: Scored, inside: pl.DataFrame, side: Side, filters: Filters, context: Context
) -> tuple[BreakdownRow, ...]:
    first, last = filters.dates
    point = Point(first, None, None, None, last <= context.as_at)
    worked = Worked(point, (), inside, inside, (), filters.period)
    return breakdown(chosen.promised, worked, side, filters, context)


def _marks(chosen: Scored, filters: Filters, context: Context) -> tuple[Mark, ...]:
    """Return the events of the months shown, and each day on which the question changed."""
    months = trend_period(filters.period)
    changed = [Mark(day, "Question changed") for day in breaks(chosen.question) if months.first <= day <= months.last]
    events = marks_of(chosen.promised, filters, context)
    return tuple(sorted((*events, *changed), key=lambda mark: mark.on_date))


def _score_fact(chosen: Scored) -> tuple[Fact, ...]:
    result = chosen.result
    sure = sure_words(chosen).removeprefix("We are 95% sure it is ").rstrip(".")
    return (
        Fact(
            result.measure.label, format_value(result.value, result.measure.unit), f"95% sure: {sure}" if sure else ""
        ),
    )


def answer_facts(chosen: Scored, filters: Filters, context: Context) -> tuple[Fact, ...]:
    """Return how many responded, how many of them answered this question, what is not on its scale, and the response rate."""
    counts = _counts(chosen, filters, context)
    if not counts:
        return ()
    responses, answers, valid = (counts[name] for name in ("responses", "answers", "valid_answers"))
    facts = [Fact("Responses", _count(responses), "of the surveys that ask it")]
    if None not in (responses, answers):
        silent = max((responses or 0) - (answers or 0), 0)
        facts.append(Fact("Answered this question", _count(answers), f"{silent:,} did not answer it"))
    if None not in (answers, valid):
        facts.append(
            Fact("Not on the scale", f"{max((answers or 0) - (valid or 0), 0):,}", "counted and left out of the score")
        )
    return (*facts, *_response_rate(chosen, filters, context))


def _counts(chosen: Scored, filters: Filters, context: Context) -> dict[str, int | None]:
    """Return responses, answers and valid answers of the period, after disclosure control; empty where there are none."""
    names = ["responses", "answers", "valid_answers"]
    counted = comparable(chosen.promised, filters.period, context)
    try:
        scope = scope_of(chosen.promised, filters, trend_period(filters.period), Grain.MONTH)
        frame = ask("survey_scores", chosen.promised, scope, context).frame
    except CannotTellError:
        return {}
    inside = frame.filter(pl.col("period_start").is_between(counted.first, counted.last))
    keys = ["value"] if filters.attribute else []
    added = inside.group_by(keys).agg(pl.col(names).sum()).sort(keys) if keys else inside.select(pl.col(names).sum())
    safe = control(added, names, context.audience, is_small_area=bool(keys))
    if keys and filters.value is not None:
        safe = safe.filter(pl.col("value") == filters.value)
    return {name: safe[name][0] for name in names} if safe.height else {}


def _count(number: int | None) -> str:
    return NOTHING if number is None else f"{number:,}"


def _response_rate(chosen: Scored, filters: Filters, context: Context) -> tuple[Fact, ...]:
    """Return the share who answered: of those invited where invitations are recorded, else of all contacts; it says which."""
    for measure in (RESPONSE_RATE, RESPONSE_RATE_OF_CONTACTS):
        frame = period_sums(_like(chosen, measure), filters, context)
        point = None if frame.is_empty() else total(frame, measure, filters, context, is_complete=True)
        if point and point.value is not None and point.denominator:
            note = f"of {sums_line(None, point.denominator, measure.noun)}{_to_any(measure, context)}"
            return (Fact("Response rate", format_value(point.value, Unit.SHARE), note),)
    return (Fact("Response rate", NOTHING, "nobody recorded how many were asked"),)


def _to_any(measure: Measure, context: Context) -> str:
    """Return that invitations are not told apart by survey, where several surveys ask the questions of the bank."""
    surveys = {asked.survey for question in context.council.questions for asked in question.asked}
    return ", to any survey" if measure is RESPONSE_RATE and len(surveys) > 1 else ""


def _like(chosen: Scored, measure: Measure) -> PromisedMeasure:
    """Return another measure of the same question, services and channels."""
    own = chosen.promised
    return replace(bare(measure), question=own.question, services=own.services, channels=own.channels)
