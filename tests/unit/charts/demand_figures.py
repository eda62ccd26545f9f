"""Small figures of the kinds that show when people need us, with invented values."""

from datetime import date, timedelta

import polars as pl

from frontdoor.figure import DayKind, Figure, Kind, Level, Mark, Tone
from frontdoor.schema.units import Better, Unit
from tests.unit.charts.plain_figure import figure

WEEK_SCHEMA = {"day": pl.String, "half_hour": pl.Int64, "value": pl.Float64, "is_open": pl.Boolean, "note": pl.String}
FORECAST_COLUMNS = ("seen", "expected", "low_80", "high_80", "low_95", "high_95")
MONDAY = date(2026, 11, 2)


def week(rows, kind=Kind.WEEK_MAP, unit=Unit.COUNT, **rest) -> Figure:
    """Return a map of (day, half_hour, value, is_open) and perhaps a note; every cell of a SIGNED_MAP is marked."""
    frame = pl.DataFrame([(*row, None)[:5] for row in rows], schema=WEEK_SCHEMA, orient="row")
    marked = {"is_marked": pl.lit(value=True)} if kind is Kind.SIGNED_MAP else {}
    return figure(kind, frame.with_columns(**marked), unit, **({"better": Better.NEITHER} | rest))


def two_days(values, **rest) -> Figure:
    """Return Monday and Tuesday from 8am to 10am; Monday opens at 8:30am, Tuesday at 9am."""
    places = [(day, half_hour) for day in ("Monday", "Tuesday") for half_hour in (16, 17, 18, 19)]
    opens = {"Monday": 17, "Tuesday": 18}
    rows = [(day, at, value, at >= opens[day]) for (day, at), value in zip(places, values, strict=True)]
    return week(rows, **rest)


def signed(values, better=Better.HIGHER, **rest) -> Figure:
    """Return the same two days as differences."""
    return two_days(values, kind=Kind.SIGNED_MAP, better=better, **rest)


def year(rows, **rest) -> Figure:
    """Return days of (activity_date, value, kind) and perhaps a note."""
    schema = {"activity_date": pl.Date, "value": pl.Float64, "kind": pl.String, "note": pl.String}
    frame = pl.DataFrame([(*row, None)[:4] for row in rows], schema=schema, orient="row")
    return figure(Kind.YEAR_MAP, frame, Unit.COUNT, **({"better": Better.NEITHER} | rest))


def load(figures, curve=(), levels=(), **rest) -> Figure:
    """Return (load, value) figures and the points of a curve."""
    rows = [("figure", at, value, f"Day {index + 1}") for index, (at, value) in enumerate(figures)]
    rows += [("curve", at, value, None) for at, value in curve]
    schema = {"part": pl.String, "load": pl.Float64, "value": pl.Float64, "label": pl.String}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return figure(Kind.LOAD, frame, Unit.SHARE, levels=tuple(levels), **({"better": Better.LOWER} | rest))


def forecast(rows, step=timedelta(days=1), **rest) -> Figure:
    """Return periods of FORECAST_COLUMNS, shorter rows filled with nulls, from Monday 2 November 2026 on."""
    filled = [(MONDAY + index * step, *row, *(None,) * (6 - len(row))) for index, row in enumerate(rows)]
    schema = {"period_start": pl.Date} | dict.fromkeys(FORECAST_COLUMNS, pl.Float64)
    frame = pl.DataFrame(filled, schema=schema, orient="row")
    return figure(Kind.FORECAST, frame, Unit.COUNT, **({"better": Better.NEITHER} | rest))


COPES = Level(880.0, 850.0, 920.0, "Copes up to about 880")
FAILS = Level(1050.0, 1000.0, 1100.0, "Above 1,050, most wait over 5 minutes", Tone.POOR)

DEMAND_FIGURES = {
    Kind.WEEK_MAP: two_days([None, 9, 108, 104, 3, None, 99, None]),
    Kind.SIGNED_MAP: signed([None, -6, 0, 3, None, None, 2, None]),
    Kind.YEAR_MAP: year(
        [
            (date(2026, 10, 23), 812.0, DayKind.OPEN),
            (date(2026, 10, 24), None, DayKind.CLOSED),
            (date(2026, 10, 25), None, DayKind.CLOCK_CHANGE),
            (date(2026, 10, 26), None, DayKind.OPEN),
            (date(2026, 10, 27), 1900.0, DayKind.EVENT, "Council tax bills sent"),
            (date(2026, 12, 25), None, DayKind.BANK_HOLIDAY, "Christmas Day"),
        ]
    ),
    Kind.LOAD: load([(600, 0.05), (900, 0.1), (1200, 0.8)], [(600, 0.05), (1200, 0.8)], (COPES, FAILS)),
    Kind.FORECAST: forecast(
        [(812.0,), (790.0, 780.0), (None, 760.0, 700.0, 820.0, 670.0, 850.0)],
        marks=(Mark(MONDAY + timedelta(days=1), "Waste rounds change"),),
    ),
}
"""One of each kind."""
