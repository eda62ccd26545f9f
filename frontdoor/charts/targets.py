"""A target as it is drawn: a dashed step that changes on its day, labelled at each level."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from frontdoor.charts.theme import Theme
from frontdoor.figure import TargetStep
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit

Settings = dict[str, Any]
Level = tuple[date, date, float]
"""A target over (from, to) and its value."""


def levels(targets: Sequence[TargetStep], first: date, last: date) -> list[Level]:
    """Return (from, to, value) of each level in force between `first` and `last`, oldest first; TBA leaves a gap."""
    steps = sorted(targets, key=lambda step: step.from_date)
    drawn = []
    for index, step in enumerate(steps):
        until = steps[index + 1].from_date if index + 1 < len(steps) else last
        start, end = max(step.from_date, first), min(until, last)
        if step.value is not None and start < end:
            drawn.append((start, end, step.value))
    return drawn


def target_trace(drawn: Sequence[Level], theme: Theme) -> Settings:
    """Return the dashed step; levels that touch are joined, levels parted by a TBA are not."""
    days: list[date | None] = []
    values: list[float | None] = []
    for index, (start, end, value) in enumerate(drawn):
        if index and drawn[index - 1][1] != start:
            days.append(None)
            values.append(None)
        days += [start, end]
        values += [value, value]
    line = {"color": theme.target, "width": 2.2, "dash": "7px,4px"}
    return {"type": "scatter", "mode": "lines", "x": days, "y": values, "line": line, "hoverinfo": "skip"}


def level_words(value: float, unit: Unit) -> str:
    """Return 'Target 70%'."""
    return f"Target {format_value(value, unit)}"
