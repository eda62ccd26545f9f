"""Which breaks of a control chart people know nothing of, so that nobody is asked about them again."""

from dataclasses import dataclass
from datetime import date, datetime

from frontdoor.errors import RegisterError
from frontdoor.register.auditing import record
from frontdoor.register.event_tables import BREAK_ANSWERS
from frontdoor.register.register import Register
from frontdoor.register.succession import all_standing, standing

PLACE = ("measure_key", "service", "first_day")


@dataclass(frozen=True, slots=True)
class BreakPlace:
    """A break: of which measure and service ('' the whole council), and the first day of the point it began at."""

    measure_key: str
    service: str
    first_day: date


@dataclass(frozen=True, slots=True)
class BreakAnswer:
    """The last that was said of a break: dismissed as “nothing we know of”, or to be asked about again."""

    place: BreakPlace
    is_dismissed: bool
    author: str
    recorded_at: datetime


def break_answers(register: Register) -> dict[BreakPlace, BreakAnswer]:
    """Return what stands for each break anybody answered."""
    with register.read() as connection:
        rows = all_standing(connection, BREAK_ANSWERS, register.council, PLACE)
    found = (
        BreakAnswer(
            BreakPlace(row.measure_key, row.service, row.first_day), row.is_dismissed, row.author, row.recorded_at
        )
        for row in rows
    )
    return {each.place: each for each in found}


def dismiss(register: Register, place: BreakPlace, *, author: str, now: datetime, is_dismissed: bool = True) -> int:
    """Enter that nothing is known to have happened at a break, or that it is to be asked about again; return the row.

    Raises:
        RegisterError: somebody said the same already.
    """
    row = {"measure_key": place.measure_key, "service": place.service, "first_day": place.first_day}
    with register.write(author, now) as (connection, act):
        latest = standing(connection, BREAK_ANSWERS, register.council, **row)
        before = latest.is_dismissed if latest else False
        if before is is_dismissed:
            said = "is put aside already" if is_dismissed else "is asked about already"
            raise RegisterError(f"This change {said}.")
        words = "knows of nothing that happened" if is_dismissed else "asks again what happened"
        return record(connection, act, BREAK_ANSWERS, words, [{**row, "is_dismissed": is_dismissed}], before=before)[0]
