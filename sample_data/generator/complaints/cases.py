"""Complaints from receipt to the last answer: resolved early, refused, or through one or two stages."""

from dataclasses import dataclass, replace

import numpy as np

from sample_data.generator.arrays import NONE, Random, Real, Whole, chance, even_chances, pick, where_true
from sample_data.generator.complaints.profile import CORPORATE, HOUSING, ComplaintsProfile
from sample_data.generator.complaints.stage import NOT_UPHELD, Stage, stage_of
from sample_data.generator.days import DAYS_A_MONTH, Days
from sample_data.generator.steps import level_on

_BY_WEEKDAY = (1.35, 1.2, 1.15, 1.1, 1.0, 0.55, 0.65)  # Monday first, invented; the mean is 1
_ON_BANK_HOLIDAYS = 0.5
_TRIED_FIRST = 0.08  # of stage 1: an early resolution was tried first and failed
_REMEDY = 0.18  # of those upheld in any part
_REMEDY_STEP, _REMEDY_STEPS = 25, 20  # pounds: from 25 to 500
_ESCALATED_WITHIN = 20  # working days of the answer


@dataclass(frozen=True, slots=True)
class Cases:
    """One entry a complaint, in order of receipt; day numbers and pounds, -1 is 'not there'."""

    service: Whole
    procedure: Whole  # an index of `procedures`
    procedures: tuple[str, ...]
    received: Whole
    resolved_early: Whole
    refused: Whole
    withdrawn: Whole
    stage_1: Stage
    stage_2: Stage
    remedy: Whole

    @property
    def size(self) -> int:
        return len(self.received)


def cases(profile: ComplaintsProfile, days: Days, span: tuple[int, int], scale: float, random: Random) -> Cases:
    """Make every complaint received from `span[0]` to `span[1]` (day numbers, inclusive), played to its end."""
    received, service = _received(profile, days, span, scale, random)
    procedures, procedure = _procedures(profile, service, random)
    kind = even_chances(random, service)
    refused, early = profile.refused, (1 - profile.refused) * profile.resolved_early
    is_early = (kind >= refused) & (kind < refused + early)
    rows = where_true(kind >= refused + early)
    in_time = _in_time(profile, service[rows], procedures, procedure[rows])
    stage_1, withdrawn = _stage_1(profile, days, received[rows], service[rows], in_time, random=random)
    second, stage_2 = _stage_2(profile, days, stage_1, random)
    size = len(received)
    return Cases(
        service,
        procedure,
        procedures,
        received,
        np.where(is_early, _soon(days, received, 3, random), NONE),
        np.where(kind < refused, _soon(days, received, 5, random), NONE),
        _scattered(withdrawn, rows, size),
        stage_1.scattered(rows, size),
        stage_2.scattered(rows[second], size),
        _scattered(_remedies(stage_1.outcome, random), rows, size),
    )


def _in_time(profile: ComplaintsProfile, service: Whole, procedures: tuple[str, ...], procedure: Whole) -> Real:
    """Return how often each complaint's stage 1 is in time: its service's share, or that of procedures under no Code."""
    share = np.asarray([each.in_time for each in profile.services])[service]
    follows_code = np.asarray([each in {CORPORATE, HOUSING} for each in procedures])[procedure]
    return np.where(follows_code, share, profile.other_in_time)


def _received(
    profile: ComplaintsProfile, days: Days, span: tuple[int, int], scale: float, random: Random
) -> tuple[Whole, Whole]:
    """Draw the day and the service of each complaint, in order of receipt."""
    numbers = np.arange(span[0], span[1] + 1, dtype=np.int64)
    at = numbers - days.first
    usual = np.asarray(_BY_WEEKDAY)[days.weekday[at]] * np.where(days.is_holiday[at], _ON_BANK_HOLIDAYS, 1.0)
    volume = [level_on(each.volume, numbers) if each.volume else np.ones(len(numbers)) for each in profile.services]
    monthly = np.asarray([each.monthly for each in profile.services])
    counts = random.poisson(usual[:, None] * np.stack(volume, axis=1) * monthly * scale / DAYS_A_MONTH)
    day, service = np.nonzero(counts)
    repeats = counts[day, service]
    return np.repeat(numbers[day], repeats), np.repeat(service.astype(np.int64), repeats)


