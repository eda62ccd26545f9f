"""A small council whose contacts by service, channel and month can be worked out by hand, and a reader of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.filters import Filters
from frontdoor.periods import Period, add_months, month_end
from frontdoor.register.register import open_register
from frontdoor.schema.units import Channel, Unit
from frontdoor.strategy.council import Council, DigitalChannel
from frontdoor.strategy.strategy import PromisedMeasure, Target
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, Row, contact, home_at_once

LAST = date(2026, 6, 30)
YEAR_2, YEAR_1 = date(2025, 7, 1), date(2024, 7, 1)
WEB = DigitalChannel(Channel.WEB, date(2020, 1, 1), None)
TARGETS = (
    Target(date(2025, 7, 1), 0.4, Unit.SHARE, 0.02, "invented"),
    Target(date(2026, 7, 1), 0.6, Unit.SHARE, 0.02, "invented"),
)
ONLINE = PromisedMeasure("online", "digital_share", "Contacts made online", "reach", {}, (), (), TARGETS)

Monthly = Mapping[tuple[str, str], int]
"""Contacts of a month by service and channel."""


def months_of(first: date, count: int, monthly: Monthly, **given: Any) -> list[Row]:
    """Return the same contacts in each of `count` months, spread over its first 28 days."""
    rows = []
    for back in range(count):
        start = add_months(first, back)
        for (service, channel), number in monthly.items():
            for each in range(number):
                at = datetime(start.year, start.month, each * 28 // number + 1, 10, each % 60)
                rows.append(_contact(f"{start}/{service}/{channel}/{each}", at, service, channel, given))
    return rows


def _contact(name: str, at: datetime, service: str, channel: str, given: Mapping[str, Any]) -> Row:
    waited = {"seconds_waited": 12} if channel == "phone" else {"seconds_waited": None, "outcome": None}
    return contact(name, at, service=service, channel=channel, **(waited | given))


def shift_context(folder: Path, rows: list[Row], audience: Audience = Audience.OFFICER, **given: Any) -> Context:
    """Return the context of a council whose web form is digital, with these records to the end of June 2026."""
    council: Council = replace(COUNCIL, **({"digital_channels": (WEB,), "measures": (ONLINE,)} | given))
    home = home_at_once(folder / COUNCIL.key, Delivery(rows, covered_to=LAST), council=council)
    register = open_register(home.folder)
    register.apply_files(council, datetime(2026, 1, 1, tzinfo=UTC))
    return Context(home, council, open_warehouse(home), register, audience)


def june(**given: Any) -> Filters:
    return Filters(COUNCIL.key, Period(date(2026, 6, 1), month_end(LAST)), **given)
