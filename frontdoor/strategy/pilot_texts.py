"""A plan as canonical JSON and back: the one form that is hashed and kept, with the keys of a [[pilot]] table."""

import json
from collections.abc import Mapping
from datetime import date, time
from hashlib import sha256

from frontdoor.strategy.entry import Entry
from frontdoor.strategy.pilot_entries import read_plan
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.pilot_tables import plan_table

KEPT = "register"
DAYS, TIMES = ("first_day", "last_day", "approved_date"), ("from", "before")
"""The keys whose words are days and times of day."""


def plan_text(plan: PilotPlan) -> str:
    """Return the plan as JSON with sorted keys, no spaces and ISO 8601 dates."""
    return json.dumps(
        plan_table(plan), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_iso
    )


def plan_of(text: str) -> PilotPlan:
    """Return the plan `plan_text` wrote, whatever the council's services and measures are by now."""
    return read_plan(Entry(KEPT, "pilot", json.loads(text, object_hook=_dated)))


def plan_digest(plan: PilotPlan) -> str:
    """Return the SHA-256 of the plan's canonical form, in hex."""
    return sha256(plan_text(plan).encode()).hexdigest()


def _iso(value: date | time) -> str:
    return value.isoformat()


def _dated(table: Mapping[str, object]) -> dict[str, object]:
    return {key: _read(key, value) for key, value in table.items()}


def _read(key: str, value: object) -> object:
    if isinstance(value, str) and key in DAYS:
        return date.fromisoformat(value)
    if isinstance(value, str) and key in TIMES:
        return time.fromisoformat(value)
    return value
