"""Weeks of calls and forms whose saving can be worked out by hand: level counts with a little noise, and a change on one day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.shift_saved import saved_in
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.schema.units import Channel
from frontdoor.strategy.council import DigitalChannel, UnitCost
from frontdoor.strategy.saving_decisions import Released
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, Row, home_at_once, interval

LAST = date(2026, 6, 28)  # a Sunday
SINCE = date(2020, 4, 1)
ONLINE = (DigitalChannel(Channel.WEB, SINCE),)
PHONE_COST = UnitCost(Channel.PHONE, SINCE, 200, 300, 400, "Head of Finance")
WEB_COST = UnitCost(Channel.WEB, SINCE, 20, 50, 80, "Head of Finance")
HALF = Released(Channel.PHONE, SINCE, 0.4, 0.5, 0.6, "two posts given up")
WOBBLE = (0, 12, -8, 5, -11, 3, 9, -10)  # calls a week more or less than the level, over and over
CHANGE_WEEKS = 26  # before the last day


def weekly(channel: str, weeks: int, level: Callable[[int], float], **given: Any) -> list[Row]:
    """Return one day's summary for each of the last `weeks` weeks; `level` of the weeks still to come, 0 the last."""
    rows = []
    for back in range(weeks):
        contacts = round(level(back)) + WOBBLE[back % len(WOBBLE)]
        monday = LAST - timedelta(days=6 + 7 * back)
        counts = {"contacts": contacts} if contacts > 0 else {}
        at = datetime(monday.year, monday.month, monday.day)
        named = f"{channel}/{given.get('service', 'waste')}/{monday}"
        rows += [interval(named, at, channel=channel, **(counts | given))] if counts else []
    return rows


def dropped(before: float, after: float, weeks: int = CHANGE_WEEKS) -> Callable[[int], float]:
    """Return a level that was `before` and has been `after` for the last `weeks` weeks."""
    return lambda back: after if back < weeks else before


def moved(weeks: int = 130, to: float = 700) -> list[Row]:
    """Return calls that fell from 1,000 a week, and forms that rose from 400, by 300 half a year ago."""
    return [*weekly("phone", weeks, dropped(1_000, to)), *weekly("web", weeks, dropped(400, 700))]


def saved_context(folder: Path, *rows: Row, audience: Audience = Audience.OFFICER, **given: Any) -> Context:
    """Return the context of a council with these summaries to the end of June 2026, its costs and `given` decisions."""
    decided = {"digital_channels": ONLINE, "unit_costs": (PHONE_COST, WEB_COST), "released": (HALF,)}
    council = replace(COUNCIL, **(decided | given))
    home = home_at_once(
        folder / COUNCIL.key, Delivery(rows, kind="contact_intervals", covered_to=LAST), council=council
    )
    register = open_register(home.folder)
    register.apply_files(council, datetime(2026, 1, 1, tzinfo=UTC))
    return Context(home, council, open_warehouse(home), register, audience)


def june(**given: Any) -> Filters:
    return Filters(COUNCIL.key, Period.month(LAST), **given)


def saved_from(folder: Path, *rows: Row, **given: Any) -> ViewAnswer:
    """Return the view of a council with these summaries."""
    return saved_in(june(), saved_context(folder, *rows, **given))


def lines_of(answer: ViewAnswer, title: str) -> str:
    """Return every line of the box with this title in one string."""
    boxes = [box for section in answer.sections for box in section.boxes if box.title == title]
    assert len(boxes) == 1, [box.title for section in answer.sections for box in section.boxes]
    return " ".join(f"{line.label} {line.words}" for line in boxes[0].lines)
