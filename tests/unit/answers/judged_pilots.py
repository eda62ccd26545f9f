"""Pilots whose verdicts are given, for tests of what is said of them: no analysis is run."""

from dataclasses import replace
from datetime import date

import numpy as np

from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, Range
from frontdoor.answers.pilot_series import OutcomeSeries, TouchingEvent
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.statistics.interrupted_series import PilotEffect
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_analysis import DriftEffect, PilotAnalysis
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution, Judged, Verdict
from frontdoor.statistics.season_control import SeasonControl, season_control
from frontdoor.strategy.pilot_plan import PilotOutcome, Role
from tests.unit.answers.told_pilots import GUARD, LONG_WAITS, pilot, series

WASTE = "New bin rounds"
USUAL = Range(0.086, 0.033, 0.139)
SAME = {outcome.key: CATALOGUE[outcome.measure] for outcome in (LONG_WAITS, GUARD)}
"""The measure of each outcome."""


def weeks_of(
    outcome: PilotOutcome, labels: tuple[str, ...] = ("Tuesdays", "Wednesdays"), event: bool = False
) -> OutcomeSeries:
    """Return sixty weeks, with or without comparisons, perhaps with something else that happened in the pilot."""
    touched = np.arange(60) >= 50
    events = (TouchingEvent(date(2025, 9, 22), WASTE, touched, is_confounding=True),) if event else ()
    values = np.full(60, 0.7)
    return replace(series(outcome, values), labels=labels, events=events)


def analysed(effect: float, p: float) -> PilotAnalysis:
    """Return an analysis that found `effect` with `p`."""
    primary = PilotEffect(effect, 0.02, 40.0, p, 0.31, 0.05, 60, 12, 3)
    season: SeasonControl = season_control(60, has_comparison=True)
    return PilotAnalysis(primary, DriftEffect(effect, p, Interval(-1, 1)), season, has_comparison=True)


def outcome_found(
    outcome: PilotOutcome,
    verdict: Verdict,
    effect: Range | None = USUAL,
    *cautions: Caution,
    p: float = 0.002,
    labels: tuple[str, ...] = ("Tuesdays", "Wednesdays"),
    event: bool = False,
    reason: Reason | None = None,
) -> OutcomeFound:
    """Return an outcome with its verdict given."""
    judged = Judged(verdict, cautions, None, reason)
    analysis = reason or analysed(effect.value if effect else 0.0, p)
    told = weeks_of(outcome, labels, event)
    return OutcomeFound(outcome, told, analysis, None, judged, effect, None, 0.7, 0.78)


def judged(
    primary: Verdict = Verdict.MET,
    guard: Verdict = Verdict.MET,
    primary_given: dict[str, object] | None = None,
    **given: object,
) -> PilotFound:
    """Return a pilot of one main outcome and one guard with these verdicts."""
    main = outcome_found(LONG_WAITS, primary, **(primary_given or {}))  # type: ignore[arg-type]
    kept = Range(-0.004, -0.023, 0.015)
    return pilot(main, outcome_found(GUARD, guard, kept), **given)  # type: ignore[arg-type]


def watched(found: OutcomeFound) -> OutcomeFound:
    """Return the same outcome as a secondary one."""
    return replace(found, outcome=replace(found.outcome, role=Role.SECONDARY))
