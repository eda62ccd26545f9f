"""The sums of one measure inside the period, taken from those of the trend's months where that saves asking again."""

import polars as pl

from frontdoor.answers.asking import KEYS, scope_of, sums
from frontdoor.answers.context import Context
from frontdoor.answers.trend import trend_period
from frontdoor.answers.wording import comparable
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.periods import Grain
from frontdoor.strategy.strategy import PromisedMeasure


def period_sums(promised: PromisedMeasure, filters: Filters, context: Context) -> pl.DataFrame:
    """Return the sums of the part of the period that compares with its last day; no rows where they cannot be told."""
    counted = comparable(promised, filters.period, context)
    try:
        if not counted.is_whole_months:
            return sums(promised, scope_of(promised, filters, counted, Grain.YEAR), context)[0]
        months = trend_period(filters.period)
        frame, _ = sums(promised, scope_of(promised, filters, months, Grain.MONTH), context)
    except CannotTellError:
        return pl.DataFrame(schema=dict.fromkeys(KEYS, pl.String))
    return frame.filter(pl.col("period_start").is_between(counted.first, counted.last))
