"""The questions the benchmarks ask of a warehouse, of every .sql of queries/ that is asked by month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from frontdoor.answers.asking import bound_parameters
from frontdoor.answers.complaints_days import LONG_AGO, bound
from frontdoor.answers.context import Context, bare, unpromised
from frontdoor.answers.trend import TREND_MONTHS
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, add_months, month_start
from frontdoor.schema.questions import QUESTIONS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

MONTHS_IN_A_YEAR = 12
SINCE = date(2000, 1, 1)
_USUAL = {Parameter.WITHIN_SECONDS: 60, Parameter.SHORT_ABANDON_SECONDS: 5, Parameter.WITHIN_DAYS: 28}
_CODES = {
    "acknowledged_in_time": {Parameter.PROMISED_WORKING_DAYS: 5},
    "stage_1_in_time": {
        Parameter.PROMISED_WORKING_DAYS: 10,
        Parameter.ACKNOWLEDGED_WITHIN: 5,
        Parameter.LONGEST_EXTENSION: 10,
    },
    "stage_2_in_time": {
        Parameter.PROMISED_WORKING_DAYS: 20,
        Parameter.ACKNOWLEDGED_WITHIN: 5,
        Parameter.LONGEST_EXTENSION: 20,
    },
}
"""What both Complaint Handling Codes promise, in working days."""
OF_VOICES = {
    "complaint_totals": ("complaints",),
    "complaint_procedures": ("complaints",),
    "clock_results": tuple(_CODES),
    "clock_durations": ("stage_1_in_time",),
    "working_days_taken": ("stage_1_in_time",),
    "survey_scores": ("share_satisfied", "ease"),
    "answer_counts": ("share_satisfied",),
}
"""The questions about complaints and surveys, each with the measures it is asked for."""
_OF_CONTACTS_TOO = {"clock_results", "clock_durations"}
BY_HALF_HOUR = ("half_hours", "half_hour_waits")
"""The questions that ask for half-hours of days, whatever the grain: benchmarks/asked_by_half_hour.py asks them."""
_ONLY_OF_VOICES = OF_VOICES.keys() - _OF_CONTACTS_TOO | {"open_overdue"}


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its scope and parameters, ready to be asked again and again."""

    name: str
    of: str
    scope: Scope
    parameters: dict[str, object]

    def ask(self, context: Context) -> Asked:
        return context.warehouse.ask(self.name, self.scope, self.parameters)


def year_long(context: Context) -> Iterator[Question]:
    """Yield every question about contacts as `_asked` does, for a promised measure that asks it; none BY_HALF_HOUR."""
    for name in sorted(QUESTIONS.keys() - _ONLY_OF_VOICES - set(BY_HALF_HOUR)):
        yield from _asked(name, _promised(name, context), context)


def voices_year_long(context: Context) -> Iterator[Question]:
    """Yield every question about complaints and surveys as `_asked` does, by the measures it is asked for."""
    for name, measures in OF_VOICES.items():
        for key in measures:
            for question in _asked(name, _by_the_codes(key, context), context):
                yield question if len(measures) == 1 else replace(question, of=f"{key}, {question.of}")
    yield _open_overdue(context)


def _by_the_codes(key: str, context: Context) -> PromisedMeasure:
    """Return a measure of the catalogue, promised what the Codes promise."""
    return replace(unpromised(key, context), parameters=_dated(_CODES.get(key, {}), SINCE))


def _open_overdue(context: Context) -> Question:
    """Return the question which complaints are open past their due date, of every clock at once."""
    measures = [_by_the_codes(key, context) for key in _CODES]
    return Question(
        "open_overdue", "all services", Scope(LONG_AGO, context.as_at, Grain.YEAR), bound(measures, context)
    )


def _asked(name: str, promised: PromisedMeasure, context: Context) -> Iterator[Question]:
    """Yield a question by month over the twelve whole months up to the as-at date: of one service, of all, by ward.

    Once more over the 24 months a page's trend shows. A question that cannot tell wards apart says so when it is asked.
    """
    before = month_start(context.as_at + timedelta(days=1))
    first, last = add_months(before, -MONTHS_IN_A_YEAR), before - timedelta(days=1)
    scopes = {
        "one service": Scope(first, last, Grain.MONTH, services=(context.council.services[0].key,)),
        "all services": Scope(first, last, Grain.MONTH),
        "by ward": Scope(first, last, Grain.MONTH, attribute="ward"),
        "trend of all services": Scope(add_months(before, -TREND_MONTHS), last, Grain.MONTH),
    }
    for of, scope in scopes.items():
        yield Question(name, of, scope, bound_parameters(name, promised, scope, context))


def _promised(question: str, context: Context) -> PromisedMeasure:
    """Return a promised measure that asks this question of contacts, else one of the catalogue with usual parameters."""
    for promised in context.council.measures:
        if question in CATALOGUE[promised.measure].questions and promised.measure not in _CODES:
            return promised
    asking = [measure for measure in CATALOGUE.values() if question in measure.questions]
    plain = bare(asking[0] if asking else next(iter(CATALOGUE.values())))
    return replace(plain, parameters=_dated(_USUAL, context.as_at.replace(year=2000, day=1)))


def _dated(values: Mapping[Parameter, float], since: date) -> dict[Parameter, tuple[DatedValue, ...]]:
    return {name: (DatedValue(since, value),) for name, value in values.items()}
