"""Cuts the months to build into chunks small enough to be worked in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from frontdoor.periods import month_end
from frontdoor.warehouse.touched import IN_MONTHLY_MARTS, months_between

FOLLOW_UP_DAYS = 90  # MARTS.md: follow_ups reach 90 days
CHUNK_ROWS = 1_000_000
"""Contacts built at once; more are quicker to scan and take more memory."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Months to build together: of every mart, and of follow_ups, which what happens later can change."""

    months: tuple[date, ...]
    follow_up_months: tuple[date, ...]

    def reached_days(self) -> Iterator[date]:
        """Yield every day that must be read: those built, and those their follow-ups can be on."""
        days = set(days_of(self.months)) | set(days_of(self.follow_up_months))
        after = {
            month_end(month) + timedelta(days=n + 1) for month in self.follow_up_months for n in range(FOLLOW_UP_DAYS)
        }
        yield from sorted(days | after)


def days_of(months: Iterable[date]) -> Iterator[date]:
    """Yield every day of the months."""
    for month in months:
        for number in range((month_end(month) - month).days + 1):
            yield month + timedelta(days=number)


def widened(months: Iterable[date]) -> frozenset[date]:
    """Return the months with those before them whose follow-ups they can change."""
    return frozenset(
        reached for month in months for reached in months_between(month - timedelta(days=FOLLOW_UP_DAYS), month)
    )


def chunks(connection: duckdb.DuckDBPyConnection, months: frozenset[date]) -> Iterator[Chunk]:
    """Yield the touched months, and those before them in reach, in order, about CHUNK_ROWS records at a time."""
    sizes = _records_by_month(connection)
    gathered: list[date] = []
    for month in sorted(widened(months)):
        if gathered and sum(sizes.get(held, 0) for held in (*gathered, month)) > CHUNK_ROWS:
            yield _chunk(gathered, months)
            gathered = []
        gathered.append(month)
    if gathered:
        yield _chunk(gathered, months)


def _chunk(gathered: list[date], months: frozenset[date]) -> Chunk:
    return Chunk(tuple(month for month in gathered if month in months), tuple(gathered))


def _records_by_month(connection: duckdb.DuckDBPyConnection) -> dict[date, int]:
    days = " union all ".join(f"select activity_date from {kind}" for kind in IN_MONTHLY_MARTS)
    return dict(
        connection.execute(
            f"select cast(date_trunc('month', activity_date) as date) as activity_month, count(*) from ({days}) group by activity_month"
        ).fetchall()
    )
