"""Who loaded each file, and who took a load back: written after the figures are in force, once for each load and act."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select

from frontdoor.register.auditing import Act, record
from frontdoor.register.entries import author_words
from frontdoor.register.tables import LOAD_ACTS

NOBODY_NAMED = "nobody named"
"""The author of a load for which no name was given."""


class LoadAct(StrEnum):
    """What somebody did with a load."""

    LOADED = "loaded"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class LoadEntry:
    """One act on one load: who, when, and the data version it made."""

    load_id: int
    act: LoadAct
    generation: int
    author: str
    author_is_verified: bool
    recorded_at: datetime

    @property
    def author_words(self) -> str:
        if self.author == NOBODY_NAMED:
            return self.author
        return author_words(self.author, is_verified=self.author_is_verified)


def load_entries(connection: Connection, council: str) -> tuple[LoadEntry, ...]:
    """Return every act on every load, oldest first."""
    rows = connection.execute(select(LOAD_ACTS).where(LOAD_ACTS.c.council == council).order_by(LOAD_ACTS.c.id))
    return tuple(
        LoadEntry(row.load_id, LoadAct(row.act), row.generation, row.author, row.author_is_verified, row.recorded_at)
        for row in rows
    )


def add(connection: Connection, act: Act, load_id: int, what: LoadAct, generation: int) -> None:
    """Write who did it, unless this act on this load stands already."""
    acts = LOAD_ACTS.c
    standing = select(acts.id).where(acts.council == act.council, acts.load_id == load_id, acts.act == what.value)
    if connection.execute(standing).scalar() is None:
        row = {"load_id": load_id, "act": what.value, "generation": generation}
        record(connection, act, LOAD_ACTS, f"load {what.value}", [row])
