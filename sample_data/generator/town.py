"""A council made ready: who its customers are, what its queues are called, and how its weeks happen to vary."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from sample_data.generator.arrays import Random, Real, Whole, pick
from sample_data.generator.days import day_number
from sample_data.generator.profile import (
    APP,
    CHANNELS,
    CHAT,
    EMAIL,
    LETTER,
    PHONE,
    VISIT,
    VOICEMAIL,
    WEB,
    CouncilProfile,
)

AGE_BANDS = ("16 to 24", "25 to 44", "45 to 64", "65 to 74", "75 and over")
AGE_SHARES = (0.09, 0.34, 0.29, 0.12, 0.16)  # of contacts, invented
OLDEST = len(AGE_BANDS) - 1

_NOISE_FROM = date(2019, 12, 30)
_NOISE_WEEKS = 700
_WEEK_WOBBLE, _WEEK_MEMORY, _DAY_WOBBLE = 0.025, 0.3, 0.03
_NUMBERS = 1_000  # Ofcom keeps 07700 900000 to 900999 for drama: they belong to nobody


@dataclass(frozen=True, slots=True)
class Queues:
    """Names of queues, and for each service and channel the queues and their weights."""

    names: tuple[str, ...]
    bounced: Real
    first: dict[tuple[int, int], int]
    weights: dict[tuple[int, int], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Town:
    """One council made ready; `size` multiplies its people and its contacts."""

    profile: CouncilProfile
    seed: int
    size: float
    queues: Queues
    customers_of_age: Whole  # bounds: customers of age band i are customers_of_age[i] to customers_of_age[i + 1]
    ward_of_customer: Whole
    ward_weights: Real
    week_noise: Real
    day_noise: Real
    level_noise: Real

    def random(self, *purpose: int) -> Random:
        """Return a generator of its own for a purpose, so that no part depends on how much another drew."""
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence([self.seed, self.profile.number, *purpose])))

    def demand_noise(self, days: Whole) -> Real:
        """Return the multiplier of each day and service, shape (days, services)."""
        since = days - day_number(_NOISE_FROM)
        return np.asarray(self.week_noise[since // 7] * self.day_noise[since][:, None], dtype=np.float64)

    def customer_references(self, part: int) -> pl.Series:
        """Return the invented reference of each customer: mostly an account, now and then a telephone number.

        A last, blank entry is nobody.
        """
        count = len(self.ward_of_customer)
        every = max(count // _NUMBERS, 1)
        index = pl.int_range(count, eager=True).alias("customer")
        account = pl.format(f"C{part:02d}{{}}", pl.col("customer").cast(pl.String).str.zfill(7))
        number = pl.format("07700 900{}", (pl.col("customer") // every).cast(pl.String).str.zfill(3))
        is_number = pl.lit(part == 0) & (pl.col("customer") % every == 0) & (pl.col("customer") // every < _NUMBERS)
        references = index.to_frame().select(pl.when(is_number).then(number).otherwise(account)).to_series()
        return pl.concat([references, pl.Series([None], dtype=pl.String)])


def prepare(profile: CouncilProfile, seed: int, size: float = 1.0) -> Town:
    """Make a council ready: everything that does not depend on the month."""
    random = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, profile.number, 0])))
    week_noise = _autoregressive(random, _NOISE_WEEKS, len(profile.services))
    day_noise = np.exp(_DAY_WOBBLE * random.standard_normal(_NOISE_WEEKS * 7))
    level_noise = random.standard_normal((_NOISE_WEEKS // 4, len(profile.services) + 1))
    people = round(profile.customers * size)
    ward_weights = random.uniform(0.6, 1.5, len(profile.wards))
    bounds = np.concatenate([[0], np.cumsum(np.asarray(AGE_SHARES) * people).round()]).astype(np.int64)
    return Town(
        profile,
        seed,
        size,
        _queues(profile),
        bounds,
        pick(random, ward_weights, people),
        ward_weights,
        week_noise,
        day_noise,
        level_noise,
    )


def _autoregressive(random: Random, weeks: int, services: int) -> Real:
    """Return multipliers near 1 that remember the week before."""
    shocks = (
        random.standard_normal((weeks, services)) * _WEEK_WOBBLE + random.standard_normal((weeks, 1)) * _WEEK_WOBBLE
    )
    level = np.zeros(services)
    rows = []
    for shock in shocks:
        level = _WEEK_MEMORY * level + shock
        rows.append(level)
    return np.asarray(np.exp(np.stack(rows)), dtype=np.float64)


def _queues(profile: CouncilProfile) -> Queues:
    names: list[str] = []
    bounced: list[float] = []
    first: dict[tuple[int, int], int] = {}
    weights: dict[tuple[int, int], tuple[float, ...]] = {}
    for index, service in enumerate(profile.services):
        ordinary = sum(form.weight * form.bounced for form in service.forms) / sum(
            form.weight for form in service.forms
        )
        forms = tuple((form.queue, form.weight, form.bounced) for form in service.forms)
        for channel in range(len(CHANNELS)):
            queues = forms if channel == WEB else ((_name(service.key, channel), 1.0, ordinary),)
            first[index, channel] = len(names)
            weights[index, channel] = tuple(queue[1] for queue in queues)
            names.extend(queue[0] for queue in queues)
            bounced.extend(queue[2] for queue in queues)
    return Queues(tuple(names), np.asarray(bounced, dtype=np.float64), first, weights)


def _name(service: str, channel: int) -> str:
    return {
        PHONE: f"{service}_line",
        EMAIL: f"{service}_inbox",
        VOICEMAIL: f"{service}_voicemail",
        VISIT: "civic_centre",
        LETTER: "post_room",
        APP: "my_account",
        CHAT: "web_chat",
    }[channel]
