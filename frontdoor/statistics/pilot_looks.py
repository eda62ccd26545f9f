"""What looking at a running pilot every week shows, without raising the number of false alarms."""

from dataclasses import dataclass, replace

from frontdoor.statistics.interrupted_series import PilotEffect, interrupted_series
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_analysis import PilotQuestion, drift_of
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import EARLY, FIRST_LOOK, SIGNIFICANT


@dataclass(frozen=True, slots=True)
class Look:
    """What was known after `pilot_week` weeks of the pilot: the effect with its 99.7% interval, 95% at the planned end.

    `may_stop`: p below 0.003 and the guard against drift on the same side; at the planned end p below 0.05 instead.
    """

    pilot_week: int
    effect: float
    interval: Interval
    p: float
    may_stop: bool
    is_planned_end: bool


def weekly_looks(question: PilotQuestion, planned_weeks: int, *, until_stopped: bool = False) -> list[Look]:
    """Return the looks from the fourth week of the pilot to the last on record; weeks that cannot be told are left out.

    `planned_weeks`: the pilot's length as planned, which no look can change. `until_stopped`: once a look may stop, the
    guard, which takes long, is not asked again and p alone says it of later ones. Source: PILOTS, section 7.
    """
    first = question.weeks.first
    if not 0 < first < question.weeks.number:
        return []
    recorded = min(question.weeks.number - first, planned_weeks)
    question = replace(question, planned_weeks=planned_weeks)
    found: list[Look] = []
    for week in range(FIRST_LOOK, recorded + 1):
        is_stopped = until_stopped and any(look.may_stop for look in found)
        look = _look(_until(question, first + week), week, planned_weeks, is_stopped=is_stopped)
        found += [look] if look else []
    return found


def _until(question: PilotQuestion, number: int) -> PilotQuestion:
    comparisons = None if question.comparisons is None else question.comparisons[:, :number]
    return replace(
        question, values=question.values[:number], weeks=question.weeks.until(number), comparisons=comparisons
    )


def _look(question: PilotQuestion, week: int, planned_weeks: int, *, is_stopped: bool) -> Look | None:
    settings = question.season
    primary = interrupted_series(
        question.series, question.weeks, question.shape, has_trend=question.has_trend, has_season=settings.has_season
    )
    if isinstance(primary, Reason):
        return None
    is_end = week == planned_weeks
    threshold = SIGNIFICANT if is_end else EARLY
    may_stop = primary.p < threshold and (is_stopped or _is_confirmed(question, primary))
    return Look(week, primary.effect, primary.interval(1 - threshold), primary.p, may_stop, is_end)


def _is_confirmed(question: PilotQuestion, primary: PilotEffect) -> bool:
    guard = drift_of(question, has_season=question.season.has_season)
    return not isinstance(guard, Reason) and guard.p < SIGNIFICANT and guard.effect * primary.effect > 0
