"""How many contacts to expect: by day and half-hour for calls, by day and channel for the rest."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from sample_data.generator import rhythm
from sample_data.generator.arrays import Real, Whole
from sample_data.generator.days import Days, day_number
from sample_data.generator.profile import CHANNELS, CHAT, DIGITAL, LETTER, PHONE, VISIT, CouncilProfile, Surge
from sample_data.generator.town import Town

SAMPLE_FIRST, SAMPLE_LAST = date(2024, 5, 1), date(2026, 10, 31)  # channel shift runs from the one to the other
WEEKS_PER_MONTH = 365.25 / 12 / 7
CHASED_LATE, CHASED_IN_TIME = 0.5, 0.06  # requests chased, where late and where not; invented
_REDIALS_OF_CALLS = 0.042  # what same-day redials come to, left out of the first calls drawn


@dataclass(frozen=True, slots=True)
class Expected:
    """Expected contacts of one stretch of days."""

    calls: Real  # first calls by (day, half-hour, service)
    others: Real  # by (day, service, channel); the phone's are 0
    calls_a_day: float  # an average open day's calls, to judge load by
    contacts: float  # all of them, what follows from others included


def progress_of(days: Whole) -> Real:
    """Return how far along the sample's 30 months each day is, 0 to 1 and level beyond."""
    first, last = day_number(SAMPLE_FIRST), day_number(SAMPLE_LAST)
    return np.clip((days - first) / (last - first), 0.0, 1.0)


def expected(town: Town, days: Days) -> Expected:
    """Work out expected contacts for every day of `days`."""
    numbers = days.first + np.arange(len(days.weekday), dtype=np.int64)
    weekly = (
        _weekly_by_channel(town, numbers) * town.demand_noise(numbers)[:, :, None] * _christmas(numbers)[:, None, None]
    )
    weekly *= _surges(town.profile, numbers)
    derived = _derived_calls(town.profile, weekly)
    first_calls = np.maximum(weekly[:, :, PHONE] * (1 - _REDIALS_OF_CALLS) - derived, 0.15 * weekly[:, :, PHONE])
    shape = rhythm.call_shape(town.profile.opening)[days.weekday] * _open_factor(town.profile, days)[:, None]
    others = weekly / 7.0
    for channel in range(len(CHANNELS)):
        others[:, :, channel] *= _day_weights(channel, days)[:, None] if channel != PHONE else 0.0
    calls_a_day = sum(_calls_a_month(town.profile)) / WEEKS_PER_MONTH * shape_of_weekdays(town.profile)
    contacts = float(others.sum() + (shape.sum(axis=1)[:, None] * weekly[:, :, PHONE]).sum())
    return Expected(shape[:, :, None] * first_calls[:, None, :], others, calls_a_day * town.size, contacts)


def shape_of_weekdays(profile: CouncilProfile) -> float:
    """Return the share of a week's calls on an average weekday, Monday to Friday."""
    return float(rhythm.call_shape(profile.opening)[:5].sum() / 5)


def _calls_a_month(profile: CouncilProfile) -> list[float]:
    rest = 1 - rhythm.OTHER_THAN_PHONE_AND_DIGITAL
    return [service.monthly_contacts * (rest - service.digital_at_first) for service in profile.services]


def _weekly_by_channel(town: Town, numbers: Whole) -> Real:
    """Return contacts in an ordinary week, shape (days, services, channels)."""
    progress = progress_of(numbers)
    chat_from = day_number(town.profile.chat_from) if town.profile.chat_from else np.iinfo(np.int64).max
    has_chat = (numbers >= chat_from).astype(np.float64)
    weekly = np.zeros((len(numbers), len(town.profile.services), len(CHANNELS)))
    for index, service in enumerate(town.profile.services):
        digital = service.digital_at_first + (service.digital_in_the_end - service.digital_at_first) * progress
        contacts = service.monthly_contacts / WEEKS_PER_MONTH * town.size
        for channel, share in rhythm.channel_shares(digital, progress, has_chat).items():
            weekly[:, index, channel] = contacts * share
    return weekly


def _surges(profile: CouncilProfile, numbers: Whole) -> Real:
    """Return the multiplier of events by (day, service, channel)."""
    keys = [service.key for service in profile.services]
    factors = np.ones((len(numbers), len(keys), len(CHANNELS)))
    for surge in profile.surges:
        channels = [PHONE] if surge.is_calls_only else list(range(len(CHANNELS)))
        factors[:, keys.index(surge.service), channels] *= _surge(surge, numbers)[:, None]
    return factors


def _surge(surge: Surge, numbers: Whole) -> Real:
    since = numbers - day_number(surge.first)
    is_on = (since >= 0) & (numbers <= (day_number(surge.last) if surge.last else np.iinfo(np.int64).max))
    eased = surge.in_the_end + (surge.at_first - surge.in_the_end) * 0.5 ** (
        np.maximum(since, 0) / surge.halves_in_days
    )
    return np.where(is_on, eased, 1.0)


def _derived_calls(profile: CouncilProfile, weekly: Real) -> Real:
    """Return the calls that will follow from other contacts (bounces and chasers), by (day, service)."""
    digital = weekly[:, :, list(DIGITAL)].sum(axis=2)
    bounced = [sum(f.weight * f.bounced for f in s.forms) / sum(f.weight for f in s.forms) for s in profile.services]
    late = np.asarray([1 - service.requests_in_time[0].level for service in profile.services])
    chased = np.asarray([s.request_share for s in profile.services]) * (
        late * CHASED_LATE + (1 - late) * CHASED_IN_TIME
    )
    return np.asarray(digital * bounced + weekly.sum(axis=2) * 0.8 * chased, dtype=np.float64)


def _open_factor(profile: CouncilProfile, days: Days) -> Real:
    return np.where(days.is_holiday, 0.0, np.where(days.is_after_holiday, profile.after_holiday, 1.0))


def _day_weights(channel: int, days: Days) -> Real:
    weights = rhythm.weekday_weights(channel)[days.weekday]
    if channel in {VISIT, CHAT, LETTER}:
        return weights * days.is_open
    return weights * np.where(days.is_holiday, rhythm.ONLINE_ON_BANK_HOLIDAYS, 1.0)


def _christmas(numbers: Whole) -> Real:
    dates = numbers.astype("datetime64[D]")
    month = dates.astype("datetime64[M]").astype(np.int64) % 12 + 1
    day = (dates - dates.astype("datetime64[M]")).astype(np.int64) + 1
    return np.where((month == 12) & (day >= 24), rhythm.CHRISTMAS_WEEK, 1.0)
