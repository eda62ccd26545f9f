"""Demand by day: what came on consecutive days, in all or by service or channel, from sums kept by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand_days import open_half_hours
from frontdoor.answers.demand_recorded import recorded_days
from frontdoor.answers.labels import Side
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain, Period
from frontdoor.schema.units import LIVE_CHANNELS
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

ALL = "all"
CALLS, CONTACTS = "calls_offered", "contacts"


@dataclass(frozen=True, slots=True)
class DayDemand:
    """Counts of consecutive `dates`, (series, days), in the order of `names`; `column` is what is counted.

    0 where nobody came, NaN where nothing is known: a day without any record though we were open (`recorded_days`), and the days before
    a service or channel was first recorded. `is_open` (days,).
    """

    dates: tuple[date, ...]
    is_open: Booleans
    names: tuple[str, ...]
    counts: Floats
    column: str
    asked: Asked


def day_demand_of(filters: Filters, history: Period, context: Context, side: Side | None = None) -> DayDemand:
    """Return what came each day of `history`, cut to what has been recorded: calls where they are counted, else contacts.

    One series of all, or one for each service or channel. Raises CannotTellError where no contact is recorded by day.
    """
    scope = _scope(filters, history, context)
    asked = ask("contact_totals", bare(CATALOGUE["contacts"]), scope, context)
    if asked.frame.is_empty():
        raise CannotTellError("No contact is recorded for this choice, so nobody can say when people need us.")
    first, last = _first(asked.frame), min(history.last, context.as_at)
    dates = tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
    is_open = np.asarray(open_half_hours(dates, context).any(axis=1), dtype=np.bool_)
    column = counted_column(asked.frame, filters)
    frame = asked.frame.with_columns(pl.lit(ALL).alias("series") if side is None else pl.col(side).alias("series"))
    names = tuple(frame["series"].unique().sort().to_list())
    is_known = np.asarray(~is_open)
    is_known[recorded_days(scope, np.datetime64(first, "D"), context)] = True
    return DayDemand(dates, is_open, names, _arrays(frame, column, names, dates, is_known), column, asked)


def counted_column(columns: pl.DataFrame | Mapping[str, Floats], filters: Filters) -> str:
    """Return CALLS where only live channels are chosen and callers are counted, else CONTACTS."""
    is_live = bool(filters.channels) and all(channel in LIVE_CHANNELS for channel in filters.channels)
    if not is_live or CALLS not in columns:
        return CONTACTS
    held = columns[CALLS]
    is_known = held.is_not_null().any() if isinstance(held, pl.Series) else not np.isnan(held).all()
    return CALLS if is_known else CONTACTS


def _scope(filters: Filters, history: Period, context: Context) -> Scope:
    last = min(history.last, context.as_at)
    return Scope(history.first, last, Grain.DAY, filters.services, filters.channels, filters.attribute)


def _first(frame: pl.DataFrame) -> date:
    first = frame["period_start"].min()
    assert isinstance(first, date)
    return first


def _arrays(
    frame: pl.DataFrame, column: str, names: Sequence[str], dates: Sequence[date], is_known: Booleans
) -> Floats:
    """Return (series, days) of `column`; see DayDemand for what is 0 and what is not known.

    A day on which nobody came and only something else is recorded, such as requests resolved, is 0 and not unknown.
    """
    is_told = pl.col(column).is_not_null().any() | pl.col(CONTACTS).fill_null(0).sum().eq(0)
    whole = pl.when(is_told).then(pl.col(column).sum())
    sums = frame.group_by("series", "period_start").agg(whole.alias(column))
    day = (sums["period_start"] - pl.Series([dates[0]])).dt.total_days().to_numpy()
    place = {name: number for number, name in enumerate(names)}
    row = np.array([place[name] for name in sums["series"]], dtype=np.int64)
    is_day_told = is_known.copy()
    is_day_told[day] = True
    counts: Floats = np.where(is_day_told, 0.0, np.nan)[None].repeat(len(names), axis=0)
    counts[row, day] = sums[column].cast(pl.Float64).fill_null(np.nan).to_numpy()
    began = np.full(len(names), len(dates))
    np.minimum.at(began, row, day)
    counts[np.arange(len(dates)) < began[:, None]] = np.nan
    return counts
