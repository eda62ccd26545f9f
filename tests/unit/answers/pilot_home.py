"""Sixty-one weeks of calls on weekday mornings, with a pilot in the last twelve whose effect can be worked out by hand."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from frontdoor.answers.context import Context
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.register.register import Register, open_register
from frontdoor.strategy.pilot_plan import (
    ComparedBy,
    Comparison,
    PilotOutcome,
    PilotPlan,
    Role,
    Where,
    Window,
)
from tests.small_warehouse import COUNCIL, Row, contact
from tests.unit.answers.week_home import NINE

FIRST_MONDAY = date(2025, 4, 28)
WEEKS = 61  # to Sunday 28 June 2026, the day that tests of answers end on
PILOT_FIRST, PILOT_LAST = date(2026, 3, 2), date(2026, 5, 24)  # 12 weeks, 44 before them
WEEKS_BEFORE, PILOT_WEEKS = 44, 12
HOLIDAYS = {
    date(2025, 5, 5), date(2025, 5, 26), date(2025, 8, 25), date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1),
    date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25),
}  # fmt: skip
EIGHT, TEN, ELEVEN = 16, 20, 22
EIGHT_TO_NINE, NINE_TO_TEN, TEN_TO_ELEVEN = Window(EIGHT, NINE), Window(NINE, TEN), Window(TEN, ELEVEN)
OTHER_DAYS = Comparison(ComparedBy.WEEKDAY, ("tuesday", "wednesday", "thursday"))


def every_day(weeks: int = WEEKS) -> list[date]:
    return [FIRST_MONDAY + timedelta(days=number) for number in range(7 * weeks)]


def wobble(day: date, half_hour: int) -> int:
    """Return 0 to 4 by chance, the same each time it is asked."""
    return Random(f"{day} {half_hour}").randrange(5)


def usual(day: date, half_hour: int) -> int:
    """Return 4 to 8 calls in each half-hour from 9am to 11am on open weekdays."""
    if day.weekday() > 4 or day in HOLIDAYS or not NINE <= half_hour < ELEVEN:
        return 0
    return 4 + wobble(day, half_hour)


def opened_early(day: date, half_hour: int) -> int:
    """Return the same, but on Mondays of the pilot 3 of each half-hour from 9am to 10am come from 8am, and 2 more are new."""
    count = usual(day, half_hour)
    if day.weekday() or day in HOLIDAYS or not PILOT_FIRST <= day <= PILOT_LAST:
        return count
    if EIGHT <= half_hour < NINE:
        return 5
    return count - 3 if NINE <= half_hour < TEN else count


def rows_of(how_many: Callable[[date, int], int], days: Sequence[date], **given: Any) -> list[Row]:
    """Return so many calls in each half-hour of each day."""
    rows = []
    for day in days:
        for half_hour in range(48):
            start = datetime(day.year, day.month, day.day) + timedelta(minutes=30 * half_hour)
            rows += [
                contact(f"{given.get('service', 'waste')}/{start}/{number}", start + timedelta(seconds=number), **given)
                for number in range(how_many(day, half_hour))
            ]
    return rows


def outcome(key: str = "nine", role: Role = Role.PRIMARY, **given: Any) -> PilotOutcome:
    """Return calls on Mondays from 9am to 10am, compared with other days; `given` changed."""
    described: dict[str, Any] = {
        "label": key, "measure": "calls_offered", "where": Where((1,), NINE_TO_TEN), "worthwhile": -3.0, "comparison": OTHER_DAYS,
    }  # fmt: skip
    return PilotOutcome(key=key, role=role, **(described | given))


def plan(*outcomes: PilotOutcome, **given: Any) -> PilotPlan:
    """Return the pilot of opening at 8am on Mondays with these outcomes, `given` changed."""
    described: dict[str, Any] = {
        "key": "early", "title": "Open at 8am on Mondays", "what": "We open at 8am.", "why": "Mondays are busy.",
        "first_day": PILOT_FIRST, "last_day": PILOT_LAST, "where": Where((1,), EIGHT_TO_NINE), "source": "invented",
    }  # fmt: skip
    return PilotPlan(outcomes=outcomes or (outcome(),), **(described | given))


def held(of: PilotPlan, *, is_retrospective: bool = False) -> HeldPilot:
    """Return the plan as entered a month before its start, or a week after it."""
    entered = of.first_day + timedelta(days=7 if is_retrospective else -30)
    at = datetime(entered.year, entered.month, entered.day, 10, tzinfo=UTC)
    return HeldPilot(of, "digest", at, "an officer", False, is_retrospective, ())


@contextmanager
def own_register(context: Context, folder: Path) -> Iterator[tuple[Context, Register]]:
    """Give the same figures with an empty register of their own, to enter events and pilots into."""
    home = folder / COUNCIL.key
    home.mkdir()
    with closing(open_register(home)) as register:
        yield replace(context, register=register, asked={}, kept_pilots=None), register
