"""Service plans with what came of them: each objective, the promises it serves, its measures judged for that service."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import polars as pl

from frontdoor.answers.answer import Result
from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.labels import label_of
from frontdoor.answers.plan_standing import Standing
from frontdoor.answers.reported import EVER
from frontdoor.answers.result import SUPPRESSED, result_of
from frontdoor.filters import Comparison, Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind
from frontdoor.periods import Grain
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.judgement import PromiseState, State, judge_promise
from frontdoor.strategy.service_plans import CORPORATE, PlanObjective, ServicePlan
from frontdoor.strategy.strategy import Promise, PromisedMeasure
from frontdoor.warehouse.scope import Scope

WHOLE_COUNCIL = "Whole council"
ALL_SERVICES = "unknown"
"""The service of a return about the whole council."""


OF_PROMISE = {
    PromiseState.KEPT: Standing.ON_TRACK,
    PromiseState.PARTLY_KEPT: Standing.PARTLY,
    PromiseState.NOT_KEPT: Standing.OFF_TRACK,
    PromiseState.CANNOT_SAY: Standing.CANNOT_SAY,
}
"""An objective is judged by its measures just as a promise is."""


def has_figures(result: Result) -> bool:
    """Say whether anything was reported: a value, or so few that none is shown."""
    is_kept_back = result.judgement.state is State.TOO_FEW or result.judgement.reason == SUPPRESSED
    return result.value is not None or is_kept_back


def standing_of(results: Sequence[Result]) -> Standing:
    """Return how an objective with these measures stands."""
    if not results:
        return Standing.NO_MEASURE
    if not any(map(has_figures, results)):
        return Standing.NO_FIGURES
    return OF_PROMISE[judge_promise(tuple(result.judgement.state for result in results))]


@dataclass(frozen=True, slots=True)
class PlannedResult:
    """One measure of an objective, judged for the plan's service; `is_of_all`: only a figure of the whole council is stated."""

    result: Result
    is_of_all: bool = False


@dataclass(frozen=True, slots=True)
class JudgedObjective:
    """One objective, the keys of the promises it serves, and its measures judged."""

    objective: PlanObjective
    promises: tuple[str, ...]
    measures: tuple[PlannedResult, ...]

    @property
    def results(self) -> tuple[Result, ...]:
        return tuple(each.result for each in self.measures)

    @property
    def standing(self) -> Standing:
        return standing_of(self.results)

    def standing_on(self, promise: str) -> Standing:
        """Return how it stands on one promise: by the measures of that promise, by all where it names the promise itself."""
        is_named = promise in self.objective.promises
        return standing_of([each for each in self.results if is_named or each.promise == promise])


@dataclass(frozen=True, slots=True)
class JudgedPlan:
    """A plan in force on the period's last day, the name of its service, and its objectives judged."""

    plan: ServicePlan
    label: str
    objectives: tuple[JudgedObjective, ...]

    @property
    def promises(self) -> frozenset[str]:
        return frozenset(promise for each in self.objectives for promise in each.promises)

    @property
    def has_measures(self) -> bool:
        return any(each.measures for each in self.objectives)

    @property
    def has_figures(self) -> bool:
        return any(has_figures(result) for each in self.objectives for result in each.results)


def judged_plans(filters: Filters, context: Context) -> tuple[JudgedPlan, ...]:
    """Return the plans in force on the period's last day in the file's order, the whole council's last.

    With services chosen only theirs.
    """
    plans = [plan for plan in context.council.service_plans if plan.is_in_force(filters.period.last)]
    chosen = [plan for plan in plans if not filters.services or plan.service in filters.services]
    ordered = sorted(chosen, key=lambda plan: plan.service == CORPORATE)
    return tuple(_judged(plan, filters, context) for plan in ordered)


def served(context: Context, filters: Filters) -> frozenset[str]:
    """Return the keys of the promises that any plan in force on the period's last day serves, whatever services are chosen."""
    plans = (plan for plan in context.council.service_plans if plan.is_in_force(filters.period.last))
    return frozenset(
        promise
        for plan in plans
        for each in plan.objectives
        for promise in _promises(each, _known(each, context), context)
    )


def unserved(context: Context, filters: Filters) -> tuple[Promise, ...]:
    """Return the promises that nobody's plan serves, in the strategy's order."""
    held = served(context, filters)
    return tuple(promise for promise in context.council.promises if promise.key not in held)


def _judged(plan: ServicePlan, filters: Filters, context: Context) -> JudgedPlan:
    services = (plan.service,) if plan.service else ()
    own = replace(filters, services=services, comparison=Comparison.NONE)
    label = label_of(plan.service, "service", context) if plan.service else WHOLE_COUNCIL
    return JudgedPlan(plan, label, tuple(_objective(each, own, context) for each in plan.objectives))


def _objective(objective: PlanObjective, own: Filters, context: Context) -> JudgedObjective:
    known = _known(objective, context)
    measures = tuple(_result(promised, own, context) for promised in known)
    return JudgedObjective(objective, _promises(objective, known, context), measures)


def _known(objective: PlanObjective, context: Context) -> list[PromisedMeasure]:
    """Return the measures it names; one that its file has dropped since is counted as was agreed until that is approved."""
    held = {promised.key: promised for promised in context.measures()}
    return [held[key] for key in objective.measures if key in held]


def _promises(objective: PlanObjective, known: Iterable[PromisedMeasure], context: Context) -> tuple[str, ...]:
    """Return the promises it names and those its measures evidence, in the strategy's order."""
    named = {*objective.promises, *(promised.promise for promised in known)}
    return tuple(promise.key for promise in context.council.promises if promise.key in named)


def _result(promised: PromisedMeasure, own: Filters, context: Context) -> PlannedResult:
    is_of_all = bool(own.services) and _is_stated_for_all(promised, context)
    return PlannedResult(result_of(promised, replace(own, services=()) if is_of_all else own, context), is_of_all)


def _is_stated_for_all(promised: PromisedMeasure, context: Context) -> bool:
    """Say whether a reported figure is only ever stated of the whole council."""
    if measure_of(promised).kind is not Kind.STATED or promised.services:
        return False
    ever = Scope(EVER, context.as_at, Grain.DAY)
    rows = ask("stated", bare(CATALOGUE["contacts"]), ever, context).frame
    mine = rows.filter(pl.col("measure") == (promised.reported or promised.measure))
    return not mine.is_empty() and set(mine["service"]) == {ALL_SERVICES}
