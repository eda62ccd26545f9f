"""How well forecasts would have done: made again at every week's end of the recent past, beside two simple ones."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK, Dates, Days
from frontdoor.statistics.demand_level import WEEKS_AHEAD
from frontdoor.statistics.forecast_spread import tail_factors
from frontdoor.statistics.forecast_trial import METHODS, Sums, Trial, trial
from frontdoor.statistics.forecasting import FEWEST_DAYS, Choice, Grain

WEEKS_TOLD = 12  # "in the last 12 weeks the forecast was within x% on y of z days"
ORIGINS = WEEKS_TOLD + WEEKS_AHEAD - 1  # so that each of those weeks has been forecast from one to eight weeks ahead
FEWEST_ORIGINS = 4


@dataclass(frozen=True, slots=True)
class BackTest:
    """What forecasts missed, over `origins` (the first day ahead of each) and up to eight weeks from each.

    `scaled_error[grain]` (methods in the order of Method, series): mean absolute error over that of the same day a
    week earlier within the history; NaN where nothing was open. `coverage[grain]` (CONFIDENCES, series): how often
    the model's intervals held what came. `choice`: the method of the least scaled error by day, with its tails.
    `relative` (methods, series, days): forecast over actual, less 1, a week ahead at most, of the last 12 weeks'
    days; NaN closed, unknown or nothing came.
    """

    origins: Dates
    scaled_error: dict[Grain, Floats]
    coverage: dict[Grain, Floats]
    choice: Choice
    relative: Floats

    def days_within(self, share: float) -> tuple[Integers, Integers]:
        """Return, per series, on how many days the chosen method was within `share` (0.1: 10%), of how many days."""
        place = [METHODS.index(method) for method in self.choice.methods]
        own = self.relative[place, np.arange(len(place))]
        return (np.abs(own) <= share).sum(axis=1), (~np.isnan(own)).sum(axis=1)


def back_test(counts: Floats, days: Days, is_open: Booleans, origins: int = ORIGINS) -> BackTest | None:
    """Return the back-test of `counts` (series, days, 48) or (series, days); None where the history is too short.

    Forecasts are made at weekly origins, the last a week before the end, from what was known then; opening hours and
    events ahead are taken as known. At least 4 origins with 8 weeks before them: 12 weeks in all.
    """
    possible = (len(days) - FEWEST_DAYS) // DAYS_IN_A_WEEK
    if possible < FEWEST_ORIGINS:
        return None
    starts = [len(days) - DAYS_IN_A_WEEK * back for back in range(min(origins, possible), 0, -1)]
    trials = [trial(counts, days, is_open, start) for start in starts]
    scaled = {grain: _means([one.missed[grain] for one in trials]) for grain in trials[0].missed}
    held = {grain: _means([one.held[grain] for one in trials]) for grain in trials[0].held}
    relative = np.concatenate([one.relative for one in trials[-WEEKS_TOLD:]], axis=2)
    return BackTest(days.dates[starts], scaled, held, _choice(scaled[Grain.DAY], trials), relative)


def _choice(scaled: Floats, trials: list[Trial]) -> Choice:
    """Return the methods that missed least, and what their misses multiply the normal tails by."""
    best = np.argmin(np.nan_to_num(scaled, nan=np.inf), axis=0)
    row = np.arange(len(best))
    tails = []
    for grain in (Grain.DAY, Grain.WEEK):
        misses = np.concatenate([one.standardised[grain] for one in trials], axis=2)[best, row]
        own = np.concatenate([one.tails[grain] for one in trials[-1:]])
        tails.append(np.where((best == 0)[:, None], own, tail_factors(misses, np.full(len(best), float(len(trials))))))
    return Choice(tuple(METHODS[place] for place in best), tails[0], tails[1])


def _means(parts: list[Sums]) -> Floats:
    whole = np.sum([part.whole for part in parts], axis=0)
    number = np.sum([part.number for part in parts], axis=0)
    return np.where(number > 0, whole / np.maximum(number, 1), np.nan)
