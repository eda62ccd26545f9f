"""The load of a usual week: calls and handling time by weekday and half-hour, from history or from the forecast."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand import LIVE, Demand
from frontdoor.answers.demand_days import days_of, has_hours, open_half_hours
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.forecasting import FEWEST_DAYS, forecast
from frontdoor.statistics.map_cells import WEEKDAYS, cells_of
from frontdoor.strategy.dated import Dated, stretches

FEWEST_OPEN_DAYS = 3  # fewer days of a half-hour do not make an average
FEWEST_HANDLED = 20  # fewer contacts do not make a handling time of their half-hour: the overall one is taken
BUSY = 0.8  # of days of a weekday are quieter
DAYS_AHEAD = 56
SECONDS = 1800.0  # in a half-hour


@dataclass(frozen=True, slots=True)
class Load:
    """A usual week; arrays are 7 weekdays (Monday first) x 48 half-hours.

    `calls` expected in the half-hour: NaN where nobody can say, 0 where closed. `handle` is seconds each, and `is_open`
    by the hours in force.
    """

    calls: Floats
    handle: Floats
    is_open: Booleans

    @property
    def erlangs(self) -> Floats:
        """Return how many people the calls would keep busy without a pause."""
        return np.asarray(np.nan_to_num(self.calls) * self.handle / SECONDS, dtype=np.float64)

    @property
    def is_told(self) -> Booleans:
        """Return the open half-hours in which the calls are known."""
        return np.asarray(self.is_open & np.isfinite(self.calls), dtype=np.bool_)


def weekly_hours(on: date, context: Context) -> Booleans:
    """Return the half-hours (7 x 48) open by the hours in force `on`, bank holidays apart; all where none are declared."""
    is_open = np.full((WEEKDAYS, HALF_HOURS), not has_hours(context))
    for timetable in stretches(Dated(each.queue, each.from_date, each) for each in context.council.openings):
        if timetable.queue is None and timetable.from_date <= on < timetable.before_date:
            for hours in (each for each in timetable.values if each.weekday <= WEEKDAYS):
                is_open[hours.weekday - 1, hours.from_half_hour : hours.before_half_hour] = True
    return is_open


def usual_days(demand: Demand) -> Booleans:
    """Return the half-hours (days x 48) that count: open, of a day that is no bank holiday and of which something is known."""
    is_known = ~np.isnan(demand[LIVE])
    return np.asarray(demand.is_open & is_known & ~demand.days.is_holiday[:, None], dtype=np.bool_)


def mean_calls(counts: Floats, weekday: Integers, is_usual: Booleans, is_open: Booleans) -> Floats:
    """Return calls (7 x 48) per usual day; 0 where closed by `is_open`, NaN where fewer than 3 days tell."""
    cells = cells_of(counts, weekday, is_usual)
    mean = np.where(cells.days >= FEWEST_OPEN_DAYS, cells.mean, np.nan)
    return np.where(is_open, mean, 0.0)


def busy_day(counts: Floats, weekday: Integers, is_usual: Booleans) -> Floats:
    """Return, per weekday, the total that 8 in 10 of its usual days stay within, over the mean; 1 where few days tell."""
    totals, is_day = np.where(is_usual, counts, 0.0).sum(axis=1), is_usual.any(axis=1)
    answer = np.ones(WEEKDAYS)
    for number in range(WEEKDAYS):
        own = totals[is_day & (weekday == number)]
        if len(own) >= FEWEST_OPEN_DAYS and own.mean() > 0:
            answer[number] = np.quantile(own, BUSY) / own.mean()
    return answer


def handling(demand: Demand, is_open: Booleans) -> Floats:
    """Return seconds of a contact by weekday and half-hour (7 x 48), overall where few tell; CannotTellError for none."""
    handled, seconds = (np.nan_to_num(demand[name]) for name in ("contacts_with_handling_time", "seconds_handled"))
    if handled.sum() == 0:
        raise CannotTellError(
            "How long a call takes is not recorded here, so nobody can say how many people it takes to answer them."
        )
    inside: Booleans = np.asarray(demand.is_open, dtype=np.bool_)
    counted, taken = (cells_of(each, demand.days.weekday, inside).contacts for each in (handled, seconds))
    overall = seconds.sum() / handled.sum()
    own = ratio(taken, counted, overall)
    return np.where(is_open & (counted >= FEWEST_HANDLED), own, overall)


def forecast_calls(demand: Demand, filters: Filters, context: Context) -> Floats:
    """Return the forecast calls (7 x 48) of a usual coming day: 8 weeks after the last of `demand`, bank holidays apart.

    ValueError for a history too short to forecast from.
    """
    if len(demand.days) < FEWEST_DAYS:
        raise ValueError(f"There are {len(demand.days)} days; a forecast needs {FEWEST_DAYS}.")
    dates = [demand.last + timedelta(days=number + 1) for number in range(DAYS_AHEAD)]
    ahead, will_be_open = days_of(dates, filters, context), open_half_hours(dates, context)
    coming = forecast(demand[LIVE][None], demand.days, demand.is_open[None], ahead, will_be_open[None])
    assert coming.half_hours is not None
    expected = coming.half_hours.mean[0]
    is_usual = np.asarray(will_be_open & ~ahead.is_holiday[:, None] & ~np.isnan(expected), dtype=np.bool_)
    return cells_of(expected, ahead.weekday, is_usual).mean
