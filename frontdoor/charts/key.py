"""What the marks of a chart mean: the key written above it, only of marks that are there."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from frontdoor.charts.columns import PART_WORDS
from frontdoor.figure import Figure, Kind, Tone


class KeyMark(StrEnum):
    """A mark as the key draws it."""

    MEASURED = "measured"
    WORSE = "worse"
    BETTER = "better"
    TARGET = "target"
    USUAL_RANGE = "usual_range"
    FEWER = "fewer"
    MORE = "more"
    GAP = "gap"
    UNFINISHED = "unfinished"
    IN_TIME = "in_time"
    LATE = "late"
    STILL_OPEN = "still_open"
    SCORE = "score"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One mark and its words."""

    mark: KeyMark
    words: str


PERIOD_WORDS = ((6, "Each day"), (27, "Each week"), (80, "Each month"), (360, "Each quarter"))
"""Shortest distance in days that is no longer called this."""


def chart_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return the entries of a figure's key; bars, distributions and lines are labelled directly and need none."""
    if figure.kind is Kind.CALENDAR:
        words = ((KeyMark.FEWER, "Fewer records"), (KeyMark.MORE, "More records"), (KeyMark.GAP, "None"))
        return tuple(KeyEntry(mark, word) for mark, word in words)
    if figure.frame.is_empty():
        return ()
    if figure.kind is Kind.COLUMNS:
        return _columns_key(figure)
    if figure.kind is Kind.INTERVALS:
        return (KeyEntry(KeyMark.SCORE, "Score"), KeyEntry(KeyMark.INTERVAL, "Where the true score may lie (95%)"))
    return _control_chart_key(figure) if figure.kind is Kind.CONTROL_CHART else ()


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
