"""Whether a source's owner has confirmed a period's figures; until then they are provisional, and reopening is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from frontdoor.errors import RegisterError
from frontdoor.periods import Period
from frontdoor.register.accountability_tables import SIGN_OFFS
from frontdoor.register.auditing import record
from frontdoor.register.register import Register
from frontdoor.register.succession import all_standing, refuse_unseen, standing
from frontdoor.register.words import typed

LONGEST_WHY = 1_000


class SignOffAct(StrEnum):
    """What was done to a period's figures."""

    CONFIRMED = "confirmed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class SignOff:
    """The last act on a source's period, at which data version, by whom and why."""

    id: int
    source: str
    first_day: date
    last_day: date
    act: SignOffAct
    generation: int
    why: str
    author: str
    author_is_verified: bool
    recorded_at: datetime


def sign_offs(register: Register) -> tuple[SignOff, ...]:
    """Return the act that stands for each source and period."""
    with register.read() as connection:
        rows = all_standing(connection, SIGN_OFFS, register.council, ("source", "first_day", "last_day"))
    return tuple(_sign_off(row) for row in rows)


def is_confirmed(held: tuple[SignOff, ...], source: str, period: Period) -> bool:
    """Return whether every day of `period` lies in a confirmed period of the source."""
    confirmed = sorted(
        (each for each in held if each.source == source and each.act is SignOffAct.CONFIRMED),
        key=lambda each: each.first_day,
    )
    needed = period.first
    for each in confirmed:
        if each.first_day <= needed <= each.last_day:
            needed = date.fromordinal(each.last_day.toordinal() + 1)
    return needed > period.last


def confirm(
    register: Register, source: str, period: Period, generation: int, *, author: str, now: datetime,
    seen: int | None = None, why: str = "",
) -> int:  # fmt: skip
    """Enter that the source's owner stands by the period's figures as they are at `generation`; return the row's number.

    Raises:
        RegisterError: confirmed already, the period is not over, or somebody else acted since row `seen`.
    """
    if period.last >= now.date():
        raise RegisterError("The period is not over yet, so nobody can confirm its figures.")
    return _enter(
        register, (source, period), (SignOffAct.CONFIRMED, generation, why), author=author, now=now, seen=seen
    )


def reopen(
    register: Register, source: str, period: Period, generation: int, why: str, *, author: str, now: datetime,
    seen: int | None,
) -> int:  # fmt: skip
    """Enter that the period's figures may change again, and why; return the row's number.

    Raises:
        RegisterError: no reason, it was never confirmed, or somebody else acted since row `seen`.
    """
    kept = typed(why, "Why it is reopened", LONGEST_WHY)
    return _enter(
        register, (source, period), (SignOffAct.REOPENED, generation, kept), author=author, now=now, seen=seen
    )


def _enter(
    register: Register, about: tuple[str, Period], done: tuple[SignOffAct, int, str], *,
    author: str, now: datetime, seen: int | None,
) -> int:  # fmt: skip
    (source, period), (what, generation, why) = about, done
    place = {"source": source, "first_day": period.first, "last_day": period.last}
    with register.write(author, now) as (connection, act):
        latest = standing(connection, SIGN_OFFS, register.council, **place)
        refuse_unseen(latest, seen, "the sign-off of this period")
        stands = None if latest is None else SignOffAct(latest.act)
        if stands is what or (stands is None and what is SignOffAct.REOPENED):
            state = (
                "confirmed already" if what is SignOffAct.CONFIRMED else "not confirmed, so there is nothing to reopen"
            )
            raise RegisterError(f"These figures are {state}.")
        row = {**place, "act": what.value, "generation": generation, "why": why.strip()}
        return record(connection, act, SIGN_OFFS, f"{what.value} figures", [row], before=stands)[0]


def _sign_off(row: Row[Any]) -> SignOff:
    values = {name: getattr(row, name) for name in SignOff.__slots__}
    return SignOff(**{**values, "act": SignOffAct(row.act)})
