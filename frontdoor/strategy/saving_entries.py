"""Reads the tables of a council file about savings: what was released of a contact's cost, and how easily contact goes."""

from datetime import date

from frontdoor.schema.units import Channel
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.overlaps import refuse_overlaps
from frontdoor.strategy.saving_decisions import Ease, Released

SHARES = ("low_share", "share", "high_share")
RELEASED_KEYS = ("channel", "from", "before", *SHARES, "source")
EASE_KEYS = ("service", "reason", "from", "before", *SHARES, "source")


def read_released(top: Entry) -> tuple[Released, ...]:
    """Return what part of a contact's cost is no longer paid; StrategyError for a share out of range or said twice of a day."""
    entries = top.entries("released", RELEASED_KEYS)
    rows = tuple(
        Released(
            entry.choice("channel", Channel, "channel"),
            entry.day("from"),
            *_shares(entry),
            entry.text("source"),
            _before(entry),
        )
        for entry in entries
    )
    refuse_overlaps(entries, [(row.channel, row.from_date, row.before_date) for row in rows])
    return rows


def read_ease(top: Entry, services: tuple[str, ...]) -> tuple[Ease, ...]:
    """Return how easily contact can be removed, by one of `services` and reason; StrategyError as for what was released."""
    entries = top.entries("ease", EASE_KEYS)
    rows = tuple(
        Ease(
            entry.day("from"),
            *_shares(entry),
            entry.text("source"),
            service=_service(entry, services),
            reason=entry.text("reason") if entry.has("reason") else None,
            before_date=_before(entry),
        )
        for entry in entries
    )
    refuse_overlaps(entries, [((row.service, row.reason), row.from_date, row.before_date) for row in rows])
    return rows


def _shares(entry: Entry) -> tuple[float, float, float]:
    low, central, high = (entry.number(key) for key in SHARES)
    for key, value in zip(SHARES, (low, central, high), strict=True):
        if not 0 <= value <= 1:
            raise entry.problem(key, "write a share from 0 to 1; 30% is 0.3.")
    if not low <= central <= high:
        raise entry.problem("share", f"the central share must lie between low_share {low:g} and high_share {high:g}.")
    return low, central, high


def _service(entry: Entry, services: tuple[str, ...]) -> str | None:
    if not entry.has("service"):
        return None
    return entry.name_in("service", services, "service") if services else entry.text("service")


def _before(entry: Entry) -> date | None:
    before = entry.day_or_none("before")
    if before is not None and before <= entry.day("from"):
        raise entry.problem("before", "this is not after `from`; the row would never be in force.")
    return before
