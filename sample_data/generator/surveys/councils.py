"""The surveys of each fictional council that runs any, invented."""

from datetime import date

from sample_data.generator.surveys.profile import FollowUpProfile, Raised, RatingsProfile, SurveysProfile, Wording
from sample_data.planted import pilots
from sample_data.planted import surveys as planted

_START = date(2020, 1, 1)


def _steady(net: float, services: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    return dict.fromkeys(services, (net, net))


def _follow_up(monthly: float, wordings: tuple[Wording, ...]) -> FollowUpProfile:
    return FollowUpProfile(
        monthly,
        wordings,
        planted.PROMOTERS,
        planted.DETRACTORS,
        planted.EASY,
        planted.RESOLVED_SAYS_SURVEY,
        planted.WITH_COMMENT,
    )


_TRENTSIDE_NETS = {service: (net, net) for service, net in planted.NET_OF_SERVICES.items()} | {
    planted.FAILING_SERVICE: (planted.NET_OF_FAILING_SERVICE, planted.NET_OF_FAILING_SERVICE),
    planted.IMPROVING_SERVICE: (planted.NET_AT_FIRST, planted.NET_IN_THE_END),
}
_LODDONVALE_SERVICES = (
    "housing",
    "council_tax",
    "benefits",
    "waste",
    "highways",
    "planning",
    "school_admissions",
    "other",
)
_OUSEFORD_SERVICES = ("council_tax", "benefits", "housing", "waste", "planning", "other")

SURVEYS: dict[str, SurveysProfile] = {
    "trentside": SurveysProfile(
        RatingsProfile(
            planted.RESPONSE_RATES,
            _TRENTSIDE_NETS,
            planted.RATED_AVERAGE,
            Raised("housing", pilots.HOUSING_FIRST, pilots.HOUSING_LAST, pilots.HOUSING_SATISFACTION),
        ),
        _follow_up(
            planted.FOLLOW_UPS_A_MONTH,
            (
                Wording(_START, planted.FIRST_WORDING, planted.SATISFIED_BEFORE),
                Wording(planted.WORDING_CHANGED, planted.SECOND_WORDING, planted.SATISFIED_AFTER),
            ),
        ),
    ),
    "loddonvale": SurveysProfile(
        RatingsProfile(
            planted.RESPONSE_RATES,
            _steady(planted.LODDONVALE_NET_SATISFACTION, _LODDONVALE_SERVICES),
            planted.RATED_AVERAGE,
        ),
        None,
    ),
    "ouseford": SurveysProfile(
        RatingsProfile(
            planted.RESPONSE_RATES,
            _steady(planted.OUSEFORD_NET_SATISFACTION, _OUSEFORD_SERVICES),
            planted.RATED_AVERAGE,
        ),
        _follow_up(40.0, (Wording(_START, planted.SECOND_WORDING, planted.OUSEFORD_SATISFIED),)),
    ),
}
"""The surveys of the councils that run any, by key."""
