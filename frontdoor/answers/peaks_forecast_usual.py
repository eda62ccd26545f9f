"""What is shown where too little is recorded for a forecast: the usual week as it was."""

import numpy as np
import polars as pl

from frontdoor.answers.peaks_forecast_frames import week_map_frame
from frontdoor.answers.peaks_forecast_series import Series
from frontdoor.answers.peaks_times import WEEKDAYS, span_words
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Section
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.arrays import Booleans, Floats, Integers
from frontdoor.statistics.demand_profile import HALF_HOURS, DemandProfile, demand_profile
from frontdoor.statistics.forecasting import FEWEST_DAYS, FEWEST_KNOWN_DAYS

FEWEST_OF_A_WEEKDAY = 3  # open days: the average of fewer says nothing
TOO_FEW = "too few days to say"


def too_short_words(series: Series) -> tuple[str, str]:
    """Return the answer and the lead where no forecast can be made."""
    known = int((series.day_is_open & ~np.isnan(series.totals[0])).sum())
    answer = f"Too soon to forecast: {count_noun(known, 'open day')} of the last {count_noun(len(series.past), 'day')} are known."
    lead = (
        f"A forecast needs {FEWEST_DAYS // 7} weeks, with {FEWEST_KNOWN_DAYS} open days known. Until then this is the usual "
        f"week as it was since {format_date(series.first)}."
    )
    return answer, lead


def usual_section(series: Series, noun: str, source: str) -> Section:
    """Return the usual week by half-hour, or by day where times of day are not known."""
    return Section((), (_map(series, noun, source) if series.has_times else _bars(series, noun, source),))


def _map(series: Series, noun: str, source: str) -> Figure:
    profile = demand_profile(series.counts, series.past, series.is_open, half_life=np.inf)
    weekdays = slice(0, len(WEEKDAYS))
    means, days = profile.per_open_day[0, weekdays], profile.days[0, weekdays]
    means = np.where((days >= FEWEST_OF_A_WEEKDAY)[:, None], means, np.nan)
    is_open = np.stack([_hours(series, day) for day in range(len(WEEKDAYS))])
    notes = [[TOO_FEW if days[day] < FEWEST_OF_A_WEEKDAY else ""] * means.shape[1] for day in range(len(WEEKDAYS))]
    frame = week_map_frame(means, is_open, notes)
    return Figure(
        key="usual-week",
        kind=Kind.WEEK_MAP,
        frame=frame,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline="The usual week so far",
        subtitle=f"{noun.capitalize()} in a half-hour of an average open day since {format_date(series.first)}",
        sentence=_sentence(profile, noun),
        definition="The mean of such days, a fifth of them left out at each end, split over half-hours as they usually fall.",
        table=_table(frame.filter(pl.col("is_open")), noun),
        provenance=source,
    )


def _table(frame: pl.DataFrame, noun: str) -> pl.DataFrame:
    times = [span_words(at, at + 1) for at in frame["half_hour"].to_list()]
    return pl.DataFrame({"Day": frame["day"], "Time": times, noun.capitalize(): frame["value"].round(1)})


def _hours(series: Series, weekday: int) -> Booleans:
    """Return in which half-hours the latest open day of a weekday was open; none where there was no such day."""
    place = np.flatnonzero((series.past.weekday == weekday) & series.day_is_open & ~series.past.is_holiday)
    hours = series.is_open[0, place[-1]] if place.size else np.zeros(HALF_HOURS)
    return np.asarray(hours, dtype=np.bool_)


def _bars(series: Series, noun: str, source: str) -> Figure:
    """Return the mean of each weekday's open days, bank holidays left out; null with fewer than three of them."""
    is_used = series.day_is_open & ~series.past.is_holiday & ~np.isnan(series.totals[0])
    of_weekday = (np.arange(len(WEEKDAYS))[:, None] == series.past.weekday) & is_used
    days = of_weekday.sum(axis=1)
    sums = of_weekday.astype(np.float64) @ np.nan_to_num(series.totals[0])
    means = np.where(days >= FEWEST_OF_A_WEEKDAY, sums / np.maximum(days, 1), np.nan)
    frame = _bar_frame(means, days)
    return Figure(
        key="usual-week",
        kind=Kind.BARS,
        frame=frame,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline="The usual week so far",
        subtitle=f"{noun.capitalize()} on an average open day since {format_date(series.first)}",
        sentence=_busiest(means, noun),
        definition="The mean of such days; bank holidays are left out.",
        table=frame.select(pl.col("label").alias("Day"), pl.col("value").round(1).alias(noun.capitalize())),
        provenance=source,
    )


def _bar_frame(means: Floats, days: Integers) -> pl.DataFrame:
    """Return the frame of Kind.BARS from each weekday's mean, of those with any open day."""
    shown = [day for day in range(len(WEEKDAYS)) if days[day]]
    values = [None if np.isnan(means[day]) else float(means[day]) for day in shown]
    return pl.DataFrame(
        {
            "label": [WEEKDAYS[day] for day in shown],
            "value": values,
            "note": [TOO_FEW if value is None else format_value(value, Unit.COUNT) for value in values],
            "is_highlighted": [False] * len(shown),
        },
        schema_overrides={"label": pl.String, "value": pl.Float64, "note": pl.String, "is_highlighted": pl.Boolean},
    )


def _sentence(profile: DemandProfile, noun: str) -> str:
    weekdays = slice(0, len(WEEKDAYS))
    by_day = np.nansum(profile.per_open_day[0, weekdays], axis=1)
    return _busiest(np.where(profile.days[0, weekdays] >= FEWEST_OF_A_WEEKDAY, by_day, np.nan), noun)


def _busiest(by_day: Floats, noun: str) -> str:
    if np.isnan(by_day).all():
        return f"Every weekday has {TOO_FEW}."
    most = int(np.nanargmax(by_day))
    return f"{WEEKDAYS[most]}s bring most: {format_value(float(by_day[most]), Unit.COUNT)} {noun}."
