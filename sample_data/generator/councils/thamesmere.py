"""Thamesmere, a large fictional county that uses Oxfordshire's strategy: one very bad month early on, then a slow recovery."""

from datetime import date

from sample_data.generator.councils.building import START, plain_service
from sample_data.generator.profile import CouncilProfile, ServiceProfile, Step, Surge
from sample_data.generator.waits import CALLED_BACK_SHARE
from sample_data.planted import contacts as planted

_BAD = planted.THAMESMERE_BAD_MONTH
_AFTER_BAD = date(_BAD.year + _BAD.month // 12, _BAD.month % 12 + 1, 1)


def _service(
    key: str, contacts: float, digital: tuple[float, float], below: float, requests: float = 0.3
) -> ServiceProfile:
    """Return a service whose answer rate is the county's less `below`, and much less in the bad month."""
    usual = planted.THAMESMERE_ANSWERED - below
    bad = 1 - planted.THAMESMERE_BAD_MONTH_ABANDONED / (1 - CALLED_BACK_SHARE) - 1.5 * below
    levels = (Step(START, usual), Step(_BAD, bad), Step(_AFTER_BAD, usual))
    return plain_service(key, contacts, digital, levels, requests=requests)


_ADMISSIONS_OPEN = tuple(
    Surge("school_admissions", date(year, 9, 1), 1.6, 1.1, 20, date(year, 11, 15)) for year in range(2023, 2029)
)

THAMESMERE = CouncilProfile(
    key="thamesmere",
    name="Thamesmere County Council",
    number=4,
    prefix="M",
    services=(
        _service("adult_social_care", 6_900, (0.28, 0.33), 0.02, 0.5),
        _service("highways", 6_200, (0.52, 0.58), 0.0, 0.65),
        _service("school_admissions", 4_600, (0.46, 0.52), 0.0),
        _service("libraries", 3_800, (0.50, 0.56), -0.02, 0.1),
        _service("registration", 3_000, (0.40, 0.48), -0.01, 0.6),
        _service("other", 4_600, (0.42, 0.48), 0.0, 0.2),
    ),
    wards=(
        "Abbotsmere",
        "Banford",
        "Bicesbourne",
        "Carterley",
        "Chipping Mere",
        "Didmarsh",
        "Faringham",
        "Henwick",
        "Isis Quay",
        "Kidwell",
        "Thamebank",
        "Wallbrook",
        "Wantley",
        "Witford",
        "Woodmere",
    ),
    customers=62_000,
    answered_within=None,
    patience_seconds=420.0,
    surges=_ADMISSIONS_OPEN,
    opening=((17, 34),) * 4 + ((17, 33),) + ((0, 0),) * 2,
    monthly_wobble=0.005,
    email_working_days=2,
    letter_working_days=5,
    has_cases_for_writing=True,
)
