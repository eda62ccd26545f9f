"""Pilots made up for tests: a plan, weeks of an outcome, and all that is found of them by the real analysis."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np

from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, Range, State
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.pilot_analysis import PilotAnalysis, analyse, expected_without
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_verdict import Claim, judge_benefit, judge_guard
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.strategy.pilot_plan import (
    ComparedBy,
    Comparison,
    PilotCost,
    PilotOutcome,
    PilotPlan,
    Role,
    Where,
    Window,
)

BEFORE, PLANNED = 48, 12
FIRST = date(2025, 9, 8)
MONDAYS_AT_8 = Where(weekdays=(1,), window=Window(16, 18), channels=("phone",))
MONDAY_PEAK = Where(weekdays=(1,), window=Window(18, 22), channels=("phone",))
LONG_WAITS = PilotOutcome(
    "waits", "Answered within 5 minutes, Mondays 9am to 11am", "service_level", Role.PRIMARY, MONDAY_PEAK, worthwhile=0.05,
    comparison=Comparison(ComparedBy.WEEKDAY, ("tuesday", "wednesday")),
)  # fmt: skip
GUARD = PilotOutcome(
    "others",
    "Answered within 5 minutes, other days",
    "service_level",
    Role.GUARD,
    Where(weekdays=(2, 3, 4, 5)),
    margin=0.02,
)
COST = PilotCost(week=13_800, low=12_000, high=15_000, source="finance, invented", limit_for_each=300)


def plan(**given: object) -> PilotPlan:
    """Return a plan of opening at 8am on Mondays, `given` changed."""
    made = PilotPlan(
        "monday-8am", "Open at 8am on Mondays", "One adviser from 8am.", "Mondays are the busiest.", FIRST,
        FIRST + timedelta(days=7 * PLANNED - 1), MONDAYS_AT_8, (LONG_WAITS, GUARD), "invented", cost=COST, added=MONDAYS_AT_8,
    )  # fmt: skip
    return replace(made, **given)  # type: ignore[arg-type]


def held(made: PilotPlan, **given: object) -> HeldPilot:
    """Return the plan as the register holds it."""
    kept = HeldPilot(made, "0" * 64, datetime(2025, 8, 28, 9, 0), "A. Officer", True, False, ())
    return replace(kept, **given)  # type: ignore[arg-type]


def waves(number: int, level: float, spread: float, seed: int) -> Floats:
    """Return weeks around `level`, the same for the same seed."""
    return np.asarray(level + spread * np.random.default_rng(seed).standard_normal(number), dtype=np.float64)


def series(
    outcome: PilotOutcome, values: Floats, *, comparisons: Floats | None = None, first: int = BEFORE, **given: object
) -> OutcomeSeries:
    """Return an outcome's weeks, the pilot's first at place `first`, a hundred contacts in each."""
    number = len(values)
    others = np.empty((0, number)) if comparisons is None else comparisons
    made = OutcomeSeries(
        outcome, CATALOGUE[outcome.measure], tuple(FIRST + timedelta(weeks=week - first) for week in range(number)),
        values * 100, np.full(number, 100.0), values, others, tuple(f"Unit {place}" for place in range(len(others))),
        PilotWeeks(number, first), Scale.RAW, PLANNED, (), (), (),
    )  # fmt: skip
    return replace(made, **given)  # type: ignore[arg-type]


def found_of(asked: OutcomeSeries, *, is_finished: bool = True) -> OutcomeFound:
    """Return what the real analysis finds in a series."""
    outcome, analysis = asked.outcome, analyse(asked.question)
    judged = None
    if outcome.worthwhile is not None:
        judged = judge_benefit(analysis, outcome.worthwhile, is_finished=is_finished)
    elif outcome.margin is not None:
        judged = judge_guard(analysis, outcome.margin, higher_is_better=True, is_finished=is_finished)
    effect = None
    if isinstance(analysis, PilotAnalysis):
        ends = analysis.primary.interval(0.95 if is_finished else 0.997)
        effect = Range(analysis.primary.effect, ends.lower, ends.upper)
    first = asked.weeks.first
    before, during = (_mean(part) for part in (asked.values[:first], asked.values[first:]))
    return OutcomeFound(
        outcome, asked, analysis, expected_without(asked.question), judged, effect, None, before, during
    )


def _mean(values: Floats) -> float | None:
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else None


def pilot(*outcomes: OutcomeFound, state: State = State.FINISHED, weeks: int = PLANNED, **given: object) -> PilotFound:
    """Return a pilot with these outcomes, finished unless said otherwise."""
    known = {
        "held": held(plan()), "state": state, "known_until": FIRST + timedelta(days=7 * weeks - 1), "weeks_done": weeks,
        "planned_weeks": PLANNED, "outcomes": outcomes, "opening": None, "displaced": None, "claim": Claim.CHANGED_AFTER,
        "decision": None, "cautions": (),
    }  # fmt: skip
    return PilotFound(**(known | given))  # type: ignore[arg-type]


def unknown(
    outcome: PilotOutcome = LONG_WAITS, trouble: str = "Times of day are not recorded by ward."
) -> OutcomeFound:
    """Return an outcome of which nothing could be asked."""
    return OutcomeFound(outcome, None, None, None, None, None, None, None, None, trouble)
