"""A small canonical CSV to load: a few invented contacts a day, by telephone, e-mail and web."""

import csv
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

COLUMNS = (
    "contact_id", "started_at", "service", "channel", "ward", "outcome", "seconds_waited", "seconds_handled",
    "is_resolved_first", "completed_at", "promised_date",
)  # fmt: skip
SERVICES = ("council_tax", "waste", "housing")
WARDS = ("Castle Wharf", "North", "South")
CHANNELS = ("phone", "phone", "web", "email")
CONTACTS_A_DAY = 12
HOSTILE = (
    '<img src="http://stranger.invalid/a.png" onerror="alert(1)">, ![b](http://stranger.invalid/b.png) **Bins** & $x$'
)
"""A service whose name is HTML, Markdown, a formula and a comma at once."""


def write_contacts(
    file: Path, first: date, days: int, *, name: str = "C", services: Sequence[str] = SERVICES, bad_rows: int = 0
) -> Path:
    """Write twelve contacts for each day, then rows that must be rejected; `name` begins every contact's key."""
    rows = [_row(f"{name}{number}", first, number, services) for number in range(days * CONTACTS_A_DAY)]
    rows += [{"contact_id": f"{name}-bad-{number}", "started_at": "2026-02-30 10:00", "service": "waste", "channel": "phone"}
             for number in range(bad_rows)]  # fmt: skip
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return file


def _row(key: str, first: date, number: int, services: Sequence[str]) -> dict[str, object]:
    day, turn = divmod(number, CONTACTS_A_DAY)
    started = datetime.combine(first + timedelta(days=day), time(8)) + timedelta(minutes=35 * turn)
    row: dict[str, object] = {
        "contact_id": key, "started_at": started.isoformat(sep=" "), "service": services[number % len(services)],
        "channel": CHANNELS[number % len(CHANNELS)], "ward": WARDS[number % len(WARDS)],
    }  # fmt: skip
    if row["channel"] != "phone":
        done = started + timedelta(days=number % 9)
        return row | {"completed_at": done.isoformat(sep=" "), "promised_date": (started + timedelta(days=6)).date()}
    row["seconds_waited"] = number * 37 % 150
    if number % 9 == 0:
        return row | {"outcome": "abandoned"}
    return row | {"outcome": "answered", "seconds_handled": 200, "is_resolved_first": "yes" if number % 4 else "no"}