def _procedures(profile: ComplaintsProfile, service: Whole, random: Random) -> tuple[tuple[str, ...], Whole]:
    names = tuple(dict.fromkeys(name for each in profile.services for name, _ in each.procedures))
    chosen = np.zeros(len(service), dtype=np.int64)
    for index, each in enumerate(profile.services):
        rows = where_true(service == index)
        own = np.asarray([names.index(name) for name, _ in each.procedures], dtype=np.int64)
        chosen[rows] = own[pick(random, [share for _, share in each.procedures], len(rows))]
    return names, chosen


def _stage_1(
    profile: ComplaintsProfile, days: Days, received: Whole, service: Whole, in_time: Real, *, random: Random
) -> tuple[Stage, Whole]:
    """Return stage 1 of those that reach it, and when some were withdrawn before an answer."""
    tried = chance(random, _TRIED_FIRST, len(received))
    opened = np.where(tried, _soon(days, received, 5, random), received)
    group = service * 2 + (in_time == profile.other_in_time)
    stage = stage_of(days, opened, group, in_time, profile.stage_1, random=random)
    when = _soon(days, opened, 4, random)
    is_withdrawn = chance(random, profile.withdrawn, len(opened)) & (
        (stage.responded == NONE) | (when < stage.responded)
    )
    return _cut_short(stage, np.where(is_withdrawn, when, NONE)), np.where(is_withdrawn, when, NONE)


def _cut_short(stage: Stage, withdrawn: Whole) -> Stage:
    """Return the stage with what would have come after the withdrawal taken out."""

    def before(column: Whole, day: Whole) -> Whole:
        return np.where((withdrawn != NONE) & (day >= withdrawn), NONE, column)

    return replace(
        stage,
        acknowledged=before(stage.acknowledged, stage.acknowledged),
        extended=before(stage.extended, stage.extended),
        extension=before(stage.extension, stage.extended),
        responded=np.where(withdrawn != NONE, NONE, stage.responded),
        outcome=np.where(withdrawn != NONE, NONE, stage.outcome),
    )


def _stage_2(profile: ComplaintsProfile, days: Days, stage_1: Stage, random: Random) -> tuple[Whole, Stage]:
    """Return which stage 1 entries were escalated, and their stage 2."""
    answered = where_true(stage_1.responded != NONE)
    everyone = np.zeros(len(answered), dtype=np.int64)
    rows = answered[even_chances(random, everyone) < profile.escalated]
    opened = _soon(days, stage_1.responded[rows], _ESCALATED_WITHIN, random)
    group = np.zeros(len(rows), dtype=np.int64)
    in_time = np.full(len(rows), profile.stage_2_in_time)
    return rows, stage_of(days, opened, group, in_time, profile.stage_2, random=random)


def _soon(days: Days, day: Whole, within: int, random: Random) -> Whole:
    """Return a day one to `within` working days later, sooner more often."""
    taken = 1 + np.floor(within * random.random(len(day)) ** 1.7)
    return days.working_days_later(day, taken.astype(np.int64))


def _remedies(outcome: Whole, random: Random) -> Whole:
    """Return pounds paid with some of the answers that uphold a complaint."""
    pounds = _REMEDY_STEP * random.integers(1, _REMEDY_STEPS + 1, len(outcome))
    is_paid = (outcome != NONE) & (outcome < NOT_UPHELD) & chance(random, _REMEDY, len(outcome))
    return np.where(is_paid, pounds, NONE)


def _scattered(values: Whole, rows: Whole, size: int) -> Whole:
    whole = np.full(size, NONE, dtype=np.int64)
    whole[rows] = values
    return whole
