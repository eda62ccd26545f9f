"""A small council whose calls can be worked out by hand: so many a day, so many of them kept waiting or lost."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.filters import Filters
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.strategy.council import Opening
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, Row, contact, home_at_once

LAST = date(2026, 6, 28)  # a Sunday
NINE, TEN = 18, 20  # half-hours
WEEKDAYS_9_TO_10 = tuple(Opening(ALWAYS, weekday, NINE, TEN) for weekday in range(1, 6))
EVERY_DAY_9_TO_10 = tuple(Opening(ALWAYS, weekday, NINE, TEN) for weekday in range(1, 9))
IN_60_SECONDS = PromisedMeasure(
    "in_60", "service_level", "Calls in 60 seconds", "phone",
    {Parameter.WITHIN_SECONDS: (DatedValue(ALWAYS, 60),)}, (), ("phone",), (),
)  # fmt: skip


def days_to(last: date, count: int) -> list[date]:
    """Return `count` consecutive days, the last of them `last`."""
    return [last - timedelta(days=back) for back in range(count - 1, -1, -1)]


def calls_on(day: date, count: int, late: int = 0, lost: int = 0, **given: Any) -> list[Row]:
    """Return calls from 9am on, one a minute: `late` of them answered after 100 seconds, `lost` given up after 90."""
    rows = []
    for number in range(count):
        at = datetime(day.year, day.month, day.day, 9) + timedelta(minutes=number % 60)
        outcome = {"seconds_waited": 100 if number < late else 12}
        if number >= count - lost:
            outcome = {"outcome": "abandoned", "seconds_waited": 90}
        rows.append(contact(f"{day}/{given.get('service', 'waste')}/{number}", at, **(outcome | given)))
    return rows


def calls_of(days: Iterable[date], how_many: Callable[[date], int], **given: Any) -> list[Row]:
    """Return the calls of several days."""
    return [row for day in days for row in calls_on(day, how_many(day), **given)]


def demand_context(folder: Path, *rows: Row, audience: Audience = Audience.OFFICER, kind: str = "contacts", **given: Any) -> Context:  # fmt: skip
    """Return the context of a council open 9am to 10am on weekdays, with these records to the end of June 2026."""
    council = replace(COUNCIL, **({"openings": WEEKDAYS_9_TO_10, "measures": (IN_60_SECONDS,)} | given))
    home = home_at_once(folder / COUNCIL.key, Delivery(rows, kind=kind, covered_to=LAST), council=council)
    register = open_register(home.folder)
    register.apply_files(council, datetime(2026, 1, 1, tzinfo=UTC))
    return Context(home, council, open_warehouse(home), register, audience)


def june(**given: Any) -> Filters:
    return Filters(COUNCIL.key, Period.month(LAST), **given)
