"""The next eight weeks in sentences: how many, the busiest days, when we are closed, and what known events will do."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from frontdoor.answers.demand_nouns import about, weekday_date
from frontdoor.answers.peaks_forecast_frames import WEEK, expected_columns
from frontdoor.answers.peaks_forecast_made import Made, expected_without_events
from frontdoor.answers.peaks_forecast_series import DAYS_AHEAD, WEEKS_AHEAD, Series, as_date
from frontdoor.answers.sentences import listed
from frontdoor.measures.formatting import format_date, format_value, in_every_hundred
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.forecasting import Grain, Method

ABOUT_THE_SAME = 0.02  # less is within what any forecast can miss
MOST_EVENTS = 3  # named in the lead
FEWEST_TOLD = 0.0005  # less is not one in every thousand

METHOD_WORDS = {
    Method.MODEL: "weekdays, bank holidays, the time of year, known events and the latest level",
    Method.PROFILE: "the usual week: the median of the last eight such days",
    Method.NAIVE: "the same day of the last week known",
}
"""What each method expects from."""


@dataclass(frozen=True, slots=True)
class Total:
    """What is expected of all eight weeks, with an 80% interval, and what came in the eight before; None not known."""

    expected: float
    low: float
    high: float
    before: float | None


def total_of(made: Made, row: int = 0) -> Total:
    """Return the total of one series; its interval takes every week to miss the same way, so it is rather too wide."""
    weeks = expected_columns(made, Grain.WEEK, row)
    before = float(made.series.totals[row, -DAYS_AHEAD:].sum()) if len(made.series.past) >= DAYS_AHEAD else np.nan
    expected, low, high = (float(weeks[name].sum()) for name in ("expected", "low_80", "high_80"))
    return Total(expected, low, high, None if np.isnan(before) else before)


def answer_words(made: Made, noun: str) -> str:
    """Return the answer: how many are expected in all, beside the eight weeks before."""
    total = total_of(made)
    between = f"({about(total.low)} to {about(total.high)})"
    said = f"Expect about {about(total.expected)} {noun} in the next {WEEKS_AHEAD} weeks {between}"
    if not total.before:
        return f"{said}."
    change = total.expected / total.before - 1
    if abs(change) < ABOUT_THE_SAME:
        return f"{said}, about as many as in the last {WEEKS_AHEAD}."
    more = "more" if change > 0 else "fewer"
    return f"{said}, {format_value(abs(change), Unit.SHARE, places=0)} {more} than in the last {WEEKS_AHEAD}."


def lead_words(made: Made, noun: str) -> str:
    """Return the busiest day with its interval, the bank holidays we are closed on, and what known events will do."""
    return " ".join(
        part for part in (busiest_words(made, noun), closed_words(made.series), event_words(made, noun)) if part
    )


def busiest_words(made: Made, noun: str) -> str:
    """Return the busiest day ahead, what is expected of it and between what it will lie."""
    days = expected_columns(made, Grain.DAY)
    if not np.nansum(days["expected"]):
        return f"No {noun} are expected."
    place = int(np.nanargmax(days["expected"]))
    between = f"{about(days['low_80'][place])} to {about(days['high_80'][place])}"
    when = weekday_date(as_date(made.series.ahead, place))
    return f"The busiest day is {when}: about {about(days['expected'][place])} {noun} ({between}, 4 times in 5)."


def closed_words(series: Series) -> str:
    """Return on which bank holidays we are closed; nothing where there is none, or we are open on them."""
    closed = np.flatnonzero(series.ahead.is_holiday & ~series.day_will_be_open & _usually_open(series))
    return (
        f"Closed on {listed([_short(as_date(series.ahead, int(place))) for place in closed])}." if closed.size else ""
    )


def _usually_open(series: Series) -> Booleans:
    """Return whether each day ahead is of a weekday on which we are open in those weeks."""
    opened = set(series.ahead.weekday[series.day_will_be_open].tolist())
    return np.array([weekday in opened for weekday in series.ahead.weekday.tolist()], dtype=np.bool_)


def _short(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def event_words(made: Made, noun: str) -> str:
    """Return what each known event ahead will do, in its first week; that nobody knows where it never happened before."""
    coming = [(on, label) for on, label in made.series.events if on >= as_date(made.series.ahead, 0)]
    if not coming:
        return ""
    if made.method is not Method.MODEL:
        named = listed([f"{label} ({_short(on)})" for on, label in coming[:MOST_EVENTS]])
        return f"Not in the forecast: {named}."
    plain = expected_without_events(made)[0]
    return " ".join(_event(on, label, made, plain, noun) for on, label in coming[:MOST_EVENTS])


def _event(on: date, label: str, made: Made, plain: Floats, noun: str) -> str:
    series = made.series
    start = (on - as_date(series.ahead, 0)).days
    number = int(series.ahead.event[start])
    if number not in set(series.past.event.tolist()):
        return f"{label}, {_short(on)}: never seen before, so nobody can say yet what it will do."
    week = slice(start, start + WEEK)
    more = float(np.nansum(made.forecast.days.mean[0, week] - plain[week]))
    if abs(more) < ABOUT_THE_SAME * float(np.nansum(plain[week])):
        return f"{label}, {_short(on)}: it made no difference worth a word before."
    return f"{label}, {_short(on)}: expect about {about(abs(more))} {'more' if more > 0 else 'fewer'} {noun} in the week after."


def basis_words(made: Made, chosen: str) -> str:
    """Return in one line what is counted over which days."""
    ahead = made.series.ahead
    first, last = as_date(ahead, 0), as_date(ahead, len(ahead) - 1)
    return (
        f"{chosen}, {format_date(first)} to {format_date(last)}; from what came since "
        f"{format_date(made.series.first)}, by {METHOD_WORDS[made.method]}."
    )


def notes_of(made: Made, noun: str, wanted: Grain, *, chose_channels: bool) -> tuple[str, ...]:
    """Return what a reader must know: what is left out, what times are not known, and what a forecast cannot see."""
    series = made.series
    return tuple(
        note
        for note in (
            _outside(series, noun),
            ""
            if series.has_times or wanted is not Grain.HALF_HOUR
            else "At what time of day people came is not recorded here, so this is by day.",
            "" if series.has_times else "Days are whole days here: what comes while we are closed is in them.",
            ""
            if chose_channels
            else "No channel is chosen, so this is the phone alone. Choose channels to see others.",
            _last_week(series),
            "A forecast knows no weather, no news and no change that nobody put among the events.",
        )
        if note
    )


def _outside(series: Series, noun: str) -> str:
    """Return how many came while closed and are no part of the forecast; nothing where none did."""
    if not series.has_times or not series.outside:
        return ""
    share = series.outside / (series.outside + float(np.nansum(series.totals)))
    often = in_every_hundred(share, noun) if share >= FEWEST_TOLD else f"fewer than 1 in every 1,000 {noun}"
    since = format_date(series.first)
    return f"{noun.capitalize()} outside opening hours are no part of it: {often} since {since}."


def _last_week(series: Series) -> str:
    """Say where the latest days are not known, since the forecast then rests on older ones."""
    late = series.day_is_open[-WEEK:] & np.isnan(series.totals[:, -WEEK:]).all(axis=0)
    last = as_date(series.past, len(series.past) - 1)
    since = last - timedelta(days=WEEK - 1)
    return (
        f"Nothing is recorded of {int(late.sum())} of the days from {format_date(since)} to {format_date(last)}."
        if late.any()
        else ""
    )
