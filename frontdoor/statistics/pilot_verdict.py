"""What a pilot's plan says its result means: met, not met or can't tell for each criterion, and what the rule gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_reasons import Reason

SIGNIFICANT, EARLY = 0.05, 0.003  # at the planned end, and at any look before it: PILOTS, section 7
FIRST_LOOK = 4  # weeks into the pilot
FEWEST_WEEKS_TO_JUDGE = 8  # PILOTS, section 5


class Verdict(StrEnum):
    """A criterion's verdict."""

    MET = "met"
    NOT_MET = "not met"
    CANNOT_TELL = "can't tell"
    TOO_EARLY = "too early to say"


class Caution(StrEnum):
    """What limits a verdict or goes with it, as a sentence."""

    SHORT = "The pilot ran for fewer than 8 weeks."
    NO_SEASON = "The time of year is not allowed for: there are too few weeks and no comparison."
    DRIFT = "So much carries over from week to week that this may be drift; a comparison would be needed."
    CONFOUNDED = "Something else that touches this figure began or happened during the pilot."
    DISAGREE = "The guard against slow drift does not confirm it."
    WORSE = "It changed the wrong way."
    EARLY_STOP = "Stopped early, so the effect is likely overstated."
    RUNNING = "The pilot is still running: it can be stopped early only when p is below 0.003."
    BELOW_WORTHWHILE = "There was a change, but it may be smaller than what the plan calls worthwhile."
    NO_ANALYSIS = "It cannot be analysed."


class Claim(StrEnum):
    """What may be said about the cause."""

    CHANGED_AFTER = "changed after"
    BECAUSE_OF = "because of"


class Decision(StrEnum):
    """What the plan's rule gives; members decide."""

    EXTEND = "extend"
    CHANGE = "change"
    STOP = "stop"
    RUN_ON = "run on"


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion's verdict with its cautions; `interval` is the one to print (99.7% while the pilot runs)."""

    verdict: Verdict
    cautions: tuple[Caution, ...]
    interval: Interval | None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """The plan's rule: what follows from the primary outcome and the guards."""

    if_met: Decision = Decision.EXTEND
    if_guard_fails: Decision = Decision.CHANGE
    if_not_met: Decision = Decision.STOP
    if_cannot_tell: Decision = Decision.RUN_ON


def judge_benefit(
    analysis: PilotAnalysis | Reason, worthwhile: float, *, is_finished: bool = True, is_confounded: bool = False
) -> Judged:
    """Return whether the effect reaches `worthwhile`, signed by the wanted direction and in the effect's unit.

    Met: the estimate reaches it and both rows exclude 0 on that side. Not met: the whole interval falls short of it.
    Before the planned end only p below 0.003 decides. `is_confounded`: something else that touches the figure happened in the
    pilot and not to its comparisons; then nothing is called met. Source: PILOTS, sections 3, 5 and 7.
    """
    if worthwhile == 0:
        raise ValueError("The smallest worthwhile change is 0. Give one that somebody would pay for, with its sign.")
    if isinstance(analysis, Reason):
        return _refused(analysis, is_finished=is_finished)
    side = 1 if worthwhile > 0 else -1
    primary = analysis.primary
    interval = primary.interval(1 - (SIGNIFICANT if is_finished else EARLY))
    is_wanted = primary.effect * side > 0
    is_sure = primary.p < (SIGNIFICANT if is_finished else EARLY)
    notes = [Caution.WORSE] if is_sure and not is_wanted and _guard_confirms(analysis) else []
    limits = _limits(analysis, is_confounded=is_confounded)
    if is_sure and not _guard_confirms(analysis):
        limits.append(Caution.DISAGREE)
    is_far_enough = primary.effect * side >= abs(worthwhile)
    is_met = is_sure and is_wanted and is_far_enough
    falls_short = max(interval.lower * side, interval.upper * side) < abs(worthwhile)
    if is_sure and is_wanted and not is_far_enough and not falls_short:
        notes.append(Caution.BELOW_WORTHWHILE)
    if not is_finished:
        return _while_running(Verdict.MET if is_met else None, primary.pilot_weeks, limits, notes, interval)
    verdict = Verdict.MET if is_met else Verdict.NOT_MET if falls_short else Verdict.CANNOT_TELL
    return Judged(Verdict.CANNOT_TELL if limits else verdict, (*limits, *notes), interval)


