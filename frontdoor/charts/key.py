"""What the marks of a chart mean: the key written above it, only of marks that are there."""

from collections.abc import Callable
from datetime import timedelta

from frontdoor.charts.columns import PART_WORDS
from frontdoor.charts.key_entry import KeyEntry, KeyMark
from frontdoor.charts.map_key import (
    forecast_key,
    load_key,
    signed_map_key,
    ward_map_key,
    week_map_key,
    year_map_key,
    year_numbers_key,
)
from frontdoor.charts.pilot_key import counterfactual_key, steps_key
from frontdoor.figure import Figure, Kind, Tone

__all__ = ["KeyEntry", "KeyMark", "chart_key"]

PERIOD_WORDS = ((6, "Each day"), (27, "Each week"), (80, "Each month"), (360, "Each quarter"))
"""Shortest distance in days that is no longer called this."""


def chart_key(figure: Figure, is_narrow: bool = False) -> tuple[KeyEntry, ...]:
    """Return the entries of a figure's key; bars, distributions and lines are labelled directly and need none."""
    if figure.kind is Kind.CALENDAR:
        return _calendar_key(figure)
    if figure.kind is Kind.COUNTERFACTUAL and not figure.frame.is_empty():
        return counterfactual_key(figure, is_narrow)
    if figure.kind not in KEY_OF or figure.frame.is_empty():
        return ()
    numbers = year_numbers_key(figure) if figure.kind is Kind.YEAR_MAP and is_narrow else ()
    return (*KEY_OF[figure.kind](figure), *numbers)


def _calendar_key(_: Figure) -> tuple[KeyEntry, ...]:
    words = ((KeyMark.FEWER, "Fewer records"), (KeyMark.MORE, "More records"), (KeyMark.GAP, "None"))
    return tuple(KeyEntry(mark, word) for mark, word in words)


def _intervals_key(figure: Figure) -> tuple[KeyEntry, ...]:
    point, whisker = figure.key_words or ("Score", "Where the true score may lie (95%)")
    return (KeyEntry(KeyMark.SCORE, point), KeyEntry(KeyMark.INTERVAL, whisker))


def _columns_key(figure: Figure) -> tuple[KeyEntry, ...]:
    parts = ((Tone.GOOD, KeyMark.IN_TIME), (Tone.POOR, KeyMark.LATE), (Tone.OPEN, KeyMark.STILL_OPEN))
    found = [(part, mark) for part, mark in parts if (figure.frame[part].sum() or 0) > 0]
    return tuple(KeyEntry(mark, PART_WORDS[part].capitalize()) for part, mark in found)


def _control_chart_key(figure: Figure) -> tuple[KeyEntry, ...]:
    kinds = set(figure.frame["point_type"].drop_nulls().to_list())
    is_adjusted = "is_adjusted" in figure.frame.columns and figure.frame["is_adjusted"].any()
    entries = [
        (True, KeyMark.MEASURED, f"{_period_words(figure)}{', adjusted' if is_adjusted else ''}"),
        (
            "is_complete" in figure.frame.columns and not figure.frame["is_complete"].all(),
            KeyMark.UNFINISHED,
            "Not finished, as counted" if is_adjusted else "Not finished",
        ),
        ("concern" in kinds, KeyMark.WORSE, "Worse than usual"),
        ("improvement" in kinds, KeyMark.BETTER, "Better than usual"),
        (any(step.value is not None for step in figure.targets), KeyMark.TARGET, "Target"),
        (figure.frame["upper_limit"].drop_nulls().len() > 0, KeyMark.USUAL_RANGE, "Usual range"),
    ]
    return tuple(KeyEntry(mark, words) for is_there, mark, words in entries if is_there)


def _period_words(figure: Figure) -> str:
    days = figure.frame["period_start"].sort()
    apart = days[1] - days[0] if days.len() > 1 else timedelta(days=30)
    return next((words for longest, words in PERIOD_WORDS if apart.days < longest), "Each year")


KEY_OF: dict[Kind, Callable[[Figure], tuple[KeyEntry, ...]]] = {
    Kind.CONTROL_CHART: _control_chart_key,
    Kind.COLUMNS: _columns_key,
    Kind.INTERVALS: _intervals_key,
    Kind.WEEK_MAP: week_map_key,
    Kind.SIGNED_MAP: signed_map_key,
    Kind.YEAR_MAP: year_map_key,
    Kind.LOAD: load_key,
    Kind.FORECAST: forecast_key,
    Kind.WARD_MAP: ward_map_key,
    Kind.STEPS: steps_key,
}
"""The kinds whose marks need words."""
