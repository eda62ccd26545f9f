"""What a forecast is made from: the counts of past days by half-hour or by day, and what is known of the days ahead."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from hashlib import blake2b

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand import demand_of
from frontdoor.answers.demand_by_day import counted_column, day_demand_of
from frontdoor.answers.demand_days import days_of, events_between, open_half_hours
from frontdoor.answers.labels import Side
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.statistics.arrays import Booleans, Floats, any_of
from frontdoor.statistics.demand_days import Days
from frontdoor.statistics.forecasting import LONGEST_DAYS
from frontdoor.warehouse.asking import Asked

WEEKS_AHEAD = 8
DAYS_AHEAD = 7 * WEEKS_AHEAD
DAYS_SHOWN = DAYS_AHEAD  # of the past, beside the days ahead


@dataclass(frozen=True, eq=False)
class Series:
    """Counts of past days, (series, days, 48) or (series, days) where times of day are not known; NaN not known.

    `is_open` (past) and `will_be_open` (ahead) in the shape of a series of `counts`. `names` of the series; `column` is
    what is counted; `events` (day, label) of the days shown, past and ahead. `outside`: contacts while closed.
    """

    counts: Floats
    is_open: Booleans
    will_be_open: Booleans
    past: Days
    ahead: Days
    names: tuple[str, ...]
    column: str
    events: tuple[tuple[date, str], ...]
    asked: tuple[Asked, ...]
    outside: float = 0.0

    @property
    def has_times(self) -> bool:
        return self.counts.ndim == 3

    @property
    def totals(self) -> Floats:
        """Return what came each day while we were open, (series, days)."""
        inside = np.where(self.is_open, self.counts, 0.0)
        return np.asarray(inside.sum(axis=2) if self.has_times else inside, dtype=np.float64)

    @property
    def day_is_open(self) -> Booleans:
        return np.asarray(any_of(self.is_open, 2)[0] if self.has_times else self.is_open[0], dtype=np.bool_)

    @property
    def day_will_be_open(self) -> Booleans:
        return np.asarray(any_of(self.will_be_open, 2)[0] if self.has_times else self.will_be_open[0], dtype=np.bool_)

    @property
    def first(self) -> date:
        return as_date(self.past, 0)

    @cached_property
    def fingerprint(self) -> bytes:
        """Return a mark that two series share only if they are the same counts of the same days."""
        days = self.past
        parts = (self.counts, self.is_open, days.dates, days.is_holiday, days.event, days.event_day)
        told = blake2b(digest_size=16)
        for part in parts:
            told.update(repr((part.shape, part.dtype.str)).encode())
            told.update(np.ascontiguousarray(part).tobytes())
        return told.digest()

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Series) and self.fingerprint == other.fingerprint


def as_date(days: Days, place: int) -> date:
    """Return one of the days as a plain date."""
    day = days.dates[place].astype(object)
    assert isinstance(day, date)
    return day


def half_hour_series(filters: Filters, context: Context) -> Series:
    """Return one series of all by half-hour, to the last day recorded; CannotTellError where times are not known."""
    demand = demand_of(filters, _history(context), context)
    column = counted_column(demand.counts, filters)
    is_open, ahead = demand.is_open, _ahead(demand.last)
    counts = demand[column]
    will_be_open = open_half_hours(ahead, context)[None]
    made = _series(counts[None], is_open[None], will_be_open, demand.first, filters=filters, context=context)
    return replace(made, column=column, asked=demand.asked, outside=float(np.nansum(np.where(is_open, 0.0, counts))))


def day_series(filters: Filters, context: Context, side: Side | None = None) -> Series:
    """Return series of day totals, one of all or one for each service or channel; CannotTellError where there are none."""
    demand = day_demand_of(filters, _history(context), context, side)
    shape = demand.counts.shape
    will_be_open = open_half_hours(_ahead(demand.dates[-1]), context).any(axis=1)
    made = _series(
        demand.counts,
        np.broadcast_to(demand.is_open, shape),
        np.broadcast_to(will_be_open, (shape[0], DAYS_AHEAD)),
        demand.dates[0],
        filters=filters,
        context=context,
    )
    return replace(made, names=demand.names, column=demand.column, asked=(demand.asked,))


def _history(context: Context) -> Period:
    return Period(context.as_at - timedelta(days=LONGEST_DAYS - 1), context.as_at)


def _ahead(last: date) -> list[date]:
    return [last + timedelta(days=number) for number in range(1, DAYS_AHEAD + 1)]


def _series(
    counts: Floats, is_open: Booleans, will_be_open: Booleans, first: date, *, filters: Filters, context: Context
) -> Series:
    """Return the series with its days; past and coming events of one kind have one number."""
    held = counts.shape[1]
    dates = [first + timedelta(days=number) for number in range(held + DAYS_AHEAD)]
    days = days_of(dates, filters, context)
    shown = dates[max(held - DAYS_SHOWN, 0)]
    events = tuple(events_between(shown, dates[-1], filters, context))
    return Series(
        counts, is_open, will_be_open, days[slice(0, held)], days[slice(held, None)], ("all",), "", events, ()
    )
