"""The pilot's days by half-hour, and the times that contacts could come from, each held against the rest of the same days."""

from dataclasses import replace

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand_days import has_hours, hours_on
from frontdoor.answers.pilot_changed_effects import opening_label
from frontdoor.answers.pilot_derived import FINISHED, RUNNING, Derived, of_series
from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_moved_weeks import NOT_BY_TIME, Around, Change
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.measures.times_of_day import time_words
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.count_per_opening import CountPerOpening, count_per_opening
from frontdoor.strategy.pilot_plan import ComparedBy, Comparison, PilotPlan, Where, Window

USUAL_DAY = Window(16, 36)
"""8am to 6pm, where the council does not say when it is open."""
WORKDAYS = (1, 2, 3, 4, 5)
REST = "the rest of the day"


def half_hours(around: Around) -> tuple[Change, ...]:
    """Return each half-hour of the pilot's days in which we are open or were opened; none where no hour was added."""
    added = around.plan.added
    if added is None or added.window is None:
        return ()
    rest = rest_of_the_day(around)
    return tuple(
        _half_hour(half_hour, added, rest, around) for half_hour in _open_half_hours(added, around.plan, around.context)
    )


def window_change(around: Around) -> Derived | None:
    """Return what became of the times that contacts could come from; None where the plan names none."""
    window = around.plan.moved_from
    series = around.at(window) if window else None
    if window is None or series is None:
        return None
    return of_series(opening_label(window), beside(series, rest_of_the_day(around)), is_finished=around.is_finished)


def rest_of_the_day(around: Around) -> Floats | None:
    """Return by week the pilot's days without the added hour and the times people could come from; None if there are none."""
    plan = around.plan
    if not _is_of_the_same_days(plan) or plan.added is None or plan.moved_from is None:
        return None
    rest = around.base.values.copy()
    for where in (plan.added, plan.moved_from):
        series = around.at(where)
        rest = rest - (np.nan if series is None else series.values)
    return rest if np.nansum(rest) > 0 else None


def beside(series: OutcomeSeries, rest: Floats | None, *, is_part: bool = False) -> OutcomeSeries:
    """Return weeks held against the rest of the day, as what only moved is (0144); one that is part of it is taken out."""
    if rest is None:
        return series
    control = np.maximum(rest - series.values, 0.0) if is_part else rest
    comparison = Comparison(ComparedBy.HOURS, (REST,), is_parallel=True)
    outcome = replace(series.outcome, comparison=comparison)
    return replace(series, outcome=outcome, comparisons=control[None], labels=(REST,))


def _half_hour(half_hour: int, added: Where, rest: Floats | None, around: Around) -> Change:
    label = time_words(half_hour)
    series = around.at(replace(added, window=Window(half_hour, half_hour + 1)))
    if _is_inside(half_hour, added):
        return replace(_opened(label, series, around), is_added=True)
    if series is None:
        return around.changed(label, None)
    is_part = around.plan.moved_from is None or not _is_inside(half_hour, around.plan.moved_from)
    return around.changed(label, beside(series, rest, is_part=is_part))


def _opened(label: str, series: OutcomeSeries | None, around: Around) -> Change:
    """Return the contacts of a half-hour that was closed before, each week it was open."""
    if series is None:
        return Change(label, None, why=NOT_BY_TIME)
    is_used = ~series.weeks.omitted(series.values) & series.weeks.is_pilot
    found = count_per_opening(series.values[is_used], FINISHED if around.is_finished else RUNNING)
    if not isinstance(found, CountPerOpening):
        return Change(label, None, why=found.value)
    return Change(label, Range(found.mean, found.interval.lower, found.interval.upper))


def _is_of_the_same_days(plan: PilotPlan) -> bool:
    added, window = plan.added, plan.moved_from
    return added is not None and window is not None and window.window is not None and window.weekdays == added.weekdays


def _is_inside(half_hour: int, where: Where) -> bool:
    window = where.window
    return window is not None and window.from_half_hour <= half_hour < window.before_half_hour


def _open_half_hours(added: Where, plan: PilotPlan, context: Context) -> list[int]:
    """Return the half-hours from the first to the last in which we are open on the pilot's days, those of the plan too."""
    rows = [day - 1 for day in added.weekdays or WORKDAYS]
    known = np.flatnonzero(hours_on(plan.first_day, context)[rows].any(axis=0)) if has_hours(context) else np.empty(0)
    usual = (USUAL_DAY.from_half_hour, USUAL_DAY.before_half_hour)
    first, last = (int(known[0]), int(known[-1]) + 1) if known.size else usual
    windows = [where.window for where in (added, plan.moved_from) if where is not None and where.window is not None]
    return list(
        range(
            min(first, *(window.from_half_hour for window in windows)),
            max(last, *(window.before_half_hour for window in windows)),
        )
    )
