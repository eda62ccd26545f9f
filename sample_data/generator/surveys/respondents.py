"""Who answers a survey: when, about which service and channel, and what is known about them."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import polars as pl

from sample_data.generator.arrays import Flags, Random, Real, Whole, chance, pick
from sample_data.generator.days import Days, day_number
from sample_data.generator.demand import Expected, expected
from sample_data.generator.making import Months
from sample_data.generator.profile import CHANNELS, PHONE, CouncilProfile
from sample_data.generator.town import AGE_BANDS, AGE_SHARES, prepare
from sample_data.generator.words import CUSTOMER_TYPES

_OFFERED = {"phone": 0.349, "visit": 0.297, "email": 0.333, "web": 0.30, "app": 0.30, "chat": 0.29}
"""Contacts offered the survey over first contacts expected: 0.3 of those who got through, with what follows from others."""
_CUSTOMER_TYPE_WEIGHTS = (0.93, 0.05, 0.012, 0.008)
_KNOWN, _AGE_KNOWN = 0.4, 0.7


@dataclass(frozen=True, slots=True)
class Respondents:
    """One entry a response: day number, index of the service, index of the channel; in order of day."""

    day: Whole
    service: Whole
    channel: Whole

    @property
    def size(self) -> int:
        return len(self.day)


def offered(council: CouncilProfile, months: Months, seed: int) -> tuple[Whole, Real]:
    """Return day numbers, and contacts offered the survey on each by service and channel (in the order of CHANNELS)."""
    first = months.first_of_each[0]
    days = Days.between(first - timedelta(days=7), months.until)
    numbers = np.arange(days.first, day_number(months.until) + 1, dtype=np.int64)
    of_all: Expected = expected(prepare(council, seed), days)
    offers = of_all.others.copy()
    offers[:, :, PHONE] = of_all.calls.sum(axis=1)
    offers *= np.asarray([_OFFERED.get(channel, 0.0) for channel in CHANNELS])
    kept = numbers >= day_number(first)
    return numbers[kept], offers[kept]


def drawn(numbers: Whole, means: Real, random: Random) -> Respondents:
    """Draw respondents where `means` of (day, service, channel) are expected."""
    counts = random.poisson(means)
    day, service, channel = (index.astype(np.int64) for index in np.nonzero(counts))
    repeats = counts[day, service, channel]
    return Respondents(numbers[np.repeat(day, repeats)], np.repeat(service, repeats), np.repeat(channel, repeats))


def about(who: Respondents, council: CouncilProfile, survey: str, prefix: str, random: Random) -> dict[str, pl.Series]:
    """Return the columns every response has, in the layout's order."""
    size = who.size
    number = pl.int_range(1, size + 1, eager=True).cast(pl.String).str.zfill(7)
    day = pl.Series(who.day).cast(pl.Int32).cast(pl.Date)
    moment = day.cast(pl.Datetime("us")) + pl.Series(random.integers(9 * 60, 20 * 60, size) * 60_000_000).cast(
        pl.Duration("us")
    )
    customer = pl.format("C00{}", pl.Series(random.integers(0, council.customers, size)).cast(pl.String).str.zfill(7))
    return {
        "response_id": pl.select(pl.format(f"{prefix}{{}}", number)).to_series(),
        "updated_at": moment,
        "survey": pl.repeat(survey, size, dtype=pl.String, eager=True),
        "answered_date": day,
        "service": worded([service.key for service in council.services], who.service),
        "channel": worded(CHANNELS, who.channel),
        "ward": worded(council.wards, pick(random, np.ones(len(council.wards)), size)),
        "customer_type": worded(CUSTOMER_TYPES, pick(random, _CUSTOMER_TYPE_WEIGHTS, size)),
        "age_band": only(worded(AGE_BANDS, pick(random, AGE_SHARES, size)), chance(random, _AGE_KNOWN, size)),
        "customer": only(pl.select(customer).to_series(), chance(random, _KNOWN, size)),
    }


def worded(labels: tuple[str, ...] | list[str], codes: Whole) -> pl.Series:
    """Return each code's label."""
    return pl.Series(labels, dtype=pl.String).gather(pl.Series(codes).cast(pl.UInt32))


def only(values: pl.Series, known: Flags) -> pl.Series:
    """Return the values with those not known blank."""
    return values.to_frame("value").select(pl.when(pl.Series(known)).then(pl.col("value"))).to_series()
