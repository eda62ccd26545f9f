"""Source against source: the same contacts as two sources count them, month by month, and which of them is of record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import listed
from frontdoor.periods import Grain
from frontdoor.warehouse.scope import Scope

MONTHS_COMPARED = 12
"""How many months back sources are compared: as far as a year's report goes."""

UNKNOWN_SERVICE = "unknown"
"""The service of contacts whose source does not say which."""

NAMED_AT_MOST = 3
"""Services named in one line; of more, the rest is a number."""

Held: TypeAlias = dict[str, int]
"""Contacts by service, as one source records them of one channel in one month."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One channel in one month, counted by the source of record and by another one; `difference` is other less record.

    Only services that both hold are counted; `compared` says which in words. Where one of them never says which service
    a contact was about, all are.
    """

    month: date
    channel: str
    source_of_record: str
    contacts: int
    other_source: str
    other_contacts: int
    compared: str = "All"

    @property
    def difference(self) -> int:
        return self.other_contacts - self.contacts

    @property
    def share(self) -> float | None:
        """Return the difference as a share of what the source of record counts."""
        return self.difference / self.contacts if self.contacts else None


def reconciled(context: Context) -> tuple[Reconciled, ...]:
    """Return each channel and month that two sources record, newest month first, the widest apart first in a month.

    Two sources that share no service record different things and are not compared.
    """
    whole = Scope(first=date(1900, 1, 1), last=context.as_at, grain=Grain.MONTH)
    counted = context.warehouse.ask("contacts_by_source", whole, {}).frame.filter(pl.col("contacts") > 0)
    held = _held(counted)
    found = (_compared(pair, held, context) for pair in _pairs(counted))
    rows = sorted(
        (row for row in found if row), key=lambda row: (-row.month.toordinal(), -abs(row.difference), row.channel)
    )
    months = sorted({row.month for row in rows}, reverse=True)[:MONTHS_COMPARED]
    return tuple(row for row in rows if row.month in months)


def cut_to_shared(record: Held, other: Held) -> tuple[str, ...] | None:
    """Return the services to compare: those both hold, or every one where one of the two never says which; else None."""
    if {UNKNOWN_SERVICE} in (set(record), set(other)):
        return tuple(sorted({*record, *other}))
    return tuple(sorted(set(record) & set(other))) or None


def _held(counted: pl.DataFrame) -> dict[tuple[date, str, str], Held]:
    found: dict[tuple[date, str, str], Held] = {}
    for month, channel, source, service, contacts in counted.select(
        "period_start", "channel", "source", "service", "contacts"
    ).iter_rows():
        found.setdefault((month, channel, source), {})[service] = contacts
    return found


def _pairs(counted: pl.DataFrame) -> Iterable[tuple[date, str, str, str]]:
    """Return (month, channel, source of record, other source); of record is the one with most contacts that count."""
    keys = ["period_start", "channel", "source"]
    totals = counted.group_by(keys).agg(pl.col("counted_contacts", "contacts").sum())
    ordered = totals.sort("counted_contacts", "contacts", "source", descending=[True, True, False], nulls_last=True)
    record = ordered.unique(["period_start", "channel"], keep="first", maintain_order=True)
    beside = record.select("period_start", "channel", of_record="source")
    pairs = totals.join(beside, on=["period_start", "channel"]).filter(pl.col("source") != pl.col("of_record"))
    return pairs.select("period_start", "channel", "of_record", "source").rows()


def _compared(
    pair: tuple[date, str, str, str], held: dict[tuple[date, str, str], Held], context: Context
) -> Reconciled | None:
    month, channel, source, other_source = pair
    record, other = held[month, channel, source], held[month, channel, other_source]
    services = cut_to_shared(record, other)
    if services is None:
        return None
    unnamed = [name for name, each in ((source, record), (other_source, other)) if set(each) == {UNKNOWN_SERVICE}]
    return Reconciled(
        month,
        label_of(channel, "channel", context),
        source,
        sum(record.get(service, 0) for service in services),
        other_source,
        sum(other.get(service, 0) for service in services),
        _words(services, {*record, *other}, unnamed, context),
    )


def _words(services: tuple[str, ...], either: set[str], unnamed: list[str], context: Context) -> str:
    """Return what is compared: 'All', 'All but Benefits', or 'Waste and Planning only' where that is shorter to say."""
    left_out = sorted(either - set(services))
    if not left_out:
        return f"All: {listed(unnamed)} does not say which" if len(unnamed) == 1 and len(either) > 1 else "All"
    if len(left_out) <= len(services):
        return f"All but {_named(left_out, context)}"
    return f"{_named(services, context)} only"


def _named(services: Iterable[str], context: Context) -> str:
    names = sorted(label_of(service, "service", context) for service in services)
    if len(names) <= NAMED_AT_MOST:
        return listed(names)
    return f"{', '.join(names[:NAMED_AT_MOST])} and {len(names) - NAMED_AT_MOST} more"
