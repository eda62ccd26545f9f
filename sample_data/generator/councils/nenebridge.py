"""Nenebridge, a fictional city that uses Peterborough's strategy: its telephone system gives half-hour summaries only."""

from datetime import date

from sample_data.generator.councils.building import level, plain_service
from sample_data.generator.profile import CouncilProfile
from sample_data.planted import contacts as planted

_USUAL = level(planted.NENEBRIDGE_WITHIN_20_SECONDS)

NENEBRIDGE = CouncilProfile(
    key="nenebridge",
    name="Nenebridge City Council",
    number=5,
    prefix="N",
    services=(
        plain_service("council_tax", 8_200, (0.38, 0.46), _USUAL),
        plain_service("benefits", 5_000, (0.34, 0.40), _USUAL),
        plain_service("housing", 6_100, (0.34, 0.40), _USUAL),
        plain_service("waste", 4_900, (0.48, 0.56), _USUAL),
        plain_service("highways", 1_900, (0.55, 0.62), _USUAL),
        plain_service("adult_social_care", 2_900, (0.24, 0.30), _USUAL),
        plain_service("planning", 1_100, (0.50, 0.56), _USUAL, requests=0.4),
        plain_service("other", 2_400, (0.40, 0.47), _USUAL),
    ),
    wards=(
        "Bretmoor",
        "Cathedral",
        "Dogsthorne",
        "Fletcham",
        "Hampstone",
        "Nene Park",
        "Orton Rise",
        "Stanbridge",
        "Werringate",
    ),
    customers=60_000,
    answered_within=20,
    patience_seconds=600.0,
    later_threshold=("council_tax_line", date(2025, 4, 1), 60),
    half_hours_from=date(2024, 11, 1),
    chat_from=date(2025, 4, 1),
    opening=((17, 35),) * 5 + ((18, 24), (0, 0)),
)
