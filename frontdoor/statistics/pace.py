"""Whether a share reaches its target at the present pace, when, and how many contacts a week would have to move."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio
from frontdoor.statistics.demand_days import Dates
from frontdoor.statistics.map_difference import t_multiplier
from frontdoor.statistics.wandering_errors import Law, SharedLaws, predicted
from frontdoor.statistics.weekly_calendar import level_and_trend, level_trend_and_season

FEWEST_WEEKS = 26  # fewer cannot tell a pace from noise
WEEKS_OF_SEASON, KNOWN_WEEKS_OF_SEASON = 104, 78  # weeks spanned and known: fewer cannot tell the time of year
SMOOTHED_WEEKS = 4  # a target is reached by a month, not by one week
RECENT_WEEKS = 13
NEVER = -1


@dataclass(frozen=True, slots=True)
class Pace:
    """Per series, and per week ahead (series, weeks ahead): the share (0 to 1) expected of the four weeks up to it.

    `lower`, `upper`: its 95% interval. `now`: the share of the last 13 weeks. `to_move`: contacts a week, at the present
    number of contacts, by which it is short of the target (0: reached). `expected_week`: place of the first week ahead in which the expected share
    reaches the target, `earliest_week` in which the upper end does, `latest_week` the lower end; -1: not in the weeks
    ahead. `is_known`: at least 26 weeks with contact, and no further ahead than was seen; NaN and -1 otherwise.
    """

    expected: Floats
    lower: Floats
    upper: Floats
    now: Floats
    to_move: Floats
    expected_week: Integers
    earliest_week: Integers
    latest_week: Integers
    is_known: Booleans


def pace(part: Floats, contacts: Floats, weeks: Dates, ahead: int, target: float) -> Pace:
    """Return where the share `part` / `contacts` (series, weeks), NaN unknown, goes in the `ahead` weeks after the last.

    The straight line of the weeks seen goes on, with the time of year from two years on; errors carry over or wander
    (docs/decisions/0138), so a pace that was never steady gives a wide interval. `target` 0 to 1, to be reached from below.
    """
    _refuse_impossible(part, contacts, len(weeks), ahead, target)
    known = ~np.isnan(part) & (np.nan_to_num(contacts) > 0)
    share = np.where(known, ratio(np.nan_to_num(part), np.nan_to_num(contacts)), np.nan)
    ends = np.full((len(share), 3, ahead), np.nan)
    for place, (row, laws) in enumerate(zip(share, _laws(known, weeks, ahead), strict=True)):
        ends[place] = _ends(row, laws) if laws else np.nan
    recent = slice(-RECENT_WEEKS, None)
    whole = np.where(known, contacts, 0.0)[:, recent].sum(axis=1)
    now = ratio(np.where(known, part, 0.0)[:, recent].sum(axis=1), whole, np.nan)
    a_week = ratio(whole, known[:, recent].sum(axis=1).astype(np.float64), np.nan)
    expected, lower, upper = (np.clip(ends[:, place], 0.0, 1.0) for place in range(3))
    first, earliest, latest = (_first(one >= target) for one in (expected, upper, lower))
    told = ~np.isnan(expected).any(axis=1)
    return Pace(expected, lower, upper, now, np.maximum(target - now, 0.0) * a_week, first, earliest, latest, told)


def _laws(known: Booleans, weeks: Dates, ahead: int) -> list[list[Law]]:
    """Return the laws of each series; none where its weeks do not reach."""
    later = weeks[-1] + 7 * np.arange(1, ahead + 1)
    dates = np.concatenate([weeks, later])
    shared = {True: SharedLaws(level_trend_and_season(dates)), False: SharedLaws(level_and_trend(dates))}
    after = np.arange(len(weeks), len(dates))
    answer = []
    for row in known:
        before = np.nonzero(row)[0]
        is_told = len(before) >= FEWEST_WEEKS and ahead <= len(weeks) - before[0]
        has_season = bool(len(before) >= KNOWN_WEEKS_OF_SEASON and before[-1] - before[0] + 1 >= WEEKS_OF_SEASON)
        answer.append(shared[has_season].of(before, after) if is_told else [])
    return answer


def _ends(share: Floats, laws: list[Law]) -> tuple[Floats, Floats, Floats]:
    """Return the expected share of the four weeks up to each week ahead, and the ends of its interval."""
    made = predicted(share[~np.isnan(share)], laws)
    week = np.arange(len(made.mean))
    back = week[:, None] - week
    mean_of = np.where((back >= 0) & (back < SMOOTHED_WEEKS), 1.0, 0.0)
    mean_of /= mean_of.sum(axis=1, keepdims=True)
    middle = mean_of @ made.mean
    error = np.sqrt(np.diagonal(mean_of @ made.variance @ mean_of.T))
    reach = float(t_multiplier(np.array(made.freedom))) * error
    return middle, middle - reach, middle + reach


def _first(reached: Booleans) -> Integers:
    return np.where(reached.any(axis=1), reached.argmax(axis=1), NEVER)


def _refuse_impossible(part: Floats, contacts: Floats, weeks: int, ahead: int, target: float) -> None:
    if part.shape != contacts.shape or part.shape[1] != weeks:
        raise ValueError(f"There are {weeks} weeks; give the part and the contacts of each for every series.")
    if not 0 <= target <= 1:
        raise ValueError(f"The target is {target}. Give 45% as 0.45.")
    if ahead < 1:
        raise ValueError(f"There are {ahead} weeks ahead. Give a target date that is to come.")
