"""The questions the benchmarks ask of a warehouse: every .sql of queries/, as pages ask it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from frontdoor.answers.asking import bound_parameters
from frontdoor.answers.context import Context, bare
from frontdoor.answers.trend import TREND_MONTHS
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, add_months, month_start
from frontdoor.schema.questions import QUESTIONS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

MONTHS_IN_A_YEAR = 12
_USUAL = {Parameter.WITHIN_SECONDS: 60, Parameter.SHORT_ABANDON_SECONDS: 5, Parameter.WITHIN_DAYS: 28}


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
    """Yield every question by month over the twelve whole months up to the as-at date: of one service, of all, by ward.

    Once more over the 24 months a page's trend shows. A question that cannot tell wards apart says so when it is asked.
    """
    before = month_start(context.as_at + timedelta(days=1))
    first, last = add_months(before, -MONTHS_IN_A_YEAR), before - timedelta(days=1)
    service = context.council.services[0].key
    for name in sorted(QUESTIONS):
        parameters = bound_parameters(name, _promised(name, context), context)
        yield Question(name, "one service", Scope(first, last, Grain.MONTH, services=(service,)), parameters)
        yield Question(name, "all services", Scope(first, last, Grain.MONTH), parameters)
        yield Question(name, "by ward", Scope(first, last, Grain.MONTH, attribute="ward"), parameters)
        trend = Scope(add_months(before, -TREND_MONTHS), last, Grain.MONTH)
        yield Question(name, "trend of all services", trend, parameters)


def _promised(question: str, context: Context) -> PromisedMeasure:
    """Return a promised measure that asks this question, else one of the catalogue with usual parameters."""
    for promised in context.council.measures:
        if question in CATALOGUE[promised.measure].questions:
            return promised
    asking = [measure for measure in CATALOGUE.values() if question in measure.questions]
    plain = bare(asking[0] if asking else next(iter(CATALOGUE.values())))
    since = context.as_at.replace(year=2000, day=1)
    values: dict[Parameter, tuple[DatedValue, ...]] = {
        name: (DatedValue(since, value),) for name, value in _USUAL.items()
    }
    return PromisedMeasure(
        key=plain.key, measure=plain.measure, label=plain.label, promise="", parameters=values,
        services=(), channels=(), targets=(),
    )  # fmt: skip
