"""What one way of working a pilot out says by itself: its effect in the measure's own unit, and the word that would follow."""

from frontdoor.answers.pilot_effects import change_of
from frontdoor.answers.pilot_found import OutcomeFound, Range
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.schema.units import Better
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_sensitivity import Row as Way
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.pilot_plan import Role


def word_of(effect: Range, each: OutcomeFound, *, is_sure: bool) -> Verdict | None:
    """Return the word an effect alone would give by the plan; None where the plan asks nothing of this outcome."""
    low, high = effect.low, effect.high
    if low is None or high is None:
        return Verdict.CANNOT_TELL
    if each.outcome.role is Role.GUARD and each.outcome.margin is not None:
        return _guard_word(low, high, each)
    wanted = each.outcome.worthwhile
    if not wanted:
        return None
    side = 1 if wanted > 0 else -1
    if is_sure and effect.value * side >= abs(wanted):
        return Verdict.MET
    return Verdict.NOT_MET if max(low * side, high * side) < abs(wanted) else Verdict.CANNOT_TELL


def _guard_word(low: float, high: float, each: OutcomeFound) -> Verdict:
    is_up_better = each.series is not None and each.series.measure.better is Better.HIGHER
    worst, best = (-low, -high) if is_up_better else (high, low)
    margin = each.outcome.margin or 0.0
    return Verdict.MET if worst < margin else Verdict.NOT_MET if best > margin else Verdict.CANNOT_TELL


def in_unit(way: Way, series: OutcomeSeries) -> Range:
    """Return the effect of a row and its ends in the measure's own unit a week."""
    ends = (way.interval.lower, way.interval.upper) if way.interval else (None, None)
    return a_week((way.effect or 0.0, *ends), way.scale, _mean_of(way, series))


def a_week(ends: tuple[float, float | None, float | None], scale: Scale, during: float) -> Range:
    """Return an effect on `scale`, its lower and its upper end, in the unit a week where the weeks averaged `during`."""
    value, low, high = (None if end is None else change_of(end, scale, during)[0] for end in ends)
    return Range(value or 0.0, low, high)


def _mean_of(way: Way, series: OutcomeSeries) -> float:
    """Return the mean of the weeks in which the row takes a pilot to have run."""
    weeks, values, first = series.weeks, series.values, series.weeks.first
    last = weeks.number
    if way.name == "pretended start" and way.number is not None:
        first, last = way.number, way.number + last - first
    if way.name == "pretended pilot unit" and way.number is not None:
        values = series.comparisons[way.number]
    return _mean(values[first:last][~weeks.omitted(values)[first:last]])


def _mean(values: Floats) -> float:
    return float(values.mean()) if values.size else 0.0
