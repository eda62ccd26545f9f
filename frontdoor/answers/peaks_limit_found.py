"""What loads say of where service breaks: the limit we cope up to, and the load above which most people are let down."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.peaks_limit_loads import Loads
from frontdoor.schema.units import Unit
from frontdoor.statistics.load_crossing import LoadCrossing, load_crossing
from frontdoor.statistics.load_limit import LoadLimit, load_limit
from frontdoor.statistics.share_map_difference import Law, ShareCells, share_map_difference

MOST = 0.5
MANY_GIVE_UP = 0.1  # twice the 5% that councils promise at most (Northamptonshire, DOMAIN.md section 1)
FIFTHS = 5
FEWEST_DAYS = 3  # of a weekday: the average of fewer says nothing
CLEARLY_APART = 0.02  # two points between the quietest and the busiest fifth: less is not worth a word


class Failing(StrEnum):
    """In which way people are let down."""

    WAITED = "waited"
    GAVE_UP = "gave_up"


@dataclass(frozen=True, slots=True)
class Found:
    """What days or half-hours say; `rows` are those with calls known, with their `share` let down.

    `limit` and `crossing` are None where there are too few. `quietest` and `busiest`: the share let down in the fifth of
    them with fewest and with most calls; `depends`: the latter is higher beyond noise. `level`: the share at which
    service is said to fail.
    """

    loads: Loads
    failing: Failing
    rows: pl.DataFrame
    limit: LoadLimit | None
    crossing: LoadCrossing | None
    level: float
    quietest: float | None
    busiest: float | None
    depends: bool


def found_in(loads: Loads, failing: Failing, level: float) -> Found | None:
    """Return what the loads say of one way of failing; None where that is not recorded."""
    column, whole = ("waited_over", "offered") if failing is Failing.WAITED else ("gave_up", "calls")
    if not (loads.knows(column) and loads.knows(whole)):
        return None
    rows = loads.rows_of(column, whole)
    load, share = (rows[name].cast(pl.Float64).to_numpy() for name in ("calls", "share"))
    weights = rows[whole].cast(pl.Float64).to_numpy()
    groups = rows.select(loads.groups.cast(pl.Int64)).to_series().to_numpy()
    return Found(
        loads,
        failing,
        rows,
        load_limit(load, share, weights, groups),
        load_crossing(load, share, level, weights, groups),
        level,
        *_ends(rows, column, whole, loads),
    )


def _ends(rows: pl.DataFrame, column: str, whole: str, loads: Loads) -> tuple[float | None, float | None, bool]:
    """Return the share let down in the quietest and in the busiest fifth, and whether the latter is higher beyond noise.

    None with fewer than five figures, or where as many call in the one as in the other.
    """
    size = rows.height // FIFTHS
    ordered = rows.sort("calls")
    quiet, busy = ordered.head(size), ordered.tail(size)
    if not size or quiet["calls"][-1] == busy["calls"][0]:
        return None, None, False
    found = share_map_difference(_cells(quiet, column, whole, loads), _cells(busy, column, whole, loads), Law.SHARE)
    difference = float(found.difference[0])
    is_more = bool(found.is_changed[0]) and difference >= CLEARLY_APART
    return _share(quiet, column, whole), _share(busy, column, whole), is_more


def _cells(rows: pl.DataFrame, column: str, whole: str, loads: Loads) -> ShareCells:
    """Return the sums that comparing two fifths needs; figures that belong together are added up first."""
    together = rows.group_by(loads.groups.alias("group")).agg(pl.col(column, whole).sum())
    top, bottom = (together[name].cast(pl.Float64).to_numpy() for name in (column, whole))
    parts = (top, bottom, np.ones_like(top), top**2, top * bottom, bottom**2)
    return ShareCells(*(np.array([part.sum()]) for part in parts))


def _share(rows: pl.DataFrame, column: str, whole: str) -> float:
    return float(rows[column].sum()) / float(rows[whole].sum())


def promised_level(context: Context, on: date) -> float:
    """Return the share of callers giving up that is promised at most on that day; one in ten where nobody promised any."""
    for promised in context.measures():
        if promised.measure == "abandonment_rate":
            held = [each for each in context.targets(promised) if each.from_date <= on and each.unit is Unit.SHARE]
            if held and held[-1].value:
                return held[-1].value
    return MANY_GIVE_UP


def weekdays_of(rows: pl.DataFrame, is_above: pl.Expr) -> pl.DataFrame:
    """Return weekday (its name), calls (on average), days and how many are `above`, Monday first; bank holidays left out.

    Weekdays with fewer than three days are left out too.
    """
    start = pl.col("period_start")
    return (
        rows.filter(~pl.col("is_holiday"))
        .group_by(start.dt.weekday().alias("number"))
        .agg(
            start.first().dt.strftime("%A").alias("weekday"),
            pl.col("calls").mean(),
            pl.len().alias("days"),
            is_above.sum().alias("above"),
        )
        .filter(pl.col("days") >= FEWEST_DAYS)
        .sort("number")
    )


def busiest_weekday(rows: pl.DataFrame) -> tuple[str, float] | None:
    """Return the weekday with most calls on average, and that average."""
    weekdays = weekdays_of(rows, pl.lit(value=False)).sort("calls")
    return None if weekdays.is_empty() else (weekdays["weekday"][-1], weekdays["calls"][-1])
