"""The records of complaints: one row per case, one per stage of a case, or one per event, as each export gives them."""

from enum import StrEnum

from frontdoor.schema.table import Column, Table, date, moment, text, whole

STAGES = (1, 2)
"""The stages both Complaint Handling Codes know; early resolution comes before stage 1 and is not a stage."""


class ComplaintOutcome(StrEnum):
    """How one stage was decided."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"


class ComplaintEvent(StrEnum):
    """What can happen to a complaint; all but the first three belong to a stage."""

    RECEIVED = "received"
    RESOLVED_EARLY = "resolved_early"
    REFUSED = "refused"
    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"
    EXTENDED = "extended"
    RESPONDED = "responded"
    WITHDRAWN = "withdrawn"


def _case() -> tuple[Column, ...]:
    """Return the columns that say which case, and what it is about."""
    return (
        text("complaint_id", "the case's own key", nullable=False),
        moment("updated_at", "when the source last changed the row, UTC; the version"),
        text("procedure", "which complaints procedure; 'corporate' where the source does not say", nullable=False),
        text("service", "'unknown' where the source does not say", nullable=False),
        text("channel", "one of Channel", nullable=False),
        text("ward", "'unknown' where not given"),
        text("reason", "what it is about, in the source's words"),
        text("customer_type", "resident, business, community_group, councillor or internal"),
        text("customer", "keyed pseudonym; null is nobody we can link"),
    )


def _stage(prefix: str) -> tuple[Column, ...]:
    """Return the columns of one stage, each named with `prefix`; all local dates, null is not (yet) happened."""
    return (
        date(f"{prefix}acknowledged_date", "acknowledged and logged"),
        date(f"{prefix}stated_due_date", "due date the source itself states for this very case"),
        whole(f"{prefix}extension_working_days", "extension granted, working days; null is none"),
        date(f"{prefix}responded_date", "full response sent"),
        text(f"{prefix}outcome", "one of ComplaintOutcome"),
    )


COMPLAINTS = Table(
    "complaints",
    "one case, with both stages beside each other",
    (
        *_case(),
        date("activity_date", "local date the complaint was received; day 0", nullable=False),
        date("resolved_early_date", "put right before stage 1 began"),
        date("refused_date", "not accepted as a complaint"),
        date("withdrawn_date", "withdrawn by the customer"),
        date("stage_1_opened_date", "day 0 of stage 1; the receipt where nothing came before"),
        *_stage("stage_1_"),
        date("stage_2_opened_date", "escalation asked for; day 0 of stage 2"),
        *_stage("stage_2_"),
        whole("remedy_pence", "paid to put it right"),
    ),
)
COMPLAINT_STAGES = Table(
    "complaint_stages",
    "one stage of one case",
    (
        text("stage_id", "complaint_id and stage: the key", nullable=False),
        *_case(),
        whole("stage", "1 or 2; 0 for what was settled before stage 1", nullable=False),
        date("activity_date", "local date the stage was opened; day 0", nullable=False),
        *_stage(""),
        date("refused_date", "not accepted as a complaint"),
        date("withdrawn_date", "withdrawn by the customer"),
        whole("remedy_pence", "paid to put it right"),
    ),
)
COMPLAINT_EVENTS = Table(
    "complaint_events",
    "one event of one case",
    (
        text("event_id", "the source's key of the event", nullable=False),
        *_case(),
        text("event", "one of ComplaintEvent", nullable=False),
        whole("stage", "1 or 2; null for what belongs to no stage"),
        date("activity_date", "local date it happened", nullable=False),
        date("stated_due_date", "due date stated with the event"),
        whole("extension_working_days", "granted with an `extended` event"),
        text("outcome", "one of ComplaintOutcome, with a `responded` event"),
        whole("remedy_pence", "paid, with the event that says so"),
    ),
)
