"""Who gets in touch: customers, their age and their ward; older people less often online."""

from dataclasses import replace

import numpy as np

from sample_data.generator.arrays import NONE, Random, Real, Whole, chance, pick, where_true
from sample_data.generator.demand import progress_of
from sample_data.generator.drafts import Drafts
from sample_data.generator.profile import DIGITAL
from sample_data.generator.stretch import Stretch
from sample_data.generator.town import AGE_SHARES, OLDEST, Town

_KEENNESS_ONLINE = (1.12, 1.15, 1.0, 0.75)  # of the younger bands, relative to each other, invented
_FREQUENT = 1.5  # draws lean to some customers: the u-th of them is customer u ** 1.5


def given_to_people(stretch: Stretch, drafts: Drafts, random: Random) -> Drafts:
    """Give each contact an age band, a customer where the channel tells us, and a ward."""
    town = stretch.town
    is_digital = np.isin(drafts.channel, DIGITAL)
    age = np.empty(drafts.size, dtype=np.int64)
    share = float(is_digital.mean()) if drafts.size else 0.5
    progress = float(progress_of(np.asarray([stretch.first]))[0])
    for online, weights in zip((True, False), _ages(town, share, progress), strict=True):
        rows = where_true(is_digital == online)
        age[rows] = pick(random, weights, len(rows))
    customer = _customers(town, age, random)
    ward = town.ward_of_customer[customer]
    linked = np.asarray([town.profile.linked[channel] for channel in sorted(town.profile.linked)])
    is_linked = chance(random, linked[drafts.channel], drafts.size)
    return replace(drafts, age=age, customer=np.where(is_linked, customer, NONE), ward=ward)


def _customers(town: Town, age: Whole, random: Random) -> Whole:
    low, high = town.customers_of_age[age], town.customers_of_age[age + 1]
    drawn = low + ((high - low) * random.random(len(age)) ** _FREQUENT).astype(np.int64)
    return np.minimum(drawn, high - 1)


def _ages(town: Town, share: float, progress: float) -> tuple[Real, Real]:
    """Return the age mix of digital and of other contacts, given the digital share of all and of the oldest."""
    weights = np.asarray(AGE_SHARES)
    profile = town.profile
    oldest = (
        profile.oldest_digital_at_first
        + (profile.oldest_digital_in_the_end - profile.oldest_digital_at_first) * progress
    )
    younger = np.asarray(_KEENNESS_ONLINE)
    scale = (share - weights[OLDEST] * oldest) / float(weights[:OLDEST] @ younger)
    digital = np.clip(np.append(younger * scale, oldest), 0.01, 0.99)
    return weights * digital, weights * (1 - digital)
