"""Cuts the days to build into chunks of months small enough to be worked in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from frontdoor.periods import month_end, month_start
from frontdoor.warehouse.touched import IN_MONTHLY_MARTS, days_of, months_between

FOLLOW_UP_DAYS = 90  # MARTS.md: follow_ups reach 90 days
CHUNK_ROWS = 1_000_000
"""Contacts built at once; more are quicker to scan and take more memory."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Days to build together, with their months; of follow_ups whole months, which what happens later can change.

    `case_days` are the days on which cases began, those of `days` included; on the others nothing else has changed.
    """

    days: tuple[date, ...]
    case_days: tuple[date, ...] = ()
    follow_up_months: tuple[date, ...] = ()

    @property
    def months(self) -> tuple[date, ...]:
        """The months of `days`, which are built whole in the marts by month."""
        return tuple(sorted({month_start(day) for day in self.days}))

    @property
    def clock_months(self) -> tuple[date, ...]:
        """The months of `case_days`, which are built whole in the marts of clocks and cases by month."""
        return tuple(sorted({month_start(day) for day in self.case_days}))

    def reached_days(self) -> Iterator[date]:
        """Yield every day that must be read: those built, their months, and those their follow-ups can be on."""
        days = {*days_of(self.months), *self.case_days, *days_of(self.follow_up_months)}
        after = {
            month_end(month) + timedelta(days=n + 1) for month in self.follow_up_months for n in range(FOLLOW_UP_DAYS)
        }
        yield from sorted(days | after)


def widened(months: Iterable[date]) -> frozenset[date]:
    """Return the months with those before them whose follow-ups they can change."""
    return frozenset(
        reached for month in months for reached in months_between(month - timedelta(days=FOLLOW_UP_DAYS), month)
    )


def chunks(
    connection: duckdb.DuckDBPyConnection, days: frozenset[date], case_days: frozenset[date], *, is_widened: bool
) -> Iterator[Chunk]:
    """Yield the touched days, and the months before them whose follow-ups they reach, in order, about CHUNK_ROWS records at a time."""
    sizes = _records_by_month(connection)
    months = frozenset(month_start(day) for day in days)
    follow_up_months = widened(months) if is_widened else frozenset()
    for gathered in _gathered(sorted(months | follow_up_months | {month_start(day) for day in case_days}), sizes):
        own = tuple(sorted(day for day in days if month_start(day) in gathered))
        cases = tuple(sorted(day for day in days | case_days if month_start(day) in gathered))
        yield Chunk(own, cases, tuple(sorted(gathered & follow_up_months)))


def _gathered(months: Iterable[date], sizes: dict[date, int]) -> Iterator[frozenset[date]]:
    gathered: set[date] = set()
    for month in months:
        if gathered and sum(sizes.get(held, 0) for held in (*gathered, month)) > CHUNK_ROWS:
            yield frozenset(gathered)
            gathered = set()
        gathered.add(month)
    if gathered:
        yield frozenset(gathered)


def _records_by_month(connection: duckdb.DuckDBPyConnection) -> dict[date, int]:
    days = " union all ".join(f"select activity_date from {kind}" for kind in IN_MONTHLY_MARTS)
    found: dict[date, int] = {}
    for day, records in connection.execute(
        f"select activity_date, count(*) from ({days}) group by activity_date"
    ).fetchall():
        found[month_start(day)] = found.get(month_start(day), 0) + records
    return found
