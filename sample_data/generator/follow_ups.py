"""Contacts that follow from others: online tries that end in a call, requests chased, calls redialled or passed on."""

from dataclasses import replace

import numpy as np

from sample_data.generator import rhythm
from sample_data.generator.arrays import (
    NONE,
    SECONDS_PER_DAY,
    SECONDS_PER_HALF_HOUR,
    Random,
    Whole,
    chance,
    pick,
    where_true,
)
from sample_data.generator.demand import CHASED_IN_TIME, CHASED_LATE
from sample_data.generator.drafts import (
    ABANDONED,
    ANSWERED,
    BOUNCE,
    CHASER,
    FRESH,
    PASSED_ON,
    REDIAL,
    Drafts,
    follow_up,
)
from sample_data.generator.fresh import with_queues
from sample_data.generator.profile import DIGITAL, EMAIL, PHONE, VISIT
from sample_data.generator.stretch import Stretch

_BOUNCE_DAYS = (0.34, 0.34, 0.18, 0.14)  # how soon, 0 to 3 days on, among those that are open
_BOUNCED_TO_COUNTER, _CHASED_BY_EMAIL = 0.05, 0.22
_BY_CHANCE = 0.006  # digital contacts followed by an unrelated call of the same customer; left out of the bounces made
_SAME_DAY_UNTIL = 15 * 3_600
_REDIAL_MEDIAN, _REDIAL_SPREAD = 600.0, 0.9  # seconds after hanging up, spread of the logarithm
_BEFORE_CLOSING = 120  # seconds before closing after which nobody rings any more
_PASSED_ON_AFTER = (40, 160)  # seconds of talk before a call is passed on
_SECOND_QUEUE = 0.6  # waits in the second queue are shorter than in the first


def bounces(stretch: Stretch, drafts: Drafts, random: Random) -> Drafts:
    """Return the calls and visits that follow from online contacts within three days."""
    rate = stretch.town.queues.bounced[drafts.queue] - _BY_CHANCE
    is_one = np.isin(drafts.channel, DIGITAL) & (drafts.origin == FRESH) & chance(random, rate, drafts.size)
    parents = drafts.take(is_one)
    days = parents.day[:, None] + np.arange(len(_BOUNCE_DAYS))
    weights = np.asarray(_BOUNCE_DAYS) * stretch.days.is_open_on(days)
    weights[:, 0] *= parents.second < _SAME_DAY_UNTIL
    cumulative = np.cumsum(weights, axis=1)
    wait = (random.random(parents.size)[:, None] * cumulative[:, -1:] >= cumulative).sum(axis=1)
    possible = where_true(cumulative[:, -1] > 0)
    parents, wait = parents.take(possible), wait[possible]
    second = _office_second(stretch.town.profile.opening, parents.day + wait, random)
    same_day = wait == 0
    left = np.maximum(_last_second(stretch, parents.day) - parents.second - 600, 1)
    after = parents.second + 600 + (random.random(parents.size) * left).astype(np.int64)
    second = np.where(same_day, np.maximum(after, 9 * 3_600 + 60), second)
    channel = np.where(chance(random, _BOUNCED_TO_COUNTER, parents.size), VISIT, PHONE)
    return _reaching(stretch, follow_up(parents, parents.day + wait, second, BOUNCE), channel)


def chasers(stretch: Stretch, drafts: Drafts, random: Random) -> Drafts:
    """Return the calls and e-mails of people asking what became of their request."""
    opened = drafts.take(where_true(drafts.promised_day != NONE))
    never = opened.completed_at == NONE
    is_late = never | (opened.completed_at // SECONDS_PER_DAY > opened.promised_day)
    chased = where_true(chance(random, np.where(is_late, CHASED_LATE, CHASED_IN_TIME), opened.size))
    opened, is_late = opened.take(chased), is_late[chased]
    wait = np.where(is_late, 1 + random.geometric(0.5, opened.size), 1)
    day = stretch.days.working_days_later(np.where(is_late, opened.promised_day, opened.day), wait)
    channel = np.where(chance(random, _CHASED_BY_EMAIL, opened.size), EMAIL, PHONE)
    return _reaching(
        stretch, follow_up(opened, day, _office_second(stretch.town.profile.opening, day, random), CHASER), channel
    )


def redials(stretch: Stretch, calls: Drafts, share: float, random: Random) -> Drafts:
    """Return the second tries, later the same day, of callers who gave up."""
    gave_up = calls.take(where_true((calls.outcome == ABANDONED) & (calls.origin != REDIAL)))
    gave_up = gave_up.take(chance(random, share, gave_up.size))
    pause = 60 + _REDIAL_MEDIAN * np.exp(_REDIAL_SPREAD * random.standard_normal(gave_up.size))
    second = gave_up.second + gave_up.waited + pause.astype(np.int64)
    on_time = where_true(second <= _last_second(stretch, gave_up.day))
    again = follow_up(gave_up.take(on_time), gave_up.day[on_time], second[on_time], REDIAL)
    return _reaching(stretch, again, np.full(again.size, PHONE, dtype=np.int64))


def passed_on(stretch: Stretch, calls: Drafts, share: float, random: Random) -> tuple[Drafts, Drafts]:
    """Return the calls with some marked as transferred, and the rows of the second service of those conversations."""
    rows = where_true((calls.outcome == ANSWERED) & (calls.origin != PASSED_ON) & chance(random, share, calls.size))
    first = calls.take(rows)
    conversation = stretch.month * 100_000_000 + stretch.part * 1_000_000 + np.arange(first.size, dtype=np.int64)
    services = len(stretch.town.profile.services)
    other = (first.service + random.integers(1, max(services, 2), first.size)) % services
    second = first.second + first.waited + random.integers(*_PASSED_ON_AFTER, first.size)
    rest = follow_up(
        replace(first, service=other, case=np.full(first.size, NONE, dtype=np.int64)), first.day, second, PASSED_ON
    )
    waited = (first.waited * _SECOND_QUEUE).astype(np.int64)
    rest = replace(
        rest, conversation=conversation, outcome=np.full(first.size, ANSWERED, dtype=np.int64), waited=waited
    )
    marked = calls.put(rows, conversation=conversation)
    return marked, _reaching(stretch, rest, np.full(first.size, PHONE, dtype=np.int64))


def _reaching(stretch: Stretch, drafts: Drafts, channel: Whole) -> Drafts:
    return with_queues(stretch.town.queues.first, replace(drafts, channel=channel))


def _last_second(stretch: Stretch, day: Whole) -> Whole:
    """Return the last second of the day at which someone still rings."""
    closes = np.asarray([before for _, before in stretch.town.profile.opening], dtype=np.int64)
    return closes[(day + 3) % 7] * SECONDS_PER_HALF_HOUR - _BEFORE_CLOSING


def _office_second(opening: rhythm.Opening, day: Whole, random: Random) -> Whole:
    """Return a second of the day in opening hours, with the shape of that weekday's calls."""
    second = np.zeros(len(day), dtype=np.int64)
    weekday = (day + 3) % 7
    shape = rhythm.call_shape(opening)
    for number in range(5):
        rows = where_true(weekday == number)
        second[rows] = pick(random, shape[number], len(rows)) * SECONDS_PER_HALF_HOUR
    return second + random.integers(0, SECONDS_PER_HALF_HOUR, len(day))
