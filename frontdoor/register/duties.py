"""Who is to set a target that is still to be set, and until when."""

from dataclasses import dataclass
from datetime import date, datetime

from frontdoor.register.accountability_tables import TARGET_DUTIES
from frontdoor.register.auditing import record
from frontdoor.register.register import Register
from frontdoor.register.succession import all_standing, refuse_unseen, standing
from frontdoor.register.words import typed


@dataclass(frozen=True, slots=True)
class Duty:
    """The owner of a measure's target and the day by which it is to be set; service '' is the whole council."""

    measure_key: str
    service: str
    owner: str
    due_date: date | None
    id: int
    author: str
    recorded_at: datetime


def duties(register: Register) -> dict[tuple[str, str], Duty]:
    """Return the duty that stands for each measure and service."""
    with register.read() as connection:
        rows = all_standing(connection, TARGET_DUTIES, register.council, ("measure_key", "service"))
    return {
        (row.measure_key, row.service): Duty(
            row.measure_key, row.service, row.owner, row.due_date, row.id, row.author, row.recorded_at
        )
        for row in rows
    }


def set_duty(
    register: Register, measure_key: str, service: str, owner: str, due_date: date | None, *,
    author: str, now: datetime, seen: int | None = None,
) -> int:  # fmt: skip
    """Enter who is to set the target and until when, and return the row's number.

    Raises:
        RegisterError: no owner, or somebody else changed it since row `seen`.
    """
    kept = typed(owner, "The owner")
    with register.write(author, now) as (connection, act):
        place = {"measure_key": measure_key, "service": service}
        latest = standing(connection, TARGET_DUTIES, register.council, **place)
        refuse_unseen(latest, seen, "the owner of this target")
        before = None if latest is None else {"owner": latest.owner, "due_date": latest.due_date}
        row = {**place, "owner": kept, "due_date": due_date}
        return record(connection, act, TARGET_DUTIES, "named who sets a target", [row], before=before)[0]
