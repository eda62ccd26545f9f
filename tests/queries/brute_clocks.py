"""Clocks and cases answered by brute force: {(period_start, service, channel, value, ...): sums}."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from brute_force import (
    LIVE,
    Asked,
    Key,
    Records,
    Sums,
    add,
    cases,
    completed_on,
    decided,
    grouped,
)
from small_warehouse import Row


def clocks(records: Records, clock: str) -> list[Row]:
    """Return every clock as start, stop, stated due date, place and source."""
    if clock == "first_reply":
        started = [
            row for row in records.contacts
            if row["channel"] not in LIVE and row["counts"]["waits"] and (row["source"], row["channel"]) in records.replying
        ]  # fmt: skip
        return [row | {"stopped": _replied(row), "due": None} for row in started]
    found = []
    for group in cases(records):
        if group[0]["source"] in records.completing:
            due = next((row["promised_date"] for row in group if row["promised_date"]), None)
            found.append(group[0] | {"stopped": completed_on(group), "due": due})
    alone = [row for row in records.contacts if not row["case_id"] and row["counts"]["reasons"]]
    return found + [
        row | {"stopped": row["completed_date"], "due": row["promised_date"]}
        for row in alone
        if row["completed_date"] or row["promised_date"]
    ]


def _replied(row: Row) -> date | None:
    if row["replied_date"]:
        return row["replied_date"]  # type: ignore[no-any-return]
    if row["is_time_known"] and row["seconds_waited"] is not None:
        return (row["started_local"] + timedelta(seconds=row["seconds_waited"])).date()  # type: ignore[no-any-return]
    return row["completed_date"]  # type: ignore[no-any-return]


def clock_results(  # noqa: PLR0917
    records: Records, asked: Asked, clock: str, promised: Sequence[Row], as_at: date, works: dict[date, bool]
) -> dict[Key, Sums]:
    names = ("due_cases", "in_time_cases", "open_overdue_cases", "not_yet_due_cases")
    found = grouped(lambda: dict.fromkeys(names, 0))
    for row in clocks(records, clock):
        known_to, start, value = min(as_at, records.covered_to[row["source"]]), row["activity_date"], _ward(asked, row)
        if value is None or start > known_to or not asked.takes(row["service"], row["channel"]):
            continue
        promise = decided(promised, start, queue=row["queue"])
        due = row["due"] if not promised else promise and after_working_days(start, promise["working_days"], works)
        if due is None:
            continue
        counted = due if due <= known_to else start
        if not asked.holds(counted):
            continue
        sums = found[asked.period(counted), row["service"], row["channel"], value]
        if due > known_to:
            sums["not_yet_due_cases"] += 1
            continue
        sums["due_cases"] += 1
        sums["in_time_cases"] += row["stopped"] is not None and row["stopped"] <= due
        sums["open_overdue_cases"] += row["stopped"] is None
    return found


def _ward(asked: Asked, row: Row) -> str | None:
    if asked.attribute is None:
        return "all"
    value: str = row["ward"] or "unknown"
    return value if asked.value in {None, value} else None


def after_working_days(start: date, count: int, works: dict[date, bool]) -> date:
    """Return the working day that many working days after `start`."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= works[day]
    return day


def clock_durations(records: Records, asked: Asked, clock: str, as_at: date) -> dict[Any, Sums]:
    found: dict[Any, Sums] = defaultdict(lambda: {"stopped_cases": 0, "open_cases": 0})
    for row in clocks(records, clock):
        known_to, start, value = min(as_at, records.covered_to[row["source"]]), row["activity_date"], _ward(asked, row)
        if (
            value is None
            or start > known_to
            or not asked.holds(start)
            or not asked.takes(row["service"], row["channel"])
        ):
            continue
        days = ((row["stopped"] or known_to) - start).days
        name = "open_cases" if row["stopped"] is None else "stopped_cases"
        found[asked.period(start), row["service"], row["channel"], value, days][name] += 1
    return found


def case_totals(records: Records, asked: Asked) -> dict[Key, Sums]:
    found = grouped()
    for group in cases(records):
        first = group[0]
        if asked.holds(first["activity_date"]) and asked.takes(first["service"], first["channel"]):
            sums = found[asked.period(first["activity_date"]), first["service"], first["channel"], "all"]
            add(sums, "cases", 1)
            add(sums, "services_touched", len({row["service"] for row in group}))
            for row in group:
                add(sums, "transfers", row["transfers"])
    return found
