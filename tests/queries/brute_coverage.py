"""What each source recorded, and what was stated, worked by brute force on the records in force."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from brute_force import Asked, Declared
from small_warehouse import Row

FAMILIES = {
    "contacts": {
        "volume": ("contact_id",),
        "waits": ("outcome", "seconds_waited", "seconds_handled", "replied_date", "replied_at"),
        "reasons": (
            "reason", "case_id", "is_avoidable", "is_resolved_first", "is_survey_invited", "completed_date", "promised_date",
        ),
    },
    "contact_intervals": {
        "volume": ("interval_id",),
        "waits": (
            "calls_offered", "calls_answered", "calls_abandoned", "calls_called_back", "calls_answered_within",
            "seconds_to_answer", "longest_wait_seconds", "seconds_handled",
        ),
        "reasons": ("contacts_assessed", "avoidable_contacts", "contacts_with_outcome", "contacts_resolved_first"),
    },
}  # fmt: skip
"""The columns of each family; a record that fills any of them counts for it."""


class Present(NamedTuple):
    """One record as one family of columns sees it."""

    day: date
    source: str
    kind: str
    service: str
    channel: str
    resolution: str
    family: str
    is_counted: bool
    is_approximate: bool


def present(rows: Iterable[Row], declared: Sequence[Declared]) -> Iterator[Present]:
    """Yield every record of a customer once for each family it fills."""
    for row in rows:
        if row["kind"] == "contacts" and not row["is_customer_contact"]:
            continue
        for family, columns in FAMILIES[row["kind"]].items():
            if all(row[name] is None for name in columns):
                continue
            fitting = [one for one in declared if one.fits(row, family)]
            named = max(fitting, key=lambda one: (one.channel is not None) + (one.family is not None), default=None)
            yield Present(
                row["activity_date"], row["source"], row["kind"], row["service"], row["channel"], row.get("grain", "contact"),
                family, named is None or named.source == row["source"], row.get("is_approximate", False),
            )  # fmt: skip


def channel_coverage(found: Iterable[Present], asked: Asked) -> dict[Any, Row]:
    """Return first and last day, records and days of each source that counts, by kind, place, family and resolution."""
    groups = defaultdict(list)
    for one in found:
        if one.is_counted and asked.holds(one.day) and asked.takes(one.service, one.channel):
            groups[one.source, one.kind, one.service, one.channel, one.family, one.resolution].append(one)
    return {
        key: {
            "first_date": min(one.day for one in group),
            "last_date": max(_last(one) for one in group),
            "records": len(group),
            "days": len({one.day for one in group}),
            "is_approximate": any(one.is_approximate for one in group),
        }
        for key, group in groups.items()
    }


def _last(one: Present) -> date:
    """Return the last day a record speaks for: a monthly one for its whole month."""
    return (one.day + timedelta(days=31)).replace(day=1) - timedelta(days=1) if one.resolution == "month" else one.day


def records_by_day(found: Iterable[Present], asked: Asked) -> dict[Any, Row]:
    """Return how many records each source holds, and how many count (None where none does)."""
    sums: dict[Any, Row] = defaultdict(lambda: {"records": 0, "counted_records": None})
    for one in found:
        if one.family == "volume" and asked.holds(one.day) and asked.takes(one.service, one.channel):
            held = sums[asked.period(one.day), one.source, one.resolution]
            held["records"] += 1
            if one.is_counted:
                held["counted_records"] = (held["counted_records"] or 0) + 1
    return dict(sums)


def stated(rows: Iterable[Row], asked: Asked) -> list[tuple[Any, ...]]:
    """Return the figures stated for stretches that lie wholly inside what is asked, as rows."""
    return [
        (
            asked.period(row["from_date"]), row["service"], row["channel"], row["provider"], row["measure"],
            row["numerator"], row["denominator"], row["value"], row["to_date"], row["within_seconds"],
        )
        for row in rows
        if row["from_date"] >= asked.first and row["to_date"] <= asked.last
        and (not asked.services or row["service"] in asked.services)
        and (not asked.channels or row["channel"] in asked.channels)
    ]  # fmt: skip
