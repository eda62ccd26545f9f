"""Whether a group fell behind the rest in going online, or its contact fell more than the rest's, beyond chance."""

from dataclasses import dataclass

import numpy as np

from frontdoor.statistics.arrays import Booleans, Floats, ratio
from frontdoor.statistics.map_difference import FALSE_DISCOVERIES, discoveries, t_multiplier, two_sided_p
from frontdoor.statistics.share_shift import FEWEST_POINTS, USUAL_CARRY_OVER, share_shift

SUPPOSED = 0.5  # added to a count before its logarithm is taken
MANY = 1e6  # degrees of freedom of a normal law


@dataclass(frozen=True, slots=True)
class AgainstRest:
    """Per group: a `change` less (or over) that of all other groups together, its 95% interval, and how it was judged.

    Of shares the change is in points (0 to 1) below 0 where the group gained less; of contacts a ratio below 1 where its
    contact fell more. `is_beyond_noise` with false discoveries held to 5% of all groups marked. NaN, and not marked,
    with fewer than 6 months in both years.
    """

    change: Floats
    lower: Floats
    upper: Floats
    is_beyond_noise: Booleans


def shares_against_rest(before: Floats, all_before: Floats, after: Floats, all_after: Floats) -> AgainstRest:
    """Return how the shift of each group's share compares with that of the rest; counts are (groups, months).

    Both shifts have intervals that take months as the sample (0131); that of their difference is by the method of variance
    estimates recovery (Zou and Donner 2008), groups taken as independent of the rest. Source: docs/decisions/0139.
    """
    groups = len(before)
    stacked = [np.concatenate([each, _rest(each)]) for each in (before, all_before, after, all_after)]
    found = share_shift(*stacked)
    own, rest = (
        (found.change[half], found.lower[half], found.upper[half]) for half in (slice(groups), slice(groups, None))
    )
    change = own[0] - rest[0]
    down = np.sqrt((own[0] - own[1]) ** 2 + (rest[2] - rest[0]) ** 2)
    up = np.sqrt((own[2] - own[0]) ** 2 + (rest[0] - rest[1]) ** 2)
    reach = np.where(change < 0, up, down)
    score = ratio(np.nan_to_num(change), reach, np.nan) * float(t_multiplier(np.array(MANY)))
    p = two_sided_p(np.where(np.isnan(reach), np.nan, score), np.full(groups, MANY))
    return AgainstRest(change, change - down, change + up, discoveries(p, FALSE_DISCOVERIES))


def contacts_against_rest(before: Floats, after: Floats) -> AgainstRest:
    """Return each group's contacts after over before, over the same of the rest; (groups, months), the same months of both years.

    Months are pairs of the two years, so the season is in neither; their logs' mean has Student's interval, widened
    for what one month leaves to the next (0.4, as 0131 supposes) and never narrower than the counts allow.
    """
    is_known = ~np.isnan(before) & ~np.isnan(after)
    four = [np.where(is_known, each, 0.0) for each in (after, before, _rest(after), _rest(before))]
    logs = [np.log(np.nan_to_num(each) + SUPPOSED) for each in four]
    pairs = np.where(is_known, logs[0] - logs[1] - logs[2] + logs[3], 0.0)
    number = is_known.sum(axis=1).astype(np.float64)
    mean = ratio(pairs.sum(axis=1), number, np.nan)
    squares = (np.where(is_known, pairs - np.nan_to_num(mean)[:, None], 0.0) ** 2).sum(axis=1)
    widened = (1 + USUAL_CARRY_OVER) / (1 - USUAL_CARRY_OVER)
    counted = sum(1 / (each.sum(axis=1) + SUPPOSED) for each in (np.nan_to_num(one) for one in four))
    freedom = np.maximum(number - 1, 1.0)
    variance = np.maximum(ratio(squares, freedom * number) * widened, counted)
    told = number >= FEWEST_POINTS
    reach = np.where(told, t_multiplier(freedom) * np.sqrt(variance), np.nan)
    p = two_sided_p(np.where(told, mean / np.sqrt(variance), np.nan), freedom)
    ends = (np.exp(mean), np.exp(mean - reach), np.exp(mean + reach))
    return AgainstRest(*ends, discoveries(p, FALSE_DISCOVERIES))


def _rest(counts: Floats) -> Floats:
    """Return the sum of all other groups in each month; NaN where none of them is known."""
    known = np.nan_to_num(counts)
    others = known.sum(axis=0) - known
    number = (~np.isnan(counts)).sum(axis=0) - ~np.isnan(counts)
    return np.where(number > 0, others, np.nan)
