"""One place's weeks of a figure: added up, small counts taken out for the audience, and only then divided."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_days import PilotDays
from frontdoor.answers.pilot_figure import Figure
from frontdoor.answers.pilot_sums import DaySums, day_sums, week_sums
from frontdoor.answers.shown import shown
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.strategy.pilot_plan import Where
from frontdoor.warehouse.asking import Asked


@dataclass(frozen=True, slots=True)
class WeekTable:
    """The two sums of each week or day and what they come to, (weeks,) each: NaN where not known or hidden.

    `is_hidden`: known, but so few that somebody could be recognised.
    """

    numerator: Floats
    denominator: Floats
    values: Floats
    is_hidden: Booleans
    asked: tuple[Asked, ...]


def week_table(figure: Figure, place: Where, days: PilotDays, context: Context) -> WeekTable:
    """Return the figure of each week of `days` in one place."""
    sums = day_sums(figure, place, days, context)
    weekly = week_sums(sums.columns, place, days)
    return _table(figure, DaySums(weekly, sums.asked), timedelta(weeks=1), days, context)


def day_table(figure: Figure, place: Where, days: PilotDays, context: Context) -> WeekTable:
    """Return the figure of each day of `days` in one place, whether it counts there or not."""
    return _table(figure, day_sums(figure, place, days, context), timedelta(days=1), days, context)


def _table(figure: Figure, sums: DaySums, step: timedelta, days: PilotDays, context: Context) -> WeekTable:
    columns = {name: pl.Series(column).fill_nan(None) for name, column in sums.columns.items()}
    number = len(next(iter(sums.columns.values())))
    frame = pl.DataFrame({"period_start": _starts(days.first, step, number)} | columns)
    filters = Filters(context.council.key, Period(days.first, days.last))
    table = shown(frame, ("period_start",), figure.measure, filters, context.audience).sort("period_start")
    numerator, denominator, values = (
        np.asarray(table[name].cast(pl.Float64).fill_null(np.nan).to_numpy(), dtype=np.float64)
        for name in ("numerator", "denominator", "value")
    )
    is_hidden = np.asarray(table["is_suppressed"].fill_null(value=False).to_numpy(), dtype=np.bool_)
    return WeekTable(numerator, denominator, values, is_hidden, sums.asked)


def _starts(first: date, step: timedelta, number: int) -> list[date]:
    return [first + place * step for place in range(number)]
