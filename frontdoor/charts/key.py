"""What the marks of a chart mean: the key written above it, only of marks that are there."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from frontdoor.figure import Figure, Kind


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
    if figure.kind is not Kind.CONTROL_CHART or figure.frame.is_empty():
        return ()
    kinds = set(figure.frame["point_type"].drop_nulls().to_list())
    entries = [
        (True, KeyMark.MEASURED, _period_words(figure)),
        (
            "is_complete" in figure.frame.columns and not figure.frame["is_complete"].all(),
            KeyMark.UNFINISHED,
            "Not finished",
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
