"""What callers really met on the days a rota is known for, held against what the model makes of the same days."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.context import Context
from frontdoor.answers.demand import LIVE, Demand
from frontdoor.answers.staffing_load import Load, mean_calls, usual_days
from frontdoor.answers.staffing_service import Service
from frontdoor.answers.staffing_week import DAYS_IN_52_WEEKS, StaffedWeek
from frontdoor.statistics.arrays import Booleans, Floats, ratio
from frontdoor.statistics.map_cells import WEEKDAYS

FITS_WITHIN = 0.10  # of all calls: a model further from what was seen is said not to fit
COUNTS = ("offered", "answered_within", LIVE, "calls_abandoned", "calls_with_wait")


@dataclass(frozen=True, slots=True)
class Fit:
    """The share answered in time on one weekday (0 is Monday), as seen and as the model has it; NaN where not known."""

    weekday: int
    seen: float
    modelled: float

    @property
    def is_known(self) -> bool:
        return bool(np.isfinite(self.seen) and np.isfinite(self.modelled))

    @property
    def is_good(self) -> bool:
        return abs(self.seen - self.modelled) <= FITS_WITHIN


def seen_service(year: Demand, is_usual: Booleans, context: Context, *, is_small_area: bool = False) -> Service:
    """Return what callers met by weekday over the usual half-hours (days x 48); waits are of those answered."""
    frame = pl.DataFrame(
        {"weekday": np.arange(WEEKDAYS)} | {name: _sums(year, is_usual, name) for name in _counts(year)}
    )
    if "seconds_to_answer" in year.counts:
        frame = frame.with_columns(seconds_to_answer=_sums(year, is_usual, "seconds_to_answer"))
    shown = control(
        frame,
        _counts(year),
        context.audience,
        is_small_area=is_small_area,
        sums_of={"seconds_to_answer": "calls_with_wait"},
    )
    calls, offered, answered, gone, waited = (_column(shown, name) for name in _read())
    with_wait = _column(shown, "calls_with_wait")
    return Service(
        np.nan_to_num(calls),
        ratio(answered, offered, np.nan),
        ratio(waited, with_wait, np.nan),
        ratio(gone, calls, np.nan),
    )


def days_to_fit(week: StaffedWeek, weekday: int) -> tuple[Load, Floats, Booleans] | None:
    """Return the usual day of `weekday` in the last 52 weeks among days with a rota, who was on it, and those days.

    Load and rota are of one row (1 x 48), the days' half-hours days x 48; None where no rota is known for it.
    """
    if week.rota is None:
        return None
    held = slice(DAYS_IN_52_WEEKS - len(week.year.days), DAYS_IN_52_WEEKS)  # history may be shorter than the rota
    is_day = week.rota.is_known[held] & (week.year.days.weekday == weekday)
    is_usual: Booleans = usual_days(week.year) & is_day[:, None] & week.history.is_open[weekday]
    if not is_usual.any():
        return None
    calls = mean_calls(week.year[LIVE], week.year.days.weekday, is_usual, week.history.is_open)
    one = [weekday]
    load = Load(calls[one], week.history.handle[one], week.history.is_open[one])
    return load, week.rota.mean_week(held)[one], is_usual


def fit_of(week: StaffedWeek, weekday: int, modelled: Service, is_usual: Booleans, context: Context) -> Fit:
    """Return how what the model makes of the usual day (its one row) fits what was seen on the same days."""
    seen = seen_service(week.year, is_usual, context)
    return Fit(weekday, float(seen.in_time[weekday]), float(modelled.in_time[0]))


def _counts(year: Demand) -> list[str]:
    return [name for name in COUNTS if name in year.counts]


def _read() -> tuple[str, ...]:
    return (LIVE, "offered", "answered_within", "calls_abandoned", "seconds_to_answer")


def _sums(year: Demand, is_usual: Booleans, name: str) -> pl.Series:
    inside = np.where(is_usual, np.nan_to_num(year[name]), 0.0).sum(axis=1)
    by_weekday = np.bincount(year.days.weekday, inside, WEEKDAYS)
    return pl.Series(name, by_weekday.astype(np.int64))


def _column(frame: pl.DataFrame, name: str) -> Floats:
    if name not in frame.columns:
        return np.full(WEEKDAYS, np.nan)
    return np.asarray(frame[name].cast(pl.Float64).fill_null(np.nan).to_numpy(), dtype=np.float64)
