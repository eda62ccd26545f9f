"""Each question answered by brute force: {(period_start, service, channel, value, ...): sums}."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from awkward_records import EXTRA_THRESHOLD
from brute_force import (
    LIVE,
    Asked,
    Key,
    Records,
    Sums,
    add,
    cases,
    completed_on,
    contact_events,
    decided,
    grouped,
    half_hour,
    quantile,
)
from small_warehouse import Row

WRITING = {3600, 7200, 14_400, 28_800, 86_400, EXTRA_THRESHOLD}
"""The thresholds kept for written channels: an hour and more, and the declared ones."""
HIDDEN_BY_ATTRIBUTE = {
    "calls_offered", "calls_answered", "calls_abandoned", "calls_called_back", "calls_other", "calls_with_wait",
    "seconds_to_answer", "longest_wait_seconds",
}  # fmt: skip


def contact_totals(records: Records, asked: Asked, digital_channels: Sequence[Row], unit_costs: Sequence[Row]) -> dict[Key, Sums]:
    found = grouped()
    by_month = asked.is_by_whole_months(digital_channels, unit_costs)
    for row, day, counts in contact_events(records):
        value = _value(records, asked, row)
        if value is None or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        if row.get("grain") == "month" and not by_month:
            continue
        if asked.attribute == "reason" and "requests_resolved" not in counts:
            counts = counts | {"contacts": 1 if row["counts"]["reasons"] else None}
        counts = {name: amount for name, amount in counts.items() if not (asked.attribute and name in HIDDEN_BY_ATTRIBUTE)}
        if all(amount is None for amount in counts.values()):
            continue
        sums = found[asked.period(day), row["service"], row["channel"], value]
        for name, amount in counts.items():
            if name == "longest_wait_seconds":
                sums[name] = max((known for known in (sums.get(name), amount) if known is not None), default=None)
            else:
                add(sums, name, amount)
        _add_decided(sums, counts.get("contacts"), day, row["channel"], digital_channels, unit_costs)
    return found


def _value(records: Records, asked: Asked, row: Row) -> str | None:
    if asked.attribute is None:
        return "all"
    if row["kind"] != "contacts" or row["source"] not in records.giving[asked.attribute]:
        return None
    value: str = row[asked.attribute] or "unknown"
    return value if asked.value in {None, value} else None


def _add_decided(sums: Sums, contacts: int | None, day: date, channel: str, digital: Sequence[Row], costs: Sequence[Row]) -> None:
    is_digital = decided(digital, day, channel=channel) is not None
    add(sums, "digital_contacts", contacts if is_digital or contacts is None else 0)
    cost = decided(costs, day, channel=channel)
    if cost and contacts is not None:
        add(sums, "costed_contacts", contacts)
        for name, price in (("cost_pence_low", "low_pence"), ("cost_pence", "pence"), ("cost_pence_high", "high_pence")):
            sums[name] = sums.get(name, 0.0) + contacts * cost[price]


def waited(records: Records, row: Row) -> tuple[int, str] | None:
    """Return seconds and how the wait ended (answered, abandoned, other, open); None where it is not known."""
    if not row["counts"]["waits"]:
        return None
    if row["channel"] in LIVE:
        ends = {"answered": "answered", "abandoned": "abandoned"}
        return (row["seconds_waited"], ends.get(row["outcome"], "other")) if row["outcome"] and row["seconds_waited"] is not None else None
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
    zero = ("offered", "answered", "answered_within", "abandoned_within", "abandoned_short")
    found = grouped(lambda: dict.fromkeys(zero, 0))
    for row in records.contacts:
        ended, day = waited(records, row), row["activity_date"]
        if ended is None or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        limit, short = decided(limits, day, queue=row["queue"]), decided(short_limits, day, queue=row["queue"])
        for setting, is_short in ((limit, False), (short, True)):
            if setting and (row["channel"] in LIVE or setting["within_seconds"] in WRITING):
                sums = found[asked.period(day), row["service"], row["channel"], "all"]
                _add_wait(sums, ended, setting["within_seconds"], is_short=is_short)
    by_month = asked.is_by_whole_months(limits, short_limits)
    for row in records.intervals:
        day = row["activity_date"]
        is_kept = row["grain"] != "month" or by_month
        if not (is_kept and row["counts"]["waits"] and asked.holds(day) and asked.takes(row["service"], row["channel"])):
            continue
        if row["threshold_seconds"] is None or row["calls_answered_within"] is None:
            continue
        _add_stated(found, asked, row, decided(limits, day, queue=row["queue"]), decided(short_limits, day, queue=row["queue"]))
    return found


def _add_wait(sums: Sums, ended: tuple[int, str], within: int, *, is_short: bool) -> None:
    seconds, how = ended
    if is_short:
        sums["abandoned_short"] += how == "abandoned" and seconds <= within
        return
    sums["offered"] += how != "open" or seconds >= within
    sums["answered"] += how == "answered"
    sums["answered_within"] += how == "answered" and seconds <= within
    sums["abandoned_within"] += how == "abandoned" and seconds <= within


def _add_stated(found: dict[Key, Sums], asked: Asked, row: Row, limit: Row | None, short: Row | None) -> None:
    key = (asked.period(row["activity_date"]), row["service"], row["channel"], "all")
    if limit and limit["within_seconds"] == row["threshold_seconds"]:
        for name, amount in (
            ("offered", row["calls_offered"]), ("answered", row["calls_answered"]),
            ("answered_within", row["calls_answered_within"]), ("abandoned_within", row["calls_abandoned_within"]),
        ):  # fmt: skip
            found[key][name] += amount or 0
    if short and short["within_seconds"] == row["threshold_seconds"]:
        found[key]["abandoned_short"] += row["calls_abandoned_within"] or 0


def wait_seconds(records: Records, asked: Asked) -> dict[Any, Sums]:
    found: dict[Any, Sums] = defaultdict(lambda: {"answered": 0, "abandoned": 0})
    for row in records.contacts:
        ended = waited(records, row)
        if ended and row["channel"] in LIVE and ended[1] in {"answered", "abandoned"}:
            if asked.holds(row["activity_date"]) and asked.takes(row["service"], row["channel"]):
                found[asked.period(row["activity_date"]), row["service"], row["channel"], "all", ended[0]][ended[1]] += 1
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


def follow_ups_within(
    records: Records, asked: Asked, within_days: int, as_at: date, digital_channels: Sequence[Row]
) -> dict[Key, Sums]:
    names = ("linked_contacts", "followed_contacts", "repeat_contacts", "dated_linked_contacts", "digital_linked_contacts", "bounced_contacts")
    found = grouped(lambda: dict.fromkeys(names, 0))
    linked = [row for row in records.contacts if row["customer"] and row["counts"]["volume"]]
    linked.sort(key=lambda row: (row["customer"], row["service"], row["started_local"], row["source"], row["contact_id"]))
    followers = [*linked[1:], None]
    for row, after in zip(linked, followers, strict=True):
        same = after is not None and (after["customer"], after["service"]) == (row["customer"], row["service"])
        follower = after if same and (after["activity_date"] - row["activity_date"]).days <= within_days else None  # type: ignore[index]
        day, is_digital = row["activity_date"], decided(digital_channels, row["activity_date"], channel=row["channel"]) is not None
        if asked.holds(day) and asked.takes(row["service"], row["channel"]):
            sums, is_knowable = found[asked.period(day), row["service"], row["channel"], "all"], day <= as_at - timedelta(days=within_days)
            sums["dated_linked_contacts"] += 1
            sums["linked_contacts"] += is_knowable
            sums["digital_linked_contacts"] += is_knowable and is_digital
            sums["followed_contacts"] += is_knowable and follower is not None
            sums["bounced_contacts"] += is_knowable and is_digital and follower is not None and follower["channel"] in {"phone", "visit"}
        if follower and asked.holds(follower["activity_date"]) and asked.takes(row["service"], follower["channel"]):
            found[asked.period(follower["activity_date"]), row["service"], follower["channel"], "all"]["repeat_contacts"] += 1
    return found


def half_hour_totals(records: Records, asked: Asked, opening: Sequence[Row], day_types: dict[date, int]) -> dict[Key, Sums]:
    found = grouped(lambda: {"timed_contacts": 0, "closed_contacts": 0 if opening else None})
    for row, day, counts in contact_events(records):
        slot, contacts = half_hour(row), counts.get("contacts")
        if slot is None or contacts is None or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        sums = found[asked.period(day), row["service"], row["channel"], "all"]
        sums["timed_contacts"] += contacts
        if opening:
            dated = [hours for hours in opening if hours["from_date"] <= day < (hours["before_date"] or date(9999, 12, 31))]
            own = [hours for hours in dated if hours["queue"] == row["queue"]]
            apply = own or [hours for hours in dated if hours["queue"] is None]
            is_open = any(
                hours["weekday"] == day_types[day] and hours["from_half_hour"] <= slot < hours["before_half_hour"] for hours in apply
            )
            sums["closed_contacts"] += 0 if is_open else contacts
    return found


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
    for row in records.contacts:
        if not row["case_id"] and row["counts"]["reasons"] and (row["completed_date"] or row["promised_date"]):
            found.append(row | {"stopped": row["completed_date"], "due": row["promised_date"]})
    return found


def _replied(row: Row) -> date | None:
    if row["replied_date"]:
        return row["replied_date"]  # type: ignore[no-any-return]
    if row["is_time_known"] and row["seconds_waited"] is not None:
        return (row["started_local"] + timedelta(seconds=row["seconds_waited"])).date()  # type: ignore[no-any-return]
    return row["completed_date"]  # type: ignore[no-any-return]


def clock_results(
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
        if value is None or start > known_to or not asked.holds(start) or not asked.takes(row["service"], row["channel"]):
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
