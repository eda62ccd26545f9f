"""Online contacts and the calls after them, few enough to count by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.view_answer import Box, ViewAnswer
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.schema.units import Channel
from frontdoor.strategy.council import DigitalChannel, UnitCost
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, Row, contact, home_at_once, written

LAST = date(2026, 6, 30)
ONLINE = (DigitalChannel(Channel.WEB, date(2015, 4, 1)), DigitalChannel(Channel.EMAIL, date(2015, 4, 1)))
COSTS = (
    UnitCost(Channel.PHONE, date(2024, 4, 1), 200, 300, 400, "invented"),
    UnitCost(Channel.WEB, date(2024, 4, 1), 10, 20, 50, "invented"),
)
JUNE = Filters(COUNCIL.key, Period.month(LAST))


def online(number: int | str, at: datetime, **given: Any) -> Row:
    """Return one form about waste sent by a customer of its own, `given` changed."""
    described = {"channel": "web", "queue": "waste_order", "customer": f"customer {number}"}
    return written(f"form {number}", at, **(described | given))


def call(number: int | str, at: datetime, **given: Any) -> Row:
    """Return one call about waste by the customer of the form of that number, `given` changed."""
    return contact(f"call {number}", at, **({"customer": f"customer {number}"} | given))


def forms(count: int, bounced: int, start: int = 0, after: int = 2, **given: Any) -> list[Row]:
    """Return forms at noon on 8 June 2026, the first `bounced` of their customers calling `after` days later."""
    at = datetime(2026, 6, 8, 12)
    sent = [online(start + number, at, **given) for number in range(count)]
    service = {"service": given["service"]} if "service" in given else {}
    return [*sent, *(call(start + number, at + timedelta(days=after), **service) for number in range(bounced))]


def stick_context(folder: Path, *rows: Row, audience: Audience = Audience.OFFICER, **given: Any) -> Context:
    """Return the context of a council with these contacts to the end of June 2026, `given` decided otherwise."""
    council = replace(COUNCIL, **({"digital_channels": ONLINE} | given))
    home = home_at_once(folder / COUNCIL.key, Delivery(rows, covered_to=LAST), council=council)
    register = open_register(home.folder)
    register.apply_files(council, datetime(2026, 1, 1, tzinfo=UTC))
    return Context(home, council, open_warehouse(home), register, audience)


def box_of(answer: ViewAnswer, title: str) -> Box:
    """Return the box with this title."""
    found = [box for section in answer.sections for box in section.boxes if box.title == title]
    assert len(found) == 1, [box.title for section in answer.sections for box in section.boxes]
    return found[0]


def facts_of(answer: ViewAnswer, title: str) -> dict[str, str]:
    """Return the fact of each line of a box by its label."""
    return {line.label: line.fact for line in box_of(answer, title).lines}


def said_in(answer: ViewAnswer, title: str) -> str:
    """Return the lines of a box in one string."""
    return " ".join(f"{line.label} {line.words} {line.fact}" for line in box_of(answer, title).lines)
