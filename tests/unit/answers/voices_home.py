"""A small council whose complaints, survey answers and partner returns can be worked out by hand, and its context."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.schema.records import KINDS
from frontdoor.strategy.council import Council
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.question_bank import Asked, Question
from frontdoor.strategy.scales import GOVMETRIC, SATISFACTION_5
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure, Target
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, Row, home_with, response

BREAK = date(2026, 4, 1)
AS_AT = date(2026, 6, 30)
OLD, NEW = "satisfied_with_handling", "satisfied_overall"
SATISFIED = Question(
    "satisfied", "Satisfied", "How satisfied are you overall?", SATISFACTION_5,
    (
        Asked(None, OLD, ALWAYS, BREAK, "How satisfied are you with how we handled it?", SATISFACTION_5),
        Asked(None, NEW, BREAK, None, "How satisfied are you overall?", SATISFACTION_5, breaks=True),
    ),
)  # fmt: skip
RATING = Question("rating", "Rating", "How did we do?", GOVMETRIC, (Asked(None, "rating", ALWAYS, None, "How did we do?", GOVMETRIC),))  # fmt: skip


def promised(measure: str, target: float | None = None, days: dict[Parameter, int] | None = None, **given: Any) -> PromisedMeasure:  # fmt: skip
    """Return a promised measure with `target` since 2024 and thresholds of `days`."""
    unit = given.get("unit") or CATALOGUE[measure].unit
    targets = () if target is None else (Target(date(2024, 1, 1), target, unit, None, "invented"),)
    thresholds = {name: (DatedValue(ALWAYS, number),) for name, number in (days or {}).items()}
    return PromisedMeasure(measure, measure, measure, "", thresholds, (), (), targets, **given)


def context_of(
    folder: Path, *deliveries: Delivery, measures: tuple[PromisedMeasure, ...] = (), **given: Any
) -> Context:
    """Return the context of a council with these records, questions and measures, as an officer sees it."""
    council: Council = replace(COUNCIL, measures=measures, questions=(SATISFIED, RATING), **given)
    home = home_with(folder / COUNCIL.key, *deliveries, council=council)
    register = open_register(home.folder)
    register.apply_files(council, datetime(2026, 1, 1, tzinfo=UTC))
    return Context(home, council, open_warehouse(home), register, Audience.OFFICER)


def during(first: date, last: date) -> Filters:
    return Filters(COUNCIL.key, Period(first, last))


def answered(question: str, answer: str, count: int, on: date, start: int = 0, **given: Any) -> list[Row]:
    """Return `count` responses that give one answer to one question."""
    return [
        response(f"{question}/{answer}/{on}/{start + number}", on, questions=[question], answers=[answer], **given)
        for number in range(count)
    ]


def returned(month: date, last: date, numerator: float | None, denominator: float | None, value: float, **given: Any) -> Row:  # fmt: skip
    """Return one month's return of repairs done on time by a contractor."""
    row: Row = dict.fromkeys(KINDS["stated_results"].names)
    described = {
        "stated_id": f"{month}/{given.get('provider', 'Repairs Ltd')}", "activity_date": month, "from_date": month, "to_date": last,
        "service": "repairs", "provider": "Repairs Ltd", "measure": "repairs_on_time",
    }  # fmt: skip
    return row | described | {"numerator": numerator, "denominator": denominator, "value": value} | given
