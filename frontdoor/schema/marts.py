"""The marts: sums and named maxima only, nothing in them that a council can decide later."""

from frontdoor.schema.clock_marts import (
    CLOCK_DURATIONS_BY_MONTH,
    CLOCK_RESULTS_BY_DAY,
    CLOCK_RESULTS_BY_MONTH,
    CLOCK_RESULTS_BY_WARD,
    CLOCKS,
    OPEN_CLOCKS,
    PLACE,
    WORKING_DAYS_BY_MONTH,
)
from frontdoor.schema.contact_counts import CONTACT_COUNTS, HALF_HOUR_COUNTS, LONGEST_WAIT, WAITS
from frontdoor.schema.rotas import ROTA_BY_HALF_HOUR
from frontdoor.schema.table import Table, date, flag, number, text, whole, wholes
from frontdoor.schema.voice_marts import (
    ANSWERS_BY_ATTRIBUTE,
    ANSWERS_BY_DAY,
    COMMENT_WORDS_BY_DAY,
    COMPLAINTS_BY_ATTRIBUTE,
    COMPLAINTS_BY_DAY,
)

_DAY = date("activity_date", "local date", nullable=False)
_MONTH = date("activity_month", "first day of the month", nullable=False)
_HALF_HOUR = whole("half_hour", "0 to 47 on the council's clock", nullable=False)
_WITHIN = whole("within_seconds", "a rung of the ladder", nullable=False)

