"""What happened in each half-hour, and how long people waited, answered by brute force: {(period_start, half_hour): sums}."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from awkward_records import EXTRA_THRESHOLD, OTHER_THRESHOLD
from brute_force import Asked, Records, Sums, add, contact_events, decided, half_hour
from brute_waits import add_wait, waited
from small_warehouse import Row

COUNTED = (
    "contacts", "calls_offered", "calls_answered", "calls_abandoned", "calls_with_wait", "seconds_to_answer",
    "contacts_with_handling_time", "seconds_handled",
)  # fmt: skip
RESULTS = ("contacts_assessed", "avoidable_contacts", "contacts_with_outcome", "contacts_resolved_first")
DECLARED_SECONDS = {EXTRA_THRESHOLD, OTHER_THRESHOLD}
"""The thresholds whose sums are kept by half-hour."""
HalfHour = tuple[date, int]


def half_hours(records: Records, asked: Asked) -> dict[HalfHour, Sums]:
    found: defaultdict[HalfHour, Sums] = defaultdict(dict)
    for row, day, counts in contact_events(records):
        slot, longest = half_hour(row), counts.get("longest_wait_seconds")
        if slot is None or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        if longest is None and all(counts.get(name) is None for name in COUNTED):
            continue
        sums = found[day, slot]
        for name in COUNTED:
            add(sums, name, counts.get(name))
        if longest is not None:
            sums["longest_wait_seconds"] = max(longest, sums.get("longest_wait_seconds", longest))
    return found


def half_hour_results(records: Records, asked: Asked) -> dict[HalfHour, Sums]:
    found: defaultdict[HalfHour, Sums] = defaultdict(dict)
    for row, day, counts in contact_events(records):
        slot = half_hour(row)
        if slot is None or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        for name in ("contacts", *RESULTS):
            add(found[day, slot], name, counts.get(name))
    return {key: sums for key, sums in found.items() if any(sums.get(name) is not None for name in RESULTS)}


def half_hour_waits(records: Records, asked: Asked, limits: Sequence[Row]) -> dict[HalfHour, Sums]:
    found: defaultdict[HalfHour, Sums] = defaultdict(dict)
    for row in [*records.contacts, *records.intervals]:
        slot, day = half_hour(row), row["activity_date"]
        limit = decided(limits, day, queue=row["queue"])
        if slot is None or not limit or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        within = limit["within_seconds"]
        if row["kind"] == "contacts":
            if within in DECLARED_SECONDS and (ended := waited(records, row)):
                add_wait(found[day, slot], ended, within, is_short=False)
        elif row["counts"]["waits"] and row["threshold_seconds"] == within and row["calls_answered_within"] is not None:
            _add_stated(found[day, slot], row)
    return found


def _add_stated(sums: Sums, row: Row) -> None:
    add(sums, "offered", row["calls_offered"])
    add(sums, "answered", row["calls_answered"])
    add(sums, "answered_within", row["calls_answered_within"])
    add(sums, "abandoned_within", row["calls_abandoned_within"])
