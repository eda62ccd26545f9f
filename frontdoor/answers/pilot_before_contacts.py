"""How many contacts the pilot's hours are likely to bring, from the forecast of demand or, without one, from the weeks before."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand import Demand, demand_of
from frontdoor.answers.demand_by_day import counted_column
from frontdoor.answers.demand_nouns import about, noun_of
from frontdoor.answers.peaks_choices import View
from frontdoor.answers.peaks_forecast_made import is_long_enough, made_of
from frontdoor.answers.peaks_forecast_series import DAYS_AHEAD, as_date, half_hour_series
from frontdoor.answers.peaks_times import WEEKDAYS, span_words
from frontdoor.answers.pilot_places import half_hours_of, weekdays_of
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Box, Line, Link
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.strategy.pilot_plan import PilotPlan, Where, Window

A_YEAR = timedelta(days=364)
FEWEST_DAYS = 4  # of a weekday; fewer say little
CLOSED = (
    "These hours were closed before, so no past says how many will come; whoever comes may have come later that day anyway. "
    "Plan for a few weeks of looking."
)
PARTIAL = "not known, as not all of the pilot’s weekdays were open at these hours before."


@dataclass(frozen=True, slots=True)
class Expected:
    """Contacts for each opening: `mean` of `days`, forecast or seen; `is_closed` where the hours were closed before.

    `since`: of the first and last of those days, as words; `is_partial` where some of the pilot's weekdays are not among them.

    `beside`: the mean of the stretch just after, as long, where the hours were closed; None where that is not known either.
    """

    mean: float | None
    days: int
    is_forecast: bool
    is_closed: bool
    noun: str
    beside: tuple[Window, float] | None = None
    since: str = ""
    is_partial: bool = False


def expected_contacts(plan: PilotPlan, filters: Filters, context: Context) -> Expected | str:
    """Return what to expect each time the pilot's hours are open, or why nobody can say."""
    where = plan.added or plan.where
    asked = replace(filters, services=where.services, channels=where.channels, attribute=None, value=None)
    if where.wards:
        return "Times of day are not kept by ward, so what a ward’s pilot will bring cannot be told."
    try:
        is_to_come = plan.first_day > context.as_at and plan.added is None
        if is_to_come and (forecast := _forecast(plan, where, asked, context)) is not None:
            return forecast
        return _seen(plan, where, asked, context)
    except CannotTellError as reason:
        return str(reason)


def _forecast(plan: PilotPlan, where: Where, filters: Filters, context: Context) -> Expected | None:
    """Return the mean forecast of the pilot's days within the eight weeks ahead; None where none of them is."""
    ahead = range(1, DAYS_AHEAD + 1)
    days = [context.as_at + timedelta(days=number) for number in ahead]
    if not any(plan.first_day <= day <= plan.last_day for day in days):
        return None
    series = half_hour_series(filters, context)
    if not is_long_enough(series):
        return None
    made = made_of(series)
    halves = made.forecast.half_hours
    if halves is None:
        return None
    mean = np.where(series.will_be_open[0], halves.mean[0], 0.0)
    on = [_is_on(as_date(series.ahead, place), plan, where) for place in range(len(mean))]
    inside = mean[np.array(on)][:, half_hours_of(where)].sum(axis=1)
    is_open = series.will_be_open[0][np.array(on)][:, half_hours_of(where)].any(axis=1)
    if not is_open.any():
        return None
    return Expected(float(inside[is_open].mean()), int(is_open.sum()), True, False, noun_of(filters))


def _is_on(day: date, plan: PilotPlan, where: Where) -> bool:
    return plan.first_day <= day <= plan.last_day and bool(weekdays_of(where)[day.weekday()])


def _seen(plan: PilotPlan, where: Where, filters: Filters, context: Context) -> Expected:
    """Return the mean of the pilot's hours over the open days of the year before its start."""
    last = min(plan.first_day - timedelta(days=1), context.as_at)
    demand = demand_of(filters, Period(last - A_YEAR + timedelta(days=1), last), context)
    counts = demand[counted_column(demand.counts, filters)]
    inside = half_hours_of(where)
    mean, days = _mean(demand, counts, inside, where)
    if len(days) >= FEWEST_DAYS:
        since = f"{format_date(days[0])} to {format_date(days[-1])}"
        is_partial = len({day.weekday() for day in days}) < len(where.weekdays)
        return Expected(mean, len(days), False, False, noun_of(filters), since=since, is_partial=is_partial)
    return Expected(None, 0, False, True, noun_of(filters), _beside(demand, counts, where))


def _mean(demand: Demand, counts: Floats, inside: Booleans, where: Where) -> tuple[float | None, list[date]]:
    """Return the mean over days of the pilot's weekdays on which any of these half-hours was open, and those days."""
    on = np.array([bool(weekdays_of(where)[day.weekday()]) for day in demand.dates])
    sums = np.where(demand.is_open, counts, 0.0)[:, inside].sum(axis=1)
    used = on & demand.is_open[:, inside].any(axis=1) & ~np.isnan(sums)
    days = [day for day, is_used in zip(demand.dates, used, strict=True) if is_used]
    return (float(sums[used].mean()) if used.any() else None), days


def _beside(demand: Demand, counts: Floats, where: Where) -> tuple[Window, float] | None:
    """Return the stretch just after the hours, as long, with its mean; None where that was closed too."""
    window = where.window
    if window is None:
        return None
    length = window.before_half_hour - window.from_half_hour
    after = Window(window.before_half_hour, window.before_half_hour + length)
    mean, days = _mean(demand, counts, half_hours_of(replace(where, window=after)), where)
    return None if mean is None or len(days) < FEWEST_DAYS else (after, mean)


def contacts_box(expected: Expected | str, plan: PilotPlan, openings: int) -> Box:
    """Return what to expect each time, over the whole pilot, and where the forecast is."""
    title = "Contacts to expect"
    if isinstance(expected, str):
        return Box(title, (Line("", expected),))
    where = plan.added or plan.where
    link = (Link("See the forecast of demand", View.FORECAST.value),)
    if expected.is_closed or expected.mean is None:
        lines = [Line("", CLOSED)]
        if expected.beside is not None:
            window, mean = expected.beside
            hours = span_words(window.from_half_hour, window.before_half_hour)
            lines.append(
                Line(f"{_days(where)}, {hours}:", f"about {about(mean)} {expected.noun} each time in the year before.")
            )
        return Box(title, tuple(lines), link)
    stood = "forecast for" if expected.is_forecast else "seen on"
    since = f", {expected.since}" if expected.since else ""
    told = f"about {about(expected.mean)} {expected.noun}, {stood} {count_noun(expected.days, 'open day')}{since}."
    in_all = f"about {about(expected.mean * openings)} over {count_noun(openings, 'opening')}."
    lines = [Line("Each time:", told), Line("In all:", PARTIAL if expected.is_partial else in_all)]
    return Box(title, tuple(lines), link)


def _days(where: Where) -> str:
    return f"{WEEKDAYS[where.weekdays[0] - 1]}s" if len(where.weekdays) == 1 else "Those days"