CONTACTS_BY_HALF_HOUR = Table(
    "contacts_by_half_hour",
    "activity_date, half_hour, service, queue, channel",
    (_DAY, _HALF_HOUR, *PLACE, *CONTACT_COUNTS, LONGEST_WAIT),
)
CONTACTS_BY_DAY = Table(
    "contacts_by_day", "activity_date, service, queue, channel", (_DAY, *PLACE, *CONTACT_COUNTS, LONGEST_WAIT)
)
CONTACTS_BY_WEEK_SHAPE = Table(
    "contacts_by_week_shape",
    "activity_month, day_type, service, queue, channel",
    (
        _MONTH,
        whole("day_type", "1 Monday to 7 Sunday, 8 bank holiday", nullable=False),
        *PLACE,
        whole("contacts", "contacts whose time of day is known", nullable=False),
        wholes("contacts_until", "of those, by the end of each of the 48 half-hours from midnight", nullable=False),
    ),
)
CONTACTS_BY_ATTRIBUTE = Table(
    "contacts_by_attribute",
    "activity_month, attribute, value, service, channel",
    (
        _MONTH,
        text("attribute", "`all` or one of CONTACT_ATTRIBUTES, never crossed", nullable=False),
        text("value", "the attribute's value; 'all' for `all`, 'unknown' where not given", nullable=False),
        text("service", "service", nullable=False),
        text("channel", "channel", nullable=False),
        *CONTACT_COUNTS,
        LONGEST_WAIT,
    ),
)
WAITS_BY_DAY = Table(
    "waits_by_day", "activity_date, service, queue, channel, within_seconds", (_DAY, *PLACE, _WITHIN, *WAITS)
)
WAITS_BY_MONTH = Table(
    "waits_by_month", "activity_month, service, queue, channel, within_seconds", (_MONTH, *PLACE, _WITHIN, *WAITS)
)
WAITS_BY_HALF_HOUR = Table(
    "waits_by_half_hour",
    "activity_date, half_hour, service, queue, channel, within_seconds",
    (_DAY, _HALF_HOUR, *PLACE, _WITHIN, *WAITS),
)
_ADDED_UP = (
    text("service", "service or 'all'", nullable=False),
    text("channel", "channel or 'all'; 'all' beside a service", nullable=False),
)
HALF_HOURS_ADDED_UP = Table(
    "half_hours_added_up",
    "activity_date, half_hour, service or `all`, channel or `all`: never one service in one channel",
    (_DAY, _HALF_HOUR, *_ADDED_UP, *HALF_HOUR_COUNTS),
)
HALF_HOUR_WAITS_ADDED_UP = Table(
    "half_hour_waits_added_up",
    "activity_date, half_hour, service or `all`, channel or `all`, within_seconds: never one service in one channel",
    (_DAY, _HALF_HOUR, *_ADDED_UP, _WITHIN, *WAITS),
)
ADDED_UP = (HALF_HOURS_ADDED_UP.name, HALF_HOUR_WAITS_ADDED_UP.name)
"""The marts with one row for all places, each service and each channel, so that nothing is left to be added up."""
WAIT_SECONDS_BY_DAY = Table(
    "wait_seconds_by_day",
    "activity_date, service, queue, channel, seconds_waited",
    (
        _DAY,
        *PLACE,
        whole("seconds_waited", "whole seconds", nullable=False),
        whole("answered", "answered after that wait"),
        whole("abandoned", "given up after that wait"),
    ),
)
WAIT_SECONDS_BY_MONTH = Table(
    "wait_seconds_by_month",
    "activity_month, service, queue, channel, seconds_waited",
    (_MONTH, *WAIT_SECONDS_BY_DAY.columns[1:]),
)
WAIT_QUANTILES_BY_MONTH = Table(
    "wait_quantiles_by_month",
    "activity_month, service or `all`, channel or `all`",
    (
        _MONTH,
        text("service", "service or 'all'", nullable=False),
        text("channel", "channel or 'all'", nullable=False),
        number("median_seconds", "median wait of answered contacts"),
        number("ninetieth_seconds", "90th percentile wait of answered contacts"),
        whole("longest_wait_seconds", "longest wait, answered or not"),
        whole("answered", "answered contacts whose wait is known"),
        whole("abandoned", "given up, wait known"),
    ),
)
FOLLOW_UPS = Table(
    "follow_ups",
    "activity_date of the first contact, gap_days, service, queue, channel, next_channel",
    (
        _DAY,
        whole("gap_days", "0 to 90 days to the next contact", nullable=False),
        *PLACE,
        text("next_channel", "channel of the next contact", nullable=False),
        whole("contacts", "linked contacts whose NEXT by the same customer about the same service came after gap_days"),
    ),
)
FOLLOW_UPS_BY_DAY = Table(
    "follow_ups_by_day",
    "activity_month of the first contact, activity_date, within_days, service, channel",
    (
        _MONTH,
        date(
            "activity_date",
            "of the first contact where it was followed, of the second where it is a repeat",
            nullable=False,
        ),
        whole("within_days", "a declared number of days", nullable=False),
        text("service", "service", nullable=False),
        text("channel", "channel", nullable=False),
        whole("followed_contacts", "contacts whose next came within so many days"),
        whole("turned_contacts", "of those, next by phone or visit"),
        whole("repeat_contacts", "contacts that came within so many days of one before"),
    ),
)
JOURNEYS_BY_MONTH = Table(
    "journeys_by_month",
    "activity_month of the first contact, within_days, service, queue, channel, next_channel",
    (
        _MONTH,
        whole("within_days", "a declared number of days", nullable=False),
        *PLACE,
        text("next_channel", "channel of the next contact", nullable=False),
        whole("followed_contacts", "linked contacts whose next came by next_channel within so many days"),
    ),
)
_CASES = (
    text("service", "service", nullable=False),
    text("channel", "channel", nullable=False),
    whole("cases", "cases"),
    whole("transfers", "transfers over them"),
    whole("services_touched", "distinct services, summed over cases"),
)
CASES_BY_DAY = Table("cases_by_day", "activity_date, service and channel of the case's first contact", (_DAY, *_CASES))
CASES_BY_MONTH = Table(
    "cases_by_month", "activity_month, service and channel of the case's first contact", (_MONTH, *_CASES)
)
STATED_RESULTS_MART = Table(
    "stated_results",
    "one stated figure",
    (
        date("from_date", "inclusive", nullable=False),
        date("to_date", "inclusive", nullable=False),
        text("source", "source", nullable=False),
        text("service", "service", nullable=False),
        text("channel", "channel"),
        text("provider", "who states it", nullable=False),
        text("measure", "measure", nullable=False),
        number("numerator", "as stated"),
        number("denominator", "as stated"),
        number("value", "as stated"),
        text("value_text", "as written"),
        text("evidence", "where the provider says it comes from"),
        whole("within_seconds", "the threshold it is counted by; null where it says none"),
    ),
)
COVERAGE = Table(
    "coverage",
    "activity_date, source, kind, service, channel, resolution, family",
    (
        _DAY,
        text("source", "source", nullable=False),
        text("kind", "kind of record", nullable=False),
        text("service", "service", nullable=False),
        text("channel", "channel", nullable=False),
        text("resolution", "contact (one record of one event), half_hour, day or month", nullable=False),
        text("family", "one of Family", nullable=False),
        whole("records", "records", nullable=False),
        whole("contacts", "contacts those records stand for; null but for the family volume"),
        flag("is_source_of_record", "whether these records count", nullable=False),
        flag("is_approximate", "worked back from a rounded rate", nullable=False),
    ),
)
CALENDAR = Table(
    "calendar",
    "activity_date",
    (
        _DAY,
        whole("day_type", "1 Monday to 7 Sunday, 8 bank holiday", nullable=False),
        text("holiday", "name of the bank holiday"),
        flag("is_working_day", "neither weekend nor bank holiday", nullable=False),
        whole("working_day_number", "working days up to and including it", nullable=False),
        whole("offset_minutes", "local minus UTC at 00:00 local", nullable=False),
        whole("offset_minutes_after", "local minus UTC at the end of the day", nullable=False),
        whole("change_minute", "local minute of the day at which the clocks change, before the change; null if none"),
    ),
)

