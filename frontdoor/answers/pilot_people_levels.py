"""How those who used a pilot fared: figures of many weeks together, and their change or difference with its range."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_people_asked import Fared
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.intervals import newcombe_difference
from frontdoor.statistics.pilot_analysis import PilotAnalysis, analyse
from frontdoor.statistics.pilot_verdict import EARLY, SIGNIFICANT
from frontdoor.statistics.students_t import Estimates

FEWEST_WEEKS = 4  # to say how far weeks lie apart


@dataclass(frozen=True, slots=True)
class Level:
    """A figure over some weeks and how many it is of; `value` None where there are too few to say."""

    value: float | None
    number: int


@dataclass(frozen=True, slots=True)
class Change:
    """A change with its range; `is_plain` where it is the plain difference of two shares and allows for chance alone."""

    effect: Range
    is_plain: bool = False

    @property
    def is_clear(self) -> bool:
        """Return whether the range leaves out no change; never of a plain difference before and during."""
        low, high = self.effect.low, self.effect.high
        return not self.is_plain and low is not None and high is not None and low * high > 0


def level_of(series: OutcomeSeries, values: Floats, number: Floats) -> Level:
    """Return the figure of all weeks together, not the mean of their figures; `number` (weeks,) is how many each is of."""
    used = ~np.isnan(values) & (np.nan_to_num(number) > 0)
    whole = float(number[used].sum())
    if not whole or series.measure.is_few(whole):
        return Level(None, round(whole))
    return Level(float((values[used] * number[used]).sum() / whole), round(whole))


def before_and_during(series: OutcomeSeries) -> tuple[Level, Level]:
    """Return the figure of the weeks before and of the pilot's, without those left out."""
    used = ~series.weeks.omitted(series.values)
    is_pilot = series.weeks.is_pilot
    return _of(series, used & ~is_pilot), _of(series, used & is_pilot)


def _of(series: OutcomeSeries, weeks: Booleans) -> Level:
    return level_of(series, np.where(weeks, series.values, np.nan), series.denominator)


def change_of(series: OutcomeSeries, *, is_finished: bool) -> Change | None:
    """Return the change since before the pilot by the main analysis, else of shares plainly; None where neither can be told."""
    confidence = 1 - (SIGNIFICANT if is_finished else EARLY)
    found = analyse(series.question)
    if isinstance(found, PilotAnalysis):
        ends = found.primary.interval(confidence)
        return Change(Range(found.primary.effect, ends.lower, ends.upper))
    before, during = before_and_during(series)
    effect = _plain(series, during, before, confidence)
    return None if effect is None else Change(effect, is_plain=True)


def _plain(series: OutcomeSeries, one: Level, other: Level, confidence: float) -> Range | None:
    """Return one share less another, each of contacts taken as independent (Newcombe 1998)."""
    if series.measure.unit is not Unit.SHARE or one.value is None or other.value is None:
        return None
    hits = round(one.value * one.number), round(other.value * other.number)
    ends = newcombe_difference(hits[0], one.number, hits[1], other.number, confidence)
    return None if ends is None else Range(one.value - other.value, ends.lower, ends.upper)


@dataclass(frozen=True, slots=True)
class Beside:
    """Those who used an added hour, all others on the same days meanwhile, and the difference."""

    users: Level
    others: Level
    difference: Change | None


def beside_others(fared: Fared, *, is_finished: bool) -> Beside | None:
    """Return users beside others on the same days of the pilot; None where the whole days are not known.

    Shares: the difference of the two (Newcombe). Anything else: the mean of the weeks' differences, by Student's t.
    """
    own, whole = fared.series, fared.all_day
    if own is None or whole is None:
        return None
    place = {start: week for week, start in enumerate(whole.starts)}
    weeks = [week for week in range(own.weeks.first, own.weeks.number) if own.starts[week] in place]
    match = [place[own.starts[week]] for week in weeks]
    number = own.denominator[weeks]
    rest = whole.denominator[match] - number
    told = np.where(rest > 0, rest, np.nan)
    others = (whole.values[match] * whole.denominator[match] - np.nan_to_num(own.values[weeks]) * number) / told
    users, beside = level_of(own, own.values[weeks], number), level_of(own, others, rest)
    confidence = 1 - (SIGNIFICANT if is_finished else EARLY)
    if own.measure.unit is Unit.SHARE:
        effect = _plain(own, users, beside, confidence)
    else:
        effect = _paired(own.values[weeks] - others, users, beside, confidence)
    return Beside(users, beside, None if effect is None else Change(effect))


def _paired(differences: Floats, one: Level, other: Level, confidence: float) -> Range | None:
    known = differences[~np.isnan(differences)]
    if known.size < FEWEST_WEEKS or one.value is None or other.value is None or not np.ptp(known):
        return None
    mean, error = known.mean(), known.std(ddof=1) / np.sqrt(known.size)
    found = Estimates(*(np.array([each], dtype=np.float64) for each in (mean, error, known.size - 1)))
    ends = found.interval(confidence)
    return Range(float(mean), float(ends.lower[0]), float(ends.upper[0]))
