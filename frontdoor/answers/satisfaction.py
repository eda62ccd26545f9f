"""How satisfied are people with us? Each question asked with its score and how sure it is, one in detail, and what others state."""

from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.complaints import holds
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.feedback_answer import Nothing, SatisfactionAnswer
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.satisfaction_detail import detail_of
from frontdoor.answers.satisfaction_questions import Scored, score_lines, scored
from frontdoor.answers.satisfaction_reported import reported_lines
from frontdoor.answers.satisfaction_words import (
    answer_sentence,
    instead_words,
    lead_sentences,
    nothing_asked,
    nothing_held,
    nothing_in_the_choice,
)
from frontdoor.filters import Filters
from frontdoor.schema.records import STATED_RESULTS
from frontdoor.schema.surveys import SURVEY_RESPONSES

QUESTION = "How satisfied are people with us?"


def satisfaction(key: str | None, filters: Filters, audience: Audience) -> SatisfactionAnswer:
    """Return everything the page of satisfaction shows; `key` is the question to show in detail, None the first."""
    context = open_context(filters, audience)
    scores = scored(filters, context) if holds((SURVEY_RESPONSES.name,), context) else ()
    reported = reported_lines(filters, context) if holds((STATED_RESULTS.name,), context) else ()
    empty = SatisfactionAnswer(
        question=QUESTION,
        answer="",
        lead="",
        period=filters.period.label,
        scores=score_lines(scores),
        detail=None,
        reported=reported,
        freshness=freshness_of(context),
        provenance=None,
    )
    chosen = _chosen(key, scores)
    return _said(key, chosen, empty, filters, context) if chosen else _unsaid(empty, scores, context)


def _said(
    key: str | None, chosen: Scored, empty: SatisfactionAnswer, filters: Filters, context: Context
) -> SatisfactionAnswer:
    detail = detail_of(chosen, filters, context)
    labels = {question.key: question.label for question in context.council.questions}
    return replace(
        empty,
        answer=answer_sentence(chosen),
        lead=instead_words(key, chosen, labels) + lead_sentences(chosen, detail.services),
        detail=detail.answer,
        provenance=chosen.result.provenance,
    )


def _unsaid(empty: SatisfactionAnswer, scores: tuple[Scored, ...], context: Context) -> SatisfactionAnswer:
    nothing = _nothing(scores, context)
    return replace(empty, answer=nothing.answer, lead=nothing.lead, nothing=nothing)


def questions_offered(filters: Filters, audience: Audience) -> dict[str, str]:
    """Return the label of every question of the bank by key, in its order."""
    context = open_context(filters, audience)
    return {question.key: question.label for question in context.council.questions}


def _chosen(key: str | None, scores: tuple[Scored, ...]) -> Scored | None:
    """Return the first score of the question asked for, else of the first question with any answers in the months shown."""
    with_answers = [each for each in scores if each.result.trend]
    own = (each for each in with_answers if each.question.key == key)
    return next(own, None) or next(iter(with_answers), None)


def _nothing(scores: tuple[Scored, ...], context: Context) -> Nothing:
    """Return why there is no score to show."""
    if not holds((SURVEY_RESPONSES.name,), context):
        return nothing_held(context.council.name)
    return nothing_in_the_choice() if scores else nothing_asked(context.council.name)
