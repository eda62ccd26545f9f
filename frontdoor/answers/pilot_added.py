"""The hour a pilot added: how many came each time it was open, and how many of them only moved there."""

from dataclasses import replace
from datetime import date

import numpy as np

from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand_by_day import CALLS, CONTACTS
from frontdoor.answers.pilot_calendar import monday_of, pilot_weeks
from frontdoor.answers.pilot_days import PilotDays, pilot_days
from frontdoor.answers.pilot_figure import Figure
from frontdoor.answers.pilot_places import weekdays_of
from frontdoor.answers.pilot_span import NOTHING_RECORDED, Asking, span_of
from frontdoor.answers.pilot_week_table import day_table, week_table
from frontdoor.errors import CannotTellError
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.schema.units import LIVE_CHANNELS
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.count_per_opening import CountPerOpening, count_per_opening
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.displacement import Displacement, displacement
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.strategy.pilot_plan import WEEKDAYS, ComparedBy, PilotPlan, Where, Window

WHOLE_DAY = Window(0, HALF_HOURS)


def counted_figure(where: Where) -> Figure:
    """Return what is counted of an added hour: calls where only live channels are in it, else contacts."""
    is_live = bool(where.channels) and all(channel in LIVE_CHANNELS for channel in where.channels)
    promised = bare(CATALOGUE[CALLS if is_live else CONTACTS])
    return Figure(promised, CATALOGUE[promised.measure])


def opening_of(plan: PilotPlan, context: Context) -> CountPerOpening | Reason | None:
    """Return the contacts for each opening of the added hour so far; None where the plan adds none."""
    if plan.added is None:
        return None
    first, last = monday_of(plan.first_day), min(plan.last_day, context.as_at)
    days = pilot_days(first, (last - first).days // DAYS_IN_A_WEEK + 1, context)
    try:
        counts = day_table(counted_figure(plan.added), plan.added, days, context).values
    except CannotTellError:
        return Reason.NO_OPENINGS
    return count_per_opening(counts[_openings(plan.added, days, plan.first_day, last)])


def _openings(added: Where, days: PilotDays, first: date, last: date) -> Booleans:
    """Return the days on which the added hour was open, (days,); where it is on every day, those on which we open at all."""
    named = np.tile(weekdays_of(added), len(days) // DAYS_IN_A_WEEK) & ~days.is_shut if added.weekdays else days.is_open
    return named & (days.spots >= np.datetime64(first)) & (days.spots <= np.datetime64(last))


def displaced_of(plan: PilotPlan, context: Context) -> Displacement | Reason | None:
    """Return which share of the added hour's contacts only moved there; None where the plan does not say from where they could."""
    if plan.added is None or plan.moved_from is None:
        return None
    figure = counted_figure(plan.added)
    asking = Asking(figure, plan, context)
    try:
        days = span_of(asking, plan.added, (plan.added, plan.moved_from)).days
        control = _control(figure, plan, days, context)
        added, window = (week_table(figure, each, days, context).values for each in (plan.added, plan.moved_from))
    except CannotTellError as error:
        return _reason(str(error))
    if isinstance(control, Reason):
        return control
    return displacement(added, window, control, pilot_weeks(asking.planned, plan.settling_weeks, days))


def _reason(words: str) -> Reason:
    """Return the reason that a refusal in words comes to; a change of recording cannot be told apart from the pilot."""
    known = {each.value: each for each in Reason} | {NOTHING_RECORDED: Reason.NOTHING_ADDED}
    return known.get(words, Reason.NOT_SEPARABLE)


def _control(figure: Figure, plan: PilotPlan, days: PilotDays, context: Context) -> Floats | Reason:
    """Return what shows how the window would have been: the rest of its own days, or the comparison days where it is whole days."""
    assert plan.added
    assert plan.moved_from
    if plan.moved_from.window is not None:
        return _rest_of_the_days(figure, plan.added, plan.moved_from, days, context)
    weekdays = _comparison_days(plan)
    if not weekdays:
        return Reason.NO_CONTROL
    return week_table(figure, replace(plan.moved_from, weekdays=weekdays), days, context).values


def _rest_of_the_days(figure: Figure, added: Where, window: Where, days: PilotDays, context: Context) -> Floats:
    whole = week_table(figure, replace(window, window=WHOLE_DAY), days, context).values
    rest = whole - week_table(figure, window, days, context).values
    shared = tuple(sorted(set(_weekdays(added)) & set(_weekdays(window))))
    if shared:
        rest = rest - week_table(figure, replace(window, window=added.window, weekdays=shared), days, context).values
    return np.asarray(rest, dtype=np.float64)


def _weekdays(where: Where) -> tuple[int, ...]:
    return where.weekdays or tuple(range(1, DAYS_IN_A_WEEK + 1))


def _comparison_days(plan: PilotPlan) -> tuple[int, ...]:
    """Return the weekdays that outcomes are compared with and that people could neither leave nor move to."""
    assert plan.added
    assert plan.moved_from
    taken = {*_weekdays(plan.added), *_weekdays(plan.moved_from)}
    named = (
        WEEKDAYS.index(unit) + 1
        for outcome in plan.outcomes
        if outcome.comparison is not None and outcome.comparison.by is ComparedBy.WEEKDAY
        for unit in outcome.comparison.units
    )
    return tuple(sorted(set(named) - taken))
