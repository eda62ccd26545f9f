"""Whether the data reach the end of a period, and which loads brought what is known of it."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period


@dataclass(frozen=True, slots=True)
class Behind:
    """A kind of record that does not reach a day: its word, and the last day it reaches."""

    kind: str
    reaches: date

    @property
    def words(self) -> str:
        """Return 'contacts reach 28 October 2026'."""
        return f"{self.kind.replace('_', ' ')} reach {format_date(self.reaches)}"


def behind(context: Context, day: date, kinds: tuple[str, ...]) -> Behind | None:
    """Return the kind that is furthest from reaching `day`, None where all reach it; no kinds are all there are.

    A source that the council no longer counts by, whose days another has taken over, is waited for no more.
    """
    ended = {each.source for each in context.council.sources_of_record if each.before_date and each.before_date <= day}
    kind_of = dict(context.ledger().select("source", "kind").iter_rows())
    found = [
        Behind(kind_of.get(source, source), reaches)
        for source, reaches in context.warehouse.covered_to.items()
        if source not in ended and reaches < day and (not kinds or kind_of.get(source) in kinds)
    ]
    return min(found, key=lambda each: each.reaches, default=None)


def loads_touching(context: Context, period: Period) -> tuple[int, ...]:
    """Return the numbers of the loads whose files have days of the period, in order."""
    has_days = (pl.col("from_date") <= period.last) & (pl.col("to_date") >= period.first)
    return tuple(context.ledger().filter(has_days)["load_id"].sort().to_list())
