"""Why people get in touch, service by service, in the words an adviser picks from a list."""

from sample_data.generator.profile import Reason

AVOIDABLE_REASONS = (
    Reason("Chasing progress", 3, is_avoidable=True),
    Reason("Could not finish online", 2, is_avoidable=True),
    Reason("Letter was not clear", 3, is_avoidable=True),
    Reason("Could not find it on the website", 2, is_avoidable=True),
)
"""Every service has these first; the generator knows the first two by their place."""

CHASING, COULD_NOT_FINISH_ONLINE = 0, 1

_OWN_REASONS: dict[str, tuple[tuple[str, float], ...]] = {
    "council_tax": (("Bill or balance", 40), ("Moving home", 24), ("Discount or exemption", 16), ("Paying", 12)),
    "benefits": (("New claim", 30), ("Change of circumstances", 34), ("Evidence", 20), ("Payment date", 8)),
    "housing": (("Repair", 48), ("Rent", 20), ("Housing register", 16), ("Homelessness", 8)),
    "waste": (("Missed bin", 42), ("New or replacement bin", 22), ("Bulky collection", 16), ("Collection day", 12)),
    "planning": (
        ("Application progress", 38),
        ("Do I need permission", 30),
        ("Comment on an application", 16),
        ("Enforcement", 8),
    ),
    "other": (("Parking", 26), ("Elections", 18), ("Licensing", 18), ("Something else", 30)),
    "adult_social_care": (
        ("New request for care", 34),
        ("Review of care", 26),
        ("Safeguarding", 12),
        ("Equipment", 20),
    ),
    "highways": (("Pothole", 46), ("Street light", 22), ("Roadworks", 16), ("Drainage", 8)),
    "libraries": (("Renew or reserve", 50), ("Opening times", 22), ("Events", 20)),
    "registration": (("Register a birth", 34), ("Register a death", 30), ("Certificate", 28)),
    "school_admissions": (("Apply for a place", 46), ("Appeal", 20), ("Transport", 26)),
}


def reasons_of(service: str) -> tuple[Reason, ...]:
    """Return the avoidable reasons and then the service's own."""
    return AVOIDABLE_REASONS + tuple(Reason(words, weight) for words, weight in _OWN_REASONS[service])
