"""Who confirms the figures of each source: the [[data_owner]] tables of a council file."""

from dataclasses import dataclass

from frontdoor.strategy.entry import Entry

OWNER_KEYS = ("source", "owner")


@dataclass(frozen=True, slots=True)
class DataOwner:
    """Who owns the figures of one source, and confirms them month by month."""

    source: str
    owner: str


def read_data_owners(top: Entry, sources: tuple[str, ...]) -> tuple[DataOwner, ...]:
    """Return the owner of each of `sources` that has one; StrategyError for two owners of one source."""
    seen: set[str] = set()
    entries = top.entries("data_owner", OWNER_KEYS)
    for entry in entries:
        if entry.text("source") in seen:
            raise entry.problem("source", "this source has two owners; keep the one who confirms its figures.")
        seen.add(entry.text("source"))
    return tuple(DataOwner(entry.name_in("source", sources, "source"), entry.text("owner")) for entry in entries)
