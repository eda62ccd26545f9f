"""Packs that officers arranged, as the text of their templates: every change is a version of its own, none is deleted."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from frontdoor.errors import RegisterError
from frontdoor.register.auditing import record
from frontdoor.register.pack_tables import PACK_VERSIONS
from frontdoor.register.register import Register
from frontdoor.register.succession import all_standing, history, refuse_unseen, standing
from frontdoor.register.words import LONGEST_LABEL, typed

LONGEST_TEMPLATE = 100_000  # letters; a pack of 500 pages with filters of their own takes that
LONGEST_KEY = 60
KEY = re.compile(r"[a-z0-9][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class ArrangedPack:
    """One version of a pack; `template` is TOML text, which whoever makes packs understands."""

    id: int
    key: str
    title: str
    template: str
    is_withdrawn: bool
    author: str
    author_is_verified: bool
    recorded_at: datetime


def arranged_packs(register: Register) -> tuple[ArrangedPack, ...]:
    """Return the packs that stand, in the order they were last changed."""
    with register.read() as connection:
        rows = all_standing(connection, PACK_VERSIONS, register.council, ("pack_key",))
    return tuple(_arranged(row) for row in rows if not row.is_withdrawn)


def arranged_pack_history(register: Register, key: str) -> tuple[ArrangedPack, ...]:
    """Return every version of one pack, oldest first, withdrawals among them."""
    with register.read() as connection:
        return tuple(_arranged(row) for row in history(connection, PACK_VERSIONS, register.council, pack_key=key))


def arrange_pack(
    register: Register, key: str, title: str, template: str, *, author: str, now: datetime, seen: int | None = None
) -> int:
    """Enter a pack, or a new version of the one whose version `seen` the writer had before them; return its number.

    Raises:
        RegisterError: the key or words are not fit to be kept, nothing differs, the key is taken (without `seen`), or
            somebody else changed the pack since.
    """
    if len(key) > LONGEST_KEY or not KEY.fullmatch(key):
        raise RegisterError(f"{key[:LONGEST_KEY]!r} cannot be a pack's key: small letters, digits and underscores.")
    row = {
        "pack_key": key,
        "title": typed(title, "The pack's name", LONGEST_LABEL),
        "template": typed(template, "The pack", LONGEST_TEMPLATE),
        "is_withdrawn": False,
    }
    with register.write(author, now) as (connection, act):
        latest = standing(connection, PACK_VERSIONS, register.council, pack_key=key)
        if latest is None or (latest.is_withdrawn and seen is None):
            return record(connection, act, PACK_VERSIONS, "arranged a pack", [row])[0]
        if seen is None:
            raise RegisterError(f"There is a pack called {latest.title} already; name yours otherwise.")
        refuse_unseen(latest, seen, "this pack")
        before = {name: getattr(latest, name) for name in row}
        if before == row:
            raise RegisterError("Nothing differs from what is kept already.")
        return record(connection, act, PACK_VERSIONS, "changed a pack", [row], before=before)[0]


def withdraw_pack(register: Register, key: str, *, author: str, now: datetime, seen: int) -> int:
    """Take a pack off the list and return the number of the version that says so; what it was stays in the register.

    Raises:
        RegisterError: there is no such pack, or somebody else changed it since version `seen`.
    """
    with register.write(author, now) as (connection, act):
        latest = standing(connection, PACK_VERSIONS, register.council, pack_key=key)
        if latest is None or latest.is_withdrawn:
            raise RegisterError(f"There is no pack called {key}.")
        refuse_unseen(latest, seen, "this pack")
        row = {"pack_key": key, "title": latest.title, "template": latest.template, "is_withdrawn": True}
        return record(connection, act, PACK_VERSIONS, "withdrew a pack", [row], before={"title": latest.title})[0]


def _arranged(row: Row[Any]) -> ArrangedPack:
    return ArrangedPack(
        row.id, row.pack_key, row.title, row.template, row.is_withdrawn, row.author, row.author_is_verified,
        row.recorded_at,
    )  # fmt: skip
