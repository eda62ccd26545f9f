"""What a contact costs, as the council says and where it has it from: by channel, and on average over the digital ones."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_saved_weeks import Weeks, Windows
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.schema.units import Channel, Unit
from frontdoor.statistics.savings import Range, unit_cost
from frontdoor.strategy.council import UnitCost
from frontdoor.strategy.saving_decisions import Released, released_on

DEARER = (Channel.PHONE.value, Channel.VISIT.value)
"""Channels whose contacts a person takes as they come, which moving online is meant to spare."""

OLD_AFTER_YEARS = 3  # a unit cost said this long ago has been through as many pay awards

PUBLISHED = (
    Line("Socitm, 2011:", "visit £8.62, call £2.83, web visit 15p; about 200 councils."),
    Line("PwC, 2009, as quoted:", "visit £10.53, call £3.39, letter £12.10, web visit 8p."),
    Line("ContactBabel, 2024:", "call £5.58; all trades, not councils."),
    Line("", "They differ by up to four times and are old. Whoever quotes the 2009 figures warns against using them in a "
         "business case. A web visit is not a contact: many fail and end in a call."),
)  # fmt: skip
"""DOMAIN.md 2.7: wired-gov.net (Socitm 2011), slideplayer.com/slide/1485378 (PwC), callcentrehelper.com (ContactBabel)."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Pence a contact on one day: of each channel said, and of an average digital contact as they now come.

    `uncosted`: digital channels in use without a unit cost; the average is of the others.
    """

    day: date
    by_channel: dict[str, UnitCost]
    digital: Range | None
    uncosted: tuple[str, ...]
    released: dict[str, Released]

    def of(self, channel: str) -> Range | None:
        return None if channel not in self.by_channel else as_range(self.by_channel[channel])

    def released_of(self, channel: str) -> Range | None:
        said = self.released.get(channel)
        return None if said is None else Range(said.low_share, said.share, said.high_share)


def as_range(cost: UnitCost) -> Range:
    """Return a unit cost with its range."""
    return unit_cost(cost.low_pence, cost.pence, cost.high_pence)


def costs_of(weeks: Weeks, windows: Windows, context: Context) -> Costs:
    """Return the costs in force on the last day of the weeks judged."""
    day = weeks.last_day
    said = {
        each.channel.value: each
        for each in context.council.unit_costs
        if each.from_date <= day < (each.before_date or date.max)
    }
    digital = [name for name in weeks.channels if weeks.is_digital(name)]
    number = {name: float(np.nansum(weeks.of(name)[windows.after])) for name in digital}
    in_use = [name for name in digital if number[name] > 0]
    released = {name: found for name in DEARER if (found := released_on(context.council.released, name, day))}
    uncosted = tuple(name for name in in_use if name not in said)
    return Costs(day, said, _average({name: number[name] for name in in_use if name in said}, said), uncosted, released)


def _average(number: dict[str, float], said: dict[str, UnitCost]) -> Range | None:
    """Return the cost of an average contact of these channels, weighted by their contacts."""
    whole = sum(number.values())
    if whole <= 0:
        return None
    ranges = {name: as_range(said[name]) for name in number}
    low, central, high = (
        sum(number[name] * getattr(ranges[name], end) for name in number) / whole for end in ("low", "central", "high")
    )
    return Range(min(low, central), central, max(central, high))


def costs_box(costs: Costs, context: Context) -> Box:
    """Return each unit cost with its range, since when it holds, and who said so."""
    lines = [
        Line(
            f"{label_of(name, 'channel', context)}:",
            f"{_money(each.pence)} ({_money(each.low_pence)} to {_money(each.high_pence)}), from "
            f"{format_date(each.from_date)}. Source: {each.source}.{_old(each, costs.day)}",
        )
        for name, each in sorted(costs.by_channel.items(), key=lambda item: -item[1].pence)
    ]
    lines += [
        Line(
            f"{label_of(name, 'channel', context)}, no longer paid:",
            f"{_percent(each.share)} of its cost ({_percent(each.low_share)} to {_percent(each.high_share)}), from "
            f"{format_date(each.from_date)}. Source: {each.source}.",
        )
        for name, each in sorted(costs.released.items())
    ]
    return Box("Whose figures these are", tuple(lines), is_quiet=True)


def published_box() -> Box:
    """Return published unit costs, which are never used unless the council writes them in its own file."""
    return Box("Published costs, not used here", PUBLISHED, is_quiet=True)


def _old(each: UnitCost, day: date) -> str:
    years = (day - each.from_date).days / 365.25
    return f" That is {int(years)} years old." if years >= OLD_AFTER_YEARS else ""


def _money(pence: float) -> str:
    return format_value(pence, Unit.PENCE)


def _percent(share: float) -> str:
    return format_value(share, Unit.SHARE, places=0)
