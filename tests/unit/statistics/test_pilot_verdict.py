"""Verdicts on pilots: each criterion by the plan's rule, and never surer than the analysis allows."""

import numpy as np
import pytest

from frontdoor.statistics.interrupted_series import PilotEffect
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_analysis import DriftEffect, PilotAnalysis
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import (
    Caution,
    Claim,
    Decision,
    Rule,
    Verdict,
    claim,
    judge_benefit,
    judge_guard,
    overall,
)  # fmt: skip
from frontdoor.statistics.season_control import SeasonControl

FREEDOM = 1000.0  # so that the interval is the effect and 1.96 errors either way


def analysis(effect, error=1.0, *, drift_p=0.001, pilot_weeks=12, rho=0.2, controlled=True, comparison=True):
    from scipy.stats import t

    p = 2 * t.sf(abs(effect) / error, FREEDOM)
    primary = PilotEffect(effect, error, FREEDOM, p, rho, 3.0, 60, pilot_weeks, 3)
    guard = DriftEffect(effect, drift_p, Interval(effect - 2, effect + 2))
    return PilotAnalysis(primary, guard, SeasonControl(False, controlled), comparison)


@pytest.mark.parametrize(
    ("effect", "error", "verdict"),
    [
        (6.0, 1.0, Verdict.MET),  # 4 to 8, wanted 5
        (4.0, 1.0, Verdict.CANNOT_TELL),  # 2 to 6: real, perhaps too small
        (1.0, 1.0, Verdict.NOT_MET),  # -1 to 3 falls short of 5
        (6.0, 4.0, Verdict.CANNOT_TELL),  # -2 to 14
        (-6.0, 1.0, Verdict.NOT_MET),
    ],
)
def test_a_benefit_is_met_when_it_reaches_what_is_worthwhile_and_is_sure(effect, error, verdict):
    drift = 0.001 if abs(effect) / error > 1.96 else 0.4
    assert judge_benefit(analysis(effect, error, drift_p=drift), 5.0).verdict is verdict
    mirrored = analysis(-effect, error, drift_p=drift)
    assert judge_benefit(mirrored, -5.0).verdict is verdict


def test_a_small_sure_change_and_a_wrong_one_are_said():
    assert Caution.BELOW_WORTHWHILE in judge_benefit(analysis(4.0), 5.0).cautions
    assert Caution.WORSE in judge_benefit(analysis(-6.0), 5.0).cautions


@pytest.mark.parametrize(
    ("settings", "caution"),
    [
        ({"drift_p": 0.2}, Caution.DISAGREE),
        ({"controlled": False}, Caution.NO_SEASON),
        ({"rho": 0.75, "comparison": False}, Caution.DRIFT),
    ],
)
def test_what_weakens_the_analysis_makes_the_verdict_cannot_tell(settings, caution):
    found = judge_benefit(analysis(20.0, **settings), 5.0)
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.cautions == (caution,)


def test_a_confounded_pilot_is_flagged_and_not_celebrated():
    found = judge_benefit(analysis(20.0), 5.0, is_confounded=True)
    assert (found.verdict, found.cautions) == (Verdict.CANNOT_TELL, (Caution.CONFOUNDED,))
    kept = judge_guard(analysis(0.1), 5.0, higher_is_better=True, is_confounded=True)
    assert (kept.verdict, kept.cautions) == (Verdict.CANNOT_TELL, (Caution.CONFOUNDED,))


def test_a_short_pilot_cannot_tell_unless_the_early_rule_would_have_stopped_it():
    assert judge_benefit(analysis(2.5, pilot_weeks=6), 2.0).cautions == (Caution.SHORT,)
    assert judge_benefit(analysis(8.0, pilot_weeks=6), 2.0).verdict is Verdict.MET


def test_while_it_runs_only_a_p_below_three_in_a_thousand_decides():
    sure, unsure = analysis(6.0), analysis(2.5)
    assert judge_benefit(unsure, 2.0).verdict is Verdict.MET
    running = judge_benefit(unsure, 2.0, is_finished=False)
    assert running.verdict is Verdict.TOO_EARLY
    assert running.interval == unsure.primary.interval(0.997)
    stopped = judge_benefit(sure, 2.0, is_finished=False)
    assert (stopped.verdict, stopped.cautions) == (Verdict.MET, (Caution.EARLY_STOP,))


