"""Demand as arrays: every half-hour of consecutive days, what came and how it was answered, and when we were open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand_days import days_of, open_half_hours
from frontdoor.answers.demand_recorded import recorded_days
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, Period
from frontdoor.schema.questions import HALF_HOUR_WAITS
from frontdoor.schema.units import Channel
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_days import Days
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

KEYS = ("period_start", "half_hour")
NO_TIME_KNOWN = "No contact has a time of day here, so nobody can say when people need us."
LIVE = "calls_offered"
"""The column of live demand: callers who joined a queue, answered or not."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Half-hours of consecutive days; every array is days x 48.

    `counts` by column of HALF_HOURS and HALF_HOUR_WAITS: 0 where nobody came, NaN where nothing is known (a day without any
    record though we were open, see `recorded_days`, or a column nobody supplied). `is_open` by the opening hours in force on the day, in which
    the hour the clocks skip is not open. `promised` is the promise of waiting whose threshold the waits are counted by,
    None where nobody promised any.
    """

    days: Days
    is_open: Booleans
    counts: Mapping[str, Floats]
    asked: tuple[Asked, ...]
    promised: PromisedMeasure | None

    @property
    def dates(self) -> list[date]:
        return list(self.days.dates.astype(object))

    @property
    def first(self) -> date:
        return self.dates[0]

    @property
    def last(self) -> date:
        return self.dates[-1]

    def __getitem__(self, column: str) -> Floats:
        return self.counts[column]

    def during(self, period: Period) -> "Demand":
        """Return the days of it that lie in `period`, which must overlap it."""
        inside = slice(max((period.first - self.first).days, 0), (period.last - self.first).days + 1)
        days = self.days
        return replace(
            self,
            days=Days(days.dates[inside], days.is_holiday[inside], days.event[inside], days.event_day[inside]),
            is_open=self.is_open[inside],
            counts={name: array[inside] for name, array in self.counts.items()},
        )


def demand_of(filters: Filters, history: Period, context: Context) -> Demand:
    """Return the half-hours of `history`, cut to what has been recorded, for the services and channels of the filters.

    Raises CannotTellError where times of day are not recorded for the choice, or no contact is.
    """
    scope = Scope(
        history.first,
        min(history.last, context.as_at),
        Grain.DAY,
        filters.services,
        filters.channels,
        filters.attribute,
    )
    promised = wait_promise(context)
    contacts, waits = ask("half_hours", bare(CATALOGUE["contacts"]), scope, context), _waits(promised, scope, context)
    answers = (contacts, *waits)
    told = contacts.frame
    if told.is_empty():
        raise CannotTellError(NO_TIME_KNOWN)
    first = told["period_start"].min()
    assert isinstance(first, date)
    dates = [first + timedelta(days=number) for number in range((scope.last - first).days + 1)]
    is_open = open_half_hours(dates, context)
    frames = [answer.frame for answer in answers]
    if promised is not None and not waits:
        frames.append(HALF_HOUR_WAITS.empty())
    is_known = np.asarray(~is_open.any(axis=1))
    is_known[recorded_days(scope, np.datetime64(first, "D"), context)] = True
    counts = {name: array for frame in frames for name, array in _arrays(frame, dates, is_known).items()}
    return Demand(days_of(dates, filters, context), is_open, counts, answers, promised)


def _waits(promised: PromisedMeasure | None, scope: Scope, context: Context) -> tuple[Asked, ...]:
    """Return the waits against the promise; nothing where none is promised, or none recorded against its threshold."""
    try:
        return () if promised is None else (ask("half_hour_waits", promised, scope, context),)
    except CannotTellError:
        return ()


def wait_promise(context: Context) -> PromisedMeasure | None:
    """Return the promised measure of answering within seconds; None where nobody promised one."""
    timed = (
        each for each in context.measures() if each.measure in TIMED and each.parameters.get(Parameter.WITHIN_SECONDS)
    )
    return next(timed, None)


TIMED = tuple(key for key, measure in CATALOGUE.items() if "waits_within" in measure.questions)
"""Measures of waits against a threshold."""


def live_only(filters: Filters) -> Filters:
    """Return the filters narrowed to phone calls, unless the reader chose channels."""
    return filters if filters.channels else replace(filters, channels=(Channel.PHONE.value,))


def _arrays(frame: pl.DataFrame, dates: list[date], is_known: Booleans) -> dict[str, Floats]:
    """Return each column as days x 48; on a day without rows nothing is known unless it `is_known` that nobody came."""
    day = (frame["period_start"].to_numpy() - np.datetime64(dates[0], "D")).astype(np.int64)
    half_hour = frame["half_hour"].to_numpy()
    is_told = is_known.copy()
    is_told[day] = True
    names = [name for name in frame.columns if name not in KEYS]
    told = frame.select(pl.col(names).cast(pl.Float64)).to_numpy()  # null becomes NaN
    arrays = {}
    for name, column in zip(names, told.T, strict=True):
        array: Floats = np.full((len(dates), HALF_HOURS), np.nan)
        if not np.isnan(column).all():
            array[is_told] = 0.0
            array[day, half_hour] = column
        arrays[name] = array
    return arrays
