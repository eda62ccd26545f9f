"""First contacts: drawn from what is expected, with times of day, then given to people."""

from dataclasses import replace

import numpy as np

from sample_data.generator import rhythm
from sample_data.generator.arrays import NONE, SECONDS_PER_HALF_HOUR, Random, Whole, chance, pick, where_true
from sample_data.generator.days import clear_of_clock_changes, day_number
from sample_data.generator.drafts import Drafts, join, new_drafts
from sample_data.generator.people import given_to_people
from sample_data.generator.profile import CHANNELS, PHONE, WEB, EarlyOpening
from sample_data.generator.stretch import Stretch

_PEAK = (rhythm.NINE, rhythm.ELEVEN)
_CALLS, _OTHERS, _PEOPLE, _EARLY = 1, 2, 3, 4
_MONDAY = 0


def fresh_contacts(stretch: Stretch) -> Drafts:
    """Draw every first contact of the stretch."""
    drawn = join([_calls(stretch), _others(stretch)])
    queued = with_queues(stretch.town.queues.first, drawn)
    return given_to_people(stretch, _on_forms(stretch, queued), stretch.random(_PEOPLE))


def with_queues(first: dict[tuple[int, int], int], drafts: Drafts) -> Drafts:
    """Give each row the (first) queue of its service and channel."""
    services = 1 + max((service for service, _ in first), default=0)
    table = np.asarray([[first[service, channel] for channel in range(len(CHANNELS))] for service in range(services)])
    return replace(drafts, queue=table[drafts.service, drafts.channel].astype(np.int64))


def _calls(stretch: Stretch) -> Drafts:
    random = stretch.random(_CALLS)
    counts = random.poisson(stretch.expected.calls)
    day, half_hour, service = (index.astype(np.int64) for index in np.unravel_index(_repeated(counts), counts.shape))
    second = half_hour * SECONDS_PER_HALF_HOUR + _within_half_hour(random, len(day))
    calls = new_drafts(day + stretch.first, second, service, PHONE)
    pilot = stretch.town.profile.pilot
    return calls if pilot is None else _opened_early(stretch, calls, pilot)


def _opened_early(stretch: Stretch, calls: Drafts, pilot: EarlyOpening) -> Drafts:
    """Move some of the later morning's calls to 8am on the pilot's days and add those that are new."""
    numbers = stretch.numbers
    is_pilot = (numbers >= day_number(pilot.first)) & (numbers <= day_number(pilot.last))
    is_pilot &= stretch.own_days.weekday == _MONDAY
    if not is_pilot.any():
        return calls
    random = stretch.random(_EARLY)
    weekly = pilot.calls_a_week * stretch.town.size
    peak = stretch.expected.calls[is_pilot, _PEAK[0] : _PEAK[1]].sum() / is_pilot.sum()
    on_peak = is_pilot[calls.day - stretch.first] & (calls.half_hour >= _PEAK[0]) & (calls.half_hour < _PEAK[1])
    moving = where_true(on_peak & chance(random, min(weekly * pilot.share_displaced / peak, 1.0), calls.size))
    second = calls.second.copy()
    second[moving] = _early_seconds(random, len(moving))
    days = np.repeat(numbers[is_pilot], random.poisson(weekly * (1 - pilot.share_displaced), int(is_pilot.sum())))
    services = pick(random, stretch.expected.calls.sum(axis=(0, 1)), len(days))
    return join([replace(calls, second=second), new_drafts(days, _early_seconds(random, len(days)), services, PHONE)])


def _early_seconds(random: Random, size: int) -> Whole:
    return rhythm.EARLY * SECONDS_PER_HALF_HOUR + random.integers(0, 2 * SECONDS_PER_HALF_HOUR, size)


def _others(stretch: Stretch) -> Drafts:
    random = stretch.random(_OTHERS)
    counts = random.poisson(stretch.expected.others)
    day, service, channel = (index.astype(np.int64) for index in np.unravel_index(_repeated(counts), counts.shape))
    half_hour = np.full(len(day), NONE, dtype=np.int64)
    for kind in range(len(CHANNELS)):
        rows = where_true(channel == kind)
        half_hour[rows] = pick(random, rhythm.half_hour_weights(kind, stretch.town.profile.opening), len(rows))
    second = half_hour * SECONDS_PER_HALF_HOUR + _within_half_hour(random, len(day))
    number = day + stretch.first
    return new_drafts(number, clear_of_clock_changes(number, second), service, channel)


def _on_forms(stretch: Stretch, drafts: Drafts) -> Drafts:
    """Spread web contacts over their service's forms."""
    random = stretch.random(_PEOPLE + 100)
    queue = drafts.queue.copy()
    for service in range(len(stretch.town.profile.services)):
        rows = where_true((drafts.channel == WEB) & (drafts.service == service))
        queue[rows] += pick(random, stretch.town.queues.weights[service, WEB], len(rows))
    return replace(drafts, queue=queue)


def _repeated(counts: Whole) -> Whole:
    flat = counts.ravel()
    return np.repeat(np.arange(len(flat), dtype=np.int64), flat)


def _within_half_hour(random: Random, size: int) -> Whole:
    return random.integers(0, SECONDS_PER_HALF_HOUR, size)
