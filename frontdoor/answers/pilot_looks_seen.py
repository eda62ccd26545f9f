"""What each week's look at a pilot said: the effect with its range, and whether it was sure enough to stop."""

from dataclasses import dataclass
from datetime import date

from frontdoor.answers.pilot_effects import FARTHEST
from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.statistics.pilot_looks import Look, weekly_looks
from frontdoor.statistics.pilot_scale import Scale, as_change


@dataclass(frozen=True, slots=True)
class LookSeen:
    """One look after so many weeks, the last beginning on `week_start`: the effect a week in the measure's unit, its range."""

    week: int
    week_start: date
    effect: Range
    may_stop: bool
    is_planned_end: bool


def looks_of(series: OutcomeSeries) -> tuple[LookSeen, ...]:
    """Return the looks there have been, from the fourth week on; none where they cannot be told."""
    return tuple(
        _seen(look, series) for look in weekly_looks(series.question, series.planned_weeks, until_stopped=True)
    )


def _seen(look: Look, series: OutcomeSeries) -> LookSeen:
    first, last = series.weeks.first, series.weeks.first + look.pilot_week
    is_used = ~series.weeks.until(last).omitted(series.values[:last])[first:]
    mean = float(series.values[first:last][is_used].mean()) if is_used.any() else 0.0
    ends = (look.effect, look.interval.lower, look.interval.upper)
    value, low, high = (_a_week(end, series.scale, mean) for end in ends)
    effect = Range(value or 0.0, low, high)
    return LookSeen(look.pilot_week, series.starts[last - 1], effect, look.may_stop, look.is_planned_end)


def _a_week(effect: float, scale: Scale, during: float) -> float | None:
    """Return an effect in the measure's unit a week; None for an end beyond any number."""
    if scale is Scale.LOG and abs(effect) > FARTHEST:
        return None
    return as_change(effect, scale, during).a_week


def first_stop(looks: tuple[LookSeen, ...]) -> LookSeen | None:
    """Return the first look before the planned end that was sure enough to stop; None where there was none."""
    return next((look for look in looks if look.may_stop and not look.is_planned_end), None)
