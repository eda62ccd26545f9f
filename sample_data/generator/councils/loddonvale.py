"""Loddonvale, a fictional borough that uses Wokingham's strategy: much housing, and a pilot that really helped there."""

from datetime import timedelta

from sample_data.generator.councils.building import START, level, plain_service
from sample_data.generator.profile import CouncilProfile, Step
from sample_data.planted import contacts as planted
from sample_data.planted import pilots

_BEFORE = planted.LODDONVALE_FIRST_TIME
_HOUSING_FIRST_TIME = (
    Step(START, _BEFORE),
    Step(pilots.LODDONVALE_FIRST, _BEFORE + pilots.LODDONVALE_FIRST_TIME),
    Step(pilots.LODDONVALE_LAST + timedelta(days=1), _BEFORE),
)
_USUAL = (Step(START, _BEFORE),)

LODDONVALE = CouncilProfile(
    key="loddonvale",
    name="Loddonvale Borough Council",
    number=2,
    prefix="L",
    services=(
        plain_service(
            "housing", 3_600, (0.36, 0.40), level(0.70), requests=0.55, days=15, first_time=_HOUSING_FIRST_TIME
        ),
        plain_service("council_tax", 1_900, (0.46, 0.52), level(0.76), first_time=_USUAL),
        plain_service("benefits", 700, (0.36, 0.42), level(0.74), requests=0.35, days=15, first_time=_USUAL),
        plain_service("waste", 1_500, (0.52, 0.60), level(0.78), requests=0.55, days=3, first_time=_USUAL),
        plain_service("highways", 800, (0.60, 0.66), level(0.78), requests=0.65, days=10, first_time=_USUAL),
        plain_service("planning", 600, (0.55, 0.60), level(0.80), requests=0.4, first_time=_USUAL),
        plain_service("school_admissions", 400, (0.50, 0.56), level(0.80), first_time=_USUAL),
        plain_service("other", 700, (0.45, 0.50), level(0.78), requests=0.2, first_time=_USUAL),
    ),
    wards=(
        "Ashmere",
        "Barkfold",
        "Coppice",
        "Emmfield",
        "Finch Green",
        "Hawkmoor Park",
        "Loddon Bank",
        "Maidenwell",
        "Norton Vale",
        "Remen Hill",
        "Sonnet Reach",
        "Twyfold",
        "Winnerdale",
        "Woodrow",
    ),
    customers=22_000,
    answered_within=60,
    patience_seconds=900.0,
)
