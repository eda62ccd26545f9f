"""Reads [[service_plan]] tables of a council file; a mistake is one error that says where it is and what is right."""

from collections.abc import Collection
from dataclasses import dataclass

from frontdoor.strategy.entry import Entry, nearest
from frontdoor.strategy.overlaps import refuse_overlaps
from frontdoor.strategy.service_plans import CORPORATE, PlanObjective, ServicePlan

PLAN_KEYS = ("key", "service", "directorate", "title", "source", "from", "before", "owner", "objective")
OBJECTIVE_KEYS = ("words", "promises", "measures", "owner")


@dataclass(frozen=True, slots=True)
class PlanNames:
    """What a plan may name: services, promises and promised measures, by their keys."""

    services: Collection[str]
    promises: Collection[str]
    measures: Collection[str]


def read_service_plans(top: Entry, names: PlanNames) -> tuple[ServicePlan, ...]:
    """Return the service plans in the file's order; StrategyError for what nobody knows and for two plans at a time."""
    entries = top.entries("service_plan", PLAN_KEYS)
    plans = tuple(_plan(entry, names) for entry in entries)
    refuse_overlaps(entries, [(plan.service, plan.from_date, plan.before_date) for plan in plans])
    return plans


def _plan(entry: Entry, names: PlanNames) -> ServicePlan:
    objectives = entry.entries("objective", OBJECTIVE_KEYS)
    if not objectives:
        raise entry.problem(
            "objective", "a plan says what it sets out to do: give it [[service_plan.objective]] tables."
        )
    first, before = entry.day("from"), entry.day_or_none("before")
    if before is not None and before <= first:
        raise entry.problem("before", "this is not after `from`; the plan would never be in force.")
    return ServicePlan(
        key=entry.text("key"),
        service=_service(entry, names),
        directorate=entry.text("directorate", ""),
        title=entry.text("title"),
        source=entry.text("source"),
        from_date=first,
        objectives=tuple(_objective(each, names) for each in objectives),
        before_date=before,
        owner=entry.text("owner", ""),
    )


def _service(entry: Entry, names: PlanNames) -> str:
    """Return the service planned for; a plan that has ended may name one that the council no longer has."""
    if not entry.has("service"):
        return CORPORATE
    service = entry.text("service")
    if names.services and service not in names.services and not entry.has("before"):
        raise entry.problem(
            "service",
            f"no service is called that.{nearest(service, names.services)} "
            "If the council no longer has it, end its plan with `before` and its past stays readable.",
        )
    return service


def _objective(entry: Entry, names: PlanNames) -> PlanObjective:
    return PlanObjective(
        words=entry.text("words"),
        promises=entry.names_in("promises", names.promises, "promise"),
        measures=entry.names_in("measures", names.measures, "measure"),
        owner=entry.text("owner", ""),
    )
