"""The days of a stretch added up by weekday and half-hour: which days count for each, and sums fit to be shown."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.context import Context
from frontdoor.answers.demand import Demand
from frontdoor.answers.demand_days import has_hours, hours_on, lasts_half_an_hour
from frontdoor.answers.peaks_week_shows import Shown
from frontdoor.answers.shown import COUNT_BEHIND
from frontdoor.statistics.arrays import Booleans, Floats, ratio
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.map_cells import WEEKDAYS
from frontdoor.statistics.map_difference import FEWEST_DAYS
from frontdoor.statistics.share_map_difference import FEWEST_CASES


@dataclass(frozen=True, slots=True)
class Week:
    """One stretch of days and the opening hours in force on its last day, `hours` (7, 48), Monday first.

    `counted` (days, 48): the half-hour of that day counts. It was open or closed as it is now, is no bank holiday's and
    lasted half an hour, which those the clocks skip or repeat do not. `has_hours`: the council says when it is open.
    """

    demand: Demand
    hours: Booleans
    counted: Booleans
    has_hours: bool

    def known(self, column: str) -> Floats:
        """Return the column (days, 48) with NaN where it does not count."""
        return np.where(self.counted, self.demand[column], np.nan)

    def by_weekday(self, values: Floats) -> Floats:
        """Return (days, 48), NaN unknown, summed by weekday: (7, 48)."""
        of_weekday = (np.arange(WEEKDAYS)[:, None] == self.demand.days.weekday).astype(np.float64)
        return np.asarray(of_weekday @ np.nan_to_num(values), dtype=np.float64)

    def holds(self, column: str) -> bool:
        """Return whether anything is known in the column."""
        return column in self.demand.counts and not bool(np.isnan(self.demand[column]).all())


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums shown for each half-hour of the week, (7, 48): `top`, `bottom` (the days where nothing else) and `days`.

    `value` is NaN where nothing can be said; `is_hidden` where disclosure control hides it.
    """

    top: Floats
    bottom: Floats
    days: Floats
    value: Floats
    is_hidden: Booleans
    is_few: Booleans


def week_of(demand: Demand, context: Context) -> Week:
    """Return the days of `demand` as a week, by the opening hours in force on its last day."""
    hours = hours_on(demand.last, context)
    counted = (demand.is_open == hours[demand.days.weekday]) & ~demand.days.is_holiday[:, None]
    return Week(demand, hours, counted & lasts_half_an_hour(demand.dates, context), has_hours(context))


def sums_of(week: Week, shown: Shown, context: Context) -> Sums:
    """Return the sums behind what is shown, after disclosure control, and divided."""
    top = week.known(shown.top)
    if shown.bottom:
        return _divided(week, {shown.top: top, shown.bottom: week.known(shown.bottom)}, context)
    return _divided(week, {shown.top: top}, context)


def waits_of(week: Week, context: Context) -> Sums | None:
    """Return how many of those who called waited longer than promised, answered then or not; None where not known."""
    if not week.holds("offered"):
        return None
    offered, answered, gave_up = (week.known(name) for name in ("offered", "answered_within", "abandoned_within"))
    return _divided(week, {"waited_longer": offered - answered - gave_up, "offered": offered}, context)


def _divided(week: Week, values: dict[str, Floats], context: Context) -> Sums:
    """Return the first of `values` (days, 48) over the second, or over the days it is known on where there is none."""
    first, *others = values.values()
    counted = (others[0] > 0) if others else ~np.isnan(first)
    days = week.by_weekday(counted.astype(np.float64))
    shown, is_hidden = _controlled({name: week.by_weekday(each) for name, each in values.items()}, context)
    under = shown[1] if others else days
    is_few = (days < FEWEST_DAYS) | ((under < FEWEST_CASES) & bool(others))
    value = np.where(is_few | is_hidden, np.nan, ratio(shown[0], under, np.nan))
    return Sums(shown[0], under, days, value, is_hidden, is_few)


def _controlled(sums: dict[str, Floats], context: Context) -> tuple[list[Floats], Booleans]:
    """Return sums by weekday and half-hour as the audience may see them, and where they are hidden."""
    weekday, half_hour = (place.ravel() for place in np.indices((WEEKDAYS, HALF_HOURS)))
    whole = {name: each.ravel().round().astype(np.int64) for name, each in sums.items()}
    behind = {name: COUNT_BEHIND[name] for name in sums if name in COUNT_BEHIND}
    safe = control(
        pl.DataFrame({"weekday": weekday, "half_hour": half_hour} | whole),
        [name for name in sums if name not in behind],
        context.audience,
        is_small_area=False,
        sums_of=behind,
    )
    return [_array(safe[name]) for name in sums], _array(safe["is_suppressed"]) > 0


def _array(column: pl.Series) -> Floats:
    return np.asarray(column.cast(pl.Float64).fill_null(np.nan).to_numpy().reshape(WEEKDAYS, HALF_HOURS))
