"""Returns of partners and teams in order: the finest of each series, how long each is for, and which did not come."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import polars as pl

from frontdoor.answers.asking import KEYS
from frontdoor.periods import Period, Span, add_months, month_end, month_start

SERIES = ("provider", "service", "channel")
"""What one series of returns is told apart by."""

_MONTHS_IN_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Missing:
    """A return that was due by as-at and is not held."""

    provider: str
    period: Period

    @property
    def words(self) -> str:
        return f"{self.provider} for {self.period.label}"


def finest(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows without those that a finer return of the same series lies inside: a year beside its months."""
    numbered = rows.with_row_index("row")
    inner = numbered.select(*SERIES, inner="row", from_date="period_start", until="to_date")
    holds = (pl.col("period_start") <= pl.col("from_date")) & (pl.col("to_date") >= pl.col("until"))
    is_longer = (pl.col("period_start") != pl.col("from_date")) | (pl.col("to_date") != pl.col("until"))
    outer = numbered.join(inner, on=list(SERIES), nulls_equal=True).filter(holds & is_longer)["row"].unique()
    return numbered.filter(~pl.col("row").is_in(outer.implode())).drop("row").sort(*KEYS, "to_date")


def period_of(first: date, last: date) -> Period:
    """Return the stretch of a return as a period people have a name for."""
    is_quarter = Period(first, last).months == _MONTHS_IN_A_QUARTER
    return Period(first, last, Span.QUARTER if is_quarter else Span.DATES)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """For how many `months` a return of a series is, and how many months `apart` two begin: a yearly survey of June is 1, 12.

    `apart` is None where only one ever came.
    """

    months: int
    apart: int | None


def rhythm(rows: pl.DataFrame) -> Rhythm:
    """Return the rhythm of a series: the commonest length, and how far apart the two nearest begin."""
    stretches = rows.select("period_start", "to_date").unique().sort("period_start", "to_date").rows()
    counted = Counter(Period(first, last).months for first, last in stretches)
    months = min(counted, key=lambda length: (-counted[length], length)) if counted else 1
    apart = [Period(before, after).months - 1 for (before, _), (after, _) in pairwise(stretches)]
    return Rhythm(months, min((each for each in apart if each > 0), default=None))


def missing_returns(rows: pl.DataFrame, period: Period, as_at: date) -> tuple[Missing, ...]:
    """Return each return that a series owes for a stretch ending in `period`, after its first and by as-at."""
    found: list[Missing] = []
    for (provider, *_), returns in rows.group_by(*SERIES, maintain_order=True):
        held = returns.select("period_start", "to_date").rows()
        due = _due(min(first for first, _ in held), rhythm(returns), min(period.last, as_at))
        owed = (each for each in due if each.last >= period.first)
        found += [Missing(str(provider), each) for each in owed if not _is_held(each, held)]
    return tuple(found)


def _due(first: date, each: Rhythm, until: date) -> Iterator[Period]:
    """Yield the stretches from `first` on, in the rhythm of the series, that end by `until`."""
    start = month_start(first)
    while each.apart and (last := month_end(add_months(start, each.months - 1))) <= until:
        yield period_of(start, last)
        start = add_months(start, each.apart)


def _is_held(due: Period, held: Iterable[tuple[date, date]]) -> bool:
    return any(first <= due.last and last >= due.first for first, last in held)
