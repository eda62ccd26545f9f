"""The usual week people are counted for: history as it may be shown, a busy day of it, or the forecast."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.context import Context
from frontdoor.answers.demand import LIVE, Demand
from frontdoor.answers.peaks_choices import Staffing as Choice
from frontdoor.answers.staffing_load import (
    DAYS_AHEAD,
    Load,
    busy_day,
    forecast_calls,
    handling,
    mean_calls,
    usual_days,
    weekly_hours,
)
from frontdoor.filters import Filters
from frontdoor.statistics.arrays import Booleans, Floats, ratio
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.map_cells import WEEKDAYS, cells_of

TOO_SHORT = "There is too little history for a forecast, so an average day so far is used."


def history_of(year: Demand, filters: Filters, context: Context) -> Load:
    """Return the usual week of 52 weeks, small counts hidden from the public."""
    is_usual, is_open = usual_days(year), weekly_hours(year.last, context)
    calls = mean_calls(year[LIVE], year.days.weekday, is_usual, is_open)
    return Load(shown_calls(calls, year, is_usual, filters, context), handling(year, is_open), is_open)


def shown_calls(calls: Floats, year: Demand, is_usual: Booleans, filters: Filters, context: Context) -> Floats:
    """Return `calls` (7 x 48) with what may not be shown NaN, and rounded sums divided again where they are rounded."""
    cells = cells_of(year[LIVE], year.days.weekday, is_usual)
    frame = pl.DataFrame(
        {
            "weekday": np.repeat(np.arange(WEEKDAYS), HALF_HOURS),
            "half_hour": np.tile(np.arange(HALF_HOURS), WEEKDAYS),
            LIVE: cells.contacts.ravel().astype(np.int64),
        }
    )
    shown = control(frame, (LIVE,), context.audience, is_small_area=filters.attribute is not None)
    sums = shown[LIVE].cast(pl.Float64).fill_null(np.nan).to_numpy().reshape(calls.shape)
    is_told = np.isfinite(calls) & (calls > 0)
    return np.where(is_told, ratio(sums, cells.days), calls)


def load_of(
    choice: Choice, history: Load, held: tuple[Demand, Demand], filters: Filters, context: Context
) -> tuple[Load, tuple[str, ...]]:
    """Return the load people are needed for; an average day, said so, where history is too short to forecast from."""
    whole, year = held
    if choice is Choice.MEAN_DAY:
        return history, ()
    if choice is Choice.BUSY_DAY:
        times = busy_day(year[LIVE], year.days.weekday, usual_days(year))
        return replace(history, calls=history.calls * times[:, None]), ()
    try:
        coming = forecast_calls(whole, filters, context)
    except ValueError:
        return history, (TOO_SHORT,)
    is_open = weekly_hours(year.last + timedelta(days=DAYS_AHEAD // 2), context)
    is_hidden = history.is_open & np.isnan(history.calls)
    calls = np.where(is_open, np.where(is_hidden, np.nan, coming), 0.0)
    return Load(calls, history.handle, is_open), ()
