"""What is counted of contacts and of their waits: the columns marts and questions share."""

from frontdoor.schema.table import whole

CONTACT_COUNTS = (
    whole("contacts", "contacts; a transferred conversation is one"),
    whole("calls_offered", "live contacts that reached a queue"),
    whole("calls_answered", "live contacts answered"),
    whole("calls_abandoned", "live contacts given up before an answer"),
    whole("calls_called_back", "live contacts that chose a call back"),
    whole("calls_other", "offered less answered, abandoned and called back; can be negative, never clipped"),
    whole("calls_with_wait", "answered live contacts whose wait is known"),
    whole("seconds_to_answer", "seconds those waited"),
    whole("contacts_with_handling_time", "contacts whose handling time is known"),
    whole("seconds_handled", "seconds of talk, hold and wrap-up of those"),
    whole("contacts_assessed", "contacts assessed for avoidability"),
    whole("avoidable_contacts", "of those, avoidable"),
    whole("contacts_with_outcome", "contacts carrying the adviser's first-time flag"),
    whole("contacts_resolved_first", "of those, sorted out at first contact"),
    whole("linked_contacts", "contacts whose customer reference is known"),
    whole("requests_resolved", "cases completed, on the day of completion"),
    whole("contacts_on_resolved_requests", "contacts those cases took, on the day of completion"),
    whole("survey_invitations", "contacts offered the survey"),
)
"""Sums every contact mart carries; null where no source recorded the count."""

LONGEST_WAIT = whole("longest_wait_seconds", "the longest wait, answered or not; a maximum, not a sum")

_BY_HALF_HOUR = (
    "contacts",
    "calls_offered",
    "calls_answered",
    "calls_abandoned",
    "calls_with_wait",
    "seconds_to_answer",
    "contacts_with_handling_time",
    "seconds_handled",
)
HALF_HOUR_COUNTS = (*(count for count in CONTACT_COUNTS if count.name in _BY_HALF_HOUR), LONGEST_WAIT)
"""What is asked half-hour by half-hour."""

WAITS = (
    whole("offered", "wait known, or still open"),
    whole("answered", "wait known"),
    whole("answered_within", "answered in at most within_seconds; cumulative over rungs"),
    whole("abandoned_within", "given up in at most within_seconds; cumulative over rungs"),
)
"""Sums every mart of waits carries."""
