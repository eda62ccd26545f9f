"""The next eight weeks in total for each service, or for each channel where one service is chosen."""

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.context import Context
from frontdoor.answers.labels import Side, label_of
from frontdoor.answers.peaks_forecast_made import Made, is_long_enough, made_of
from frontdoor.answers.peaks_forecast_series import DAYS_AHEAD, WEEKS_AHEAD, day_series
from frontdoor.answers.peaks_forecast_words import total_of
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure, Kind
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Better, Unit

MOST_PLACES = 30
FEWEST_PLACES = 2
ORIGINS_OF_EACH = 8  # weekly forecasts that choose each one's method: 30 services in 0.6 s of processor time


def places_figures(filters: Filters, noun: str, context: Context, source: str) -> tuple[Figure, ...]:
    """Return the totals of services and of channels, where there are two or more of each, with 80% intervals."""
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("service", filters.services), ("channel", filters.channels))
    drawn = (_places(side, filters, noun, context, source) for side, chosen in sides if len(chosen) != 1)
    return tuple(figure for figure in drawn if figure)


def _places(side: Side, filters: Filters, noun: str, context: Context, source: str) -> Figure | None:
    try:
        series = day_series(filters, context, side)
    except CannotTellError:
        return None
    if len(series.names) < FEWEST_PLACES or not is_long_enough(series):
        return None
    rows = _rows(made_of(series, ORIGINS_OF_EACH), side, context)
    if rows.height < FEWEST_PLACES:
        return None
    return Figure(
        key=f"forecast-{side}s",
        kind=Kind.INTERVALS,
        frame=_frame(rows),
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=f"The next {WEEKS_AHEAD} weeks by {side}",
        subtitle=f"{noun.capitalize()} expected in all, with 80% intervals",
        sentence=_sentence(rows, noun),
        definition=f"Each {side} is forecast by itself from whole days, by whichever method missed least on its past, so they "
        "do not add up exactly to the forecast of all. The interval takes every week to miss the same way, so it is "
        "rather too wide.",
        table=_table(rows, side, noun),
        provenance=source,
        key_words=("Expected", "Where it should lie 4 times in 5"),
    )


def _rows(made: Made, side: Side, context: Context) -> pl.DataFrame:
    """Return label, expected, low, high and before (null unknown or hidden) of each that can be forecast, most first."""
    names = made.series.names
    totals = [total_of(made, row) for row in range(len(names))]
    before = made.series.totals[:, -DAYS_AHEAD:].sum(axis=1)
    counted = pl.DataFrame({"label": [label_of(name, side, context) for name in names], "before": before}).with_columns(
        pl.col("before").fill_nan(None).round().cast(pl.Int64)
    )
    shown = control(counted, ["before"], context.audience, is_small_area=False)
    columns = {name: [getattr(total, name) for total in totals] for name in ("expected", "low", "high")}
    whole = shown.with_columns(**{name: pl.Series(values, dtype=pl.Float64) for name, values in columns.items()})
    told = whole.filter(pl.col("expected").is_not_nan() & ((pl.col("expected") > 0) | (pl.col("before") > 0)))
    return told.sort("expected", "label", descending=[True, False]).head(MOST_PLACES)


def _frame(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(
        "label",
        pl.col("expected").alias("value"),
        "low",
        "high",
        pl.lit("").alias("note"),
        pl.lit(value=False).alias("is_highlighted"),
    )


def _sentence(rows: pl.DataFrame, noun: str) -> str:
    first, last = rows.row(0, named=True), rows.row(-1, named=True)
    most, least = (format_value(float(np.round(row["expected"])), Unit.COUNT) for row in (first, last))
    return f"From {most} {noun} for {first['label']} to {least} for {last['label']}."


def _table(rows: pl.DataFrame, side: Side, noun: str) -> pl.DataFrame:
    whole = [pl.col(name).round().cast(pl.Int64) for name in ("before", "expected", "low", "high")]
    return rows.select("label", *whole).rename(
        {
            "label": side.capitalize(),
            "before": f"{noun.capitalize()} in the last {WEEKS_AHEAD} weeks",
            "expected": f"Expected in the next {WEEKS_AHEAD}",
            "low": "4 in 5 times at least",
            "high": "4 in 5 times at most",
        }
    )
