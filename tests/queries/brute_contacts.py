"""Contacts, times of day and follow-ups answered by brute force: {(period_start, service, channel, value): sums}."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from brute_force import (
    Asked,
    Key,
    Records,
    Sums,
    add,
    contact_events,
    decided,
    grouped,
    half_hour,
)
from small_warehouse import Row

HIDDEN_BY_ATTRIBUTE = {
    "calls_offered", "calls_answered", "calls_abandoned", "calls_called_back", "calls_other", "calls_with_wait",
    "seconds_to_answer", "longest_wait_seconds",
}  # fmt: skip


def contact_totals(
    records: Records, asked: Asked, digital_channels: Sequence[Row], unit_costs: Sequence[Row]
) -> dict[Key, Sums]:
    found = grouped()
    by_month = asked.is_by_whole_months(digital_channels, unit_costs)
    for row, day, counts in contact_events(records):
        value = _value(records, asked, row)
        if value is None or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        if row.get("grain") == "month" and not by_month:
            continue
        if asked.attribute == "reason" and "requests_resolved" not in counts:
            counts["contacts"] = 1 if row["counts"]["reasons"] else None
        for name in HIDDEN_BY_ATTRIBUTE if asked.attribute else ():
            counts.pop(name, None)
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


def contacts_online(
    records: Records, asked: Asked, digital_channels: Sequence[Row], *, by_service: bool, by_channel: bool
) -> dict[Key, Sums]:
    found = grouped()
    for (period, service, channel, value), sums in contact_totals(records, asked, digital_channels, []).items():
        place = service if by_service else "all", channel if by_channel else "all"
        for name in ("contacts", "digital_contacts"):
            add(found[period, *place, value], name, sums.get(name))
    return found


def _value(records: Records, asked: Asked, row: Row) -> str | None:
    if asked.attribute is None:
        return "all"
    if row["kind"] != "contacts" or row["source"] not in records.giving[asked.attribute]:
        return None
    value: str = row[asked.attribute] or "unknown"
    return value if asked.value in {None, value} else None


def _add_decided(  # noqa: PLR0917
    sums: Sums, contacts: int | None, day: date, channel: str, digital: Sequence[Row], costs: Sequence[Row]
) -> None:
    is_digital = decided(digital, day, channel=channel) is not None
    add(sums, "digital_contacts", contacts if is_digital or contacts is None else 0)
    cost = decided(costs, day, channel=channel)
    if cost and contacts is not None:
        add(sums, "costed_contacts", contacts)
        for name, price in (
            ("cost_pence_low", "low_pence"),
            ("cost_pence", "pence"),
            ("cost_pence_high", "high_pence"),
        ):
            sums[name] = sums.get(name, 0.0) + contacts * cost[price]


def follow_ups_within(
    records: Records, asked: Asked, within_days: int, as_at: date, digital_channels: Sequence[Row]
) -> dict[Key, Sums]:
    names = (
        "linked_contacts",
        "followed_contacts",
        "repeat_contacts",
        "dated_linked_contacts",
        "digital_linked_contacts",
        "bounced_contacts",
    )
    found = grouped(lambda: dict.fromkeys(names, 0))
    linked = [row for row in records.contacts if row["customer"] and row["counts"]["volume"]]
    linked.sort(
        key=lambda row: (row["customer"], row["service"], row["started_local"], row["source"], row["contact_id"])
    )
    followers = [*linked[1:], None]
    for row, after in zip(linked, followers, strict=True):
        same = after is not None and (after["customer"], after["service"]) == (row["customer"], row["service"])
        follower = after if same and (after["activity_date"] - row["activity_date"]).days <= within_days else None  # type: ignore[index]
        day, is_digital = (
            row["activity_date"],
            decided(digital_channels, row["activity_date"], channel=row["channel"]) is not None,
        )
        if asked.holds(day) and asked.takes(row["service"], row["channel"]):
            sums, is_knowable = (
                found[asked.period(day), row["service"], row["channel"], "all"],
                day <= as_at - timedelta(days=within_days),
            )
            sums["dated_linked_contacts"] += 1
            sums["linked_contacts"] += is_knowable
            sums["digital_linked_contacts"] += is_knowable and is_digital
            sums["followed_contacts"] += is_knowable and follower is not None
            sums["bounced_contacts"] += (
                is_knowable and is_digital and follower is not None and follower["channel"] in {"phone", "visit"}
            )
        if follower and asked.holds(follower["activity_date"]) and asked.takes(row["service"], follower["channel"]):
            found[asked.period(follower["activity_date"]), row["service"], follower["channel"], "all"][
                "repeat_contacts"
            ] += 1
    return found


def journeys_within(
    records: Records, asked: Asked, within_days: int, as_at: date, digital_channels: Sequence[Row]
) -> dict[Any, Sums]:
    names = ("contacts", "linked_contacts", "followed_contacts")
    digital_names = tuple(f"digital_{name}" for name in names)
    found = grouped(lambda: dict.fromkeys((*names, *digital_names, "contacts_until", "linked_contacts_until"), 0))
    known_to = min(asked.last, as_at - timedelta(days=within_days))
    if known_to < asked.first:
        return {}

    def sums_of(row: Row, next_channel: str | None) -> Sums:
        period = asked.period(min(row["activity_date"], known_to))
        sums: Sums = found[period, row["service"], row["channel"], "all", row["queue"], next_channel]  # type: ignore[index]
        return sums

    def count(row: Row, next_channel: str | None, name: str, number: int) -> None:
        sums = sums_of(row, next_channel)
        sums[name] += number
        if decided(digital_channels, row["activity_date"], channel=row["channel"]) is not None:
            sums[f"digital_{name}"] += number

    for row, day, counts in contact_events(records):
        contacts, linked = counts.get("contacts") or 0, counts.get("linked_contacts") or 0
        is_reached = asked.first <= day <= known_to + timedelta(days=within_days)
        is_by_month = row.get("grain") == "month"
        if is_by_month or not contacts or not is_reached or not asked.takes(row["service"], row["channel"]):
            continue
        sums_of(row, None)["contacts_until"] += contacts
        sums_of(row, None)["linked_contacts_until"] += linked
        if day <= known_to:
            count(row, None, "contacts", contacts)
            count(row, None, "linked_contacts", linked)
    for row, after in followed(records):
        soon = (after["activity_date"] - row["activity_date"]).days <= within_days
        if soon and asked.first <= row["activity_date"] <= known_to and asked.takes(row["service"], row["channel"]):
            count(row, after["channel"], "followed_contacts", 1)
    return found


def followed(records: Records) -> Iterator[tuple[Row, Row]]:
    """Yield each linked contact with the next of the same customer about the same service, where there is one."""
    linked = [row for row in records.contacts if row["customer"] and row["counts"]["volume"]]
    linked.sort(
        key=lambda row: (row["customer"], row["service"], row["started_local"], row["source"], row["contact_id"])
    )
    for row, after in pairwise(linked):
        if (after["customer"], after["service"]) == (row["customer"], row["service"]):
            yield row, after


def half_hour_totals(
    records: Records, asked: Asked, opening: Sequence[Row], day_types: dict[date, int]
) -> dict[Key, Sums]:
    found = grouped(lambda: {"timed_contacts": 0, "closed_contacts": 0 if opening else None})
    for row, day, counts in contact_events(records):
        slot, contacts = half_hour(row), counts.get("contacts")
        if slot is None or contacts is None or not asked.holds(day) or not asked.takes(row["service"], row["channel"]):
            continue
        sums = found[asked.period(day), row["service"], row["channel"], "all"]
        sums["timed_contacts"] += contacts
        if opening:
            dated = [
                hours for hours in opening if hours["from_date"] <= day < (hours["before_date"] or date(9999, 12, 31))
            ]
            own = [hours for hours in dated if hours["queue"] == row["queue"]]
            apply = own or [hours for hours in dated if hours["queue"] is None]
            is_open = any(
                hours["weekday"] == day_types[day] and hours["from_half_hour"] <= slot < hours["before_half_hour"]
                for hours in apply
            )
            sums["closed_contacts"] += 0 if is_open else contacts
    return found
