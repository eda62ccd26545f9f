"""Contacts of people whose age band, access need or ward is recorded, so many a month, so that shares can be counted by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.filters import Filters
from frontdoor.periods import Period, add_months
from frontdoor.register.register import open_register
from frontdoor.schema.units import Channel
from frontdoor.strategy.council import DigitalChannel
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, Row, contact, home_at_once

LAST = date(2026, 6, 30)
ONLINE = (DigitalChannel(Channel.WEB, date(2020, 4, 1)),)
YOUNG, OLD = "25 to 44", "75 and over"


def months_of(
    group: dict[str, str], online: Callable[[int], int], phone: Callable[[int], int], months: int = 24
) -> list[Row]:
    """Return a group's forms and calls of each of the last `months` months; told how many months back, 0 the last."""
    rows = []
    for back in range(months):
        first = add_months(LAST.replace(day=1), -back)
        for channel, count in (("web", online(back)), ("phone", phone(back))):
            for number in range(count):
                at = datetime(first.year, first.month, 1 + number % 28, 10, number % 60)
                outcome = {} if channel == "phone" else {"outcome": None, "seconds_waited": None}
                name = f"{'/'.join(group.values())}/{channel}/{first}/{number}"
                rows.append(contact(name, at, channel=channel, **outcome, **group))
    return rows


def year(now: int, before: int) -> Callable[[int], int]:
    """Return a count that is `now` in each of the last 12 months and was `before` in those before them."""
    return lambda back: now if back < 12 else before


def left_out_context(folder: Path, *rows: Row, audience: Audience = Audience.OFFICER, **given: Any) -> Context:
    council = replace(COUNCIL, **({"digital_channels": ONLINE} | given))
    home = home_at_once(folder / COUNCIL.key, Delivery(rows, covered_to=LAST), council=council)
    register = open_register(home.folder)
    register.apply_files(council, datetime(2026, 1, 1, tzinfo=UTC))
    return Context(home, council, open_warehouse(home), register, audience)


def june(**given: Any) -> Filters:
    return Filters(COUNCIL.key, Period.month(LAST), **given)


def lines_of(answer: ViewAnswer, title: str) -> str:
    """Return every line of the box with this title in one string."""
    boxes = [box for section in answer.sections for box in section.boxes if box.title == title]
    assert len(boxes) == 1, [box.title for section in answer.sections for box in section.boxes]
    return " ".join(f"{line.label} {line.words}" for line in boxes[0].lines)


def titles_of(answer: ViewAnswer) -> list[str]:
    return [box.title for section in answer.sections for box in section.boxes]
