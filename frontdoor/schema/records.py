"""The records: one table per kind of export, as intake hands them over and the records file keeps them."""

import polars as pl

from frontdoor.schema.complaints import COMPLAINT_EVENTS, COMPLAINT_STAGES, COMPLAINTS
from frontdoor.schema.rotas import ROTA_HALF_HOURS, ROTA_SHIFTS
from frontdoor.schema.surveys import SURVEY_RESPONSES
from frontdoor.schema.table import Column, Table, date, flag, moment, number, text, whole

SPECIAL_CATEGORY = ("access_need", "assistance", "adjustment")
"""Attributes that tell of somebody's health: loaded by opt-in only (decision 0710)."""

CONTACT_ATTRIBUTES = ("ward", "reason", "customer_type", "age_band", "language", "tenure", *SPECIAL_CATEGORY)
"""Attributes a contact can be counted by, one at a time."""

ASSISTANCE = ("relay", "british_sign_language", "interpreter", "other")
"""How a contact was assisted."""

ADJUSTMENT = ("honoured", "not_honoured")
"""What became of the reasonable adjustment a customer had asked for."""

CONTACTS = Table(
    "contacts",
    "one contact as one source recorded it; rows of one conversation_id are one contact",
    (
        text("contact_id", "the source's own key", nullable=False),
        text("conversation_id", "shared by the rows of one transferred conversation"),
        moment("updated_at", "when the source last changed the row, UTC; the version"),
        moment("started_at", "when the customer got in touch, UTC"),
        moment(
            "started_local", "the same on the council's clock; midnight where only the date is known", nullable=False
        ),
        flag("is_time_known", "whether the source gave a time of day", nullable=False),
        date("activity_date", "local date of started_local", nullable=False),
        text("service", "which service it was about; 'unknown' where the source does not say", nullable=False),
        text("queue", "line, inbox, form, counter or site; 'unknown' where the source does not say", nullable=False),
        text("channel", "one of Channel", nullable=False),
        text("ward", "where the customer or the matter is; 'unknown' where not given"),
        text("reason", "why they got in touch, in the source's words"),
        text("customer_type", "resident, business, community_group, councillor or internal"),
        text("age_band", "as the source bands it"),
        text("access_need", "special category, by opt-in"),
        text("language", "the language used or preferred, in the source's words"),
        text("tenure", "how the customer's home is held, in the source's words"),
        text("assistance", "one of ASSISTANCE, null where nobody assisted; special category, by opt-in"),
        text("adjustment", "one of ADJUSTMENT, null where nobody asked for any; special category, by opt-in"),
        text("customer", "keyed pseudonym of the customer; null is nobody we can link"),
        text("case_id", "the case or request this contact belongs to"),
        text("outcome", "one of Outcome, live channels only"),
        whole("seconds_waited", "seconds from joining the queue to the answer or to giving up"),
        whole("seconds_handled", "seconds of talk, hold and wrap-up"),
        flag("is_resolved_first", "the adviser's own flag: sorted out at first contact"),
        flag("is_avoidable", "assessed as avoidable contact (NI 14)"),
        whole("transfers", "times this contact was passed on"),
        flag("is_survey_invited", "the customer was offered the survey"),
        moment("replied_at", "first reply, UTC"),
        date("replied_date", "local date of the first reply"),
        moment("completed_at", "completed or resolved, UTC"),
        date("completed_date", "local date of completion"),
        date("promised_date", "the date the source promised for this very case"),
        flag("is_customer_contact", "false for rows staff or machines made", nullable=False),
    ),
)

