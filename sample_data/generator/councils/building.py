"""Short ways to write down a service that has nothing special about it."""

from datetime import date

from sample_data.generator.profile import Form, ServiceProfile, Step
from sample_data.generator.reasons import reasons_of

START = date(2020, 1, 1)


def level(share: float) -> tuple[Step, ...]:
    """Return a level that never changes."""
    return (Step(START, share),)


def plain_service(
    key: str,
    contacts: float,
    digital: tuple[float, float],
    levels: tuple[Step, ...],
    *,
    requests: float = 0.3,
    days: int = 10,
    bounced: float = 0.10,
    first_time: tuple[Step, ...] = (Step(START, 0.72),),
) -> ServiceProfile:
    """Return a service with one form and the usual reasons."""
    return ServiceProfile(
        key=key,
        monthly_contacts=contacts,
        digital_at_first=digital[0],
        digital_in_the_end=digital[1],
        forms=(Form(f"{key}_form", 1, bounced),),
        reasons=reasons_of(key),
        levels=levels,
        request_share=requests,
        promised_working_days=days,
        first_time=first_time,
    )
