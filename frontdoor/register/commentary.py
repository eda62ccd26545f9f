"""What the owner of a measure says about it, kept beside the figure as it then was; a later version replaces none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from frontdoor.periods import Period
from frontdoor.register.accountability_tables import COMMENTARY
from frontdoor.register.auditing import canonical, record
from frontdoor.register.register import Register
from frontdoor.register.succession import all_standing, history, refuse_unseen, standing
from frontdoor.register.words import typed

LONGEST_WORDS = 4_000
PLACE = ("measure_key", "service", "first_day", "last_day")


@dataclass(frozen=True, slots=True)
class About:
    """What is commented on: a measure (of a service, '' the whole council) in a period."""

    measure_key: str
    service: str
    period: Period


@dataclass(frozen=True, slots=True)
class Commentary:
    """Words about one measure over one period; `figure` is what stood there then: value, target, state, generation."""

    id: int
    measure_key: str
    service: str
    first_day: date
    last_day: date
    words: str
    figure: Mapping[str, object]
    author: str
    author_is_verified: bool
    recorded_at: datetime


def commentary_on(register: Register, about: About) -> Commentary | None:
    """Return what stands of this measure and period."""
    with register.read() as connection:
        row = standing(connection, COMMENTARY, register.council, **_place(about))
    return None if row is None else _commentary(row)


def all_commentary(register: Register) -> tuple[Commentary, ...]:
    """Return what stands of every measure and period, in the order it was entered."""
    with register.read() as connection:
        return tuple(_commentary(row) for row in all_standing(connection, COMMENTARY, register.council, PLACE))


def commentary_history(register: Register, about: About) -> tuple[Commentary, ...]:
    """Return every version of it, oldest first."""
    with register.read() as connection:
        rows = history(connection, COMMENTARY, register.council, **_place(about))
    return tuple(_commentary(row) for row in rows)


def comment(
    register: Register, about: About, words: str, figure: Mapping[str, object], *,
    author: str, now: datetime, seen: int | None = None,
) -> int:  # fmt: skip
    """Enter what the owner says of the measure in the period, beside `figure` as it stands; return the row's number.

    Raises:
        RegisterError: no words, too many, or somebody else wrote since row `seen`.
    """
    kept = typed(words, "What you say about it", LONGEST_WORDS)
    place = _place(about)
    with register.write(author, now) as (connection, act):
        latest = standing(connection, COMMENTARY, register.council, **place)
        refuse_unseen(latest, seen, "this commentary")
        row = {**place, "words": kept, "figure": canonical(dict(figure))}
        before = None if latest is None else latest.words
        return record(connection, act, COMMENTARY, "commented on a measure", [row], before=before)[0]


def _place(about: About) -> dict[str, object]:
    """Return the columns that tell it apart."""
    first, last = about.period.first, about.period.last
    return {"measure_key": about.measure_key, "service": about.service, "first_day": first, "last_day": last}


def _commentary(row: Row[Any]) -> Commentary:
    values = {name: getattr(row, name) for name in Commentary.__slots__}
    return Commentary(**{**values, "figure": json.loads(row.figure)})
