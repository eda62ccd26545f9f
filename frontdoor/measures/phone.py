"""Measures of live contact: how many calls, how many answered, how fast, how many gave up."""

from frontdoor.measures.measure import Kind, Measure, Parameter, Term
from frontdoor.schema.units import Better, Unit

_TOTALS = "contact_totals"
_WAITS = "waits_within"


def _total(column: str, weight: float = 1.0) -> tuple[Term, ...]:
    return (Term(_TOTALS, column, weight),)


def _wait(column: str, weight: float = 1.0) -> tuple[Term, ...]:
    return (Term(_WAITS, column, weight),)


CALLS_OFFERED = Measure(
    key="calls_offered",
    label="Calls",
    plain="people called {value} times",
    unit=Unit.COUNT,
    better=Better.NEITHER,
    kind=Kind.COUNT,
    numerator=_total("calls_offered"),
    denominator=(),
    noun="calls",
    definition="How many times people called, joined a chat or queued at a counter, answered or not.",
    source="ACD practice: offered counts everyone who reached the queue; calls lost in the recorded message are not in it",
)
CALLS_ANSWERED = Measure(
    key="calls_answered",
    label="Calls answered",
    plain="we answered {value} calls",
    unit=Unit.COUNT,
    better=Better.NEITHER,
    kind=Kind.COUNT,
    numerator=_total("calls_answered"),
    denominator=(),
    noun="calls",
    definition="How many calls, chats and visits somebody answered.",
    source="ACD practice",
)
ANSWER_RATE = Measure(
    key="answer_rate",
    label="Calls answered",
    plain="{people} got an answer",
    people="callers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_total("calls_answered"),
    denominator=_total("calls_offered"),
    noun="calls",
    definition="Of every 100 people who called, how many spoke to someone.",
    source="Calls answered divided by calls offered",
)
ABANDONMENT_RATE = Measure(
    key="abandonment_rate",
    label="Callers who gave up waiting",
    plain="{people} gave up waiting",
    people="callers",
    unit=Unit.SHARE,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_total("calls_abandoned"),
    denominator=_total("calls_offered"),
    noun="calls",
    definition="Of every 100 people who called, how many hung up before anyone answered.",
    source="Calls abandoned divided by calls offered; no short calls are left out",
)
ABANDONMENT_RATE_EXCLUDING_SHORT = Measure(
    key="abandonment_rate_excluding_short",
    label="Callers who gave up, short calls left out",
    plain="{people} gave up waiting, short calls left out",
    people="callers",
    unit=Unit.SHARE,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=(*_total("calls_abandoned"), *_wait("abandoned_short", -1.0)),
    denominator=(*_total("calls_offered"), *_wait("abandoned_short", -1.0)),
    noun="calls",
    definition="Of every 100 people who called and stayed past the short-call limit, how many hung up unanswered.",
    source="Short abandons are left out of both sums; there is no industry standard for the limit, so it is the council's own",
    needs=(Parameter.SHORT_ABANDON_SECONDS,),
)
SERVICE_LEVEL = Measure(
    key="service_level",
    label="Calls answered in time",
    plain="{people} got through within {within}",
    people="callers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_wait("answered_within"),
    denominator=_wait("offered"),
    noun="calls",
    definition="Of every 100 people who called, how many spoke to someone in the promised time. People who gave up count as not answered.",
    source="Treatment A of short abandons, missed: answered within T divided by offered",
    needs=(Parameter.WITHIN_SECONDS,),
)
SERVICE_LEVEL_IGNORING_SHORT_ABANDONS = Measure(
    key="service_level_ignoring_short_abandons",
    label="Calls answered in time, short calls left out",
    plain="{people} got through within {within}, short calls left out",
    people="callers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_wait("answered_within"),
    denominator=(*_wait("offered"), *_wait("abandoned_short", -1.0)),
    noun="calls",
    definition="Of every 100 people who called and stayed past the short-call limit, how many spoke to someone in the promised time.",
    source="Treatment B of short abandons, ignored: answered within T divided by offered less abandoned within the short limit",
    needs=(Parameter.WITHIN_SECONDS, Parameter.SHORT_ABANDON_SECONDS),
)
SERVICE_LEVEL_CREDITING_SHORT_ABANDONS = Measure(
    key="service_level_crediting_short_abandons",
    label="Calls answered in time, short calls counted as answered",
    plain="{people} got through within {within} or hung up almost at once",
    people="callers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(*_wait("answered_within"), *_wait("abandoned_short")),
    denominator=_wait("offered"),
    noun="calls",
    definition="Of every 100 people who called, how many spoke to someone in the promised time or hung up almost at once.",
    source="Treatment C of short abandons, credited: answered within T plus abandoned within the short limit, divided by offered",
    needs=(Parameter.WITHIN_SECONDS, Parameter.SHORT_ABANDON_SECONDS),
)
SERVICE_LEVEL_OF_ANSWERED = Measure(
    key="service_level_of_answered",
    label="Of calls we answered, answered in time",
    plain="{people} were answered within {within}",
    people="answered calls",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_wait("answered_within"),
    denominator=_wait("answered"),
    noun="answered calls",
    definition="Of every 100 calls that were answered, how many were answered in the promised time.",
    source="Common in council reports and wrong as a promise to callers: it leaves out everyone who gave up",
    needs=(Parameter.WITHIN_SECONDS,),
    is_wrong=True,
    caution="Leaves out the people who gave up, so it looks better than callers found it.",
)
AVERAGE_SPEED_OF_ANSWER = Measure(
    key="average_speed_of_answer",
    label="Average wait for an answer",
    plain="people waited {value} on average for an answer",
    unit=Unit.SECONDS,
    better=Better.LOWER,
    kind=Kind.RATIO,
    numerator=_total("seconds_to_answer"),
    denominator=_total("calls_with_wait"),
    noun="answered calls",
    definition="How long people who got an answer waited, on average. The median and the longest wait say more.",
    source="Seconds waited by answered calls divided by those calls",
    caution="An average hides the long waits: read it with the median and the 90th percentile.",
)
AVERAGE_HANDLING_TIME = Measure(
    key="average_handling_time",
    label="Average time to deal with a contact",
    plain="a contact took {value} on average",
    unit=Unit.SECONDS,
    better=Better.NEITHER,
    kind=Kind.RATIO,
    numerator=_total("seconds_handled"),
    denominator=_total("contacts_with_handling_time"),
    noun="contacts",
    definition="Talking, holding and finishing off, on average for each contact.",
    source="Seconds handled divided by contacts whose handling time is known",
)
MEDIAN_WAIT = Measure(
    key="median_wait",
    label="Typical wait",
    plain="half of those answered waited {value} or less",
    unit=Unit.SECONDS,
    better=Better.LOWER,
    kind=Kind.QUANTILE,
    numerator=(Term("wait_seconds", "answered"),),
    denominator=(Term("wait_seconds", "answered"),),
    noun="answered calls",
    definition="Half of the people who got an answer waited less than this, half waited longer.",
    source="Median of whole seconds waited by answered calls, inverse of the empirical distribution",
)
NINETIETH_PERCENTILE_WAIT = Measure(
    key="ninetieth_percentile_wait",
    label="Wait of the slowest tenth",
    plain="nine in ten of those answered waited {value} or less",
    unit=Unit.SECONDS,
    better=Better.LOWER,
    kind=Kind.QUANTILE,
    numerator=(Term("wait_seconds", "answered"),),
    denominator=(Term("wait_seconds", "answered"),),
    noun="answered calls",
    definition="Nine in every ten people who got an answer waited at most this long.",
    source="90th percentile of whole seconds waited by answered calls, inverse of the empirical distribution",
)
LONGEST_WAIT = Measure(
    key="longest_wait",
    label="Longest wait",
    plain="the longest wait was {value}",
    unit=Unit.SECONDS,
    better=Better.LOWER,
    kind=Kind.LONGEST,
    numerator=_total("longest_wait_seconds"),
    denominator=_total("calls_offered"),
    noun="calls",
    definition="The longest anybody waited, whether they were answered or gave up.",
    source="Maximum of the wait, answered or not",
)
ANSWERED_IN_PROMISED_SECONDS = Measure(
    key="answered_in_promised_seconds",
    label="Answered in the promised time",
    plain="{people} were answered within {within}",
    people="",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_wait("answered_within"),
    denominator=_wait("offered"),
    noun="contacts",
    definition="Of every 100 chats or voicemails, how many were answered in the promised time. Open ones count once the time has passed.",
    source="Answered within T divided by offered, open ones included once T has passed by the as-at date",
    needs=(Parameter.WITHIN_SECONDS,),
)

PHONE = (
    CALLS_OFFERED,
    CALLS_ANSWERED,
    ANSWER_RATE,
    ABANDONMENT_RATE,
    ABANDONMENT_RATE_EXCLUDING_SHORT,
    SERVICE_LEVEL,
    SERVICE_LEVEL_IGNORING_SHORT_ABANDONS,
    SERVICE_LEVEL_CREDITING_SHORT_ABANDONS,
    SERVICE_LEVEL_OF_ANSWERED,
    AVERAGE_SPEED_OF_ANSWER,
    AVERAGE_HANDLING_TIME,
    MEDIAN_WAIT,
    NINETIETH_PERCENTILE_WAIT,
    LONGEST_WAIT,
    ANSWERED_IN_PROMISED_SECONDS,
)
"""Measures of live contact, in the order they are listed."""
