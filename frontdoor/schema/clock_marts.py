"""The marts of clocks: when each started and stopped, and what that means for the promises declared."""

from enum import StrEnum

from frontdoor.schema.table import Table, date, flag, text, whole


class Clock(StrEnum):
    """What runs from a day 0 until it is stopped."""

    FIRST_REPLY = "first_reply"
    COMPLETION = "completion"
    ACKNOWLEDGEMENT_1 = "acknowledgement_1"
    RESPONSE_1 = "response_1"
    ACKNOWLEDGEMENT_2 = "acknowledgement_2"
    RESPONSE_2 = "response_2"


PLACE = (
    text("service", "service", nullable=False),
    text("queue", "queue", nullable=False),
    text("channel", "channel", nullable=False),
)
CLOCKS = Table(
    "clocks",
    "clock, started_date, stopped_date, stated_due_date, extension_working_days, is_unacknowledged, ending, service, queue, channel, "
    "procedure, ward, source",
    (
        text("clock", "one of Clock", nullable=False),
        date("started_date", "day 0", nullable=False),
        date("stopped_date", "null is still open; the day of the withdrawal where that ended it"),
        date("stated_due_date", "promised by the source for this very case"),
        whole("extension_working_days", "granted extension"),
        flag(
            "is_unacknowledged",
            "a response nobody acknowledged first: started_date is the opening, and the days to acknowledge are added",
            nullable=False,
        ),
        text("ending", "stopped, open or withdrawn", nullable=False),
        *PLACE,
        text("procedure", "null for contacts"),
        text("ward", "ward"),
        text("source", "the source that tells of it; what it covers bounds what is known", nullable=False),
        whole("cases", "cases", nullable=False),
    ),
)
OPEN_CLOCKS = Table("open_clocks", CLOCKS.grain, CLOCKS.columns)
_RESULTS = (
    text("source", "the source that tells of it", nullable=False),
    whole("cases", "cases", nullable=False),
    whole("in_time_cases", "of those, stopped by the due date", nullable=False),
    whole("open_cases", "of those, not stopped", nullable=False),
)
_PROMISED = (
    whole("promised_working_days", "a declared promise; null is the date the source promised for that very case"),
    whole(
        "acknowledged_within",
        "working days to acknowledge that were added, on the rows of responses nobody acknowledged first; null elsewhere",
    ),
    whole("longest_extension", "working days of extension that count at most; null where the source promised a date"),
)
_CLOCK = text("clock", "one of Clock", nullable=False)
_PROCEDURE = text("procedure", "null for contacts")
_MONTH = date("activity_month", "first day of the month of day 0", nullable=False)
_DUE_MONTH = date("due_month", "first day of the month of the due date; null: not yet due by what the source covers")
CLOCK_RESULTS_BY_DAY = Table(
    "clock_results_by_day",
    "clock, started_date, due_date, promised_working_days, acknowledged_within, longest_extension, service, queue, channel, "
    "procedure, source",
    (
        _CLOCK,
        date("started_date", "day 0", nullable=False),
        date("due_date", "last day that is in time", nullable=False),
        *_PROMISED,
        *PLACE,
        _PROCEDURE,
        *_RESULTS,
    ),
)
_BY_MONTH = (_CLOCK, _MONTH, _DUE_MONTH, *_PROMISED, *PLACE, _PROCEDURE, *_RESULTS)
CLOCK_RESULTS_BY_MONTH = Table(
    "clock_results_by_month",
    "clock, activity_month, due_month, promised_working_days, acknowledged_within, longest_extension, service, queue, channel, "
    "procedure, source",
    _BY_MONTH,
)
CLOCK_RESULTS_BY_WARD = Table(
    "clock_results_by_ward",
    "clock, activity_month, due_month, promised_working_days, acknowledged_within, longest_extension, service, queue, channel, "
    "procedure, ward, source",
    (*_BY_MONTH, text("ward", "ward")),
)
WORKING_DAYS_BY_MONTH = Table(
    "working_days_by_month",
    "clock, activity_month, due_month, promised_working_days, acknowledged_within, longest_extension, service, channel, "
    "procedure, working_days_taken, started_date, source",
    (
        _CLOCK,
        _MONTH,
        _DUE_MONTH,
        *_PROMISED,
        text("service", "service", nullable=False),
        text("channel", "channel", nullable=False),
        _PROCEDURE,
        whole("working_days_taken", "working days from day 0 to the answer; null is still open"),
        date("started_date", "day 0 of those still open"),
        *_RESULTS,
    ),
)
CLOCK_DURATIONS_BY_MONTH = Table(
    "clock_durations_by_month",
    "activity_month, clock, elapsed_days, ending, started_date, service, channel, procedure, source",
    (
        _MONTH,
        _CLOCK,
        whole("elapsed_days", "calendar days from start to stop; null is still open"),
        text("ending", "stopped, open or withdrawn", nullable=False),
        date("started_date", "day 0 of those still open"),
        text("service", "service", nullable=False),
        text("channel", "channel", nullable=False),
        _PROCEDURE,
        text("source", "the source that tells of it", nullable=False),
        whole("cases", "cases", nullable=False),
    ),
)
