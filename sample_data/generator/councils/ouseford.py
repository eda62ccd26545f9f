"""Ouseford, a small fictional district that uses Huntingdonshire's strategy: nothing happens here, so nothing may be found."""

from sample_data.generator.councils.building import level, plain_service
from sample_data.generator.profile import CouncilProfile

OUSEFORD = CouncilProfile(
    key="ouseford",
    name="Ouseford District Council",
    number=3,
    prefix="O",
    services=(
        plain_service("council_tax", 330, (0.42, 0.42), level(0.80)),
        plain_service("benefits", 140, (0.38, 0.38), level(0.80), requests=0.4, days=15),
        plain_service("housing", 170, (0.38, 0.38), level(0.80), requests=0.5, days=15),
        plain_service("waste", 240, (0.52, 0.52), level(0.80), requests=0.55, days=3),
        plain_service("planning", 80, (0.55, 0.55), level(0.80), requests=0.4),
        plain_service("other", 140, (0.45, 0.45), level(0.80), requests=0.2),
    ),
    wards=("Brampford", "Fenside", "Gransby", "Hemming", "Ouse Bank", "Ramsbourne", "St Audrey", "Warboyne"),
    customers=3_000,
    answered_within=60,
    patience_seconds=700.0,
    opening=((17, 34),) * 5 + ((0, 0),) * 2,
    after_holiday=1.0,
    oldest_digital_at_first=0.16,
    oldest_digital_in_the_end=0.16,
    monthly_wobble=0.0,
)
