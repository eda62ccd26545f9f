"""Which contact that need not happen is worth removing first: contacts x cost x ease, and how sure that order is."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, Integers, ratio
from frontdoor.statistics.intervals import Intervals, wilson_interval

DRAWS = 2_000
SEED = 20_261_122
RANK_CONFIDENCE = 0.9
TOP = 10


@dataclass(frozen=True, slots=True)
class Ranges:
    """Low, central and high values, arrays of one shape; ValueError where out of order or below 0."""

    low: Floats
    central: Floats
    high: Floats

    def __post_init__(self) -> None:
        if not np.all((self.low >= 0) & (self.low <= self.central) & (self.central <= self.high)):
            raise ValueError("Somewhere a range is below 0, unknown, or not in the order low, central, high.")


@dataclass(frozen=True, slots=True)
class Found:
    """Per opportunity: its `contacts`, how many of them were `assessed`, and how many of those were `removable`.

    ValueError where a part exceeds its whole.
    """

    contacts: Floats
    assessed: Floats
    removable: Floats

    def __post_init__(self) -> None:
        if not np.all((self.removable >= 0) & (self.removable <= self.assessed) & (self.assessed <= self.contacts)):
            raise ValueError("Somewhere more contacts are removable than assessed, or more assessed than there were.")

    @property
    def share(self) -> Floats:
        """Return the share removable of those assessed; NaN where none was."""
        return ratio(self.removable, self.assessed, np.nan)

    @property
    def is_complete(self) -> Booleans:
        return np.asarray(self.assessed >= self.contacts, dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Opportunities:
    """Per opportunity: what could be removed in the period of the contacts, and its place among all.

    `contacts` removable with its 95% interval (exact where every contact was assessed); `pence` contacts x cost x ease with
    the range of all three. `order`: places of the opportunities, largest first, those that cannot be told left out.
    `rank` (1 is first, 0 cannot be told), with the 90% range `rank_lower` to `rank_upper`; `share_in_top`: in how many of the draws
    it is among the ten largest.
    """

    contacts: Floats
    contacts_interval: Intervals
    pence: Floats
    pence_interval: Intervals
    order: Integers
    rank: Integers
    rank_lower: Integers
    rank_upper: Integers
    share_in_top: Floats
    is_known: Booleans


def ranked_opportunities(found: Found, costs: Ranges, which_cost: Integers, ease: Ranges) -> Opportunities:
    """Return the ranking of opportunities by contacts x cost x ease.

    `costs`: pence a contact, one per channel; `which_cost` says which of them each opportunity bears, so that a doubt about
    the cost of a call moves all calls alike. `ease` (0 to 1): what part could really be removed. Nothing assessed: it can't be
    told. Ranges in pence by interval arithmetic; ranks from 2,000 seeded draws, costs and ease triangular, shares of a
    sample by Jeffreys' beta. One contact may be in two opportunities: do not add them up. Source: docs/decisions/0136.
    """
    if np.any(ease.high > 1):
        raise ValueError("An ease is above 1: not more than all of the contact can be removed.")
    known, share = found.assessed > 0, found.share
    sampled = wilson_interval(found.removable, found.assessed)
    low, high = (np.where(found.is_complete, share, end) * found.contacts for end in sampled)
    cost = Ranges(costs.low[which_cost], costs.central[which_cost], costs.high[which_cost])
    pence = found.contacts * share * cost.central * ease.central
    ranks = _ranks(np.where(known, _draws(found, costs, which_cost, ease), -1.0))
    own = np.where(known, _ranks(np.where(known, pence, -1.0)[None])[0], 0)
    lower, upper = _range_of_ranks(ranks, own, known)
    return Opportunities(
        found.contacts * share, Intervals(low, high), pence,
        Intervals(low * cost.low * ease.low, high * cost.high * ease.high),
        np.argsort(np.where(known, -pence, np.inf), kind="stable")[: int(known.sum())],
        own, lower, upper, np.where(known, (ranks <= TOP).mean(axis=0), np.nan), known,
    )  # fmt: skip


def _draws(found: Found, costs: Ranges, which_cost: Integers, ease: Ranges) -> Floats:
    """Return contacts x cost x ease in each draw, (draws, opportunities); NaN where nothing was assessed."""
    random = np.random.default_rng(SEED)
    cost = _triangular(random, costs)[:, which_cost]
    drawn = random.beta(found.removable + 0.5, found.assessed - found.removable + 0.5, (DRAWS, len(found.contacts)))
    part = np.where(found.is_complete, found.share, drawn)
    return np.asarray(found.contacts * part * cost * _triangular(random, ease), dtype=np.float64)


def _triangular(random: np.random.Generator, of: Ranges) -> Floats:
    """Return draws between low and high, most often near the central value, (draws, entries)."""
    at = random.random((DRAWS, len(of.low)))
    width = of.high - of.low
    turn = ratio(of.central - of.low, width)
    up = of.low + np.sqrt(at * width * (of.central - of.low))
    down = of.high - np.sqrt((1 - at) * width * (of.high - of.central))
    return np.where(at < turn, up, down)


def _ranks(values: Floats) -> Integers:
    """Return the place of each entry in its row, 1 for the largest; of equal ones the first given."""
    order = np.argsort(-values, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.broadcast_to(np.arange(1, values.shape[1] + 1), values.shape), axis=1)
    return ranks


def _range_of_ranks(ranks: Integers, own: Integers, known: Booleans) -> tuple[Integers, Integers]:
    """Return the 90% range of ranks, always holding the rank given."""
    tail = (1 - RANK_CONFIDENCE) / 2
    low, high = np.quantile(ranks, [tail, 1 - tail], axis=0, method="inverted_cdf").astype(np.int64)
    return np.where(known, np.minimum(low, own), 0), np.where(known, np.maximum(high, own), 0)
