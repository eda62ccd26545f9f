"""The shape of a week: when people ring, write and call in, and how channels divide among contacts."""

import numpy as np

from sample_data.generator.arrays import HALF_HOURS, Real
from sample_data.generator.profile import APP, CHAT, EMAIL, LETTER, PHONE, VISIT, VOICEMAIL, WEB

NINE, ELEVEN, FIVE = 18, 22, 34  # half-hours of the day
EARLY = 16  # 8am, where a pilot opens early

_CALLS_FROM_NINE = (
    (108, 104, 100, 87, 78, 77, 67, 66, 60, 64, 69, 68, 61, 54, 48, 38),
    (83, 77, 71, 63, 58, 58, 50, 49, 46, 48, 51, 47, 44, 40, 36, 27),
    (75, 72, 65, 59, 54, 53, 47, 43, 43, 43, 46, 45, 40, 37, 31, 25),
    (72, 69, 64, 56, 53, 51, 45, 43, 39, 43, 45, 44, 41, 35, 30, 24),
    (62, 64, 56, 51, 47, 46, 39, 39, 37, 40, 42, 40, 36, 32, 28, 22),
    (26, 27, 26, 24, 22, 20, 16, 14, 10, 10, 10, 9, 8, 8, 6, 5),
)
"""Calls by half-hour from 9am, Monday to Saturday: a Monday morning peak, invented."""

_BEFORE_NINE, _AFTER_FIVE = (
    0.55,
    0.7,
)  # where lines open earlier or later, calls over the nearest of the half-hours above

_ONLINE_BY_HOUR = (4, 2, 1, 1, 1, 3, 8, 18, 34, 52, 58, 56, 52, 48, 46, 46, 47, 46, 48, 50, 50, 42, 26, 11)
"""Online contacts by hour of the day: busy all day, a second rise in the evening, invented."""

_ONLINE_BY_WEEKDAY = (1.26, 1.12, 1.07, 1.03, 0.94, 0.70, 0.88)
_COUNTER_BY_WEEKDAY = (1.25, 1.05, 0.95, 0.95, 0.80, 0.0, 0.0)

ONLINE_ON_BANK_HOLIDAYS = 0.55
CHRISTMAS_WEEK = 0.65  # 24 to 31 December, every channel

_OF_ALL_CONTACTS = {VISIT: 0.017, LETTER: 0.006, VOICEMAIL: 0.004}
OTHER_THAN_PHONE_AND_DIGITAL = sum(_OF_ALL_CONTACTS.values())
_EMAIL_OF_DIGITAL, _CHAT_OF_DIGITAL = 0.215, 0.09
_APP_OF_DIGITAL = (0.10, 0.24)  # the account app, at first and in the end

Opening = tuple[tuple[int, int], ...]


def call_shape(opening: Opening) -> Real:
    """Return the share of a week's calls in each weekday (0 Monday) and half-hour; sums to 1, nothing when closed."""
    curve = np.zeros((7, HALF_HOURS))
    curve[:6, NINE:FIVE] = _CALLS_FROM_NINE
    curve[:, :NINE] = _BEFORE_NINE * curve[:, NINE : NINE + 1]
    curve[:, FIVE:] = _AFTER_FIVE * curve[:, FIVE - 1 : FIVE]
    half_hours = np.arange(HALF_HOURS)
    is_open = np.asarray([(half_hours >= first) & (half_hours < before) for first, before in opening])
    shape = curve * is_open
    return np.asarray(shape / shape.sum(), dtype=np.float64)


def calls_the_rota_copes_with(opening: Opening) -> Real:
    """Return, by half-hour, a rota's capacity: flatter than demand, the same every weekday, mean 1 over open hours."""
    ordinary = call_shape(opening)[1:5].mean(axis=0)
    is_open = ordinary > 0
    capacity = np.ones(HALF_HOURS)
    capacity[is_open] = 0.6 * ordinary[is_open] / ordinary[is_open].mean() + 0.4
    return capacity


def half_hour_weights(channel: int, opening: Opening) -> Real:
    """Return the relative frequency of each half-hour of a day in one channel other than phone."""
    online = np.repeat(np.asarray(_ONLINE_BY_HOUR, dtype=np.float64), 2)
    at_the_desk = call_shape(opening)[:5].mean(axis=0)
    if channel in {VISIT, CHAT}:
        return np.asarray(at_the_desk, dtype=np.float64)
    if channel == LETTER:
        post = np.zeros(HALF_HOURS)
        post[NINE : NINE + 2] = 1.0
        return post
    if channel == VOICEMAIL:
        return np.asarray(online * (at_the_desk == 0), dtype=np.float64)
    return online


def weekday_weights(channel: int) -> Real:
    """Return the relative frequency of each weekday, 0 Monday; mean 1 over the week."""
    by_weekday = _COUNTER_BY_WEEKDAY if channel in {VISIT, CHAT, LETTER} else _ONLINE_BY_WEEKDAY
    weights = np.asarray(by_weekday, dtype=np.float64)
    return np.asarray(weights * 7 / weights.sum(), dtype=np.float64)


def channel_shares(digital: Real, progress: Real, has_chat: Real) -> dict[int, Real]:
    """Divide all contacts among channels; shares sum to 1. `progress` runs 0 to 1 over the sample's 30 months."""
    chat = _CHAT_OF_DIGITAL * has_chat
    app = _APP_OF_DIGITAL[0] + (_APP_OF_DIGITAL[1] - _APP_OF_DIGITAL[0]) * progress
    shares = {channel: np.full_like(digital, share) for channel, share in _OF_ALL_CONTACTS.items()}
    web = 1.0 - _EMAIL_OF_DIGITAL - chat - app
    shares |= {EMAIL: digital * _EMAIL_OF_DIGITAL, CHAT: digital * chat, APP: digital * app, WEB: digital * web}
    shares[PHONE] = 1.0 - digital - OTHER_THAN_PHONE_AND_DIGITAL
    return shares
