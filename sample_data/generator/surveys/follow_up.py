"""The survey sent after the service was given: satisfaction, recommending, ease, sorted out or not, and a comment."""

import numpy as np
import polars as pl

from sample_data.generator.arrays import Random, Real, Whole, chance, even_chances
from sample_data.generator.days import DAYS_A_MONTH, day_number
from sample_data.generator.making import Months
from sample_data.generator.profile import CHANNELS, CouncilProfile
from sample_data.generator.surveys.comments import comments
from sample_data.generator.surveys.profile import FOLLOW_UP, FollowUpProfile
from sample_data.generator.surveys.respondents import Respondents, about, drawn, offered, only, worded

SATISFACTION = (
    "Very satisfied",
    "Fairly satisfied",
    "Neither satisfied nor dissatisfied",
    "Fairly dissatisfied",
    "Very dissatisfied",
)
DO_NOT_KNOW = "Don't know"
_VERY_OF_SATISFIED, _OF_THE_REST = 0.46, (0.34, 0.36, 0.30)
_RECOMMEND = {"promoters": (10, 9), "passives": (8, 7), "detractors": (6, 5, 4, 3, 2, 1, 0)}
_EASY_SHARES, _HARD_SHARES = (0.40, 0.36, 0.24), (0.42, 0.26, 0.18, 0.14)  # 7, 6, 5 and 4, 3, 2, 1 of 7
_ANSWERED, _KNOWS = 0.96, 0.985
_MOOD = 0.75  # how far one mood runs through all of a person's answers
_ASKED = {"email": 0.20, "web": 0.45, "app": 0.2, "phone": 0.15}


def follow_ups(
    council: CouncilProfile, profile: FollowUpProfile, months: Months, seed: int, *, scale: float, random: Random
) -> pl.DataFrame:
    """Return one row per response, one column per question, in the canonical layout of surveys."""
    who = _respondents(council, profile, months, seed, scale=scale, random=random)
    mood = random.standard_normal(who.size)
    satisfaction, columns = _satisfaction(who, profile, mood, random)
    columns |= {
        "answer_recommend": _answered(_recommended(mood, profile, random), random),
        "answer_ease": _answered(_ease(mood, profile, random), random),
        "answer_resolved": _answered(_resolved(mood, profile, random), random),
        "comment": comments(satisfaction < 2, profile.with_comment, random),
    }
    return pl.DataFrame(about(who, council, FOLLOW_UP, "F", random) | columns)


def _respondents(
    council: CouncilProfile, profile: FollowUpProfile, months: Months, seed: int, *, scale: float, random: Random
) -> Respondents:
    numbers, offers = offered(council, months, seed)
    means = offers * np.asarray([_ASKED.get(channel, 0.0) for channel in CHANNELS])
    wanted = profile.monthly * scale * len(numbers) / DAYS_A_MONTH
    return drawn(numbers, means * (wanted / means.sum()), random)


def _satisfaction(
    who: Respondents, profile: FollowUpProfile, mood: Real, random: Random
) -> tuple[Whole, dict[str, pl.Series]]:
    """Return the answer as an index of SATISFACTION, and a column for each wording with the answers given to it."""
    starts = [day_number(wording.from_date) for wording in profile.wordings]
    wording = np.searchsorted(starts, who.day, side="right").astype(np.int64) - 1
    satisfied = np.asarray([each.satisfied for each in profile.wordings])[wording]
    rest = np.cumsum(_OF_THE_REST)
    bounds = [satisfied * _VERY_OF_SATISFIED, satisfied, *(satisfied + (1 - satisfied) * share for share in rest[:2])]
    spread = _spread(mood, wording, random)
    answer = np.sum([spread >= bound for bound in bounds], axis=0).astype(np.int64)
    told = np.where(chance(random, _KNOWS, who.size), answer, len(SATISFACTION))
    words = _answered(worded((*SATISFACTION, DO_NOT_KNOW), told), random)
    return answer, {
        f"answer_{each.question}": only(words, wording == index) for index, each in enumerate(profile.wordings)
    }


def _recommended(mood: Real, profile: FollowUpProfile, random: Random) -> pl.Series:
    """Return 0 to 10: planted shares of promoters and detractors, even within each."""
    passives = 1 - profile.promoters - profile.detractors
    shares = [
        share / len(scores)
        for share, scores in zip((profile.promoters, passives, profile.detractors), _RECOMMEND.values(), strict=True)
        for _ in scores
    ]
    scores = [score for group in _RECOMMEND.values() for score in group]
    return _scored(scores, shares, mood, random)


def _ease(mood: Real, profile: FollowUpProfile, random: Random) -> pl.Series:
    shares = [profile.easy * share for share in _EASY_SHARES] + [(1 - profile.easy) * share for share in _HARD_SHARES]
    return _scored([7, 6, 5, 4, 3, 2, 1], shares, mood, random)


def _resolved(mood: Real, profile: FollowUpProfile, random: Random) -> pl.Series:
    spread = _spread(mood, np.zeros(len(mood), dtype=np.int64), random)
    return worded(("Yes", "No"), (spread >= profile.resolved).astype(np.int64))


def _scored(scores: list[int], shares: list[float], mood: Real, random: Random) -> pl.Series:
    spread = _spread(mood, np.zeros(len(mood), dtype=np.int64), random)
    bounds = np.cumsum(shares)
    return worded([str(score) for score in scores], np.searchsorted(bounds[:-1], spread, side="right").astype(np.int64))


def _spread(mood: Real, group: Whole, random: Random) -> Real:
    """Return evenly spread numbers, low where the mood is good."""
    noise = random.standard_normal(len(mood))
    return even_chances(random, group, by=-(_MOOD * mood + (1 - _MOOD) * noise))


def _answered(words: pl.Series, random: Random) -> pl.Series:
    """Leave some questions unanswered."""
    return only(words, chance(random, _ANSWERED, len(words)))
