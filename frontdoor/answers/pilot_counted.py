"""An outcome that counts an hour closed before: nothing to compare it with, but what the plan asks of its use can be judged."""

from dataclasses import replace

from frontdoor.answers.pilot_found import OutcomeFound, Range
from frontdoor.schema.units import Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution, Judged, Verdict
from frontdoor.strategy.pilot_plan import PilotPlan


def counted(
    each: OutcomeFound, plan: PilotPlan, opening: CountPerOpening | Reason | None, *, is_finished: bool
) -> OutcomeFound:
    """Return the outcome with its count a week as the effect, where it counts the added hours; any other as it is.

    Met: the whole exact interval (docs/decisions/0143) reaches the worthwhile number. Not met: all of it falls short.
    """
    if not _counts_the_added(each, plan) or not isinstance(opening, CountPerOpening):
        return each
    days = _openings_a_week(each, plan, opening)
    low, high = opening.interval.lower * days, opening.interval.upper * days
    judged = each.judged
    if judged is not None and each.outcome.worthwhile is not None:
        judged = _judged(Interval(low, high), each.outcome.worthwhile, is_finished=is_finished)
    return replace(each, effect=Range(opening.mean * days, low, high), judged=judged)


def _openings_a_week(each: OutcomeFound, plan: PilotPlan, opening: CountPerOpening) -> int:
    """Return on how many days of a usual week the added hour is open: those named, else as many as it was."""
    if plan.added is not None and plan.added.weekdays:
        return len(plan.added.weekdays)
    weeks = each.series.weeks.number - each.series.weeks.first if each.series else 0
    return max(round(opening.openings / max(weeks, 1)), 1)


def _judged(interval: Interval, worthwhile: float, *, is_finished: bool) -> Judged:
    if not is_finished:
        return Judged(Verdict.TOO_EARLY, (Caution.RUNNING,), interval, Reason.ZERO_BEFORE)
    is_met, is_short = interval.lower >= worthwhile > 0, interval.upper < worthwhile
    verdict = Verdict.MET if is_met else Verdict.NOT_MET if is_short else Verdict.CANNOT_TELL
    return Judged(verdict, (), interval, Reason.ZERO_BEFORE)


def _counts_the_added(each: OutcomeFound, plan: PilotPlan) -> bool:
    is_count = each.series is not None and each.series.measure.unit is Unit.COUNT
    return is_count and each.analysis is Reason.ZERO_BEFORE and each.outcome.where == plan.added
