"""Which half-hours of the week changed in a share or a mean, such as callers giving up or the wait, beyond noise."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio
from frontdoor.statistics.map_cells import PRIOR_DAYS, WEEKDAYS
from frontdoor.statistics.map_difference import FALSE_DISCOVERIES, FEWEST_DAYS, discoveries, t_multiplier, two_sided_p

FEWEST_CASES = 10  # calls in each period; fewer cannot differ beyond noise
SUPPOSED = 0.5  # cases added to each side of a share when its variance is judged, so that none of ten is not certain


class Law(StrEnum):
    """How the figure of one case varies: a SHARE as its own binomial, an AMOUNT (seconds) in proportion to its mean."""

    SHARE = "share"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class ShareCells:
    """Sums over days, each (weekdays, 48) or of any one shape: `top` over `bottom` is the figure of a half-hour.

    `days` with any case, and the sums of each day's top squared, top x bottom and bottom squared.
    """

    top: Floats
    bottom: Floats
    days: Floats
    top_squares: Floats
    products: Floats
    bottom_squares: Floats


@dataclass(frozen=True, slots=True)
class ShareMapDifference:
    """Per half-hour of the week: after less before, with its 95% interval, the unit of the figure.

    `p` of no change (NaN: too little to tell); `is_changed`: beyond noise, false discoveries held to 5%.
    """

    difference: Floats
    lower: Floats
    upper: Floats
    p: Floats
    is_changed: Booleans


def share_cells_of(top: Floats, bottom: Floats, weekday: Integers) -> ShareCells:
    """Return the sums of `top` and `bottom` (days, 48), NaN unknown, by `weekday` (0 to 6)."""
    known = ~(np.isnan(top) | np.isnan(bottom)) & (bottom > 0)
    over, under = np.where(known, top, 0.0), np.where(known, bottom, 0.0)
    of_weekday = (np.arange(WEEKDAYS)[:, None] == weekday).astype(np.float64)
    parts = (over, under, known.astype(np.float64), over**2, over * under, under**2)
    return ShareCells(*(of_weekday @ part for part in parts))


def share_map_difference(before: ShareCells, after: ShareCells, law: Law) -> ShareMapDifference:
    """Return what changed from `before` to `after`.

    Two ratio estimates with the days as their sample (cases of a day go together), each variance moderated by one
    law for the map worth 20 days; false discoveries by Benjamini and Hochberg 1995. Source: docs/decisions/0123.
    """
    figures = [ratio(one.top, one.bottom, np.nan) for one in (before, after)]
    both = ratio(before.top + after.top, before.bottom + after.bottom)
    tellable = np.ones(both.shape, dtype=np.bool_)
    for one in (before, after):
        tellable &= (one.days >= FEWEST_DAYS) & (one.bottom >= FEWEST_CASES)
    difference = figures[1] - figures[0]
    freedom = np.minimum(*(_freedom(one) for one in (before, after)))
    error = np.sqrt(sum(_variance(one, both, law) for one in (before, after)))
    score = np.where(tellable, ratio(np.nan_to_num(difference), error), np.nan)
    own = [_variance(one, np.nan_to_num(figure), law) for one, figure in zip((before, after), figures, strict=True)]
    reach = t_multiplier(freedom) * np.sqrt(own[0] + own[1])
    p = two_sided_p(score, freedom)
    return ShareMapDifference(difference, difference - reach, difference + reach, p, discoveries(p, FALSE_DISCOVERIES))


def _freedom(cells: ShareCells) -> Floats:
    return PRIOR_DAYS + np.maximum(cells.days - 1, 0.0)


def _variance(cells: ShareCells, figure: Floats, law: Law) -> Floats:
    """Return the variance of each half-hour's figure, were it `figure`."""
    held = ratio(cells.top, cells.bottom)
    left = np.maximum(cells.top_squares - 2 * held * cells.products + held**2 * cells.bottom_squares, 0.0)
    spare = np.maximum(cells.days - 1, 0.0)
    if law is Law.SHARE:
        supposed = (figure * cells.bottom + SUPPOSED) / (cells.bottom + 2 * SUPPOSED)
        of_one, of_held = supposed * (1 - supposed), held * (1 - held)
    else:
        of_one, of_held = figure**2, held**2
    per_day = ratio(cells.bottom, cells.days)
    times = float(left.sum() / max(float((spare * per_day * of_held).sum()), np.finfo(float).tiny))
    floor = 1.0 if law is Law.SHARE else 0.0
    expected = max(times, floor) * of_one * per_day
    of_day = (PRIOR_DAYS * expected + left) / (PRIOR_DAYS + spare)
    return ratio(of_day * cells.days, cells.bottom**2)
