"""The keys of a [[pilot]] table: those of a pilot that is only announced, and those of a whole plan."""

from frontdoor.strategy.entry import Entry

ANNOUNCED_KEYS = ("key", "title", "what", "weeks", "source")
PLAN_KEYS = (
    *("key", "title", "what", "why", "source", "first_day", "last_day", "where", "outcome"),
    *("approved_by", "approved_where", "approved_date", "reported_to", "cost", "added", "moved_from", "aim"),
    *("settling_weeks", "rule"),
)
PILOT_KEYS = tuple(dict.fromkeys((*PLAN_KEYS, *ANNOUNCED_KEYS)))


def announced_entries(top: Entry) -> tuple[Entry, ...]:
    """Return the [[pilot]] tables that say what was published of a pilot and no more."""
    return tuple(entry for entry in top.entries("pilot", PILOT_KEYS) if _is_announced(entry))


def plan_entries(top: Entry) -> tuple[Entry, ...]:
    """Return the [[pilot]] tables that hold a plan, whole or not."""
    return tuple(entry.only(PLAN_KEYS) for entry in top.entries("pilot", PILOT_KEYS) if not _is_announced(entry))


def _is_announced(entry: Entry) -> bool:
    return set(entry.table) <= set(ANNOUNCED_KEYS)
