"""Which half-hours of the week changed beyond noise between two periods, and which stand out within one."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio
from frontdoor.statistics.intervals import Intervals, poisson_rate_interval
from frontdoor.statistics.map_cells import Cells, cell_variance

FEWEST_DAYS = 3  # open days in each period
FEWEST_CONTACTS = 10  # in both together; fewer cannot differ beyond noise
FALSE_DISCOVERIES = 0.05  # of the half-hours coloured, at most this share by chance
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class MapDifference:
    """Per half-hour of the week, arrays of the maps' shape: after less before, contacts per open day.

    `ratio` with its 95% interval; `p` of no change (NaN: too little to tell); `is_changed`: beyond noise, false
    discoveries held to 5% of all that is so marked.
    """

    difference: Floats
    ratio: Floats
    lower: Floats
    upper: Floats
    p: Floats
    is_changed: Booleans


@dataclass(frozen=True, slots=True)
class Standouts:
    """How each half-hour of the week compares with the average open one: `ratio` with its 95% interval, arrays alike.

    `order`: places in the flattened map, busiest first; `is_beyond_noise`: differs from the average, false
    discoveries held to 5%.
    """

    ratio: Floats
    lower: Floats
    upper: Floats
    order: Integers
    is_beyond_noise: Booleans


def map_difference(before: Cells, after: Cells) -> MapDifference:
    """Return what changed from `before` to `after`.

    Moderated t test of two means with an overdispersed variance; false discoveries by Benjamini and Hochberg 1995.
    Source: docs/decisions/0123.
    """
    variance, freedom = cell_variance(before, after)
    tellable = (before.days >= FEWEST_DAYS) & (after.days >= FEWEST_DAYS)
    tellable &= before.contacts + after.contacts >= FEWEST_CONTACTS
    difference = after.mean - before.mean
    error = np.sqrt(
        variance * (ratio(np.ones_like(before.days), before.days) + ratio(np.ones_like(after.days), after.days))
    )
    score = np.where(tellable, ratio(np.nan_to_num(difference), error), np.nan)
    p = two_sided_p(score, freedom)
    found, lower, upper = _ratio_interval(before, after)
    return MapDifference(difference, found, lower, upper, p, discoveries(p, FALSE_DISCOVERIES))


def standouts(cells: Cells) -> Standouts:
    """Return how each half-hour compares with the average half-hour of the map, over all that were open."""
    average = float(cells.contacts.sum() / max(cells.days.sum(), 1.0))
    tellable = (cells.days >= FEWEST_DAYS) & (average > 0)
    variance, freedom = cell_variance(cells, at=average)
    score = np.where(tellable, ratio(np.nan_to_num(cells.mean) - average, np.sqrt(ratio(variance, cells.days))), np.nan)
    scale = max(average, np.finfo(float).tiny)
    found = np.where(cells.days > 0, np.nan_to_num(cells.mean) / scale, np.nan)
    lower, upper = (end / scale for end in _mean_interval(cells))
    order = np.argsort(np.where(np.isnan(found), np.inf, -found), axis=None, kind="stable")
    known = int(np.sum(~np.isnan(found)))
    return Standouts(found, lower, upper, order[:known], discoveries(two_sided_p(score, freedom), FALSE_DISCOVERIES))


def two_sided_p(score: Floats, freedom: Floats) -> Floats:
    """Return the p value of Student's t; NaN where `score` is. Wallace 1959, within 0.001 from 8 degrees up."""
    z = (8 * freedom + 1) / (8 * freedom + 3) * np.sqrt(freedom * np.log1p(score**2 / freedom))
    return np.asarray(2 * _upper_tail(z), dtype=np.float64)


def discoveries(p: Floats, share: float) -> Booleans:
    """Return which hypotheses are rejected so that at most `share` of those are true; NaN never is."""
    known = np.where(np.isnan(p), 2.0, p).ravel()
    number = int(np.sum(known <= 1))
    order = np.argsort(known, kind="stable")
    allowed = share * np.arange(1, known.size + 1) / max(number, 1)
    passed = np.nonzero(known[order] <= np.where(np.arange(known.size) < number, allowed, -1.0))[0]
    answer = np.zeros(known.size, dtype=np.bool_)
    if passed.size:
        answer[order[: passed[-1] + 1]] = True
    return answer.reshape(p.shape)


def _ratio_interval(before: Cells, after: Cells) -> tuple[Floats, Floats, Floats]:
    """Return after over before with its 95% interval on the log scale; NaN where either had none."""
    known = (before.contacts > 0) & (after.contacts > 0)
    found = np.where(known, ratio(np.nan_to_num(after.mean), np.nan_to_num(before.mean)), np.nan)
    parts, freedoms = [], []
    for one in (before, after):
        variance, freedom = cell_variance(one)
        parts.append(ratio(variance, one.days * np.nan_to_num(one.mean) ** 2))
        freedoms.append(freedom)
    reach = t_multiplier(np.minimum(*freedoms)) * np.sqrt(parts[0] + parts[1])
    return found, found * np.exp(-reach), found * np.exp(reach)


def _mean_interval(cells: Cells) -> Intervals:
    """Return the 95% interval of contacts per open day: Byar's for counts, on as many as the overdispersion leaves."""
    variance, _ = cell_variance(cells)
    law = np.maximum(np.nan_to_num(cells.mean), ratio(np.ones_like(cells.days), cells.days))
    times = np.maximum(ratio(variance, law, 1.0), 1.0)
    found = poisson_rate_interval(cells.contacts / times, cells.days / times, CONFIDENCE)
    return Intervals(found.lower, found.upper)


def t_multiplier(freedom: Floats) -> Floats:
    """Return Student's t for CONFIDENCE by the inverse of Wallace's form."""
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) * (8 * freedom + 3) / (8 * freedom + 1)
    return np.asarray(np.sqrt(freedom * np.expm1(z**2 / freedom)), dtype=np.float64)


def _upper_tail(z: Floats) -> Floats:
    """Return P(Z > z) for z of 0 or more; Abramowitz and Stegun 26.2.17, error below 0.00000008; NaN stays."""
    t = 1 / (1 + 0.2316419 * z)
    series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    return np.asarray(np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) * series, dtype=np.float64)
