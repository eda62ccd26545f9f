"""GovMetric ratings: good, average or poor, with one of four reasons and sometimes a comment."""

import numpy as np
import polars as pl

from sample_data.generator.arrays import Flags, Random, Real, Whole, chance, even_chances, pick
from sample_data.generator.days import day_number
from sample_data.generator.demand import progress_of
from sample_data.generator.making import Months
from sample_data.generator.profile import CHANNELS, CouncilProfile
from sample_data.generator.surveys.comments import comments
from sample_data.generator.surveys.profile import GOVMETRIC, Raised, RatingsProfile
from sample_data.generator.surveys.respondents import Respondents, about, drawn, offered, only, worded

RATINGS = ("Good", "Average", "Poor")
RATING_REASONS = ("Information", "Ease", "Staff", "Speed")
_REASON_WEIGHTS = (30, 26, 24, 20)
_ANSWERED, _REASON_GIVEN, _WITH_COMMENT = 0.996, 0.85, 0.11
NO_ANSWER = "Did not answer"


def ratings(
    council: CouncilProfile, profile: RatingsProfile, months: Months, seed: int, *, scale: float, random: Random
) -> pl.DataFrame:
    """Return one row per rating in the canonical layout of surveys."""
    numbers, offers = offered(council, months, seed)
    rates = np.asarray([profile.response_rates.get(channel, 0.0) for channel in CHANNELS])
    who = drawn(numbers, offers * rates * scale, random)
    rating = _ratings(who, council, profile, random)
    answer = np.where(chance(random, _ANSWERED, who.size), rating, len(RATINGS))
    reason = worded(RATING_REASONS, pick(random, _REASON_WEIGHTS, who.size))
    return pl.DataFrame(
        about(who, council, GOVMETRIC, "G", random)
        | {
            "answer_rating": worded((*RATINGS, NO_ANSWER), answer),
            "answer_rating_reason": only(reason, chance(random, _REASON_GIVEN, who.size)),
            "comment": comments(rating == 0, _WITH_COMMENT, random),
        }
    )


def _ratings(who: Respondents, council: CouncilProfile, profile: RatingsProfile, random: Random) -> Whole:
    """Return an index of RATINGS for each response: each service's net satisfaction is the planted one."""
    net = _nets(who, council, profile)
    good = (1 - profile.rated_average + net) / 2
    spread = even_chances(random, who.service)
    return np.where(spread < good, 0, np.where(spread < good + profile.rated_average, 1, 2)).astype(np.int64)


def _nets(who: Respondents, council: CouncilProfile, profile: RatingsProfile) -> Real:
    at_first, in_the_end = (
        np.asarray([profile.nets[service.key][end] for service in council.services])[who.service] for end in (0, 1)
    )
    net = np.asarray(at_first + (in_the_end - at_first) * progress_of(who.day), dtype=np.float64)
    return net if profile.raised is None else net + profile.raised.by * _is_raised(who, council, profile.raised)


def _is_raised(who: Respondents, council: CouncilProfile, raised: Raised) -> Flags:
    place = [service.key for service in council.services].index(raised.service)
    is_then = (who.day >= day_number(raised.first)) & (who.day <= day_number(raised.last))
    return np.asarray(is_then & (who.service == place), dtype=np.bool_)
