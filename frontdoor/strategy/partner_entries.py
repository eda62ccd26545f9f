"""Reads [[partner]] tables of a council file: who provides a service for the council, and which returns they owe it."""

from frontdoor.strategy.entry import Entry
from frontdoor.strategy.strategy import Partner

PARTNER_KEYS = (
    *("key", "label", "obligations", "source"),
    *("provider", "returns", "every_months", "from", "before", "due_days"),
)
OWED = ("every_months", "from", "before", "due_days", "provider")
"""The keys that only mean something where returns are owed."""

USUAL_DUE_DAYS = 30
MONTHS_IN_A_YEAR = 12
MOST_DUE_DAYS = 366  # a return that may be more than a year late is none


def read_own_partners(top: Entry, published: tuple[Partner, ...]) -> tuple[Partner, ...]:
    """Return the council's own partners; one with the key of a `published` partner takes its words where it has none itself."""
    held = {partner.key: partner for partner in published}
    return tuple(_partner(entry, held.get(entry.text("key"))) for entry in top.entries("partner", PARTNER_KEYS))


def _partner(entry: Entry, published: Partner | None) -> Partner:
    returns = entry.texts("returns")
    for key in OWED:
        if entry.has(key) and not returns:
            raise entry.problem(key, "this is about returns: name the figures it owes in `returns`, or leave it out.")
    label = entry.text("label", published.label if published else None)
    before = entry.day_or_none("before")
    if before is not None and before <= entry.day("from"):
        raise entry.problem("before", "this is not after `from`; nothing would ever be owed.")
    return Partner(
        key=entry.text("key"),
        label=label,
        obligations=entry.text("obligations", published.obligations if published else None),
        source=entry.text("source", published.source if published else None),
        provider=entry.text("provider", label),
        returns=returns,
        every_months=_between(entry, "every_months", 1, MONTHS_IN_A_YEAR, 3),
        from_date=entry.day("from") if returns else None,
        before_date=before,
        due_days=_between(entry, "due_days", 0, MOST_DUE_DAYS, USUAL_DUE_DAYS),
    )


def _between(entry: Entry, key: str, lowest: int, highest: int, usual: int) -> int:
    value = entry.whole(key) if entry.has(key) else usual
    if not lowest <= value <= highest:
        raise entry.problem(key, f"this goes from {lowest} to {highest:,}.")
    return value
