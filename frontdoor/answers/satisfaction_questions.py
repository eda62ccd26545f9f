"""The questions of the bank with the scores that can be worked out of them, each judged and named apart."""

from dataclasses import dataclass, replace

from frontdoor.answers.answer import Result
from frontdoor.answers.context import Context, bare
from frontdoor.answers.feedback_answer import ScoreLine
from frontdoor.answers.result import result_of
from frontdoor.answers.sentences import listed
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.strategy.dated import OPEN_ENDED
from frontdoor.strategy.question_bank import Asked, Question
from frontdoor.strategy.scales import Scale
from frontdoor.strategy.strategy import PromisedMeasure

SATISFIED, WEIGHTED = "share_satisfied", "weighted_score"

SCALES = {
    "govmetric": "good, average or poor",
    "satisfaction_5": "five answers from very satisfied to very dissatisfied",
    "nps": "0 to 10",
    "ease_7": "seven answers from strongly agree to strongly disagree",
    "yes_no": "yes or no",
}
"""What each scale is, in words; a council's own is said by its best and worst answer."""


SURVEYS = {"govmetric": "GovMetric"}
"""Surveys known by a name of their own; any other is said as its key."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One score of one question, judged for the period; `asked` is how it was asked on the period's last day."""

    question: Question
    promised: PromisedMeasure
    result: Result
    asked: tuple[Asked, ...]
    is_first: bool = True


def scored(filters: Filters, context: Context) -> tuple[Scored, ...]:
    """Return every score of every question, in the bank's order, the first of each question first."""
    return tuple(each for question in context.council.questions for each in _scores(question, filters, context))


def _scores(question: Question, filters: Filters, context: Context) -> list[Scored]:
    asked = asked_on(question, filters)
    measures = measures_of(question, asked[0].scale if asked else question.scale, context)
    return [
        Scored(question, promised, result_of(promised, filters, context), asked, place == 0)
        for place, promised in enumerate(measures)
    ]


def asked_on(question: Question, filters: Filters) -> tuple[Asked, ...]:
    """Return how the question was asked on the period's last day, in each survey; where it no longer was, how it last was."""
    last = filters.period.last
    begun = [each for each in question.asked if each.from_date <= last]
    now = tuple(each for each in begun if (each.before_date or OPEN_ENDED) > last)
    return now or tuple(begun[-1:])


def measures_of(question: Question, scale: Scale, context: Context) -> list[PromisedMeasure]:
    """Return the promised measures about this question, then those its scale allows that nobody promised.

    On a scale of satisfaction those are the share satisfied and the weighted score; on any other the one that is asked for,
    and the weighted score only where nothing else can be worked out: 'yes' out of 100 would mean little.
    """
    promised = [each for each in context.measures() if each.question == question.key and _is_score(each)]
    bound = {each.measure for each in promised}
    fitting = [key for key in scale.measures if key != WEIGHTED] or list(scale.measures)
    wanted = [SATISFIED, WEIGHTED] if SATISFIED in scale.measures else fitting
    return [*promised, *(_unpromised(key, question) for key in wanted if key in scale.measures and key not in bound)]


def _is_score(promised: PromisedMeasure) -> bool:
    return Parameter.QUESTION in CATALOGUE[promised.measure].needs and CATALOGUE[promised.measure].is_sample


def _unpromised(key: str, question: Question) -> PromisedMeasure:
    return replace(bare(CATALOGUE[key]), key=f"{question.key}-{key}", question=question.key)


def score_lines(scores: tuple[Scored, ...]) -> tuple[ScoreLine, ...]:
    """Return the lines of the table of questions."""
    return tuple(
        ScoreLine(
            key=each.question.key,
            label=each.question.label if each.is_first else each.result.measure.label,
            words=each.asked[0].words if each.asked else each.question.words,
            asked=asked_words(each),
            result=each.result,
            is_first=each.is_first,
        )
        for each in scores
    )


def asked_words(each: Scored) -> str:
    """Return 'govmetric; good, average or poor', or for a second score what it is."""
    if not each.is_first:
        return each.result.measure.definition.partition(". ")[0]
    surveys = [SURVEYS.get(asked.survey or "", _named(asked.survey)) for asked in each.asked]
    scale = each.asked[0].scale if each.asked else each.question.scale
    words = SCALES.get(scale.key) or f"from {scale.answers[0].answer} to {scale.answers[-1].answer}"
    who = listed(list(dict.fromkeys(surveys)))
    return f"{who[:1].upper()}{who[1:]}: {words}" if who else f"{words[:1].upper()}{words[1:]}"


def _named(survey: str | None) -> str:
    return survey.replace("_", " ") if survey else "every survey"
