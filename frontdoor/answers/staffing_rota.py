"""The rota as held: how many people are on duty by weekday and half-hour, on the days the rota speaks for."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand_days import days_of
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain, Period
from frontdoor.schema.rotas import EVERY_SERVICE, ROTA_KINDS
from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.map_cells import cells_of
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope


@dataclass(frozen=True, slots=True)
class Rota:
    """People on duty over consecutive days: `on_duty` (days x 48), NaN on a day the rota does not speak for."""

    on_duty: Floats
    weekday: Integers
    is_holiday: Booleans
    asked: tuple[Asked, ...] = ()

    @property
    def is_known(self) -> Booleans:
        """Return the days (days,) that are no bank holiday and have a rota."""
        return np.asarray(~np.isnan(self.on_duty[:, 0]) & ~self.is_holiday, dtype=np.bool_)

    def mean_week(self, days: slice = slice(None)) -> Floats:
        """Return people on duty (7 x 48) in the mean of the known days among `days`; NaN for a weekday without any."""
        is_counted = np.repeat(self.is_known[days][:, None], HALF_HOURS, axis=1)
        return cells_of(self.on_duty[days], self.weekday[days], is_counted).mean


def holds_rota(context: Context) -> bool:
    """Return whether any load in force is of a rota."""
    return bool(set(ROTA_KINDS) & set(context.ledger()["kind"]))


def rota_of(filters: Filters, period: Period, context: Context) -> Rota | None:
    """Return the rota of `period` for the channels and services chosen, None where none is held for any of its days.

    Raises CannotTellError for chosen services where teams take every service: what they have for one nobody knows.
    """
    if not holds_rota(context):
        return None
    scope = Scope(period.first, period.last, Grain.DAY, (), filters.channels, None)
    try:
        asked = ask("rota", bare(CATALOGUE["contacts"]), scope, context)
    except CannotTellError:
        return None
    frame = asked.frame
    if filters.services:
        if frame["service"].eq(EVERY_SERVICE).any():
            raise CannotTellError("The rota is of teams that take every service: choose all services to compare.")
        frame = frame.filter(pl.col("service").is_in(filters.services))
    if frame.is_empty():
        return None
    dates = [period.first + timedelta(days=number) for number in range((period.last - period.first).days + 1)]
    days = days_of(dates, filters, context)
    return Rota(on_duty(frame, period), days.weekday, days.is_holiday, (asked,))


def on_duty(frame: pl.DataFrame, period: Period) -> Floats:
    """Return people on duty (days x 48) from rows of the rota; days without any row are NaN."""
    rows = frame.group_by("activity_date", "half_hour").agg(pl.col("agents").sum())
    place = (rows["activity_date"] - pl.Series([period.first])).dt.total_days().to_numpy()
    people: Floats = np.full(((period.last - period.first).days + 1, HALF_HOURS), np.nan)
    people[place] = 0.0
    people[place, rows["half_hour"].to_numpy()] = rows["agents"].to_numpy()
    return people