SOURCES = Table(
    "sources",
    "one source",
    (text("source", "source", nullable=False), date("covered_to", "last day its deliveries speak for", nullable=False)),
)

MARTS: dict[str, Table] = {
    table.name: table
    for table in (
        CONTACTS_BY_HALF_HOUR,
        HALF_HOURS_ADDED_UP,
        CONTACTS_BY_DAY,
        CONTACTS_BY_WEEK_SHAPE,
        CONTACTS_BY_ATTRIBUTE,
        WAITS_BY_DAY,
        WAITS_BY_MONTH,
        WAITS_BY_HALF_HOUR,
        HALF_HOUR_WAITS_ADDED_UP,
        WAIT_SECONDS_BY_DAY,
        WAIT_SECONDS_BY_MONTH,
        WAIT_QUANTILES_BY_MONTH,
        FOLLOW_UPS,
        FOLLOW_UPS_BY_DAY,
        JOURNEYS_BY_MONTH,
        CLOCKS,
        OPEN_CLOCKS,
        CLOCK_RESULTS_BY_DAY,
        CLOCK_RESULTS_BY_MONTH,
        CLOCK_RESULTS_BY_WARD,
        CLOCK_DURATIONS_BY_MONTH,
        WORKING_DAYS_BY_MONTH,
        CASES_BY_DAY,
        CASES_BY_MONTH,
        COMPLAINTS_BY_DAY,
        COMPLAINTS_BY_ATTRIBUTE,
        ANSWERS_BY_DAY,
        ANSWERS_BY_ATTRIBUTE,
        COMMENT_WORDS_BY_DAY,
        STATED_RESULTS_MART,
        ROTA_BY_HALF_HOUR,
        COVERAGE,
        CALENDAR,
        SOURCES,
    )
}
"""Every mart by name."""

WAIT_LADDER_SECONDS = (
    5,
    10,
    15,
    20,
    30,
    45,
    60,
    90,
    120,
    180,
    240,
    300,
    600,
    720,
    900,
    1200,
    1800,
    3600,
    7200,
    14400,
    28800,
    86400,
)
"""Rungs of waits_by_day; every threshold a strategy, council file or register ever named is added."""
