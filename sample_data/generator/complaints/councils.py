"""The complaints of each fictional council that has them, invented."""

from datetime import date

from sample_data.generator.complaints.profile import (
    CORPORATE,
    HOUSING,
    ComplaintsProfile,
    ServiceComplaints,
    StagePromise,
)
from sample_data.generator.profile import Step
from sample_data.planted import complaints as planted

_START = date(2020, 1, 1)
_MOSTLY_LANDLORD = ((HOUSING, 0.85), (CORPORATE, 0.15))
_STAGE_1 = StagePromise(10, 10, planted.ACKNOWLEDGED_IN_TIME, planted.UPHELD, planted.PARTLY_UPHELD)
_STAGE_2 = StagePromise(
    20, 20, planted.STAGE_2_ACKNOWLEDGED_IN_TIME, planted.STAGE_2_UPHELD, planted.STAGE_2_PARTLY_UPHELD
)
_WASTE_STEPS = (Step(_START, 1.0), Step(planted.WASTE_STEP, planted.WASTE_AFTER_THE_STEP))


def _council(
    prefix: str,
    services: tuple[ServiceComplaints, ...],
    *,
    stage_2_in_time: float = 0.85,
    other_in_time: float = planted.OTHER_PROCEDURE_IN_TIME,
    states_due_dates: bool = False,
) -> ComplaintsProfile:
    return ComplaintsProfile(
        prefix=prefix,
        services=services,
        stage_1=_STAGE_1,
        stage_2=_STAGE_2,
        stage_2_in_time=stage_2_in_time,
        resolved_early=planted.RESOLVED_EARLY,
        refused=planted.REFUSED,
        withdrawn=planted.WITHDRAWN,
        escalated=planted.ESCALATED,
        other_in_time=other_in_time,
        states_due_dates=states_due_dates,
    )


_ELSEWHERE = planted.STAGE_1_IN_TIME_ELSEWHERE
TRENTSIDE = _council(
    "TC",
    (
        ServiceComplaints("housing", 65.8, planted.STAGE_1_IN_TIME_OF_HOUSING, _MOSTLY_LANDLORD),
        ServiceComplaints("waste", 41.6, _ELSEWHERE["waste"], volume=_WASTE_STEPS),
        ServiceComplaints("council_tax", 25.2, _ELSEWHERE["council_tax"]),
        ServiceComplaints("benefits", 11.6, _ELSEWHERE["benefits"]),
        ServiceComplaints("planning", 17.4, _ELSEWHERE["planning"]),
        ServiceComplaints("other", 27.1, _ELSEWHERE["other"], ((CORPORATE, 0.94), (planted.OTHER_PROCEDURE, 0.06))),
    ),
    stage_2_in_time=planted.STAGE_2_IN_TIME,
)

_LODDONVALE = planted.LODDONVALE_STAGE_1_IN_TIME
LODDONVALE = _council(
    "LC",
    (
        ServiceComplaints("housing", 48.0, _LODDONVALE, ((HOUSING, 0.95), (CORPORATE, 0.05))),
        ServiceComplaints("waste", 14.0, _LODDONVALE),
        ServiceComplaints("highways", 11.0, _LODDONVALE),
        ServiceComplaints("council_tax", 9.0, _LODDONVALE),
        ServiceComplaints("planning", 8.0, _LODDONVALE),
        ServiceComplaints("other", 6.0, _LODDONVALE),
    ),
    other_in_time=_LODDONVALE,
    states_due_dates=True,
)

_THAMESMERE = planted.THAMESMERE_STAGE_1_IN_TIME
THAMESMERE = _council(
    "MC",
    (
        ServiceComplaints("highways", 44.0, _THAMESMERE),
        ServiceComplaints("adult_social_care", 9.0, _THAMESMERE, (("adult_social_care", 0.9), (CORPORATE, 0.1))),
        ServiceComplaints("school_admissions", 18.0, _THAMESMERE),
        ServiceComplaints("libraries", 7.0, _THAMESMERE),
        ServiceComplaints("registration", 6.0, _THAMESMERE),
        ServiceComplaints("other", 16.0, _THAMESMERE, ((CORPORATE, 0.85), ("children_act", 0.15))),
    ),
)

_OUSEFORD = planted.OUSEFORD_STAGE_1_IN_TIME
OUSEFORD = _council(
    "OC",
    tuple(
        ServiceComplaints(key, monthly, _OUSEFORD)
        for key, monthly in (("council_tax", 6.0), ("housing", 8.0), ("waste", 7.0), ("planning", 3.0), ("other", 4.0))
    ),
)

COMPLAINTS: dict[str, ComplaintsProfile] = {
    "trentside": TRENTSIDE,
    "loddonvale": LODDONVALE,
    "thamesmere": THAMESMERE,
    "ouseford": OUSEFORD,
}
"""The complaints of the councils that export them, by key."""
