"""Weeks of calls at stated half-hours, small enough to work out the map of the week by hand."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.figure import Figure
from frontdoor.strategy.council import Opening
from frontdoor.strategy.dated import ALWAYS
from tests.small_warehouse import Row, contact
from tests.unit.answers.demand_home import LAST, days_to

NINE, MIDDAY = 18, 24  # half-hours
MORNINGS = tuple(Opening(ALWAYS, weekday, NINE, MIDDAY) for weekday in range(1, 6))
TWENTY_WEEKS = days_to(LAST, 140)  # from Monday 9 February 2026; bank holidays 3 and 6 April, 4 and 25 May
BANK_HOLIDAYS = (date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25))


def usual(day: date, half_hour: int) -> int:
    """Return 4 calls in each half-hour of a weekday morning, 12 on Mondays from 9am to 10am."""
    if day.weekday() > 4 or day in BANK_HOLIDAYS or not NINE <= half_hour < MIDDAY:
        return 0
    return 12 if day.weekday() == 0 and half_hour < 20 else 4


def calls(how_many: Callable[[date, int], int] = usual, days: Iterable[date] = TWENTY_WEEKS, **given: Any) -> list[Row]:
    """Return so many calls in each half-hour of each day, answered after 12 seconds; those of a Monday 9am after 100."""
    rows = []
    for day in days:
        for half_hour in range(48):
            start = datetime(day.year, day.month, day.day) + timedelta(minutes=30 * half_hour)
            waited = 100 if (day.weekday(), half_hour) == (0, NINE) else 12
            rows += [
                contact(f"{start}/{number}", start + timedelta(seconds=number), **({"seconds_waited": waited} | given))
                for number in range(how_many(day, half_hour))
            ]
    return rows


def cell(figure: Figure, day: str, half_hour: int) -> dict[str, Any]:
    """Return one row of a map's frame."""
    found = figure.frame.filter((figure.frame["day"] == day) & (figure.frame["half_hour"] == half_hour))
    assert found.height == 1
    return found.row(0, named=True)


def map_of(answer: ViewAnswer) -> Figure:
    return answer.sections[0].figures[0]


def words_of(answer: ViewAnswer) -> str:
    """Return every line of every box."""
    lines = [line for section in answer.sections for box in section.boxes for line in box.lines]
    return "\n".join(f"{line.label} {line.words}" for line in lines)
