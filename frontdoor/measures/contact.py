"""Measures of any contact: how many, through which channel, sorted out first time, avoidable, repeated, at what cost."""

from frontdoor.measures.measure import Kind, Measure, Parameter, Term
from frontdoor.schema.units import Better, Unit

_TOTALS = "contact_totals"
_ONLINE = "contacts_online"
_FOLLOW_UPS = "follow_ups_within"


def _total(column: str, weight: float = 1.0) -> tuple[Term, ...]:
    return (Term(_TOTALS, column, weight),)


def _follow(column: str, weight: float = 1.0) -> tuple[Term, ...]:
    return (Term(_FOLLOW_UPS, column, weight),)


CONTACTS = Measure(
    key="contacts",
    label="Contacts",
    plain="people contacted us {value} times",
    unit=Unit.COUNT,
    better=Better.NEITHER,
    kind=Kind.COUNT,
    numerator=_total("contacts"),
    denominator=(),
    noun="contacts",
    definition="How many times people contacted us, by any channel. A call passed between teams is one contact.",
    source="Count of contacts; transferred conversations once",
)
DIGITAL_SHARE = Measure(
    key="digital_share",
    label="Contacts made online",
    plain="{people} were online",
    people="contacts",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(Term(_ONLINE, "digital_contacts"),),
    denominator=(Term(_ONLINE, "contacts"),),
    noun="contacts",
    definition="Of every 100 times people contacted us, how many were online.",
    source="GDS digital take-up; which channels are digital is the council's own, dated decision",
    needs=(Parameter.DIGITAL_CHANNELS,),
    is_between_channels=True,
)
FIRST_CONTACT_RESOLUTION_RECORDED = Measure(
    key="first_contact_resolution_recorded",
    label="Sorted out at first contact",
    plain="{people} were sorted out first time",
    people="contacts",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_total("contacts_resolved_first"),
    denominator=_total("contacts_with_outcome"),
    noun="contacts",
    definition="Of every 100 contacts an adviser recorded an outcome for, how many were sorted out there and then.",
    source="The adviser's own flag; kept apart from the figure derived from people not coming back",
    caution="It is what our advisers recorded, not what customers told us.",
)
FIRST_CONTACT_RESOLUTION_DERIVED = Measure(
    key="first_contact_resolution_derived",
    label="No need to contact us again",
    plain="{people} needed no second one within {days}",
    people="contacts",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(*_follow("linked_contacts"), *_follow("followed_contacts", -1.0)),
    denominator=_follow("linked_contacts"),
    noun="linked contacts",
    definition="Of every 100 contacts we can link to a customer, how many were not followed by another about the same service.",
    source="Knowable linked contacts less those followed within N days, divided by knowable linked contacts",
    needs=(Parameter.WITHIN_DAYS,),
    caution="Known only for contacts that carry a customer reference.",
)
REPEAT_CONTACT = Measure(
    key="repeat_contact",
    label="Had to contact us again",
    plain="{people} followed another within {days}",
    people="contacts",
    unit=Unit.SHARE,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_follow("repeat_contacts"),
    denominator=_follow("dated_linked_contacts"),
    noun="linked contacts",
    definition="Of every 100 contacts we can link to a customer, how many came within the set days of an earlier one about the same service.",
    source="Pairs with a gap of at most N days, dated at the second, divided by linked contacts",
    needs=(Parameter.WITHIN_DAYS,),
    caution="Known only for contacts that carry a customer reference.",
)
BOUNCE = Measure(
    key="bounce",
    label="Went online, then had to call or visit",
    plain="{people} were followed by a call or visit within {days}",
    people="online contacts",
    unit=Unit.SHARE,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_follow("bounced_contacts"),
    denominator=_follow("digital_linked_contacts"),
    noun="linked online contacts",
    definition="Of every 100 online contacts we can link to a customer, how many were followed by a call or a visit about the same service.",
    source="Digital contacts whose next contact within N days was by phone or visit, divided by digital linked contacts",
    needs=(Parameter.WITHIN_DAYS, Parameter.DIGITAL_CHANNELS),
    caution="Known only for contacts that carry a customer reference.",
)
AVOIDABLE_CONTACT = Measure(
    key="avoidable_contact",
    label="Contact that should not have been needed",
    plain="{people} should not have been needed",
    people="contacts",
    unit=Unit.SHARE,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_total("avoidable_contacts"),
    denominator=_total("contacts_assessed"),
    noun="contacts assessed",
    definition="Of every 100 contacts we assessed, how many were of little value to the customer, such as chasing us.",
    source="National Indicator 14, final definition (2008): the council's own assessment",
)
CONTACTS_PER_REQUEST = Measure(
    key="contacts_per_request",
    label="Contacts it took to sort out a request",
    plain="a request took {value} contacts to sort out",
    unit=Unit.RATIO,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_total("contacts_on_resolved_requests"),
    denominator=_total("requests_resolved"),
    noun="requests resolved",
    definition="How many times people had to contact us for each request we finished.",
    source="National Indicator 14, draft definition (2007): average contacts per resolved request",
)
OUTSIDE_OPENING_HOURS = Measure(
    key="outside_opening_hours",
    label="Contact when we are closed",
    plain="{people} came when we were closed",
    people="contacts",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    kind=Kind.RATIO,
    numerator=(Term("half_hour_totals", "closed_contacts"),),
    denominator=(Term("half_hour_totals", "timed_contacts"),),
    noun="timed contacts",
    definition="Of every 100 contacts whose time we know, how many came outside our opening hours.",
    source="Contacts in half-hours outside the council's dated opening hours",
    needs=(Parameter.OPENING_HOURS,),
)
REPLIED_IN_TIME = Measure(
    key="replied_in_time",
    label="Replied to in the promised time",
    plain="{people} went out on time",
    people="replies",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(Term("clock_results", "in_time_cases"),),
    denominator=(Term("clock_results", "due_cases"),),
    noun="replies due",
    definition="Of every 100 replies that were due, how many we sent by the promised working day. Open ones past their day count as late.",
    source="Cohort due in the period; working days with the nation's bank holidays; day 0 is receipt",
    needs=(Parameter.CLOCK, Parameter.PROMISED_WORKING_DAYS),
)
COMPLETED_BY_PROMISED_DATE = Measure(
    key="completed_by_promised_date",
    label="Requests finished by the date we gave",
    plain="{people} were finished by the date we gave",
    people="requests",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(Term("clock_results", "in_time_cases"),),
    denominator=(Term("clock_results", "due_cases"),),
    noun="requests due",
    definition="Of every 100 requests with a promised date in the period, how many were finished by it. Open ones past their date count as late.",
    source="Cohort by the date the source promised for that very case; open overdue cases are failures",
    needs=(Parameter.CLOCK,),
)
MEDIAN_DAYS_TO_COMPLETE = Measure(
    key="median_days_to_complete",
    label="Typical time to finish a request",
    plain="half of requests were finished within {value}",
    unit=Unit.DAYS,
    better=Better.LOWER,
    kind=Kind.SURVIVAL,
    numerator=(Term("clock_durations", "stopped_cases"),),
    denominator=(Term("clock_durations", "stopped_cases"), Term("clock_durations", "open_cases")),
    noun="requests",
    definition="Half of requests were finished in this many days or fewer. Requests still open are counted as still open, not left out.",
    source="Kaplan-Meier median; open cases are censored at the as-at date",
    needs=(Parameter.CLOCK,),
)
TRANSFERS_PER_CASE = Measure(
    key="transfers_per_case",
    label="Times a case was passed on",
    plain="people were passed on {value} times a case",
    unit=Unit.RATIO,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=(Term("case_totals", "transfers"),),
    denominator=(Term("case_totals", "cases"),),
    noun="cases",
    definition="How often people were passed on for each case, on average.",
    source="Transfers divided by cases",
)
SERVICES_TOUCHED_PER_CASE = Measure(
    key="services_touched_per_case",
    label="Services a case had to visit",
    plain="a case went through {value} services",
    unit=Unit.RATIO,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=(Term("case_totals", "services_touched"),),
    denominator=(Term("case_totals", "cases"),),
    noun="cases",
    definition="How many different services dealt with each case, on average.",
    source="Distinct services summed over cases, divided by cases",
)
COST_PER_CONTACT = Measure(
    key="cost_per_contact",
    label="Cost of a contact",
    plain="a contact cost {value}",
    unit=Unit.PENCE,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_total("cost_pence"),
    denominator=_total("costed_contacts"),
    noun="contacts with a cost",
    definition="What one contact cost on average, by the council's own dated cost for each channel.",
    source="The council's unit costs, entered with a low and a high; never a built-in figure",
    needs=(Parameter.UNIT_COSTS,),
    caution="An assumption of the council's, with a range; not a measured cost.",
)

CONTACT = (
    CONTACTS,
    DIGITAL_SHARE,
    FIRST_CONTACT_RESOLUTION_RECORDED,
    FIRST_CONTACT_RESOLUTION_DERIVED,
    REPEAT_CONTACT,
    BOUNCE,
    AVOIDABLE_CONTACT,
    CONTACTS_PER_REQUEST,
    OUTSIDE_OPENING_HOURS,
    REPLIED_IN_TIME,
    COMPLETED_BY_PROMISED_DATE,
    MEDIAN_DAYS_TO_COMPLETE,
    TRANSFERS_PER_CASE,
    SERVICES_TOUCHED_PER_CASE,
    COST_PER_CONTACT,
)
"""Measures of any contact, in the order they are listed."""
