"""Days and half-hours with how many called, how many waited past the promise, and how many gave up."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand import TIMED
from frontdoor.answers.demand_days import bank_holidays, open_half_hours
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, Period
from frontdoor.statistics.arrays import any_of
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

LONG_WAIT_SECONDS = (
    300  # what is looked at where nobody promised a time; a rung of the ladder and BCP's target (DOMAIN.md 3)
)
WEEKS_BACK = 52
COUNTS = ("calls", "gave_up", "offered", "waited_over")


class Each(StrEnum):
    """What a figure is of, in words."""

    DAY = "day"
    HALF_HOUR = "half-hour"


@dataclass(frozen=True, slots=True)
class Loads:
    """Open days or half-hours with calls, in order, as they may be shown.

    `frame`: period_start, half_hour (0 for days), is_holiday, calls, gave_up, offered and waited_over: null where unknown
    or hidden.
    """

    each: Each
    frame: pl.DataFrame
    asked: tuple[Asked, ...]

    @property
    def days(self) -> int:
        return self.frame["period_start"].n_unique()

    def knows(self, column: str) -> bool:
        """Return whether the column is known at all."""
        return bool(self.frame[column].is_not_null().any())

    def rows_of(self, column: str, whole: str) -> pl.DataFrame:
        """Return the rows in which both are known and anybody called, with `share` of `column` in `whole`."""
        known = self.frame.filter(pl.col(column).is_not_null() & (pl.col(whole) > 0) & (pl.col("calls") > 0))
        return known.with_columns(share=pl.col(column) / pl.col(whole))

    @property
    def groups(self) -> pl.Expr:
        """Return what belongs together: the days of a week, the half-hours of a day."""
        start = pl.col("period_start")
        return start.dt.truncate("1w") if self.each is Each.DAY else start


def year_to(filters: Filters, context: Context) -> Period:
    """Return the 52 weeks that end with the period chosen, or with the last day recorded where that is earlier."""
    last = min(filters.period.last, context.as_at)
    return Period(last - timedelta(days=7 * WEEKS_BACK - 1), last)


def promises_of_waiting(filters: Filters, context: Context) -> tuple[PromisedMeasure, ...]:
    """Return the promised measures of answering within seconds that hold for the services and channels chosen."""
    return tuple(
        each
        for each in context.measures()
        if each.measure in TIMED
        and each.parameters.get(Parameter.WITHIN_SECONDS)
        and _overlap(each.channels, filters.channels)
        and _overlap(each.services, filters.services)
    )


def _overlap(own: tuple[str, ...], chosen: tuple[str, ...]) -> bool:
    """Return whether the two have anything in common; none named is all."""
    return not own or not chosen or bool(set(own) & set(chosen))


def promise_shown(filters: Filters, context: Context) -> PromisedMeasure:
    """Return the first such promise; where there is none, waits over five minutes."""
    found = promises_of_waiting(filters, context)
    return found[0] if found else over_five_minutes()


def over_five_minutes() -> PromisedMeasure:
    """Return waits within five minutes, which nobody promised."""
    within: tuple[DatedValue, ...] = (DatedValue(ALWAYS, LONG_WAIT_SECONDS),)
    return replace(bare(CATALOGUE["service_level"]), parameters={Parameter.WITHIN_SECONDS: within})


def loads_by_day(promised: PromisedMeasure, filters: Filters, period: Period, context: Context) -> Loads:
    """Return the open days of `period`; CannotTellError where no calls are recorded by day."""
    scope = _scope(filters, period)
    calls = ask("contact_totals", bare(CATALOGUE["contacts"]), scope, context)
    waits = _waits("waits_within", promised, scope, context)
    return _loads(Each.DAY, calls, waits, context)


def loads_by_half_hour(promised: PromisedMeasure, filters: Filters, period: Period, context: Context) -> Loads:
    """Return the open half-hours of `period`; CannotTellError where nobody recorded when people called."""
    scope = _scope(filters, period)
    calls = ask("half_hours", bare(CATALOGUE["contacts"]), scope, context)
    waits = _waits("half_hour_waits", promised, scope, context)
    return _loads(Each.HALF_HOUR, calls, waits, context)


def _scope(filters: Filters, period: Period) -> Scope:
    return Scope(period.first, period.last, Grain.DAY, filters.services, filters.channels, filters.attribute)


def _waits(question: str, promised: PromisedMeasure, scope: Scope, context: Context) -> Asked | None:
    """Return the waits against the promised time; None where they are not recorded, or by another time only."""
    try:
        found = ask(question, promised, scope, context)
    except CannotTellError:
        return None
    return None if found.frame.is_empty() else found


def _loads(each: Each, calls: Asked, waits: Asked | None, context: Context) -> Loads:
    if calls.frame.is_empty() or calls.frame["calls_offered"].is_null().all():
        raise CannotTellError("No calls are counted for this choice, so nobody can say how many are too many.")
    keys = ["period_start", "half_hour"]
    counted = _summed(calls.frame, calls="calls_offered", gave_up="calls_abandoned")
    joined = counted.join(_waited(waits, counted), on=keys, how="left").join(_open(each, counted, context), on=keys)
    whole = joined.select(*keys, "is_holiday", *COUNTS).sort(keys)
    safe = control(whole, COUNTS, context.audience, is_small_area=False).drop("is_suppressed")
    return Loads(each, safe, (calls,) if waits is None else (calls, waits))


def _waited(waits: Asked | None, counted: pl.DataFrame) -> pl.DataFrame:
    """Return offered and waited_over: those still waiting when the promised time was over, answered later or not."""
    if waits is None:
        unknown = pl.lit(None, pl.Int64)
        return counted.select("period_start", "half_hour", offered=unknown, waited_over=unknown)
    late = pl.col("offered") - pl.col("answered_within") - pl.col("abandoned_within").fill_null(0)
    return _summed(waits.frame.with_columns(waited_over=late), offered="offered", waited_over="waited_over")


def _summed(frame: pl.DataFrame, **columns: str) -> pl.DataFrame:
    """Return one row per day and half-hour with the sums wanted, null where none is known."""
    with_half_hour = frame if "half_hour" in frame.columns else frame.with_columns(half_hour=pl.lit(0, pl.Int64))
    sums = {
        name: pl.when(pl.col(column).is_not_null().any()).then(pl.col(column).sum()) for name, column in columns.items()
    }
    return with_half_hour.group_by("period_start", pl.col("half_hour").cast(pl.Int64)).agg(**sums)


def _open(each: Each, counted: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Return the keys of the days or half-hours in which we were open, and whether the day is a bank holiday."""
    first, last = counted["period_start"].min(), counted["period_start"].max()
    assert isinstance(first, date)
    assert isinstance(last, date)
    dates = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    is_open = open_half_hours(dates, context)
    day, half_hour = np.nonzero(any_of(is_open, 1)[:, None] if each is Each.DAY else is_open)
    return pl.DataFrame(
        {
            "period_start": np.array(dates, dtype="datetime64[D]")[day],
            "half_hour": half_hour,
            "is_holiday": bank_holidays(dates, context)[day],
        },
        schema={"period_start": pl.Date, "half_hour": pl.Int64, "is_holiday": pl.Boolean},
    )
