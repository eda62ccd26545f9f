"""The definitions of MARTS worked out again in plain Python, straight from what was delivered; shares nothing with the SQL."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from small_warehouse import Delivery, Row

from frontdoor.schema.records import CONTACT_ATTRIBUTES

LIVE = {"phone", "chat", "visit"}
LONG_AGO = datetime(1900, 1, 1)
FOR_EVER = date(9999, 12, 31)
KEY_NAMES = {
    "contacts": "contact_id", "contact_intervals": "interval_id", "complaints": "complaint_id", "complaint_stages": "stage_id",
    "complaint_events": "event_id", "survey_responses": "response_id",
}  # fmt: skip
Key = tuple[date, str, str, str]
Sums = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """The same as a Scope: what the reader chose."""

    first: date
    last: date
    grain: str
    services: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    attribute: str | None = None
    value: str | None = None

    def takes(self, service: str, channel: str) -> bool:
        return (not self.services or service in self.services) and (not self.channels or channel in self.channels)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def period(self, day: date) -> date:
        starts = {
            "day": day,
            "week": day - timedelta(days=day.weekday()),
            "month": day.replace(day=1),
            "quarter": date(day.year, 3 * ((day.month - 1) // 3) + 1, 1),
            "year": date(day.year if day.month >= 4 else day.year - 1, 4, 1),
        }
        return starts[self.grain]

    def is_by_whole_months(self, *parameters: Sequence[Row]) -> bool:
        """Whether the figures kept by month can serve: whole months, and nothing decided changes inside one."""
        days = [row[end] for rows in parameters for row in rows for end in ("from_date", "before_date") if row.get(end)]
        mid_month = any(self.first < day <= self.last and day.day != 1 for day in days)
        is_whole = self.first.day == 1 and (self.last + timedelta(days=1)).day == 1
        return is_whole and self.grain in {"month", "quarter", "year"} and not mid_month


def in_force(deliveries: Iterable[Delivery]) -> list[Row]:
    """Return the version of each record in force after these deliveries, in the order given; each with kind and source."""
    held: dict[tuple[str, str, str], Row] = {}
    for delivery in deliveries:
        key_name = KEY_NAMES[delivery.kind]
        seen = set()
        for row in delivery.rows:
            key = (delivery.kind, delivery.source, row[key_name])
            seen.add(key)
            if key not in held or (row["updated_at"] or LONG_AGO) >= (held[key]["updated_at"] or LONG_AGO):
                held[key] = row | {"kind": delivery.kind, "source": delivery.source}
        if delivery.snapshot:
            first, last = delivery.snapshot
            gone = [
                key for key, row in held.items()
                if key[:2] == (delivery.kind, delivery.source) and key not in seen and first <= row["activity_date"] <= last
            ]  # fmt: skip
            for key in gone:
                del held[key]
    return list(held.values())


@dataclass(frozen=True)
class Declared:
    """A source of record as the council declares it; None is every one."""

    source: str
    channel: str | None = None
    family: str | None = None
    from_date: date | None = None
    before_date: date | None = None

    def fits(self, row: Row, family: str) -> bool:
        day = row["activity_date"]
        return (
            self.channel in {None, row["channel"]}
            and self.family in {None, family}
            and (self.from_date is None or day >= self.from_date)
            and (self.before_date is None or day < self.before_date)
        )


class Records:
    """The records in force of one council, as a reader of the definitions would sort them."""

    def __init__(self, rows: list[Row], declared: Sequence[Declared], covered_to: dict[str, date]) -> None:
        self.declared = declared
        self.covered_to = covered_to
        self.contacts = [self._marked(row) for row in folded([row for row in rows if row["kind"] == "contacts"])]
        self.intervals = [self._marked(row) for row in rows if row["kind"] == "contact_intervals"]
        customers = [row for row in rows if row["kind"] == "contacts" and row["is_customer_contact"]]
        self.replying = {
            (row["source"], row["channel"]) for row in customers
            if row["replied_at"] or row["replied_date"] or (row["channel"] not in LIVE and row["seconds_waited"] is not None)
        }  # fmt: skip
        self.completing = {row["source"] for row in customers if row["completed_date"] or row["promised_date"]}
        self.giving = {
            name: {row["source"] for row in customers if row[name] not in {None, "unknown"}}
            for name in CONTACT_ATTRIBUTES
        }

    def _marked(self, row: Row) -> Row:
        marks = {}
        for family in ("volume", "waits", "reasons"):
            fitting = [one for one in self.declared if one.fits(row, family)]
            named = max(fitting, key=lambda one: (one.channel is not None) + (one.family is not None), default=None)
            marks[family] = named is None or named.source == row["source"]
        return row | {"counts": marks}


def folded(rows: list[Row]) -> list[Row]:
    """Return customers' contacts, the rows of one conversation as one."""
    alone, together = [], defaultdict(list)
    for row in rows:
        if row["is_customer_contact"]:
            if row["conversation_id"] is None:
                alone.append(row)
            else:
                together[row["source"], row["conversation_id"]].append(row)
    return alone + [
        _folded(sorted(group, key=lambda r: (r["started_local"], r["contact_id"]))) for group in together.values()
    ]


