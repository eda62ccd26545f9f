"""Waits and their thresholds answered by brute force: {(period_start, service, channel, value, ...): sums}."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from awkward_records import EXTRA_THRESHOLD, OTHER_THRESHOLD
from brute_force import (
    LIVE,
    Asked,
    Key,
    Records,
    Sums,
    add,
    decided,
    grouped,
    quantile,
)
from small_warehouse import Row

WRITING = {3600, 7200, 14_400, 28_800, 86_400, EXTRA_THRESHOLD, OTHER_THRESHOLD}
"""The thresholds kept for written channels: an hour and more, and the declared ones."""


def waited(records: Records, row: Row) -> tuple[int, str] | None:
    """Return seconds and how the wait ended (answered, abandoned, other, open); None where it is not known."""
    if not row["counts"]["waits"]:
        return None
    if row["channel"] in LIVE:
        ends = {"answered": "answered", "abandoned": "abandoned"}
        return (
            (row["seconds_waited"], ends.get(row["outcome"], "other"))
            if row["outcome"] and row["seconds_waited"] is not None
            else None
        )
    if (row["source"], row["channel"]) not in records.replying:
        return None
    if row["seconds_waited"] is not None:
        return row["seconds_waited"], "answered"
    if not row["is_time_known"]:
        return None
    if row["replied_at"]:
        return int((row["replied_at"] - row["started_at"]).total_seconds()), "answered"
    if row["replied_date"] or row["completed_date"]:
        return None
    end = records.covered_to[row["source"]] + timedelta(days=1)
    started = row["started_local"]
    seconds = (end - started.date()).days * 86_400 - (started.hour * 3600 + started.minute * 60 + started.second)
    return (seconds, "open") if seconds >= 0 else None


def waits_within(records: Records, asked: Asked, limits: Sequence[Row], short_limits: Sequence[Row]) -> dict[Key, Sums]:
    found = grouped(lambda: {} if short_limits else {"abandoned_short": 0})
    for row in records.contacts:
        ended, day = waited(records, row), row["activity_date"]
        if ended is None or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        limit, short = decided(limits, day, queue=row["queue"]), decided(short_limits, day, queue=row["queue"])
        for setting, is_short in ((limit, False), (short, True)):
            if setting and (row["channel"] in LIVE or setting["within_seconds"] in WRITING):
                sums = found[asked.period(day), row["service"], row["channel"], "all"]
                add_wait(sums, ended, setting["within_seconds"], is_short=is_short)
    by_month = asked.is_by_whole_months(limits, short_limits)
    for row in records.intervals:
        day = row["activity_date"]
        is_kept = row["grain"] != "month" or by_month
        if not (
            is_kept and row["counts"]["waits"] and asked.holds(day) and asked.takes(row["service"], row["channel"])
        ):
            continue
        if row["threshold_seconds"] is None or row["calls_answered_within"] is None:
            continue
        _add_stated(
            found, asked, row, decided(limits, day, queue=row["queue"]), decided(short_limits, day, queue=row["queue"])
        )
    return found


def add_wait(sums: Sums, ended: tuple[int, str], within: int, *, is_short: bool) -> None:
    seconds, how = ended
    if is_short:
        add(sums, "abandoned_short", how == "abandoned" and seconds <= within)
        return
    add(sums, "offered", how != "open" or seconds >= within)
    add(sums, "answered", how == "answered")
    add(sums, "answered_within", how == "answered" and seconds <= within)
    add(sums, "abandoned_within", how == "abandoned" and seconds <= within)


def _add_stated(found: dict[Key, Sums], asked: Asked, row: Row, limit: Row | None, short: Row | None) -> None:
    key = (asked.period(row["activity_date"]), row["service"], row["channel"], "all")
    if limit and limit["within_seconds"] == row["threshold_seconds"]:
        for name, amount in (
            ("offered", row["calls_offered"]), ("answered", row["calls_answered"]),
            ("answered_within", row["calls_answered_within"]), ("abandoned_within", row["calls_abandoned_within"]),
        ):  # fmt: skip
            add(found[key], name, amount)
    if short and short["within_seconds"] == row["threshold_seconds"]:
        add(found[key], "abandoned_short", row["calls_abandoned_within"])


def wait_seconds(records: Records, asked: Asked) -> dict[Any, Sums]:
    found: dict[Any, Sums] = defaultdict(lambda: {"answered": 0, "abandoned": 0})
    for row in records.contacts:
        ended = waited(records, row)
        if not ended or row["channel"] not in LIVE or ended[1] not in {"answered", "abandoned"}:
            continue
        if asked.holds(row["activity_date"]) and asked.takes(row["service"], row["channel"]):
            key = (asked.period(row["activity_date"]), row["service"], row["channel"], "all", ended[0])
            found[key][ended[1]] += 1
    return found


def wait_quantiles(records: Records, asked: Asked) -> dict[Key, Sums]:
    waits: dict[Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in [*records.contacts, *records.intervals]:
        month = row["activity_date"].replace(day=1)
        if not row["counts"]["waits"] or not asked.holds(row["activity_date"]):
            continue
        for key in {(s, c) for s in (row["service"], "all") for c in (row["channel"], "all")}:
            if asked.takes(*key):
                _note_wait(waits[month, *key, "all"], records, row)
    return {
        key: {
            "median_seconds": quantile(ends["answered"], 0.5), "ninetieth_seconds": quantile(ends["answered"], 0.9),
            "longest_wait_seconds": max(ends["longest"]),
            "answered": len(ends["answered"]) if ends["answered"] or ends["abandoned"] else None,
            "abandoned": len(ends["abandoned"]) if ends["answered"] or ends["abandoned"] else None,
        }
        for key, ends in waits.items() if ends["longest"]
    }  # fmt: skip


def _note_wait(ends: dict[str, list[int]], records: Records, row: Row) -> None:
    if row["kind"] == "contact_intervals":
        if row["longest_wait_seconds"] is not None:
            ends["longest"].append(row["longest_wait_seconds"])
        return
    ended = waited(records, row)
    if ended and row["channel"] in LIVE:
        ends["longest"].append(ended[0])
        ends[ended[1]].append(ended[0])
