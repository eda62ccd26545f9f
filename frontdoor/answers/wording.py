"""Where a survey question changed: figures are counted from the last break on and never compared across it."""

from dataclasses import replace
from datetime import date

from frontdoor.answers.context import Context
from frontdoor.answers.sentences import listed
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.strategy.question_bank import Question, unbroken_since
from frontdoor.strategy.strategy import PromisedMeasure


def question_of(promised: PromisedMeasure, context: Context) -> Question | None:
    """Return the question of the bank a measure is about, None for a measure of anything else."""
    return next((each for each in context.council.questions if each.key == promised.question), None)


def began(promised: PromisedMeasure, on: date, context: Context) -> date | None:
    """Return the first day whose answers compare with those of `on`; None where the question never changed before it."""
    question = question_of(promised, context)
    return unbroken_since(question, on) if question else None


def comparable(promised: PromisedMeasure, period: Period, context: Context) -> Period:
    """Return the part of `period` whose answers compare with those of its last day."""
    since = began(promised, period.last, context)
    return period if since is None or since <= period.first else replace(period, first=since)


def holds(promised: PromisedMeasure, period: Period, other: Period, context: Context) -> bool:
    """Return whether both periods asked the question the same way."""
    is_same = began(promised, period.last, context) == began(promised, other.last, context)
    return is_same and comparable(promised, other, context) == other


def wording_caveats(promised: PromisedMeasure, filters: Filters, context: Context) -> tuple[str, ...]:
    """Return what a reader must know where the question changed in the months shown."""
    since = began(promised, filters.period.last, context)
    if since is None:
        return ()
    changed = f"The question was asked differently before {format_date(since)}; earlier answers do not compare"
    if since > filters.period.first:
        return (f"{changed}, so only those from then on are counted.",)
    return (f"{changed} and are not shown beside these.",)


def question_note(promised: PromisedMeasure, context: Context) -> tuple[str, ...]:
    """Return which question of which survey a measure is about, nothing for a measure of anything else."""
    question = question_of(promised, context)
    if question is None:
        return ()
    surveys = list(dict.fromkeys(asked.survey.replace("_", " ") for asked in question.asked if asked.survey))
    where = f" Surveys: {listed(surveys)}." if surveys else ""
    return (f"The question asked: “{question.words}”{where}",)
