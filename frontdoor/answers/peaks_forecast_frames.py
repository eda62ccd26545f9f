"""The days, weeks and half-hours of a forecast as frames: what was seen, what is expected and between what it will lie."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.access.disclosure import control
from frontdoor.answers.demand_nouns import weekday_date
from frontdoor.answers.peaks_forecast_made import Made
from frontdoor.answers.peaks_forecast_series import DAYS_SHOWN, as_date
from frontdoor.answers.peaks_times import WEEKDAYS, span_words
from frontdoor.measures.formatting import format_date
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.statistics.forecasting import Grain

WEEK = 7
CONFIDENCES = {"80": 0.8, "95": 0.95}
ENDS = ("low_80", "high_80", "low_95", "high_95")
SCHEMA = {"period_start": pl.Date, "seen": pl.Float64} | dict.fromkeys(("expected", *ENDS), pl.Float64)
FEWEST_SHOWN = 0.5  # contacts in a half-hour of the busiest weekday: fewer, at either end of the day, are not drawn


def forecast_frame(made: Made, grain: Grain, audience: Audience) -> pl.DataFrame:
    """Return the frame of Kind.FORECAST at days or weeks: the last eight weeks seen, and the next eight expected.

    What was seen is shown after disclosure control at that grain.
    """
    counts = _seen_days(made)
    counts = _by_week(counts) if grain is Grain.WEEK else counts
    seen = control(counts, ["seen"], audience, is_small_area=False).select(
        "period_start", pl.col("seen").cast(pl.Float64)
    )
    starts = [as_date(made.series.ahead, place) for place in range(0, len(made.series.ahead), _step(grain))]
    ahead = pl.DataFrame({"period_start": starts, "seen": None} | expected_columns(made, grain), schema=SCHEMA)
    return pl.concat(
        [seen.select(pl.col("*"), *(pl.lit(None, pl.Float64).alias(name) for name in list(SCHEMA)[2:])), ahead]
    )


def _step(grain: Grain) -> int:
    return WEEK if grain is Grain.WEEK else 1


def expected_columns(made: Made, grain: Grain, row: int = 0) -> dict[str, Floats]:
    """Return expected and the ends of both intervals of one series, each of the shape of that grain."""
    columns = {"expected": made.forecast.at(grain).mean[row]}
    for name, confidence in CONFIDENCES.items():
        lower, upper = made.forecast.interval(grain, confidence)
        columns |= {f"low_{name}": np.asarray(lower)[row], f"high_{name}": np.asarray(upper)[row]}
    return columns


def _seen_days(made: Made) -> pl.DataFrame:
    """Return period_start and seen, a whole number, of the last eight weeks' days; null is not known."""
    late = slice(-DAYS_SHOWN, None)
    columns = {"period_start": made.series.past.dates[late], "seen": made.series.totals[0, late]}
    frame = pl.DataFrame(columns, schema_overrides={"period_start": pl.Date})
    return frame.with_columns(pl.col("seen").fill_nan(None).round().cast(pl.Int64))


def _by_week(seen: pl.DataFrame) -> pl.DataFrame:
    """Return sums of seven days each, the last ending with the last day; null where a day of it is not known."""
    whole = seen.tail(seen.height // WEEK * WEEK).with_row_index("place")
    is_known = pl.col("seen").is_not_null().all()
    return (
        whole.group_by(pl.col("place") // WEEK)
        .agg(pl.col("period_start").min(), pl.when(is_known).then(pl.col("seen").sum()).alias("seen"))
        .sort("period_start")
        .drop("place")
    )


def forecast_table(frame: pl.DataFrame, grain: Grain, noun: str) -> pl.DataFrame:
    """Return the frame as people read it."""
    words = weekday_date if grain is Grain.DAY else week_words
    return pl.DataFrame(
        {"Day" if grain is Grain.DAY else "Week": [words(day) for day in frame["period_start"]]}
    ).with_columns(*_read(frame, {"seen": f"{noun.capitalize()} that came", **ENDS_IN_WORDS}))


ENDS_IN_WORDS = {
    "expected": "Expected",
    "low_80": "4 in 5 times at least",
    "high_80": "4 in 5 times at most",
    "low_95": "19 in 20 times at least",
    "high_95": "19 in 20 times at most",
}


def _read(frame: pl.DataFrame, names: dict[str, str]) -> list[pl.Series]:
    return [frame[name].fill_nan(None).round().cast(pl.Int64).alias(words) for name, words in names.items()]


def week_words(first: date) -> str:
    """Return '2 to 8 November 2026'."""
    last = first + timedelta(days=WEEK - 1)
    if first.month == last.month:
        return f"{first.day} to {format_date(last)}"
    return (
        f"{first.day} {first:%B} to {format_date(last)}"
        if first.year == last.year
        else f"{format_date(first)} to {format_date(last)}"
    )


def half_hour_table(made: Made) -> pl.DataFrame:
    """Return every open half-hour ahead, as people read it."""
    will_be_open = made.series.will_be_open[0]
    day, half_hour = np.nonzero(will_be_open)
    columns = {name: values[day, half_hour] for name, values in expected_columns(made, Grain.HALF_HOUR).items()}
    frame = pl.DataFrame(columns)
    days = [weekday_date(as_date(made.series.ahead, int(place))) for place in day]
    times = [span_words(int(place), int(place) + 1) for place in half_hour]
    names = {name: f"{words} (average)" if name == "expected" else words for name, words in ENDS_IN_WORDS.items()}
    read = _read(frame.drop("expected"), {name: words for name, words in names.items() if name != "expected"})
    return pl.DataFrame(
        {"Day": days, "Time": times, "Expected on average": frame["expected"].fill_nan(None).round(1)}
    ).with_columns(read)


def usual_week(values: Floats, weekday: Booleans, is_used: Booleans) -> tuple[Floats, Floats]:
    """Return the mean of each weekday's half-hours over the days `is_used`, (7, 48), and of how many days; NaN of none."""
    of_weekday = weekday.astype(np.float64)
    known = is_used & ~np.isnan(values)
    days = of_weekday @ known.astype(np.float64)
    sums = of_weekday @ np.where(known, values, 0.0)
    return np.where(days > 0, sums / np.where(days > 0, days, 1.0), np.nan), days


def week_map_frame(means: Floats, is_open: Booleans, notes: list[list[str]]) -> pl.DataFrame:
    """Return the frame of Kind.WEEK_MAP from means and whether open, (7, 48), and the words of each cell."""
    columns = _columns(means, is_open)
    rows = [
        {
            "day": WEEKDAYS[day],
            "half_hour": half_hour,
            "value": float(means[day, half_hour]) if is_open[day, half_hour] else None,
            "is_open": bool(is_open[day, half_hour]),
            "note": notes[day][half_hour],
        }
        for day in range(WEEK)
        if is_open[day].any()
        for half_hour in columns
    ]
    schema = {"day": pl.String, "half_hour": pl.Int64, "value": pl.Float64, "is_open": pl.Boolean, "note": pl.String}
    return pl.DataFrame(rows, schema=schema).with_columns(pl.col("value").fill_nan(None))


def _columns(means: Floats, is_open: Booleans) -> range:
    """Return the half-hours from the first in which anybody is expected to the last."""
    used = np.flatnonzero((np.nan_to_num(np.where(is_open, means, 0.0)) >= FEWEST_SHOWN).any(axis=0))
    used = used if used.size else np.flatnonzero(is_open.any(axis=0))
    return range(int(used[0]), int(used[-1]) + 1) if used.size else range(HALF_HOURS)
