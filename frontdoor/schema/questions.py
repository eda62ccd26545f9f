"""What each question in queries/ returns: a period, a service, a channel, an attribute value, and sums."""

from frontdoor.schema.contact_counts import CONTACT_COUNTS, HALF_HOUR_COUNTS, LONGEST_WAIT, WAITS
from frontdoor.schema.rotas import ROTA
from frontdoor.schema.table import Table, date, flag, number, text, whole
from frontdoor.schema.voice_questions import COMMENT_WORDS, COMPLAINT_PROCEDURES, OPEN_OVERDUE, WORKING_DAYS_TAKEN

_KEYS = (
    date("period_start", "first day of the period in the grain asked for", nullable=False),
    text("service", "service", nullable=False),
    text("channel", "channel", nullable=False),
    text("value", "the attribute's value, 'all' when no attribute is asked for", nullable=False),
)
_GRAIN = "period_start, service, channel, value"

_COSTS = (
    whole("digital_contacts", "contacts in channels that were digital on the day"),
    whole("costed_contacts", "contacts in channels with a unit cost on the day"),
    number("cost_pence_low", "contacts x the low unit cost of the day"),
    number("cost_pence", "contacts x the central unit cost of the day"),
    number("cost_pence_high", "contacts x the high unit cost of the day"),
)
CONTACT_TOTALS = Table("contact_totals", _GRAIN, (*_KEYS, *CONTACT_COUNTS, LONGEST_WAIT, *_COSTS))
CONTACT_COSTS = Table("contact_costs", _GRAIN, (*_KEYS, whole("contacts", "contacts"), *_COSTS))
CONTACTS_ONLINE = Table(
    "contacts_online",
    _GRAIN,
    (
        *_KEYS,
        whole("contacts", "contacts"),
        whole("digital_contacts", "contacts in channels that were digital on the day"),
    ),
)
WAITS_WITHIN = Table(
    "waits_within",
    _GRAIN,
    (
        *_KEYS,
        whole("offered", "wait known, or still open"),
        whole("answered", "wait known"),
        whole("answered_within", "answered within the threshold of the day and queue"),
        whole("abandoned_within", "given up within the threshold"),
        whole("abandoned_short", "given up within the short-abandon limit; 0 where none is declared"),
    ),
)
FOLLOW_UPS_WITHIN = Table(
    "follow_ups_within",
    _GRAIN,
    (
        *_KEYS,
        whole("linked_contacts", "linked contacts old enough to know what followed"),
        whole("followed_contacts", "of those, followed within N days (dated at the first)"),
        whole("repeat_contacts", "contacts that followed another within N days (dated at the second)"),
        whole("dated_linked_contacts", "all linked contacts of the period, the denominator of repeats"),
        whole("digital_linked_contacts", "of linked_contacts, digital"),
        whole("bounced_contacts", "of those, next contact by phone or visit within N days"),
    ),
)
JOURNEYS_WITHIN = Table(
    "journeys_within",
    "period_start, service, channel, value, queue and next_channel",
    (
        *_KEYS,
        text("queue", "line, inbox, form, counter or site", nullable=False),
        text("next_channel", "channel of the next contact; null for every contact, followed or not"),
        whole(
            "contacts", "contacts whose days to follow have passed; 0 beside a next_channel, and so for the other sums"
        ),
        whole("linked_contacts", "of those, with a customer reference"),
        whole("followed_contacts", "of those, next in next_channel within the days"),
        whole("digital_contacts", "contacts that came by a digital channel"),
        whole("digital_linked_contacts", "of those, with a customer reference"),
        whole("digital_followed_contacts", "of those, next in next_channel within the days"),
        whole("contacts_until", "contacts of these days and the days to follow"),
        whole("linked_contacts_until", "of those, with a customer reference"),
    ),
)
HALF_HOUR_TOTALS = Table(
    "half_hour_totals",
    _GRAIN,
    (
        *_KEYS,
        whole("timed_contacts", "contacts whose time is known"),
        whole("closed_contacts", "of those, in a half-hour when closed"),
    ),
)
_HALF_HOUR_KEYS = (
    date("period_start", "local date", nullable=False),
    whole("half_hour", "0 to 47 on the council's clock", nullable=False),
)
_OF_RESULTS = (
    "contacts",
    "contacts_assessed",
    "avoidable_contacts",
    "contacts_with_outcome",
    "contacts_resolved_first",
)
HALF_HOURS = Table("half_hours", "period_start, half_hour", (*_HALF_HOUR_KEYS, *HALF_HOUR_COUNTS))
HALF_HOUR_WAITS = Table("half_hour_waits", "period_start, half_hour", (*_HALF_HOUR_KEYS, *WAITS))
HALF_HOUR_RESULTS = Table(
    "half_hour_results",
    "period_start, half_hour",
    (*_HALF_HOUR_KEYS, *(count for count in CONTACT_COUNTS if count.name in _OF_RESULTS)),
)
CLOCK_RESULTS = Table(
    "clock_results",
    _GRAIN,
    (
        *_KEYS,
        whole("due_cases", "due in the period and on or before as-at"),
        whole("in_time_cases", "of those, stopped by the due date"),
        whole("open_overdue_cases", "of those, still open"),
        whole("not_yet_due_cases", "started in the period, due after as-at"),
    ),
)
CLOCK_DURATIONS = Table(
    "clock_durations",
    "period_start, service, channel, value, elapsed_days",
    (
        *_KEYS,
        whole("elapsed_days", "calendar days from start to stop or as-at", nullable=False),
        whole("stopped_cases", "stopped after that"),
        whole("open_cases", "still open after that, censored"),
    ),
)
CASE_TOTALS = Table(
    "case_totals",
    _GRAIN,
    (
        *_KEYS,
        whole("cases", "cases"),
        whole("transfers", "transfers"),
        whole("services_touched", "distinct services summed over cases"),
    ),
)
WAIT_SECONDS = Table(
    "wait_seconds",
    "period_start, service, channel, value, seconds_waited",
    (
        *_KEYS,
        whole("seconds_waited", "whole seconds", nullable=False),
        whole("answered", "answered after that wait"),
        whole("abandoned", "given up after that wait"),
    ),
)
WAIT_QUANTILES = Table(
    "wait_quantiles",
    "period_start (months only), service or 'all', channel or 'all'",
    (
        *_KEYS,
        number("median_seconds", "the least whole seconds in which half of answered contacts were answered"),
        number("ninetieth_seconds", "the same for nine in ten"),
        whole("longest_wait_seconds", "longest wait, answered or not"),
        whole("answered", "answered, wait known; null where only the longest is known"),
        whole("abandoned", "given up, wait known"),
    ),
)
STATED = Table(
    "stated",
    "period_start, service, channel, provider, measure",
    (
        *_KEYS,
        text("provider", "who states it"),
        text("measure", "what it claims to be"),
        number("numerator", "as stated"),
        number("denominator", "as stated"),
        number("stated_value", "as stated"),
        text("value_text", "the value exactly as written"),
        date("to_date", "last day stated"),
        text("evidence", "where the provider says it comes from"),
        whole("within_seconds", "the threshold it is counted by; null where it says none"),
    ),
)
COMPLAINT_TOTALS = Table(
    "complaint_totals",
    _GRAIN,
    (
        *_KEYS,
        whole("received", "cases received, on the day of receipt"),
        whole("resolved_early", "put right before stage 1, on that day"),
        whole("refused", "not accepted as complaints, on that day"),
        whole("withdrawn", "withdrawn, on that day"),
        whole("stage_1_opened", "stage 1 opened"),
        whole("stage_1_answered", "answered at stage 1, on the day of the response"),
        whole("stage_2_opened", "stage 2 opened"),
        whole("stage_2_answered", "answered at stage 2, on the day of the response"),
        whole("escalated", "taken from stage 1 to stage 2, on the day stage 2 was opened"),
        whole("decided", "stages answered with an outcome"),
        whole("upheld", "of those, upheld"),
        whole("partly_upheld", "of those, upheld in part"),
        whole("not_upheld", "of those, not upheld"),
        whole("remedy_pence", "paid to put it right"),
    ),
)
SURVEY_SCORES = Table(
    "survey_scores",
    _GRAIN,
    (
        *_KEYS,
        whole("responses", "responses of the surveys asked, whether they answer the question or not"),
        whole("answers", "answers to the question, on its scale or not"),
        whole("valid_answers", "answers on the scale"),
        whole("good", "of those, good"),
        whole("average", "of those, average"),
        whole("poor", "of those, poor"),
        whole("satisfied", "of those, in the top boxes"),
        number("points", "sum of the points of the valid answers"),
        number("points_squared", "sum of the squares of those points"),
        whole("promoters", "valid answers that recommend"),
        whole("detractors", "valid answers that do not"),
        whole("easy", "valid answers that found it easy"),
        whole("resolved", "valid answers that say it was sorted out"),
    ),
)
ANSWER_COUNTS = Table(
    "answer_counts",
    "period_start, service, channel, value, question, answer",
    (
        *_KEYS,
        text("question", "as the source names it"),
        text("answer", "as written"),
        whole("answers", "answers, on the scale or not"),
    ),
)
CHANNEL_COVERAGE = Table(
    "channel_coverage",
    "source, kind, service, channel, family, resolution; only sources that count",
    (
        text("source", "source", nullable=False),
        text("kind", "kind of record", nullable=False),
        text("service", "service", nullable=False),
        text("channel", "channel", nullable=False),
        text("family", "family of columns", nullable=False),
        text("resolution", "contact, half_hour, day or month", nullable=False),
        date("first_date", "first day recorded"),
        date("last_date", "last day recorded"),
        whole("records", "records"),
        whole("days", "days with records"),
        flag("is_approximate", "some counts were worked back from rounded rates"),
    ),
)
RECORDS_BY_DAY = Table(
    "records_by_day",
    "period_start, source, resolution",
    (
        date("period_start", "day, or the first day of the grain asked for", nullable=False),
        text("source", "source", nullable=False),
        text("resolution", "contact, half_hour, day or month", nullable=False),
        whole("records", "records"),
        whole("counted_records", "of those, from the source of record"),
    ),
)
CONTACTS_BY_SOURCE = Table(
    "contacts_by_source",
    "period_start, channel, service, source",
    (
        date("period_start", "first day of the period in the grain asked for", nullable=False),
        text("channel", "channel", nullable=False),
        text("service", "service", nullable=False),
        text("source", "source", nullable=False),
        whole("contacts", "contacts it records, whether they count or not"),
        whole("counted_contacts", "of those, where it is the source of record"),
    ),
)

QUESTIONS: dict[str, Table] = {
    table.name: table
    for table in (
        CONTACT_TOTALS,
        CONTACT_COSTS,
        CONTACTS_ONLINE,
        WAITS_WITHIN,
        FOLLOW_UPS_WITHIN,
        JOURNEYS_WITHIN,
        HALF_HOUR_TOTALS,
        HALF_HOURS,
        HALF_HOUR_WAITS,
        HALF_HOUR_RESULTS,
        CLOCK_RESULTS,
        CLOCK_DURATIONS,
        CASE_TOTALS,
        WAIT_SECONDS,
        WAIT_QUANTILES,
        STATED,
        COMPLAINT_TOTALS,
        COMPLAINT_PROCEDURES,
        WORKING_DAYS_TAKEN,
        OPEN_OVERDUE,
        SURVEY_SCORES,
        ANSWER_COUNTS,
        COMMENT_WORDS,
        ROTA,
        CHANNEL_COVERAGE,
        RECORDS_BY_DAY,
        CONTACTS_BY_SOURCE,
    )
}
"""Every question by the name of its .sql file."""