def judge_guard(
    analysis: PilotAnalysis | Reason,
    margin: float,
    *,
    higher_is_better: bool,
    is_finished: bool = True,
    is_confounded: bool = False,
) -> Judged:
    """Return whether the outcome got worse by less than `margin` (above 0): no significant worsening is not enough.

    Met: the whole interval is inside the margin. Not met: the whole interval is beyond it. Before the planned end only a
    99.7% interval beyond the margin decides.
    """
    if isinstance(analysis, Reason):
        return _refused(analysis, is_finished=is_finished)
    if not margin > 0:
        return Judged(Verdict.CANNOT_TELL, (Caution.NO_ANALYSIS,), None, Reason.ZERO_MARGIN)
    interval = analysis.primary.interval(1 - (SIGNIFICANT if is_finished else EARLY))
    worst, best = _worsening(interval, higher_is_better=higher_is_better)
    limits = _limits(analysis, is_confounded=is_confounded)
    fails = best > margin
    if fails and not _guard_confirms(analysis):
        limits.append(Caution.DISAGREE)
    notes = [Caution.WORSE] if fails else []
    if not is_finished:
        decided = Verdict.NOT_MET if fails else None
        return _while_running(decided, analysis.primary.pilot_weeks, limits, notes, interval)
    verdict = Verdict.MET if worst < margin else Verdict.NOT_MET if fails else Verdict.CANNOT_TELL
    return Judged(Verdict.CANNOT_TELL if limits else verdict, (*limits, *notes), interval)


def overall(primary: Verdict, guards: Sequence[Verdict], rule: Rule | None = None) -> Decision:
    """Return what the plan's rule gives. A guard that fails outweighs all; one that cannot be told keeps it running on."""
    chosen = rule or Rule()
    if Verdict.NOT_MET in guards:
        return chosen.if_guard_fails
    if primary is Verdict.NOT_MET:
        return chosen.if_not_met
    if primary is Verdict.MET and all(guard is Verdict.MET for guard in guards):
        return chosen.if_met
    return Decision.RUN_ON if Verdict.TOO_EARLY in (primary, *guards) else chosen.if_cannot_tell


def claim(*, has_comparison: bool, was_planned_before: bool, is_confounded: bool) -> Claim:
    """Return what may be said of the cause: "because of" needs a comparison, a plan made before, and nothing else new."""
    supports = has_comparison and was_planned_before and not is_confounded
    return Claim.BECAUSE_OF if supports else Claim.CHANGED_AFTER


def _refused(reason: Reason, *, is_finished: bool) -> Judged:
    if is_finished:
        return Judged(Verdict.CANNOT_TELL, (Caution.NO_ANALYSIS,), None, reason)
    return Judged(Verdict.TOO_EARLY, (Caution.RUNNING,), None, reason)


def _limits(analysis: PilotAnalysis, *, is_confounded: bool) -> list[Caution]:
    wrong = {
        Caution.CONFOUNDED: is_confounded,
        Caution.SHORT: analysis.primary.pilot_weeks < FEWEST_WEEKS_TO_JUDGE and analysis.primary.p >= EARLY,
        Caution.NO_SEASON: not analysis.season.is_controlled,
        Caution.DRIFT: analysis.primary.is_drifting and not analysis.has_comparison,
    }
    return [caution for caution, is_so in wrong.items() if is_so]


def _guard_confirms(analysis: PilotAnalysis) -> bool:
    return analysis.drift.p < SIGNIFICANT and analysis.drift.effect * analysis.primary.effect > 0


def _while_running(
    decided: Verdict | None, weeks: int, limits: list[Caution], notes: list[Caution], interval: Interval
) -> Judged:
    """Return `decided` if it may stop the pilot now, else that it is too early to say."""
    if decided and not limits and weeks >= FIRST_LOOK:
        return Judged(decided, (Caution.EARLY_STOP, *notes), interval)
    return Judged(Verdict.TOO_EARLY, (Caution.RUNNING, *limits, *notes), interval)


def _worsening(interval: Interval, *, higher_is_better: bool) -> tuple[float, float]:
    """Return the most and the least that it got worse by."""
    if higher_is_better:
        return -interval.lower, -interval.upper
    return interval.upper, interval.lower
