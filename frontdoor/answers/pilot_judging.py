"""What one outcome of a pilot comes to: its effect with the interval that counts, and the verdict of the plan's own margins."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.pilot_effects import Means, means_of, on_effect_scale, ranges_of
from frontdoor.answers.pilot_exact import ExactEffect, exactly
from frontdoor.answers.pilot_found import OutcomeFound, Range, State
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.measures.measure import Measure
from frontdoor.schema.units import Better
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_analysis import PilotAnalysis, analyse, expected_without
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_verdict import (
    EARLY,
    SIGNIFICANT,
    Caution,
    Judged,
    Verdict,
    judge_benefit,
    judge_guard,
)
from frontdoor.strategy.pilot_plan import PilotOutcome, Role

WORST_FIRST = (Verdict.NOT_MET, Verdict.TOO_EARLY, Verdict.CANNOT_TELL, Verdict.MET)
"""Of two verdicts on one guard, which counts."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the verdict is worked out from: the analysis with its scale, the mean of the pilot's weeks, and how far it is."""

    analysis: PilotAnalysis | Reason
    scale: Scale
    during: float
    is_finished: bool
    is_confounded: bool

    @property
    def confidence(self) -> float:
        """Return the confidence of intervals: 95% at the end, 99.7% at any look before it."""
        return 1 - (SIGNIFICANT if self.is_finished else EARLY)

    def on_scale(self, a_week: float) -> float:
        return on_effect_scale(a_week, self.scale, self.during)


def before_start(series: OutcomeSeries) -> OutcomeFound:
    """Return the outcome of a pilot that has not begun: its weeks so far and nothing found."""
    return OutcomeFound(series.outcome, series, None, None, None, None, None, means_of(series).before, None)


def not_told(outcome: PilotOutcome, trouble: str, state: State) -> OutcomeFound:
    """Return the outcome where nothing could be asked, with the reason in words; kept as a Reason where it is one."""
    reason = next((each for each in Reason if each.value == trouble), None)
    cannot = Judged(Verdict.CANNOT_TELL, (Caution.NO_ANALYSIS,), None, reason)
    early = Judged(Verdict.TOO_EARLY, (Caution.RUNNING,), None, reason)
    judged = {State.FINISHED: cannot, State.RUNNING: early}.get(state) if _is_judged(outcome) else None
    return OutcomeFound(outcome, None, reason, None, judged, None, None, None, None, trouble)


def outcome_found(series: OutcomeSeries, *, is_finished: bool) -> OutcomeFound:
    """Return what the weeks of an outcome come to; `is_finished` where its planned last week is among them."""
    analysis, means = _analysis(series), means_of(series)
    exact = exactly(analysis, series)
    is_exact = isinstance(exact, PilotAnalysis) and isinstance(exact.primary, ExactEffect)
    scale = Scale.RAW if is_exact else series.scale
    looked = Looked(exact, scale, means.during or 0.0, is_finished, series.is_confounded)
    expected = analysis if isinstance(analysis, Reason) else expected_without(series.question)
    effect, share = _ranges(looked, means)
    return OutcomeFound(
        outcome=series.outcome,
        series=series,
        analysis=analysis,
        expected=expected,
        judged=judged_of(series.outcome, series.measure, looked),
        effect=effect,
        share=share,
        before=means.before,
        during=means.during,
        exact=exact.primary.ratio(looked.confidence)
        if isinstance(exact, PilotAnalysis) and isinstance(exact.primary, ExactEffect)
        else None,
    )


def judged_of(outcome: PilotOutcome, measure: Measure, looked: Looked) -> Judged | None:
    """Return the verdict on an outcome, its own worthwhile change or margin taken to the scale of the effect."""
    if not _is_judged(outcome):
        return None
    if outcome.role is Role.GUARD and outcome.margin is not None:
        return _of_a_guard(outcome, measure, looked)
    assert outcome.worthwhile
    return judge_benefit(
        looked.analysis,
        looked.on_scale(outcome.worthwhile),
        is_finished=looked.is_finished,
        is_confounded=looked.is_confounded,
    )


def _is_judged(outcome: PilotOutcome) -> bool:
    """Return whether the plan says by what it is judged; a worthwhile change of 0 says nothing."""
    return outcome.margin is not None if outcome.role is Role.GUARD else bool(outcome.worthwhile)


def _of_a_guard(outcome: PilotOutcome, measure: Measure, looked: Looked) -> Judged:
    """Return the verdict on a guard; where neither way is the better one it must stay within the margin both ways."""
    assert outcome.margin is not None
    ways = {Better.HIGHER: (True,), Better.LOWER: (False,)}.get(measure.better, (True, False))
    found = [_one_way(outcome.margin, looked, higher_is_better=way) for way in ways]
    return min(found, key=lambda judged: WORST_FIRST.index(judged.verdict))


def _one_way(margin: float, looked: Looked, *, higher_is_better: bool) -> Judged:
    """Return the verdict with the margin as an effect on the analysis's scale: a fall where higher is better, else a rise."""
    side = -1 if higher_is_better else 1
    return judge_guard(
        looked.analysis,
        abs(looked.on_scale(side * margin)),
        higher_is_better=higher_is_better,
        is_finished=looked.is_finished,
        is_confounded=looked.is_confounded,
    )


def _analysis(series: OutcomeSeries) -> PilotAnalysis | Reason:
    """Return the analysis; a figure that was 0 in every week before is counted and not compared, on whatever scale.

    A pilot that has begun and has no whole week yet is short, and not outside what is recorded. A gap to the comparisons
    that was 0 throughout has no ups and downs.
    """
    if series.weeks.first == series.weeks.number:
        return Reason.SHORT_PILOT
    used = ~series.weeks.omitted(series.values)
    before = series.values[used & ~series.weeks.is_pilot]
    if before.size and not before.any():
        return Reason.ZERO_BEFORE if series.values[used].any() else Reason.ALWAYS_ZERO
    found = analyse(series.question)
    return Reason.CONSTANT if found in (Reason.ZERO_BEFORE, Reason.ALWAYS_ZERO) else found


def _ranges(looked: Looked, means: Means) -> tuple[Range | None, Range | None]:
    if isinstance(looked.analysis, Reason) or means.during is None:
        return None, None
    primary = looked.analysis.primary
    interval: Interval = primary.interval(looked.confidence)
    if not np.isfinite([primary.effect, *interval]).all():
        return None, None
    a_week, share = ranges_of(primary, interval, looked.scale, means.during)
    return a_week, primary.share(looked.confidence) if isinstance(primary, ExactEffect) else share
