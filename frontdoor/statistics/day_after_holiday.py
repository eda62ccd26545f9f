"""How many come on the first open day after a bank holiday, over the same weekday in the weeks around it."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Days, is_after_holiday
from frontdoor.statistics.map_difference import t_multiplier

WEEKS_AROUND = 4  # on each side: near enough that level and season are the same
FEWEST_AROUND = 3  # of those eight days
FEWEST_HOLIDAYS = 4  # with fewer the interval is too wide to say anything
A_YEAR = 364  # days
CHRISTMAS = (1224, 1231)  # month x 100 + day: a week like no other, left out


@dataclass(frozen=True, slots=True)
class DayAfter:
    """`ratio` of contacts on the day after over the usual such weekday, with its 95% interval.

    `contacts` is the mean of those days of the last year, `days` how many there were in all. `is_beyond_noise`: the interval leaves out 1.
    """

    ratio: float
    lower: float
    upper: float
    contacts: float
    days: int

    @property
    def is_beyond_noise(self) -> bool:
        return self.lower > 1 or self.upper < 1


def day_after_holiday(totals: Floats, days: Days, is_open: Booleans) -> DayAfter | None:
    """Return what a bank holiday does to the next open day; None with fewer than FEWEST_HOLIDAYS to learn from.

    `totals` and `is_open` (days,), NaN unknown. Each day after is divided by the mean of the same weekday up to four
    weeks before and after, holidays, days after them and Christmas week left out. Geometric mean of those ratios, with
    Student's interval on their logs. Source: docs/decisions/0126.
    """
    after = is_after_holiday(days, is_open[None])[0]
    usable = is_open & ~np.isnan(totals) & (totals > 0) & ~_is_christmas(days)
    usual = usable & ~after & ~days.is_holiday
    logs, came = [], []
    for place in np.flatnonzero(after & usable):
        expected = _around(totals, usual, int(place))
        if expected is not None:
            logs.append(np.log(totals[place] / expected))
            came.append((int(place), float(totals[place])))
    if len(logs) < FEWEST_HOLIDAYS:
        return None
    latest = [contacts for place, contacts in came if place >= len(totals) - A_YEAR] or [came[-1][1]]
    return _interval(np.array(logs), float(np.mean(latest)))


def _around(totals: Floats, usual: Booleans, place: int) -> float | None:
    """Return the mean of the same weekday in the weeks around; None where fewer than FEWEST_AROUND are usual."""
    reach = np.arange(-WEEKS_AROUND, WEEKS_AROUND + 1) * DAYS_IN_A_WEEK + place
    near = reach[(reach >= 0) & (reach < len(totals))]
    kept = totals[near[usual[near]]]
    return float(kept.mean()) if len(kept) >= FEWEST_AROUND else None


def _interval(logs: Floats, contacts: float) -> DayAfter:
    error = logs.std(ddof=1) / np.sqrt(len(logs))
    reach = float(t_multiplier(np.array(len(logs) - 1.0))) * error
    middle = logs.mean()
    found, lower, upper = (float(np.exp(middle + each)) for each in (0.0, -reach, reach))
    return DayAfter(found, lower, upper, contacts, len(logs))


def _is_christmas(days: Days) -> Booleans:
    months = days.dates.astype("datetime64[M]")
    month: Integers = months.astype(np.int64) % 12 + 1
    in_month: Integers = (days.dates - months.astype("datetime64[D]")).astype(np.int64) + 1
    number = month * 100 + in_month
    return np.asarray((number >= CHRISTMAS[0]) & (number <= CHRISTMAS[1]), dtype=np.bool_)
