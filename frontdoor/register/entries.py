"""What the register hands out: pending changes, events, audit entries and the state of the audit's chain."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from frontdoor.strategy.event_kind import EventKind
from frontdoor.strategy.strategy import Target

FILES = "strategy and council files"
"""The author of what was read from files."""


class Origin(StrEnum):
    """Where a target came from."""

    STRATEGY_FILE = "strategy file"
    COUNCIL_FILE = "council file"
    PERSON = "person"


class Outcome(StrEnum):
    """What became of a pending change: approved, or lapsed because the files say something else by now."""

    APPROVED = "approved"
    LAPSED = "lapsed"


def author_words(author: str, *, is_verified: bool) -> str:
    """Return the author as shown; until people sign in, a name is only what somebody typed."""
    return author if is_verified or author == FILES else f"{author} (name given, not verified)"


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A file that now says something else of one measure than it did: not in force until somebody approves it."""

    id: int
    measure_key: str
    held: tuple[Target, ...]
    stated: tuple[Target, ...]
    origin: Origin
    file_hash: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Approval:
    """What approving a change needs: the person or body that approved it, where, and from which day it is in force."""

    approved_by: str
    approved_where: str
    from_date: date


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, entered by a person; `withdrawn_by` is null while it stands, `last_date` is its last day."""

    id: int
    on_date: date
    label: str
    services: tuple[str, ...]
    author: str
    author_is_verified: bool
    recorded_at: datetime
    withdrawn_by: str | None = None
    kind: EventKind = EventKind.OTHER
    last_date: date | None = None

    @property
    def author_words(self) -> str:
        return author_words(self.author, is_verified=self.author_is_verified)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One write: who, when, what, and the rows before and after as JSON; its hash covers the entry before it."""

    sequence: int
    recorded_at: datetime
    author: str
    author_is_verified: bool
    action: str
    subject: str
    before: str | None
    after: str
    previous_hash: str
    hash: str

    @property
    def author_words(self) -> str:
        return author_words(self.author, is_verified=self.author_is_verified)


@dataclass(frozen=True, slots=True)
class Chain:
    """The audit's state: entries, the last entry's hash to print elsewhere, and in words what does not agree."""

    entries: int
    digest: str
    faults: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not self.faults
