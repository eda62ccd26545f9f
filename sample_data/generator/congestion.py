"""How crowded each half-hour is: waits grow with its calls and with the day's, against what the rota copes with."""

import numpy as np

from sample_data.generator import rhythm
from sample_data.generator.arrays import HALF_HOURS, Real
from sample_data.generator.days import day_number
from sample_data.generator.drafts import Drafts
from sample_data.generator.stretch import Stretch

_LOAD_POWER, _OVERLOAD = 3.4, 3.4  # invented: set so that a Monday morning is several times worse than a Friday
_BUSY_DAY = 1.05  # calls of the day over the usual, above which the queue no longer empties
_LEAST, _MOST = 0.15, 3.0
_MONDAY = 0


def congestion(stretch: Stretch, calls: Drafts) -> Real:
    """Return what waits are multiplied by in each day and half-hour of the stretch."""
    cell = (calls.day - stretch.first) * HALF_HOURS + calls.half_hour
    counts = np.bincount(cell, minlength=stretch.length * HALF_HOURS).reshape(stretch.length, HALF_HOURS)
    usual = stretch.expected.calls_a_day
    opening = stretch.town.profile.opening
    per_half_hour = usual * 5 / sum(before - first for first, before in opening[:5])
    ratio = np.maximum(counts / (per_half_hour * rhythm.calls_the_rota_copes_with(opening)), _LEAST)
    overload = np.maximum(counts.sum(axis=1) / usual - _BUSY_DAY, 0.0)
    factor = ratio**_LOAD_POWER * np.exp(np.minimum(_OVERLOAD * overload, _MOST))[:, None]
    return np.asarray(factor, dtype=np.float64)


def easing(stretch: Stretch) -> Real:
    """Return what the pilot multiplies waits by: 1 everywhere but on its later mornings."""
    eased = np.ones((stretch.length, HALF_HOURS))
    pilot = stretch.town.profile.pilot
    if pilot is not None:
        numbers = stretch.numbers
        is_on = (numbers >= day_number(pilot.first)) & (numbers <= day_number(pilot.last))
        is_on &= stretch.own_days.weekday == _MONDAY
        eased[is_on, rhythm.NINE : rhythm.ELEVEN] = pilot.later_waits
    return eased
