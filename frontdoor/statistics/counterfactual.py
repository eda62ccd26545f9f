"""What would have come by phone or in person had nothing changed, from the years before or services that did not change."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Floats, Integers
from frontdoor.statistics.demand_days import Dates
from frontdoor.statistics.map_difference import t_multiplier
from frontdoor.statistics.wandering_errors import Law, SharedLaws, predicted
from frontdoor.statistics.weekly_calendar import level_trend_and_season

FEWEST_WEEKS = 104  # two years: fewer cannot tell the time of year from a trend
FEWEST_WEEKS_COMPARED = 52  # beside services that did not change, which carry season and trend
FEWEST_CONTACTS_A_WEEK = 10.0  # on average; below that, sum to more services first
LONGEST_OF_THE_PAST = 1.0  # weeks ahead per week before: nobody knows a trend for longer than it was seen
SUPPOSED = 0.5  # added to a count before its logarithm is taken
TREND = 1  # the column of the calendar's trend
LEAST_EXPECTED = 1e-6  # contacts a week; what is left of a service that was all but gone


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """Contacts `expected` from the change on without it, with the 95% interval, and those that `came`, over known weeks.

    `fell`: expected less came, and `fell_lower`, `fell_upper`; below 0 where more came. `is_beyond_noise`: the interval
    leaves out 0. `by_week`: expected in each week from the change on, NaN where nothing is known of it.
    `carry_over`: what one week's surprise leaves to the next.
    """

    expected: float
    lower: float
    upper: float
    came: float
    by_week: Floats
    carry_over: float

    @property
    def fell(self) -> float:
        return self.expected - self.came

    @property
    def fell_lower(self) -> float:
        return self.lower - self.came

    @property
    def fell_upper(self) -> float:
        return self.upper - self.came

    @property
    def is_beyond_noise(self) -> bool:
        return self.fell_lower > 0 or self.fell_upper < 0


def counterfactual(counts: Floats, weeks: Dates, first: int, comparison: Floats | None = None) -> Counterfactual | None:
    """Return what would have come from week `first` on; `counts` of each week (NaN unknown), `weeks` their first days.

    Without `comparison`: trend and time of year of the weeks before, on logs. With it (contacts of services or places
    that did not change, by week): the ratio of the two as it was. Errors carry over from week to week, which with the doubt
    about trend, season and level gives the interval. None, can't tell: fewer than 104 known weeks before
    (52 beside a comparison), below 10 contacts a week before, more weeks ahead than before, or nothing known after.
    Source: docs/decisions/0133.
    """
    return counterfactuals(counts[None], weeks, first, comparison)[0]


def counterfactuals(
    counts: Floats, weeks: Dates, first: int, comparison: Floats | None = None, *, has_season: bool = False
) -> list[Counterfactual | None]:
    """Return the same for many series at once, `counts` (series, weeks); one `comparison` for all, or one each.

    Series with the same known weeks share most of the work. `has_season`: beside a comparison, the ratio has a time of year
    too, as services have seasons of their own; give two years before.
    """
    beside = np.ones(1) if comparison is None else np.asarray(comparison, dtype=np.float64)
    if counts.shape[1] != len(weeks) or beside.shape[-1] not in {1, len(weeks)}:
        raise ValueError(f"There are {len(weeks)} weeks; give one count of each for every series and the comparison.")
    bases = np.broadcast_to(np.log(np.where(beside > 0, beside, np.nan)), counts.shape)
    columns = _columns(weeks, is_compared=comparison is not None, has_season=has_season)
    fewest = FEWEST_WEEKS if comparison is None else FEWEST_WEEKS_COMPARED
    laws = SharedLaws(columns)
    answer: list[Counterfactual | None] = []
    for row, base in zip(counts, bases, strict=True):
        before, after = _told(row, base, first, fewest)
        answer.append(_of_one(row, base, (before, after), first, laws.of(before, after)) if len(after) else None)
    return answer


def _columns(weeks: Dates, *, is_compared: bool, has_season: bool) -> Floats:
    """Return what the mean is made of: level, trend and time of year; beside a comparison the level, perhaps the season."""
    if not is_compared:
        return level_trend_and_season(weeks)
    return np.delete(level_trend_and_season(weeks), TREND, axis=1) if has_season else np.ones((len(weeks), 1))


def _told(counts: Floats, base: Floats, first: int, fewest: int) -> tuple[Integers, Integers]:
    """Return the places of the known weeks before and from `first` on; none after where it cannot be told."""
    known = np.nonzero(~np.isnan(counts) & ~np.isnan(base))[0]
    before, after = known[known < first], known[known >= first]
    if len(before) < fewest or not len(after) or counts[before].mean() < FEWEST_CONTACTS_A_WEEK:
        return before, after[:0]
    is_too_far = after[-1] + 1 - first > LONGEST_OF_THE_PAST * (first - before[0])
    return before, after[:0] if is_too_far else after


def _of_one(
    counts: Floats, base: Floats, known: tuple[Integers, Integers], first: int, laws: list[Law]
) -> Counterfactual:
    before, after = known
    made = predicted(np.log(counts[before] + SUPPOSED) - base[before], laws)
    each = np.maximum(np.exp(base[after] + made.mean + made.within / 2) - SUPPOSED, LEAST_EXPECTED)
    part = each / each.sum()
    reach = np.exp(float(t_multiplier(np.array(made.freedom))) * np.sqrt(part @ made.variance @ part))
    by_week = np.full(len(counts) - first, np.nan)
    by_week[after - first] = each
    total = float(each.sum())
    return Counterfactual(total, total / reach, total * reach, float(counts[after].sum()), by_week, made.carry_over)
