"""The annual update to scrutiny: words that officers wrote for each section, and the versions that were issued."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from frontdoor.register.accountability_tables import UPDATE_VERSIONS, UPDATE_WORDS
from frontdoor.register.auditing import Values, canonical, digest_of, record
from frontdoor.register.register import Register
from frontdoor.register.succession import all_standing, history, refuse_unseen, standing
from frontdoor.register.words import typed

LONGEST_WORDS = 10_000

FIGURES = " (figures)"
"""After a section's key: the row that keeps its figures as they stood when its words were written, in the same entry."""


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What officers wrote for one section of the update of the year that begins on `first_day`.

    `figures` are the section's own as they stood when that was written, in words by their place.
    """

    id: int
    first_day: date
    section: str
    words: str
    author: str
    author_is_verified: bool
    recorded_at: datetime
    figures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IssuedUpdate:
    """One version as it was issued: its whole content with every number as it then was, and the digest of that."""

    id: int
    first_day: date
    generation: int
    digest: str
    content: Mapping[str, object]
    author: str
    author_is_verified: bool
    recorded_at: datetime

    @property
    def is_unaltered(self) -> bool:
        """Return whether the content is still what the digest was made from."""
        return digest_of(dict(self.content)) == self.digest


def section_words(register: Register, first_day: date) -> dict[str, SectionWords]:
    """Return what stands of each section of that year's update."""
    with register.read() as connection:
        rows = all_standing(connection, UPDATE_WORDS, register.council, ("first_day", "section"))
    own = {row.section: row for row in rows if row.first_day == first_day}
    return {
        section: _words(row, own.get(f"{section}{FIGURES}"))
        for section, row in own.items()
        if not section.endswith(FIGURES)
    }


def write_section(
    register: Register, first_day: date, section: str, words: str, figures: Mapping[str, str] | None = None, *,
    author: str, now: datetime, seen: int | None = None,
) -> int:  # fmt: skip
    """Enter the words of a section, beside its `figures` as they stand, and return the row's number.

    Raises:
        RegisterError: no words, too many, or somebody else wrote since row `seen`.
    """
    kept = typed(words, "What you write", LONGEST_WORDS)
    place = {"first_day": first_day, "section": section}
    with register.write(author, now) as (connection, act):
        latest = standing(connection, UPDATE_WORDS, register.council, **place)
        refuse_unseen(latest, seen, "this section")
        before = None if latest is None else latest.words
        beside = {"first_day": first_day, "section": f"{section}{FIGURES}", "words": canonical(dict(figures or {}))}
        rows: list[Values] = [{**place, "words": kept}, beside]
        return record(connection, act, UPDATE_WORDS, "wrote of the annual update", rows, before=before)[0]


def issue_update(
    register: Register, first_day: date, generation: int, content: Mapping[str, object], *, author: str, now: datetime
) -> str:
    """Keep this version as issued and return its digest."""
    text = canonical(dict(content))
    digest = digest_of(dict(content))
    row = {"first_day": first_day, "generation": generation, "digest": digest, "content": text}
    with register.write(author, now) as (connection, act):
        record(connection, act, UPDATE_VERSIONS, "issued an annual update", [row])
    return digest


def issued_updates(register: Register, first_day: date) -> tuple[IssuedUpdate, ...]:
    """Return every version issued for the year, oldest first."""
    with register.read() as connection:
        rows = history(connection, UPDATE_VERSIONS, register.council, first_day=first_day)
    return tuple(_issued(row) for row in rows)


def _words(row: Row[Any], beside: Row[Any] | None) -> SectionWords:
    values = {name: getattr(row, name) for name in SectionWords.__slots__ if name != "figures"}
    return SectionWords(**values, figures=_object(beside.words) if beside is not None else {})


def _issued(row: Row[Any]) -> IssuedUpdate:
    values = {name: getattr(row, name) for name in IssuedUpdate.__slots__}
    return IssuedUpdate(**{**values, "content": _object(row.content)})


def _object(text: str) -> dict[str, Any]:
    """Return a JSON object; nothing for what is none any more because somebody altered it."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
