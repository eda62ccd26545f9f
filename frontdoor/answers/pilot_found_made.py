"""Finds out all that is known of one pilot: each outcome's effect and verdict, its added hour, and what the plan's rule gives."""

from dataclasses import replace
from datetime import timedelta

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_added import displaced_of, opening_of
from frontdoor.answers.pilot_calendar import WEEK, PlannedWeeks, pilot_weekdays, planned_weeks
from frontdoor.answers.pilot_cautions import cautions_of
from frontdoor.answers.pilot_counted import counted
from frontdoor.answers.pilot_decision import decided
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_judging import before_start, not_told, outcome_found
from frontdoor.answers.pilot_series_made import outcome_series
from frontdoor.errors import CannotTellError
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_verdict import Claim, claim
from frontdoor.strategy.pilot_plan import PilotOutcome, PilotPlan

FEWEST_COMPARISONS = 2
"""One comparison cannot show how far two such places drift apart by chance."""


def pilot_found(held: HeldPilot, context: Context) -> PilotFound:
    """Return what is known of a pilot on the last day that is known, worked out once for each context.

    Nothing that cannot be told is left out: it has its reason.
    """
    name = f"pilot {held.plan.key}"
    kept = context.kept_found.get(name)
    if not isinstance(kept, PilotFound) or kept.held != held:
        kept = context.kept_found[name] = _found(held, context)
    return kept


def _found(held: HeldPilot, context: Context) -> PilotFound:
    plan = held.plan
    state, planned = state_of(plan, context), planned_weeks(plan, context)
    outcomes = tuple(_outcome(each, plan, state, planned, context) for each in _primary_first(plan))
    has_begun = state is not State.BEFORE
    opening = opening_of(plan, context) if has_begun else None
    outcomes = tuple(counted(each, plan, opening, is_finished=state is State.FINISHED) for each in outcomes)
    found = PilotFound(
        held=held,
        state=state,
        known_until=context.as_at,
        weeks_done=weeks_done(plan, planned, context),
        planned_weeks=planned.number,
        outcomes=outcomes,
        opening=opening,
        displaced=displaced_of(plan, context) if has_begun else None,
        claim=_claim(held, outcomes[0]),
        decision=None,
        cautions=cautions_of(held, outcomes, planned.number, context),
    )
    return replace(found, decision=decided(found))


def state_of(plan: PilotPlan, context: Context) -> State:
    """Return how far the pilot is on the last day that is known."""
    if context.as_at < plan.first_day:
        return State.BEFORE
    return State.RUNNING if context.as_at < plan.last_day else State.FINISHED


def weeks_done(plan: PilotPlan, planned: PlannedWeeks, context: Context) -> int:
    """Return how many whole weeks of the pilot are over on the last day that is known."""
    last_weekday = timedelta(days=pilot_weekdays(plan, context)[-1] - 1)
    return sum(planned.first + week * WEEK + last_weekday <= context.as_at for week in range(planned.number))


def _outcome(
    outcome: PilotOutcome, plan: PilotPlan, state: State, planned: PlannedWeeks, context: Context
) -> OutcomeFound:
    """Return one outcome; where its weeks end before the plan's do, it is judged as if the pilot were still running."""
    try:
        series = outcome_series(outcome, plan, context)
    except CannotTellError as reason:
        return not_told(outcome, str(reason), state=state)
    if state is State.BEFORE:
        return before_start(series)
    is_finished = state is State.FINISHED and series.starts[-1] == planned.last
    return outcome_found(series, is_finished=is_finished)


def _primary_first(plan: PilotPlan) -> tuple[PilotOutcome, ...]:
    return (plan.primary, *(each for each in plan.outcomes if each is not plan.primary))


def _claim(held: HeldPilot, primary: OutcomeFound) -> Claim:
    series = primary.series
    if series is None or not isinstance(primary.analysis, PilotAnalysis):
        return Claim.CHANGED_AFTER
    return claim(
        has_comparison=len(series.labels) >= FEWEST_COMPARISONS,
        was_planned_before=not held.is_retrospective,
        is_confounded=series.is_confounded,
    )
