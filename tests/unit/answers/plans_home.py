"""A small council with service plans whose results can be worked out by hand, and its context in June 2026."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from frontdoor.answers.context import Context
from frontdoor.periods import month_end
from frontdoor.schema.units import Unit
from frontdoor.strategy.service_plans import PlanObjective, ServicePlan
from frontdoor.strategy.strategy import Partner, Promise, PromisedMeasure, Service
from tests.small_warehouse import Delivery, Row, contact
from tests.unit.answers.voices_home import context_of, during, promised, returned

LAST = date(2026, 6, 30)
JUNE = during(date(2026, 6, 1), LAST)
BEGAN = date(2025, 4, 1)
SERVICES = (Service("waste", "Waste", "bins"), Service("housing", "Housing"), Service("parks", "Parks"))
PROMISES = tuple(
    Promise(key, title, f"{title}.", "invented")
    for key, title in (("phone", "We answer"), ("bins", "We empty bins"), ("people", "We train people"))
)
BINS = Partner(
    "bins", "Bins Ltd", "Empties bins.", "invented", "Bins Ltd", ("bins_emptied",), 1, date(2026, 1, 1), None, 20
)


def measure(key: str, catalogue: str, target: float | None, promise: str = "", **given: Any) -> PromisedMeasure:
    """Return a promised measure with a key, a label and a promise of its own."""
    label = key.replace("_", " ").capitalize()
    return replace(promised(catalogue, target, **given), key=key, label=label, promise=promise)


ANSWERED = replace(measure("answered", "answer_rate", 0.9, "phone"), channels=("phone",))
EMPTIED = measure("emptied", "reported_figure", 0.95, "bins", reported="bins_emptied", unit=Unit.SHARE)
TRAINED = measure("trained", "training_coverage", 0.9, "people")
VACANT = measure("vacant", "vacancy_rate", 0.1)
ENDS = measure("ends", "accreditation_days_left", 60)
MEASURES = (ANSWERED, EMPTIED, TRAINED, VACANT, ENDS)


def plan(service: str, *objectives: PlanObjective, **given: Any) -> ServicePlan:
    """Return a plan in force since April 2025, `given` changed."""
    whole = ServicePlan(f"{service}-plan", service, "Place", f"Plan of {service}", "invented", BEGAN, objectives)
    return replace(whole, **given)


def objective(words: str, *measures: str, promises: tuple[str, ...] = ()) -> PlanObjective:
    return PlanObjective(words, promises, measures)


def calls(service: str, answered: int, lost: int, month: date = date(2026, 6, 1)) -> list[Row]:
    """Return calls of one service in a month, so many answered and so many given up."""
    at = datetime.combine(month.replace(day=10), time(10, 5))
    outcomes = ["answered"] * answered + ["abandoned"] * lost
    return [
        contact(f"{service}-{month}-{number}", at, outcome=outcome, service=service)
        for number, outcome in enumerate(outcomes)
    ]


def stated(figure: str, month: date, numerator: float | None, denominator: float | None, **given: Any) -> Row:
    """Return one month's return of a figure by human resources, `given` changed."""
    described = {"measure": figure, "provider": "Human resources", "service": "unknown"} | given
    identity = "/".join((figure, str(month), str(described["provider"]), str(described["service"])))
    return returned(month, month_end(month), numerator, denominator, None, **described, stated_id=identity)  # type: ignore[arg-type]


def bins(*months: int) -> list[Row]:
    """Return 96 in 100 bins emptied in each of these months of 2026, as the contractor states."""
    given = {"service": "waste", "provider": BINS.provider}
    return [stated("bins_emptied", date(2026, month, 1), 96, 100, **given) for month in months]


def planned(
    folder: Path, *plans: ServicePlan, rows: Sequence[Row] = (), sent: Sequence[Row] = (), **given: Any
) -> Context:
    """Return the council with these plans, contacts and returns; a contact of the last day makes June finished."""
    last = contact("last", datetime.combine(LAST, time(10, 5)), channel="email", outcome=None, seconds_waited=None)
    deliveries = [Delivery([*rows, last], covered_to=LAST)]
    deliveries += [Delivery(list(sent), "returns", "stated_results", covered_to=LAST)] if sent else []
    usual = {
        "services": SERVICES,
        "own_promises": PROMISES,
        "service_plans": plans,
        "own_partners": (BINS,),
        "measures": MEASURES,
    }
    return context_of(folder, *deliveries, **(usual | given))
