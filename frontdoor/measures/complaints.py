"""Measures of complaints: how many, acknowledged and answered in time, taken further, upheld, put right early."""

from frontdoor.measures.measure import Kind, Measure, Parameter, Term
from frontdoor.schema.units import Better, Unit

_TOTALS = "complaint_totals"
_CODE = "LGSCO Complaint Handling Code (February 2024) and Housing Ombudsman Code (April 2024)"
_LATE = "Open ones past their day count as late; one never acknowledged gets no more time."
_WORKED_OUT = "Cohort due in the period; working days with the nation's bank holidays; day 0 is receipt"


def _total(column: str, weight: float = 1.0) -> tuple[Term, ...]:
    return (Term(_TOTALS, column, weight),)


COMPLAINTS = Measure(
    key="complaints",
    label="Complaints",
    plain="people complained {value} times",
    unit=Unit.COUNT,
    better=Better.NEITHER,
    kind=Kind.COUNT,
    numerator=_total("received"),
    denominator=(),
    noun="complaints",
    definition="How many complaints we received, by the Ombudsman's definition. A request for a service is not a complaint.",
    source=f"Count of cases by the day they were received; {_CODE}",
    caution="More complaints can mean that complaining has become easier, so more is not simply worse.",
    needs=(Parameter.PROCEDURES,),
)
COMPLAINTS_PER_1000_CONTACTS = Measure(
    key="complaints_per_1000_contacts",
    label="Complaints for every 1,000 contacts",
    plain="complaints came to {value} contacts",
    unit=Unit.PER_THOUSAND,
    better=Better.NEITHER,
    kind=Kind.RATIO,
    numerator=_total("received"),
    denominator=(Term("contact_totals", "contacts"),),
    noun="contacts",
    definition="How many complaints we received for every 1,000 times people contacted us.",
    source="1,000 x complaints received divided by contacts of the same period and services",
    multiplier=1000.0,
    caution="More complaints can mean that complaining has become easier, so more is not simply worse.",
    needs=(Parameter.PROCEDURES,),
)
COMPLAINTS_PER_1000_HOMES = Measure(
    key="complaints_per_1000_homes",
    label="Complaints for every 1,000 homes",
    plain="complaints came to {value} homes",
    unit=Unit.PER_THOUSAND,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_total("stage_1_opened"),
    denominator=(Term("homes", "homes"),),
    noun="homes",
    definition="How many stage 1 complaints we received for every 1,000 homes we let.",
    source="Tenant Satisfaction Measure CH01, stage 1; the number of homes is the council's own, dated figure",
    needs=(Parameter.HOMES, Parameter.PROCEDURES),
    multiplier=1000.0,
)
ACKNOWLEDGED_IN_TIME = Measure(
    key="acknowledged_in_time",
    label="Complaints acknowledged in time",
    plain="{people} were acknowledged on time",
    people="complaints",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(Term("clock_results", "in_time_cases"),),
    denominator=(Term("clock_results", "due_cases"),),
    noun="acknowledgements due",
    definition=f"Of every 100 complaints due an acknowledgement, how many got it by the promised working day. {_LATE}",
    source=f"{_WORKED_OUT}; {_CODE}: 5 working days of receipt",
    needs=(Parameter.CLOCK, Parameter.PROMISED_WORKING_DAYS, Parameter.PROCEDURES),
)
STAGE_1_IN_TIME = Measure(
    key="stage_1_in_time",
    label="Complaints answered in time, stage 1",
    plain="{people} were answered on time at stage 1",
    people="complaints",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(Term("clock_results", "in_time_cases"),),
    denominator=(Term("clock_results", "due_cases"),),
    noun="stage 1 answers due",
    definition=f"Of every 100 complaints due an answer at stage 1, how many got it by the promised working day. {_LATE}",
    source=f"{_WORKED_OUT}; {_CODE}: 10 working days of acknowledgement, extended by at most 10",
    needs=(
        Parameter.CLOCK,
        Parameter.PROMISED_WORKING_DAYS,
        Parameter.ACKNOWLEDGED_WITHIN,
        Parameter.LONGEST_EXTENSION,
        Parameter.PROCEDURES,
    ),
)
STAGE_2_IN_TIME = Measure(
    key="stage_2_in_time",
    label="Complaints answered in time, stage 2",
    plain="{people} were answered on time at stage 2",
    people="complaints",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(Term("clock_results", "in_time_cases"),),
    denominator=(Term("clock_results", "due_cases"),),
    noun="stage 2 answers due",
    definition=f"Of every 100 complaints due an answer at stage 2, how many got it by the promised working day. {_LATE}",
    source=f"{_WORKED_OUT}; {_CODE}: 20 working days of acknowledgement, extended by at most 20",
    needs=(
        Parameter.CLOCK,
        Parameter.PROMISED_WORKING_DAYS,
        Parameter.ACKNOWLEDGED_WITHIN,
        Parameter.LONGEST_EXTENSION,
        Parameter.PROCEDURES,
    ),
)
ESCALATED = Measure(
    key="escalated",
    label="Complaints taken to stage 2",
    plain="{people} went on to stage 2",
    people="complaints answered",
    unit=Unit.SHARE,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_total("escalated"),
    denominator=_total("stage_1_answered"),
    noun="complaints answered",
    definition="For every 100 complaints we answered at stage 1, how many were taken to stage 2.",
    source="Escalations of the period divided by stage 1 answers of the period; both on their own day",
    caution="An escalation can follow an answer of an earlier period, so a short period can mislead.",
    needs=(Parameter.PROCEDURES,),
)
UPHELD = Measure(
    key="upheld",
    label="Complaints we upheld",
    plain="we upheld {people}, in full or in part",
    people="complaints decided",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    kind=Kind.RATIO,
    numerator=(*_total("upheld"), *_total("partly_upheld")),
    denominator=_total("decided"),
    noun="complaints decided",
    definition="Of every 100 complaints decided, in how many we found that something had gone wrong, in full or in part.",
    source="Upheld and partly upheld divided by decided, by the day of the answer, both stages",
    caution="Finding fault can mean a fair process as well as a poor service.",
    needs=(Parameter.PROCEDURES,),
)
EARLY_RESOLUTION = Measure(
    key="early_resolution",
    label="Complaints put right before stage 1",
    plain="{people} were put right before stage 1",
    people="complaints",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_total("resolved_early"),
    denominator=(*_total("resolved_early"), *_total("stage_1_opened")),
    noun="complaints",
    definition="Of every 100 complaints put right early or taken on at stage 1, how many were put right early.",
    source="Resolved early divided by resolved early and opened at stage 1, each on its own day",
    needs=(Parameter.PROCEDURES,),
)

COMPLAINT = (
    COMPLAINTS,
    COMPLAINTS_PER_1000_CONTACTS,
    COMPLAINTS_PER_1000_HOMES,
    ACKNOWLEDGED_IN_TIME,
    STAGE_1_IN_TIME,
    STAGE_2_IN_TIME,
    ESCALATED,
    UPHELD,
    EARLY_RESOLUTION,
)
"""Measures of complaints, in the order they are listed."""
