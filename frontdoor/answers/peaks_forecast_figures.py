"""The pictures of a forecast: days or weeks seen and expected, the coming usual week, and each service's eight weeks."""

import numpy as np
import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.peaks_forecast_frames import (
    expected_columns,
    forecast_frame,
    forecast_table,
    half_hour_table,
    usual_week,
    week_map_frame,
)
from frontdoor.answers.peaks_forecast_made import Made
from frontdoor.answers.peaks_forecast_series import DAYS_SHOWN, WEEKS_AHEAD, Series, as_date
from frontdoor.answers.peaks_forecast_words import METHOD_WORDS, busiest_words, closed_words
from frontdoor.answers.peaks_times import WEEKDAYS, hour_words
from frontdoor.figure import Figure, Kind, Mark
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.forecasting import Grain

BANK_HOLIDAY = "Bank holiday"
SMALL_MEAN = 10  # below it a tenth of a contact matters
EXPECTED = (
    "The darker range should hold 4 in 5 of what comes, the lighter one 19 in 20. Closed days are 0; weekdays on which we "
    "never open are in the table and not drawn."
)


def forecast_figure(made: Made, grain: Grain, noun: str, audience: Audience, source: str) -> Figure:
    """Return the last eight weeks and the next eight, by day or week."""
    frame = forecast_frame(made, grain, audience)
    each = "day" if grain is Grain.DAY else "week"
    told = (busiest_words(made, noun) if grain is Grain.DAY else _weeks(made, noun), closed_words(made.series))
    return Figure(
        key=f"forecast-{each}",
        kind=Kind.FORECAST,
        frame=_drawn(frame, made) if grain is Grain.DAY else frame,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=f"The next {WEEKS_AHEAD} weeks, {each} by {each}",
        subtitle=f"{noun.capitalize()} a {each}{' while open' if made.series.has_times else ''}: seen to {_last(made)}, then "
        "expected with 80% and 95% intervals",
        sentence=" ".join(words for words in told if words),
        definition=f"{EXPECTED} Made from {METHOD_WORDS[made.method]}.",
        table=forecast_table(frame, grain, noun),
        provenance=source,
        marks=_marks(made),
    )


def _drawn(frame: pl.DataFrame, made: Made) -> pl.DataFrame:
    """Return the days of weekdays on which we open, or once came to be open in the weeks shown."""
    return frame.filter(pl.col("period_start").dt.weekday().is_in(_opened(made.series)))


def _opened(series: Series) -> list[int]:
    """Return the weekdays, 1 for Monday, with an open day among those shown."""
    past, ahead = series.past.weekday[-DAYS_SHOWN:], series.ahead.weekday
    opened = {*past[series.day_is_open[-DAYS_SHOWN:]].tolist(), *ahead[series.day_will_be_open].tolist()}
    return sorted(weekday + 1 for weekday in opened)


def _last(made: Made) -> str:
    return format_date(as_date(made.series.past, len(made.series.past) - 1))


def _weeks(made: Made, noun: str) -> str:
    """Return between how many the weeks ahead lie."""
    expected = expected_columns(made, Grain.WEEK)["expected"]
    if np.isnan(expected).all():
        return f"How many {noun} to expect is not known."
    least, most = (format_value(float(end), Unit.COUNT) for end in (np.nanmin(expected), np.nanmax(expected)))
    return f"Between {least} and {most} {noun} are expected each week."


def _marks(made: Made) -> tuple[Mark, ...]:
    """Return the known events of the days shown, and bank holidays on weekdays on which we open."""
    series = made.series
    opened = set(_opened(series))
    shown = [
        as_date(days, place)
        for days, first in ((series.past, max(len(series.past) - len(series.ahead), 0)), (series.ahead, 0))
        for place in range(first, len(days))
        if days.is_holiday[place] and as_date(days, place).isoweekday() in opened
    ]
    marks = [Mark(day, BANK_HOLIDAY) for day in shown] + [Mark(on, label) for on, label in series.events]
    return tuple(sorted(marks, key=lambda mark: (mark.on_date, mark.label)))


def usual_week_figure(made: Made, noun: str, source: str) -> Figure:
    """Return what an ordinary week of the next eight brings in each half-hour."""
    series = made.series
    weekday = np.arange(len(WEEKDAYS))[:, None] == series.ahead.weekday
    is_used = series.will_be_open[0] & ~series.ahead.is_holiday[:, None]
    columns = expected_columns(made, Grain.HALF_HOUR)
    means, days = usual_week(columns["expected"], weekday, is_used)
    low, high = (usual_week(columns[name], weekday, is_used)[0] for name in ("low_80", "high_80"))
    notes = [[_note(*cell) for cell in zip(*row, strict=True)] for row in zip(low, high, days, strict=True)]
    return Figure(
        key="forecast-usual-week",
        kind=Kind.WEEK_MAP,
        frame=week_map_frame(means, days > 0, notes),
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline="The coming usual week, half-hour by half-hour",
        subtitle=f"{noun.capitalize()} expected in a half-hour, average of the next {WEEKS_AHEAD} weeks; bank holidays left out",
        sentence=_peak(means, days > 0, noun),
        definition=f"The table has each half-hour of the next {WEEKS_AHEAD} weeks with 80% and 95% intervals. Made from {METHOD_WORDS[made.method]}.",
        table=half_hour_table(made),
        provenance=source,
    )


def _note(low: float, high: float, days: float) -> str:
    if not days or np.isnan(low):
        return "closed" if not days else "not known"
    return f"4 in 5 times {format_value(float(low), Unit.COUNT)} to {format_value(float(high), Unit.COUNT)}"


def _peak(means: Floats, is_open: Booleans, noun: str) -> str:
    """Return which half-hour brings most, and which open one fewest."""
    held = np.where(is_open, means, np.nan)
    if np.isnan(held).all() or not np.nanmax(held):
        return f"No {noun} are expected."
    most, least = (np.unravel_index(pick(held), held.shape) for pick in (np.nanargmax, np.nanargmin))
    said = [
        f"{hour_words(int(day), int(half_hour), 1)}, {mean_words(float(held[day, half_hour]))} {noun}"
        for day, half_hour in (most, least)
    ]
    return f"Most are expected on {said[0]}; fewest while open on {said[1]}."


def mean_words(mean: float) -> str:
    """Return an average count as people read it: small ones with a tenth."""
    return format_value(mean, Unit.COUNT, places=0 if mean >= SMALL_MEAN else 1)
