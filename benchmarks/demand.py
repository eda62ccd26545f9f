"""How well forecasts of demand would have done, beside two simple ones, and how long they take."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.demand_series import Series, all_series
from benchmarks.report import Section, against, middle
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.backtesting import ORIGINS, BackTest, back_test
from frontdoor.statistics.demand_days import Days
from frontdoor.statistics.forecasting import Grain, forecast

SERIES, HISTORY, AHEAD, REPEATS = 30, 912, 56, 5
GOAL_SECONDS = 1.0
TOLD_WITHIN = 0.1
SEED = 20_261_122
USUAL_ORIGINS = max(ORIGINS, 52)
_OF_THE_RECORDS = (
    "Boston and Vancouver are public records; where they are not to hand only the invented Trentside is tested. Its waste "
    "calls double overnight within the test, which no history foretells."
)
_OF_THE_METHODS = (
    "Ours is the median. Plain profile: median of the last eight such weekdays (and half-hours). Within 10%: days of the "
    "last 12 weeks, forecast a week ahead at most, by the method that wins."
)


def demand(folder: Path, public: Path, origins: int) -> Iterator[Section]:
    """Yield the table of back-tests over `origins` weekly origins, and the time that 30 forecasts take."""
    tested = [
        (series, back_test(series.counts, series.days, series.is_open, origins))
        for series in all_series(folder, public)
    ]
    rows = [row for series, found in tested if found for row in _rows(series, found)]
    yield Section(
        "Forecasts of demand, eight weeks ahead",
        f"Up to {origins} weekly origins, one to eight weeks ahead of each; mean absolute error over that of the same day "
        "(and half-hour) a week earlier within the history. Intervals: share of what came that they held.",
        ("place", "series", "by", "ours", "plain profile", "same day last week", "wins", "80% held", "95% held", "within 10%"),
        tuple(rows),
        (_OF_THE_RECORDS, _OF_THE_METHODS),
    )  # fmt: skip
    yield _speed()


def _rows(series: Series, found: BackTest) -> Iterator[tuple[str, ...]]:
    within, of = found.days_within(TOLD_WITHIN)
    for place, name in enumerate(series.names):
        for grain, errors in found.scaled_error.items():
            cells = [f"{error:.2f}" for error in errors[:, place]]
            best = ("ours", "plain profile", "same day last week")[int(np.argmin(errors[:, place]))]
            held = [f"{share:.0%}" for share in found.coverage[grain][:, place]]
            days = f"{within[place]} of {of[place]}" if grain is Grain.DAY else ""
            yield series.place, name, grain.value.replace("_", "-"), *cells, best, *held, days
        week = [f"{share:.0%}" for share in found.coverage[Grain.WEEK][:, place]]
        yield series.place, name, "week", "", "", "", "", *week, ""


def _speed() -> Section:
    """Measure the processor time of 30 services' forecasts from 30 months of half-hours, with both intervals."""
    counts, days, is_open = _invented()
    past = slice(0, HISTORY)
    took = []
    for _ in range(REPEATS):
        began = time.process_time()
        made = forecast(counts, days[past], is_open[:, past], days[HISTORY:], is_open[:, HISTORY:])
        for grain in Grain:
            for confidence in (0.8, 0.95):
                made.interval(grain, confidence)
        took.append(time.process_time() - began)
    cells = f"{middle(took):.2f}", f"{GOAL_SECONDS:.0f}", against(middle(took), GOAL_SECONDS)
    return Section(
        f"{SERIES} forecasts of eight weeks of half-hours",
        f"From {HISTORY} days of half-hours each, with 80% and 95% intervals of half-hours, days and weeks; median of {REPEATS}.",
        ("what", "CPU seconds", "goal", "result"),
        ((f"{SERIES} services", *cells),),
    )


def _invented() -> tuple[Floats, Days, Booleans]:
    dates = np.datetime64("2024-05-01") + np.arange(HISTORY + AHEAD)
    days = Days(dates, np.zeros(len(dates), dtype=np.bool_))
    is_open = np.zeros((SERIES, len(dates), 48), dtype=np.bool_)
    is_open[:, days.weekday < 5, 16:36] = True
    counts = np.random.default_rng(SEED).poisson(8.0, (SERIES, HISTORY, 48)) * is_open[:, :HISTORY]
    return counts.astype(np.float64), days, is_open
