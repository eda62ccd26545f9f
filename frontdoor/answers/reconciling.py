"""Source against source: the same contacts as two sources count them, month by month, and which of them is of record."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.periods import Grain
from frontdoor.warehouse.scope import Scope

MONTHS_COMPARED = 12
"""How many months back sources are compared: as far as a year's report goes."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One channel in one month, counted by the source of record and by another one; `difference` is other less record."""

    month: date
    channel: str
    source_of_record: str
    contacts: int
    other_source: str
    other_contacts: int

    @property
    def difference(self) -> int:
        return self.other_contacts - self.contacts

    @property
    def share(self) -> float | None:
        """Return the difference as a share of what the source of record counts."""
        return self.difference / self.contacts if self.contacts else None


def reconciled(context: Context) -> tuple[Reconciled, ...]:
    """Return each channel and month that two sources record, newest month first, the widest apart first in a month."""
    whole = Scope(first=date(1900, 1, 1), last=context.as_at, grain=Grain.MONTH)
    counted = context.warehouse.ask("contacts_by_source", whole, {}).frame.filter(pl.col("contacts") > 0)
    pairs = _paired(counted)
    months = sorted(pairs["period_start"].unique(), reverse=True)[:MONTHS_COMPARED]
    rows = [_row(row, context) for row in pairs.filter(pl.col("period_start").is_in(months)).iter_rows(named=True)]
    return tuple(sorted(rows, key=lambda row: (-row.month.toordinal(), -abs(row.difference), row.channel)))


def _paired(counted: pl.DataFrame) -> pl.DataFrame:
    """Return the source of record (the one with most contacts that count) beside each other source of channel and month."""
    ordered = counted.sort("counted_contacts", "contacts", "source", descending=[True, True, False], nulls_last=True)
    record = ordered.unique(["period_start", "channel"], keep="first", maintain_order=True)
    beside = record.select("period_start", "channel", of_record="source", record_contacts="contacts")
    return counted.join(beside, on=["period_start", "channel"]).filter(pl.col("source") != pl.col("of_record"))


def _row(row: dict[str, object], context: Context) -> Reconciled:
    month, contacts, other = row["period_start"], row["record_contacts"], row["contacts"]
    assert isinstance(month, date)
    assert isinstance(contacts, int)
    assert isinstance(other, int)
    channel = label_of(str(row["channel"]), "channel", context)
    return Reconciled(month, channel, str(row["of_record"]), contacts, str(row["source"]), other)
