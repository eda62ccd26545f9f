"""A small council with a promise of waiting, calls that take three minutes, and perhaps a rota and rules of staffing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from demand_home import EVERY_DAY_9_TO_10, IN_60_SECONDS, LAST, NINE, TEN, WEEKDAYS_9_TO_10, calls_of, days_to

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.register.register import open_register
from frontdoor.schema.records import KINDS
from frontdoor.schema.units import Unit
from frontdoor.statistics.shift_patterns import StaffGroup
from frontdoor.strategy.staffing import RosteredGroup, Staffing
from frontdoor.strategy.strategy import Target
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, Row, home_at_once

__all__ = ["EVERY_DAY_9_TO_10", "IN_60_SECONDS", "LAST", "NINE", "PROMISED", "TEN", "WEEKDAYS_9_TO_10"]

WEEKS = 10
TEN_WEEKS = days_to(LAST, 7 * WEEKS)
FOUR_IN_FIVE = Target(date(2024, 1, 1), 0.8, Unit.SHARE, None, "invented")
PROMISED = replace(IN_60_SECONDS, targets=(FOUR_IN_FIVE,))
RULES = Staffing(date(2026, 1, 1), shrinkage=0.2, source="invented", said=frozenset({"shrinkage"}))
MORNINGS = RosteredGroup(StaffGroup("Mornings", 8, (NINE,), (2,), 5))


def mondays_double(day: date) -> int:
    """Return 60 calls on a Monday, 30 on other weekdays and none at weekends."""
    return 0 if day.weekday() > 4 else 60 if day.weekday() == 0 else 30


def ten_weeks_of_calls(**given: Any) -> list[Row]:
    return calls_of(TEN_WEEKS, mondays_double, **({"seconds_handled": 180} | given))


def rota_rows(
    agents: float, days: Iterable[date], half_hours: Iterable[int] = (NINE, NINE + 1), **given: Any
) -> list[Row]:
    """Return so many people on duty in each half-hour of the weekdays among `days`."""
    rows = []
    for day in days:
        for half_hour in half_hours if day.weekday() < 5 else ():
            row: Row = dict.fromkeys(KINDS["rota_half_hours"].names)
            row |= {
                "rota_id": f"{day}/{half_hour}",
                "activity_date": day,
                "half_hour": half_hour,
                "agents": float(agents),
            }
            rows.append(row | {"service": "all", "queue": "unknown", "channel": "phone"} | given)
    return rows


def staffed(
    folder: Path, calls: list[Row], rota: list[Row] | None = None, audience: Audience = Audience.OFFICER, **given: Any
) -> Context:
    """Return the context of a council open 9am to 10am on weekdays with these calls, and this rota where one is given."""
    council = replace(COUNCIL, **({"openings": WEEKDAYS_9_TO_10, "measures": (PROMISED,)} | given))
    deliveries = [Delivery(calls, covered_to=LAST)]
    if rota is not None:
        deliveries.append(Delivery(rota, source="rota", kind="rota_half_hours"))
    home = home_at_once(folder / COUNCIL.key, *deliveries, council=council)
    register = open_register(home.folder)
    register.apply_files(council, datetime(2026, 1, 1, tzinfo=UTC))
    return Context(home, council, open_warehouse(home), register, audience)


def all_words(answer: ViewAnswer) -> str:
    """Return the answer, the lead, the notes and every line of every box, in one string."""
    lines = [line for section in answer.sections for box in section.boxes for line in box.lines]
    said = [f"{line.label} {line.words} {line.fact}" for line in lines]
    return " ".join([answer.answer, answer.lead, *answer.notes, *said])


def context_with_rota(folder: Path) -> Context:
    """Return ten weeks with five people on duty all the time, a fifth of them away, who could be eight of mornings."""
    calls, rota = ten_weeks_of_calls(), rota_rows(5, TEN_WEEKS)
    return staffed(folder, calls, rota, staffing=(RULES,), staff_groups=(MORNINGS,))