def test_no_early_stop_for_having_no_effect():
    assert judge_benefit(analysis(0.0, 0.1, drift_p=0.9), 5.0, is_finished=False).verdict is Verdict.TOO_EARLY


@pytest.mark.parametrize(
    ("effect", "error", "verdict"),
    [
        (-1.0, 0.5, Verdict.MET),  # worse by at most 2, margin 3
        (-1.0, 2.0, Verdict.CANNOT_TELL),  # no significant worsening is not enough: worse by up to 5
        (-8.0, 1.0, Verdict.NOT_MET),  # worse by 6 at least
        (4.0, 1.0, Verdict.MET),
    ],
)
def test_a_guard_is_met_only_within_its_margin(effect, error, verdict):
    assert judge_guard(analysis(effect, error), 3.0, higher_is_better=True).verdict is verdict
    assert judge_guard(analysis(-effect, error), 3.0, higher_is_better=False).verdict is verdict


def test_a_guard_stops_a_running_pilot_only_when_harm_is_very_sure():
    assert judge_guard(analysis(-5.5), 3.0, higher_is_better=True).verdict is Verdict.NOT_MET
    running = judge_guard(analysis(-5.5), 3.0, higher_is_better=True, is_finished=False)
    assert running.verdict is Verdict.TOO_EARLY
    harmed = judge_guard(analysis(-8.0), 3.0, higher_is_better=True, is_finished=False)
    assert harmed.verdict is Verdict.NOT_MET
    assert Caution.WORSE in harmed.cautions


def test_what_was_refused_cannot_be_told_and_says_why():
    found = judge_benefit(Reason.NO_BASELINE, 5.0)
    assert (found.verdict, found.reason, found.interval) == (Verdict.CANNOT_TELL, Reason.NO_BASELINE, None)
    assert judge_guard(Reason.HOLES, 5.0, higher_is_better=True).reason is Reason.HOLES
    assert judge_benefit(Reason.SHORT_PILOT, 5.0, is_finished=False).verdict is Verdict.TOO_EARLY
    assert judge_guard(analysis(1.0), 0.0, higher_is_better=True).reason is Reason.ZERO_MARGIN
    with pytest.raises(ValueError, match="worthwhile"):
        judge_benefit(analysis(1.0), 0.0)


MET, NOT, UNSURE, EARLY = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.TOO_EARLY


@pytest.mark.parametrize(
    ("primary", "guards", "decision"),
    [
        (MET, [MET, MET], Decision.EXTEND),
        (MET, [], Decision.EXTEND),
        (MET, [MET, NOT], Decision.CHANGE),
        (MET, [UNSURE], Decision.RUN_ON),
        (NOT, [UNSURE], Decision.STOP),
        (NOT, [NOT], Decision.CHANGE),
        (UNSURE, [MET], Decision.RUN_ON),
        (EARLY, [MET], Decision.RUN_ON),
        (EARLY, [NOT], Decision.CHANGE),
    ],
)
def test_the_rule_gives_one_decision(primary, guards, decision):
    assert overall(primary, guards) is decision


def test_the_plan_may_have_a_rule_of_its_own_but_not_before_the_end():
    rule = Rule(if_cannot_tell=Decision.STOP, if_guard_fails=Decision.STOP)
    assert overall(UNSURE, [], rule) is Decision.STOP
    assert overall(MET, [NOT], rule) is Decision.STOP
    assert overall(EARLY, [], rule) is Decision.RUN_ON


def test_because_of_needs_everything():
    answers = [
        claim(has_comparison=bool(a), was_planned_before=bool(b), is_confounded=bool(c))
        for a, b, c in np.ndindex(2, 2, 2)
    ]
    assert answers.count(Claim.BECAUSE_OF) == 1
    assert claim(has_comparison=True, was_planned_before=True, is_confounded=False) is Claim.BECAUSE_OF
