"""Clocks: when e-mails and letters are answered, and when requests are promised and done."""

from dataclasses import dataclass

import numpy as np

from sample_data.generator.arrays import NONE, SECONDS_PER_DAY, Random, Real, Whole, chance, where_true
from sample_data.generator.days import Days
from sample_data.generator.drafts import ABANDONED, CALLED_BACK, FRESH, Drafts
from sample_data.generator.profile import EMAIL, LETTER, VOICEMAIL, WEB, CouncilProfile
from sample_data.generator.steps import level_on
from sample_data.generator.stretch import Stretch

_LETTERS_IN_TIME = 0.90
_VOICEMAIL_DAYS, _VOICEMAILS_IN_TIME = 1, 0.86
_WEB_DAYS, _WEB_IN_TIME = 5, 0.95
_NEVER_ANSWERED, _NEVER_DONE = 0.003, 0.012
_LATE_BY = 0.28  # each further working day, the share of late ones that are dealt with
_OFFICE_OPENS, _OFFICE_CLOSES, _LAST_SAME_DAY = 9 * 3_600, 17 * 3_600, 15 * 3_600
_CASES_PER_PART = 1_000_000


@dataclass(frozen=True, slots=True)
class Standard:
    """A promise in working days and how often it is kept, row by row."""

    days: Whole
    kept: Real
    never: float


def with_requests(stretch: Stretch, drafts: Drafts, random: Random, first_case: int) -> Drafts:
    """Open a request for some first contacts that got through, each with a promised date and a day it is done."""
    services = stretch.town.profile.services
    share = np.asarray([service.request_share for service in services])[drafts.service]
    if stretch.town.profile.has_cases_for_writing:
        share = np.where(np.isin(drafts.channel, (EMAIL, LETTER)), 1.0, share)
    got_through = (drafts.outcome != ABANDONED) & (drafts.outcome != CALLED_BACK)
    rows = where_true((drafts.origin == FRESH) & got_through & chance(random, share, drafts.size))
    asked = drafts.take(rows)
    days = np.asarray([service.promised_working_days for service in services], dtype=np.int64)[asked.service]
    standard = Standard(days, _kept(stretch.town.profile, asked), _NEVER_DONE)
    number = stretch.month * 100 * _CASES_PER_PART + stretch.part * _CASES_PER_PART + first_case
    return drafts.put(
        rows,
        case=number + np.arange(asked.size, dtype=np.int64),
        promised_day=stretch.days.working_days_later(asked.day, standard.days),
        completed_at=dealt_with(stretch.days, asked, standard, random),
    )


def _kept(profile: CouncilProfile, asked: Drafts) -> Real:
    kept = np.empty(asked.size)
    for index, service in enumerate(profile.services):
        rows = where_true(asked.service == index)
        kept[rows] = level_on(service.requests_in_time, asked.day[rows])
    return kept


def replies(stretch: Stretch, drafts: Drafts, random: Random) -> Whole:
    """Return when each written contact was answered (seconds since 1970, local); -1 where it was not, or needs no answer."""
    profile = stretch.town.profile
    days, kept = np.zeros(drafts.size, dtype=np.int64), np.zeros(drafts.size)
    for channel, promised, share in (
        (EMAIL, profile.email_working_days, level_on(profile.emails_in_time, drafts.day)),
        (LETTER, profile.letter_working_days, _LETTERS_IN_TIME),
        (VOICEMAIL, _VOICEMAIL_DAYS, _VOICEMAILS_IN_TIME),
        (WEB, _WEB_DAYS, _WEB_IN_TIME),
    ):
        is_here = (drafts.channel == channel) & ((channel != WEB) | (drafts.case == NONE))
        days[is_here] = promised
        kept = np.where(is_here, share, kept)
    answered = dealt_with(stretch.days, drafts, Standard(days, kept, _NEVER_ANSWERED), random)
    return np.where(days > 0, answered, NONE)


def dealt_with(days: Days, drafts: Drafts, standard: Standard, random: Random) -> Whole:
    """Return when each row is dealt with, kept to its standard as often as planted; -1 is never."""
    size = drafts.size
    in_time = chance(random, standard.kept, size)
    early = np.floor((standard.days + 1) * random.random(size) ** 1.6).astype(np.int64)
    late = standard.days + random.geometric(_LATE_BY, size)
    taken = np.where(in_time, np.minimum(early, standard.days), late)
    too_late_today = ~days.is_open_on(drafts.day) | (drafts.second >= _LAST_SAME_DAY)
    taken = np.maximum(taken, too_late_today.astype(np.int64))
    return np.where(chance(random, standard.never, size), NONE, _moment(days, drafts, taken, random))


def _moment(days: Days, drafts: Drafts, taken: Whole, random: Random) -> Whole:
    day = days.working_days_later(drafts.day, taken)
    earliest = np.where(taken == 0, np.maximum(drafts.second + 300, _OFFICE_OPENS), _OFFICE_OPENS)
    second = earliest + (random.random(drafts.size) * (_OFFICE_CLOSES - earliest)).astype(np.int64)
    return np.asarray(day * SECONDS_PER_DAY + second, dtype=np.int64)