def _folded(group: list[Row]) -> Row:
    if len(group) == 1:
        return group[0]
    answered = [place for place, row in enumerate(group) if row["outcome"] == "answered"]
    until = group[: answered[0] + 1] if answered else group
    waits = [row["seconds_waited"] for row in until]

    def first(name: str) -> Any:
        return next((row[name] for row in group if row[name] is not None), None)

    def last(name: str) -> Any:
        return next((row[name] for row in reversed(group) if row[name] is not None), None)

    handled = [row["seconds_handled"] for row in group if row["seconds_handled"] is not None]
    return group[0] | {name: first(name) for name in (*CONTACT_ATTRIBUTES, "customer", "case_id", "is_avoidable", "promised_date")} | {
        "outcome": until[-1]["outcome"],
        "seconds_waited": None if None in waits else sum(waits),
        "seconds_handled": sum(handled) if handled else None,
        "is_resolved_first": last("is_resolved_first"),
        "transfers": max(sum(row["transfers"] or 0 for row in group), len(group) - 1),
        "is_survey_invited": max((row["is_survey_invited"] for row in group if row["is_survey_invited"] is not None), default=None),
        "completed_date": max((row["completed_date"] for row in group if row["completed_date"]), default=None),
    }  # fmt: skip


def half_hour(row: Row) -> int | None:
    at = row["started_local"]
    return at.hour * 2 + at.minute // 30 if row.get("is_time_known", row.get("grain") == "half_hour") else None


def add(sums: Sums, name: str, amount: Any) -> None:
    """Add what is known; what nobody supplied stays None."""
    if amount is not None:
        sums[name] = (sums.get(name) or 0) + int(amount)


def contact_events(records: Records) -> Iterator[tuple[Row, date, Sums]]:
    """Yield each contact, interval and completed request with its day and what it counts as."""
    for row in records.contacts:
        yield row, row["activity_date"], _contact_counts(row)
    for row in records.intervals:
        yield row, row["activity_date"], _interval_counts(row)
    for row, day, contacts in resolved(records):
        yield row | {"is_time_known": False}, day, {"requests_resolved": 1, "contacts_on_resolved_requests": contacts}


def _contact_counts(row: Row) -> Sums:
    counts: Sums = {}
    volume, waits, reasons = (row["counts"][family] for family in ("volume", "waits", "reasons"))
    if volume:
        counts["contacts"] = 1
        counts["linked_contacts"] = 1 if row["customer"] else None
    if waits and row["channel"] in LIVE and row["outcome"]:
        outcomes = {"answered": "calls_answered", "abandoned": "calls_abandoned", "called_back": "calls_called_back"}
        counts |= {
            "calls_offered": 1,
            "calls_answered": 0,
            "calls_abandoned": 0,
            "calls_called_back": 0,
            "calls_other": 0,
        }
        counts[outcomes.get(row["outcome"], "calls_other")] = 1
        counts["longest_wait_seconds"] = row["seconds_waited"]
        if row["outcome"] == "answered" and row["seconds_waited"] is not None:
            counts |= {"calls_with_wait": 1, "seconds_to_answer": row["seconds_waited"]}
    if waits and row["seconds_handled"] is not None:
        counts |= {"contacts_with_handling_time": 1, "seconds_handled": row["seconds_handled"]}
    if reasons:
        counts["survey_invitations"] = row["is_survey_invited"]
        if row["is_avoidable"] is not None:
            counts |= {"contacts_assessed": 1, "avoidable_contacts": row["is_avoidable"]}
        if row["is_resolved_first"] is not None:
            counts |= {"contacts_with_outcome": 1, "contacts_resolved_first": row["is_resolved_first"]}
    return counts


def _interval_counts(row: Row) -> Sums:
    counts: Sums = {}
    if row["counts"]["volume"]:
        counts["contacts"] = row["calls_offered"] if row["contacts"] is None else row["contacts"]
    if row["counts"]["waits"]:
        for name in ("calls_offered", "calls_answered", "calls_abandoned", "calls_called_back", "longest_wait_seconds"):
            counts[name] = row[name]
        known = [row["calls_offered"], row["calls_answered"], row["calls_abandoned"]]
        if None not in known:
            counts["calls_other"] = known[0] - known[1] - known[2] - (row["calls_called_back"] or 0)
        counts["seconds_to_answer"] = row["seconds_to_answer"]
        if row["seconds_to_answer"] is not None:
            counts["calls_with_wait"] = (
                row["calls_answered"] if row["calls_with_wait"] is None else row["calls_with_wait"]
            )
    return counts


def cases(records: Records) -> list[list[Row]]:
    """Return the contacts of each case, first contact first."""
    groups = defaultdict(list)
    for row in records.contacts:
        if row["case_id"] and row["counts"]["reasons"]:
            groups[row["source"], row["case_id"]].append(row)
    return [sorted(group, key=lambda r: (r["started_local"], r["contact_id"])) for group in groups.values()]


def completed_on(group: list[Row]) -> date | None:
    return max((row["completed_date"] for row in group if row["completed_date"]), default=None)


def resolved(records: Records) -> Iterator[tuple[Row, date, int]]:
    for group in cases(records):
        if day := completed_on(group):
            yield group[0], day, len(group)
    for row in records.contacts:
        if not row["case_id"] and row["completed_date"] and row["counts"]["reasons"]:
            yield row, row["completed_date"], 1


def decided(rows: Sequence[Row], day: date, *, queue: str | None = None, channel: str | None = None) -> Row | None:
    """Return the dated setting in force on a day; one that names the queue goes before one for every queue."""
    fitting = [
        row for row in rows
        if row["from_date"] <= day < (row["before_date"] or FOR_EVER)
        and row.get("queue") in {None, queue} and row.get("channel") in {None, channel}
    ]  # fmt: skip
    return max(fitting, key=lambda row: row.get("queue") is not None, default=None)


def grouped(make: Callable[[], Sums] = dict) -> defaultdict[Key, Sums]:
    return defaultdict(make)


def quantile(waits: list[int], share: float) -> float | None:
    """Return the least wait in which at least `share` of them had ended."""
    return float(sorted(waits)[ceil(round(share * len(waits), 9)) - 1]) if waits else None
