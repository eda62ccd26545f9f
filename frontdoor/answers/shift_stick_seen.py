"""What followed online contacts: contacts, their links and their next channel, of the days whose days to follow have passed."""

from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context, bare
from frontdoor.answers.needs import check_needs
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, Period
from frontdoor.schema.units import Channel
from frontdoor.statistics.bounce_range import BounceRange, NetShare, bounce_range, net_share
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.asking import Asked

TURNED_TO = (Channel.PHONE.value, Channel.VISIT.value)
"""The channels an online contact bounces to."""

LONGEST_AHEAD = 90  # days; follow-ups are kept for so many


@dataclass(frozen=True, slots=True)
class Counts:
    """Contacts of one kind, form or period; `calls` are phone calls and visits of those days and the days to follow."""

    contacts: int
    digital: int
    linked: int
    bounced: int
    calls: int
    linked_calls: int

    @property
    def bounces(self) -> BounceRange:
        """Return the range of bounces, arrays of one entry."""
        given = (self.digital, self.linked, self.bounced, self.calls, self.linked_calls)
        return bounce_range(*(np.array([float(each)]) for each in given))

    @property
    def net(self) -> NetShare:
        """Return the online share as counted and net of bounces, arrays of one entry."""
        return net_share(np.array([float(self.digital)]), np.array([float(self.contacts)]), self.bounces)


@dataclass(frozen=True, slots=True)
class Seen:
    """The answer of JOURNEYS_WITHIN over `period` (the days that can be known), whole and of the online channels chosen."""

    period: Period
    within_days: int
    frame: pl.DataFrame
    asked: Asked
    channels: tuple[str, ...] = ()

    @property
    def online(self) -> pl.DataFrame:
        """Return the rows of the online channels chosen, all without a choice."""
        return self.frame.filter(pl.col("channel").is_in(self.channels)) if self.channels else self.frame


def counts_of(seen: Seen, context: Context) -> Counts:
    """Return the sums over all services after disclosure control; CannotTellError where one is too small to show."""
    calls = seen.frame.filter(pl.col("channel").is_in(TURNED_TO))
    counts = {
        "contacts": _sum(seen.frame, "contacts"),
        "digital": _sum(seen.online, "digital_contacts"),
        "linked": _sum(seen.online, "digital_linked_contacts"),
        "bounced": _sum(_turned(seen.online), "digital_followed_contacts"),
        "calls": _sum(calls, "contacts_until"),
        "linked_calls": _sum(calls, "linked_contacts_until"),
    }
    frame = pl.DataFrame(counts, schema=dict.fromkeys(counts, pl.Int64))
    safe = control(frame, list(counts), context.audience, is_small_area=False)
    if safe["is_suppressed"][0]:
        raise CannotTellError("So few contacts are counted here that people could be recognised.")
    return Counts(**{name: int(safe[name][0]) for name in counts})


def bounce_within(days: int) -> PromisedMeasure:
    """Return the catalogue's bounce measure looking so many days ahead; ValueError outside 0 to 90."""
    if not 0 <= days <= LONGEST_AHEAD:
        raise ValueError(f"within_days is {days}. Follow-ups are known for 0 to {LONGEST_AHEAD} days.")
    return replace(bare(CATALOGUE["bounce"]), parameters={Parameter.WITHIN_DAYS: (DatedValue(ALWAYS, days),)})


def seen_in(period: Period, within_days: int, filters: Filters, context: Context) -> Seen:
    """Return what followed the contacts of `period`; CannotTellError where nobody said what is digital, or it is too early.

    The channels chosen narrow which online contacts are looked at, never the calls that followed them.
    """
    promised = bounce_within(within_days)
    check_needs(promised, CATALOGUE["bounce"], context.council)
    if filters.attribute is not None:
        words = filters.attribute.replace("_", " ")
        raise CannotTellError(f"What followed a contact is not kept by {words}: leave that filter out.")
    last = min(period.last, context.as_at - timedelta(days=within_days))
    if last < period.first:
        raise CannotTellError(f"The {within_days} days after these contacts have not passed yet.")
    known = Period(period.first, last)
    scope = scope_of(promised, replace(filters, channels=()), known, Grain.YEAR)
    asked = ask("journeys_within", promised, scope, context)
    return Seen(known, within_days, asked.frame, asked, filters.channels)


def by_place(seen: Seen, by: tuple[str, ...], context: Context) -> pl.DataFrame:
    """Return one row per `by` with online contacts, linked and bounced ones after disclosure control, most online first.

    Columns: `by`, digital, linked, bounced; places without online contacts are left out.
    """
    found = seen.online.group_by(by).agg(
        digital=pl.col("digital_contacts").sum(),
        linked=pl.col("digital_linked_contacts").sum(),
        bounced=pl.col("digital_followed_contacts").filter(pl.col("next_channel").is_in(TURNED_TO)).sum(),
    )
    ordered = found.filter(pl.col("digital") > 0).sort("digital", *by, descending=[True, *(False for _ in by)])
    return control(ordered, ["digital", "linked", "bounced"], context.audience, is_small_area=False)


def links_by_channel(seen: Seen, context: Context) -> pl.DataFrame:
    """Return channel, contacts and linked contacts of every channel after disclosure control, most contacts first."""
    found = seen.frame.group_by("channel").agg(pl.col("contacts").sum(), linked=pl.col("linked_contacts").sum())
    ordered = found.filter(pl.col("contacts") > 0).sort("contacts", "channel", descending=[True, False])
    return control(ordered, ["contacts", "linked"], context.audience, is_small_area=False)


def journeys(seen: Seen, context: Context) -> pl.DataFrame:
    """Return channel, next_channel, contacts: every pair there was, with 1 to 4 hidden for everybody, most first."""
    pairs = seen.online.filter(pl.col("next_channel").is_not_null())
    found = pairs.group_by("channel", "next_channel").agg(contacts=pl.col("followed_contacts").sum())
    ordered = found.sort("contacts", "channel", "next_channel", descending=[True, False, False])
    return control(ordered, ["contacts"], context.audience, is_small_area=True)


def _turned(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.filter(pl.col("next_channel").is_in(TURNED_TO))


def _sum(frame: pl.DataFrame, column: str) -> int:
    return int(frame[column].sum())
