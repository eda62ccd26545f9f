"""What advisers note down: reasons, whether it was avoidable, whether it was sorted out, and what is left blank."""

from dataclasses import dataclass

import numpy as np

from sample_data.generator.arrays import NONE, Flags, Random, Real, Whole, chance, pick, where_true
from sample_data.generator.drafts import ANSWERED, BOUNCE, CHASER, NOT_CONTACT, PASSED_ON, Drafts
from sample_data.generator.profile import CHAT, EMAIL, PHONE, VISIT
from sample_data.generator.reasons import CHASING, COULD_NOT_FINISH_ONLINE
from sample_data.generator.steps import level_on
from sample_data.generator.stretch import Stretch

CUSTOMER_TYPES = ("resident", "business", "community_group", "councillor", "internal")
_CUSTOMER_TYPE_WEIGHTS = (0.905, 0.07, 0.012, 0.005, 0.008)  # invented
_ASSESSED_LIVE, _ASSESSED_EMAIL = 0.6, 0.4
_WARD_KNOWN, _AGE_KNOWN, _INVITED = 0.87, 0.78, 0.3
_HANDLING_SPREAD = 0.55  # of the logarithm of handling time


@dataclass(frozen=True, slots=True)
class Notes:
    """What was written down, row by row; -1 is blank, flags are 0 or 1."""

    reason: Whole
    is_avoidable: Whole
    is_resolved_first: Whole
    customer_type: Whole
    ward: Whole
    age: Whole
    is_survey_invited: Whole
    seconds_handled: Whole


def notes(stretch: Stretch, drafts: Drafts, random: Random) -> Notes:
    """Fill in what advisers and forms record about each contact."""
    live = np.isin(drafts.channel, (PHONE, VISIT, CHAT))
    spoken = drafts.outcome == ANSWERED
    reached = spoken | ~live
    reason = _reasons(stretch, drafts, random)
    return Notes(
        reason=_kept(reason, reached),
        is_avoidable=_avoidable(stretch, drafts, reason, spoken, random),
        is_resolved_first=_first_time(stretch, drafts, spoken, random),
        customer_type=pick(random, _CUSTOMER_TYPE_WEIGHTS, drafts.size),
        ward=_kept(_wards(stretch, drafts, random), reached & chance(random, _WARD_KNOWN, drafts.size)),
        age=_kept(drafts.age, reached & chance(random, _AGE_KNOWN, drafts.size)),
        is_survey_invited=_kept(chance(random, _INVITED, drafts.size).astype(np.int64), reached),
        seconds_handled=_handling(stretch, drafts, spoken, random),
    )


def _kept(values: Whole, known: Flags) -> Whole:
    return np.where(known, values, NONE)


def _reasons(stretch: Stretch, drafts: Drafts, random: Random) -> Whole:
    """Return the index of each row's reason among its service's reasons."""
    reason = np.zeros(drafts.size, dtype=np.int64)
    for index, service in enumerate(stretch.town.profile.services):
        rows = where_true(drafts.service == index)
        reason[rows] = pick(random, [each.weight for each in service.reasons], len(rows))
    reason[drafts.origin == CHASER] = CHASING
    reason[drafts.origin == BOUNCE] = COULD_NOT_FINISH_ONLINE
    return reason


def _avoidable(stretch: Stretch, drafts: Drafts, reason: Whole, spoken: Flags, random: Random) -> Whole:
    """Return 1 or 0 where the contact was assessed."""
    most = max(len(service.reasons) for service in stretch.town.profile.services)
    table = np.zeros((len(stretch.town.profile.services), most), dtype=np.int64)
    for index, service in enumerate(stretch.town.profile.services):
        table[index, : len(service.reasons)] = [each.is_avoidable for each in service.reasons]
    share: Real = np.where(spoken, _ASSESSED_LIVE, np.where(drafts.channel == EMAIL, _ASSESSED_EMAIL, 0.0))
    return _kept(table[drafts.service, reason], chance(random, share, drafts.size))


def _first_time(stretch: Stretch, drafts: Drafts, spoken: Flags, random: Random) -> Whole:
    """Return the adviser's flag on answered calls, visits and chats; the second row of a transfer carries none."""
    flags = np.full(drafts.size, NONE, dtype=np.int64)
    for index, service in enumerate(stretch.town.profile.services):
        rows = where_true(
            (drafts.service == index) & spoken & (drafts.origin != PASSED_ON) & (drafts.origin != NOT_CONTACT)
        )
        flags[rows] = chance(random, level_on(service.first_time, drafts.day[rows]), len(rows))
    return flags


def _wards(stretch: Stretch, drafts: Drafts, random: Random) -> Whole:
    """Return wards, some of them the council's own because no address was given."""
    profile = stretch.town.profile
    if profile.default_ward is None:
        return drafts.ward
    own = profile.wards.index(profile.default_ward)
    return np.where(chance(random, profile.default_ward_share, drafts.size), own, drafts.ward)


def _handling(stretch: Stretch, drafts: Drafts, spoken: Flags, random: Random) -> Whole:
    mean = np.asarray([service.seconds_handled for service in stretch.town.profile.services])[drafts.service]
    spread = np.exp(_HANDLING_SPREAD * random.standard_normal(drafts.size) - _HANDLING_SPREAD**2 / 2)
    return _kept(np.maximum(mean * spread, 15).astype(np.int64), spoken)
