"""What a bank holiday, a day after one or a dated event does to a day's demand, and how far a day is out of the usual."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio, row_medians
from frontdoor.statistics.demand_days import FIRST_EVENT, WEEKS_OF_AN_EVENT

PRIOR_DAYS = 0.5  # an effect seen on few days is drawn towards none, as if half a day more had shown none
FURTHEST = 2.0  # times the usual effect: one broken day is not what a bank holiday does
FAR_OUT = 4.0  # standard deviations from where a day counts less
MIDDLE_OF_A_NORMAL = 0.6745  # standard deviations within which half lies


@dataclass(frozen=True, slots=True)
class DailyFigures:
    """Daily figures of each series: `counted` (series, days; 0 unknown), whether `known`, and `which` effect bears."""

    counted: Floats
    known: Booleans
    which: Integers

    def seen(self, effects: int) -> Integers:
        """Return on how many known days each of so many effects bore, (series, effects)."""
        return np.stack([(self.known & (self.which == number)).sum(axis=1) for number in range(effects)], axis=1)

    def contacts(self, effects: int) -> Floats:
        """Return how many contacts came under each of so many effects, (series, effects)."""
        return np.stack([(self.counted * (self.which == number)).sum(axis=1) for number in range(effects)], axis=1)


def corrected_effects(effect: Floats, figures: DailyFigures, expected: Floats) -> Floats:
    """Return `effect` (series, effects) set to what came over what an ordinary day would have brought.

    `expected` (series, days) holds the present effects. Drawn towards 1 by PRIOR_DAYS of ordinary days.
    """
    answer = effect.copy()
    for number in range(1, effect.shape[1]):
        bears = figures.known & (figures.which == number)
        places = np.flatnonzero(bears.any(axis=0))
        here, counted = bears[:, places], figures.counted[:, places]
        days = here.sum(axis=1)
        usual = expected[:, places] / np.maximum(effect[:, number, None], 1e-9)
        plain = (usual * here).sum(axis=1)
        prior = PRIOR_DAYS * plain / np.maximum(days, 1)
        came = _within_reach(counted, usual, here)
        found = ratio(came.sum(axis=1) + prior, plain + prior, 1.0)
        answer[:, number] = np.where(days > 0, found, 1.0)
    return answer


def _within_reach(counted: Floats, plain: Floats, here: Booleans) -> Floats:
    """Return the counts of the days `here`, pulled to within twice or half of the usual ratio to a `plain` day."""
    if not counted.shape[1]:
        return counted
    usual = row_medians(np.where(here & (plain > 0), ratio(counted, plain), np.nan))[:, None]
    return np.where(here, np.clip(counted, usual * plain / FURTHEST, FURTHEST * usual * plain), 0.0)


def believed_effects(effect: Floats, figures: DailyFigures, spread: Floats, weekly_level: Floats) -> Floats:
    """Return `effect` with those of events drawn towards none as far as noise explains them (James and Stein 1961).

    Weeks of an event that nobody has seen yet have half the effect of the week before. The noise: counting, days that
    differ (`spread`, per series) and weeks that do (`weekly_level`, series and weeks).
    """
    answer = effect.copy()
    logs = np.log(np.where(weekly_level > 0, weekly_level, np.nan))
    weekly = (row_medians(np.abs(np.diff(logs, axis=1))) / MIDDLE_OF_A_NORMAL) ** 2 / 2
    days, contacts = figures.seen(effect.shape[1]), figures.contacts(effect.shape[1])
    error = spread[:, None] / np.maximum(days, 1) + 1 / np.maximum(contacts, 1) + weekly[:, None]
    error, size = np.where(days > 0, error, 0.0), np.where(days > 0, np.log(np.maximum(effect, 1e-9)), 0.0)
    for first in range(FIRST_EVENT, effect.shape[1], WEEKS_OF_AN_EVENT):
        weeks = slice(first, first + WEEKS_OF_AN_EVENT)
        strength = np.maximum(1 - ratio(error[:, weeks].sum(axis=1), (size[:, weeks] ** 2).sum(axis=1), 1.0), 0.0)
        answer[:, weeks] = np.exp(_carried_on(strength[:, None] * size[:, weeks], days[:, weeks] > 0))
    return answer


def _carried_on(size: Floats, seen: Booleans) -> Floats:
    """Return log effects in which each unseen week of an event has half of the week before."""
    answer = size.copy()
    for week in range(1, size.shape[1]):
        answer[:, week] = np.where(seen[:, week], size[:, week], answer[:, week - 1] / 2)
    return answer


def day_weights(figures: DailyFigures, expected: Floats) -> tuple[Floats, Floats]:
    """Return each day's weight (1, less when far out, 0 unknown), and per series the variance beyond counting.

    That variance is over the square of what was `expected` (series, days).
    """
    usable = figures.known & (expected > 0)
    due = np.where(usable, expected, 0.0)
    left = np.where(usable, figures.counted - expected, 0.0)
    scale = np.abs(left) / np.sqrt(np.where(usable, due, 1.0))
    weights, spread = usable.astype(np.float64), np.zeros(len(due))
    for _ in range(2):
        beyond = (weights * (left**2 - due)).sum(axis=1)
        spread = np.maximum(ratio(beyond, (weights * due**2).sum(axis=1)), 0.0)
        far = scale / np.sqrt(1 + spread[:, None] * due)
        weights = np.where(usable, np.minimum(1.0, FAR_OUT / np.maximum(far, 1e-9)) ** 2, 0.0)
    return weights, spread
