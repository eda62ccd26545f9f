"""By how many points a share moved between two periods, with an interval that takes weeks, not contacts, as the sample."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, ratio
from frontdoor.statistics.intervals import newcombe_difference
from frontdoor.statistics.map_difference import FALSE_DISCOVERIES, discoveries, t_multiplier, two_sided_p

FEWEST_POINTS = 6  # weeks or months with contact in each period; fewer say little about how they differ
USUAL_CARRY_OVER, PRIOR_PAIRS = 0.4, 10.0  # what a series' own neighbours are drawn towards: docs/decisions/0131
LARGEST_CARRY_OVER = 0.9
OF_A_LINE = 2  # what a straight line takes from the degrees of freedom
FEWEST_DEGREES = 3.0
TURNS = 3


@dataclass(frozen=True, slots=True)
class ShareShift:
    """Per series: the share (0 to 1) in both periods, their difference with its 95% interval, and how it was judged.

    `carry_over`: how much of one week's (or month's) surprise the next one keeps. `p` of no change, and `is_beyond_noise`
    with false discoveries held to 5% of all series marked. Interval and `p` are NaN with fewer than 6 weeks or months
    in a period: the change is counted, but whether it is more than noise can't be told.
    """

    before: Floats
    after: Floats
    change: Floats
    lower: Floats
    upper: Floats
    carry_over: Floats
    p: Floats
    is_beyond_noise: Booleans


@dataclass(frozen=True, slots=True)
class _Period:
    share: Floats
    contacts: Floats
    points: Floats
    left: Floats
    is_known: Booleans

    @property
    def counting(self) -> Floats:
        """Return the variance of one average week's share, were its contacts independent."""
        supposed = (np.nan_to_num(self.share) * self.contacts + 0.5) / (self.contacts + 1)
        return ratio(supposed * (1 - supposed) * self.points, self.contacts)

    @property
    def pairs(self) -> Floats:
        return np.asarray((self.is_known[:, 1:] & self.is_known[:, :-1]).sum(axis=1), dtype=np.float64)

    @property
    def squares(self) -> Floats:
        return np.asarray((self.left**2).sum(axis=1), dtype=np.float64)

    @property
    def products(self) -> Floats:
        return np.asarray((self.left[:, 1:] * self.left[:, :-1]).sum(axis=1), dtype=np.float64)


def share_shift(before: Floats, contacts_before: Floats, after: Floats, contacts_after: Floats) -> ShareShift:
    """Return the shift of the share `before` / `contacts_before` to `after` / `contacts_after`, each (series, weeks).

    Weeks or months in time order, NaN unknown, the two periods perhaps of different lengths; take the same months of both years, or
    the season is in the shift. Ratio estimates with the weeks as their sample; a steady drift within a period
    is taken out, and what neighbours carry over to each other widens the interval, which is never narrower than
    that of independent contacts (Newcombe). ValueError where a part exceeds its whole. Source: docs/decisions/0131.
    """
    first, second = _period(before, contacts_before), _period(after, contacts_after)
    carried, times = _carried(first, second)
    parts = [_variance(one, times) for one in (first, second)]
    variance = parts[0][0] + parts[1][0]
    freedom = ratio(variance**2, ratio(parts[0][0] ** 2, parts[0][1]) + ratio(parts[1][0] ** 2, parts[1][1]), 1.0)
    tellable = (first.points >= FEWEST_POINTS) & (second.points >= FEWEST_POINTS)
    change = second.share - first.share
    reach = t_multiplier(freedom) * np.sqrt(variance)
    hits = [np.nan_to_num(one.share) * one.contacts for one in (first, second)]
    apart = newcombe_difference(hits[1], second.contacts, hits[0], first.contacts)
    p = two_sided_p(np.where(tellable, ratio(np.nan_to_num(change), np.sqrt(variance)), np.nan), freedom)
    return ShareShift(
        first.share, second.share, change,
        np.where(tellable, np.maximum(np.minimum(change - reach, apart.lower), -1.0), np.nan),
        np.where(tellable, np.minimum(np.maximum(change + reach, apart.upper), 1.0), np.nan),
        carried, p, discoveries(p, FALSE_DISCOVERIES),
    )  # fmt: skip


def _period(part: Floats, contacts: Floats) -> _Period:
    """Return the share and what is left of each week beside it and a straight line, over an average week's contacts."""
    if part.shape != contacts.shape or part.ndim != 2:
        raise ValueError(f"Give both as series by weeks; there are {part.shape} and {contacts.shape}.")
    is_known = ~np.isnan(part) & ~np.isnan(contacts) & ~(contacts <= 0)
    top, bottom = np.where(is_known, part, 0.0), np.where(is_known, contacts, 0.0)
    if np.any((top < 0) | (top > bottom)):
        raise ValueError("In some week there are more contacts of the part than of the whole, or fewer than none.")
    whole = bottom.sum(axis=1)
    share = ratio(top.sum(axis=1), whole, np.nan)
    place = np.arange(part.shape[1]) - ratio((bottom * np.arange(part.shape[1])).sum(axis=1), whole)[:, None]
    slope = ratio((place * top).sum(axis=1), (bottom * place**2).sum(axis=1))
    left = top - bottom * (np.nan_to_num(share)[:, None] + slope[:, None] * place)
    points = is_known.sum(axis=1).astype(np.float64)
    scaled = left * ratio(points, whole)[:, None]
    return _Period(share, whole, points, scaled, is_known)


def _carried(first: _Period, second: _Period) -> tuple[Floats, Floats]:
    """Return the carry-over of weeks beyond counting noise, and how many times it widens the variance of a period's share.

    The counting of contacts hides carry-over, so it is the lag-1 covariance over the variance beyond counting; a
    line taken out of a short series hides some of both, which is put back in turns.
    """
    points = first.points + second.points
    pairs = first.pairs + second.pairs
    square = ratio(first.squares + second.squares, points)
    product = ratio(first.products + second.products, pairs)
    counting = ratio(first.counting * first.points + second.counting * second.points, points)
    rho, times = np.full(len(points), USUAL_CARRY_OVER), np.ones(len(points))
    for _ in range(TURNS):
        lost = ratio(2 * OF_A_LINE * square * times, points)
        whole = square + lost
        beyond = np.clip(ratio(whole - counting, whole), 0.0, 1.0)
        own = np.clip(ratio(product + lost, beyond * whole), 0.0, 1.0)
        told = pairs * beyond**2
        rho = np.minimum((own * told + USUAL_CARRY_OVER * PRIOR_PAIRS) / (told + PRIOR_PAIRS), LARGEST_CARRY_OVER)
        times = 1 + 2 * beyond * rho / (1 - rho)
    return rho, times


def _variance(one: _Period, times: Floats) -> tuple[Floats, Floats]:
    """Return the variance of a period's share and its degrees of freedom; never below that of independent contacts."""
    spare = np.maximum(one.points - OF_A_LINE * times, np.maximum(one.points / 3, 1.0))
    found = ratio(one.squares / spare * times, one.points)
    least = ratio(one.counting, one.points)
    return np.maximum(found, least), np.maximum(one.points / times - OF_A_LINE, FEWEST_DEGREES)