INTERVAL_COUNTS = (
    whole("contacts", "contacts of any channel"),
    whole("calls_offered", "live contacts that reached the queue"),
    whole("calls_answered", "live contacts answered"),
    whole("calls_abandoned", "live contacts given up before an answer"),
    whole("calls_called_back", "live contacts that chose a call back"),
    whole("calls_answered_within", "answered within threshold_seconds"),
    whole("calls_abandoned_within", "given up within threshold_seconds"),
    whole("calls_with_wait", "answered contacts whose wait is known"),
    whole("seconds_to_answer", "seconds waited by those"),
    whole("longest_wait_seconds", "the longest wait, answered or not"),
    whole("contacts_with_handling_time", "contacts whose handling time is known"),
    whole("seconds_handled", "seconds of talk, hold and wrap-up"),
    whole("contacts_assessed", "contacts assessed for avoidability"),
    whole("avoidable_contacts", "of those, avoidable"),
    whole("contacts_with_outcome", "contacts with the adviser's flag"),
    whole("contacts_resolved_first", "of those, sorted out at first contact"),
)
"""Counts a summary source may state; a count the source does not give is null, never 0."""

CONTACT_INTERVALS = Table(
    "contact_intervals",
    "one half-hour, day or month of one queue as one summary source stated it",
    (
        text("interval_id", "the source's key: queue, start and what else the source's key names", nullable=False),
        moment("updated_at", "when the source last changed the row, UTC; the version"),
        text("grain", "one of IntervalGrain", nullable=False),
        moment("started_local", "start of the interval on the council's clock", nullable=False),
        date("activity_date", "local date; the first of the month for a monthly row", nullable=False),
        text("service", "'unknown' where the source does not say", nullable=False),
        text("queue", "'unknown' where the source does not say", nullable=False),
        text("channel", "one of Channel", nullable=False),
        whole("threshold_seconds", "the threshold behind calls_answered_within"),
        *INTERVAL_COUNTS,
        flag("is_approximate", "some count was worked back from a rounded rate", nullable=False),
    ),
)

STATED_RESULTS = Table(
    "stated_results",
    "one figure as a source or provider itself stated it for a stretch of time",
    (
        text("stated_id", "the source's key", nullable=False),
        moment("updated_at", "the version"),
        date("from_date", "first day of the stretch, inclusive", nullable=False),
        date("to_date", "last day of the stretch, inclusive", nullable=False),
        text("service", "'unknown' where the source does not say", nullable=False),
        text("channel", "one of Channel, null where it is not about one"),
        text("provider", "who states it", nullable=False),
        text("measure", "the measure it claims to be", nullable=False),
        number("numerator", "as stated, null where not given"),
        number("denominator", "as stated, null where not given"),
        number("value", "as stated, in the measure's own unit; null where only counts are given"),
        text("value_text", "the value exactly as written"),
        text("evidence", "where the provider says the figure comes from"),
        whole("within_seconds", "the threshold it is counted by; null where it says none"),
    ),
)

KEPT = (
    text("source", "name of the source", nullable=False),
    whole("load_id", "the load that brought this version", nullable=False),
    Column("record_hash", pl.UInt64, "hash of every column, to tell a correction from a repeat", nullable=False),
)
"""Columns the records file adds to every kind."""

KINDS: dict[str, Table] = {
    table.name: table
    for table in (
        CONTACTS,
        CONTACT_INTERVALS,
        STATED_RESULTS,
        COMPLAINTS,
        COMPLAINT_STAGES,
        COMPLAINT_EVENTS,
        SURVEY_RESPONSES,
        ROTA_HALF_HOURS,
        ROTA_SHIFTS,
    )
}
"""The kinds of record, by the name a source gives in `kind`."""

KEY_COLUMNS = {
    "contacts": "contact_id",
    "contact_intervals": "interval_id",
    "stated_results": "stated_id",
    "complaints": "complaint_id",
    "complaint_stages": "stage_id",
    "complaint_events": "event_id",
    "survey_responses": "response_id",
    "rota_half_hours": "rota_id",
    "rota_shifts": "shift_id",
}
"""The column that identifies a record within its source."""

COMPLAINT_KINDS = ("complaints", "complaint_stages", "complaint_events")
"""The kinds whose rows are put together case by case."""
