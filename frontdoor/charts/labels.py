"""Words written on a chart: direct labels, events on dotted lines, lines broken so that they fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from textwrap import wrap
from typing import Any

from frontdoor.charts.scale import CHARACTER, Range, keep_apart
from frontdoor.charts.theme import Theme
from frontdoor.figure import Mark

Settings = dict[str, Any]

LINE_HEIGHT = 18  # pixels, at 14 pixel type
MOST_EVENT_LABELS = 4


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside the right edge of a plot, at the height of a value."""

    value: float
    words: str
    colour: str
    is_bold: bool = False


def written(words: str, characters: int = 0, bold: bool = False) -> str:
    """Return `words` safe for Plotly, which reads markup, broken into lines of at most `characters`."""
    lines = balanced(words, characters) if characters else words.split("\n")
    said = "<br>".join(escape(line, quote=False) for line in lines)
    return f"<b>{said}</b>" if bold else said


def balanced(words: str, characters: int) -> list[str]:
    """Return `words` in as few lines as `characters` allows, the lines about as long as one another."""
    fewest = len(wrap(words, characters, break_long_words=False))
    shortest = next(
        (size for size in range(1, characters) if len(wrap(words, size, break_long_words=False)) <= fewest), characters
    )
    return wrap(words, shortest, break_long_words=False)


def right_labels(labels: Sequence[Label], scale: Range, height: float) -> list[Settings]:
    """Return the labels as annotations right of the plot, moved apart where they would touch."""
    tall = [LINE_HEIGHT * (label.words.count("\n") + 1) + 2.0 for label in labels]
    centres = keep_apart([scale.pixels(label.value, height) for label in labels], tall, height)
    return [
        {
            "xref": "paper", "yref": "paper", "x": 1, "y": 1 - centre / height, "xshift": 8,
            "xanchor": "left", "yanchor": "middle", "align": "left", "showarrow": False,
            "text": written(label.words, bold=label.is_bold), "font": {"color": label.colour},
        }
        for label, centre in zip(labels, centres, strict=True)
    ]  # fmt: skip


def room_for(labels: Sequence[Label]) -> float:
    """Return the pixels that labels need right of a plot."""
    longest = max((len(line) for label in labels for line in label.words.split("\n")), default=0)
    return longest * CHARACTER + 16


def event_lines(marks: Sequence[Mark], scale: Range, theme: Theme) -> Settings:
    """Return a dotted line for each event, the whole height of the plot; a trace, so that it stands over a band."""
    days = [day for mark in marks for day in (mark.on_date, mark.on_date, None)]
    return {
        "type": "scatter", "mode": "lines", "x": days, "y": [scale.low, scale.high, None] * len(marks),
        "line": {"color": theme.edge, "width": 1.2, "dash": "2px,3px"}, "hoverinfo": "skip",
    }  # fmt: skip


def room_for_events(marks: Sequence[Mark], height: float, lines: int = 2) -> tuple[float, float]:
    """Return the shares of the values' span to keep free above and below a plot `height` pixels high."""
    different = len({mark.label for mark in marks})
    zone = lines * LINE_HEIGHT + 8
    taken = zone * min(different, 2)
    share = zone / max(height - taken, zone)
    return (share if different else 0.08), (share if different > 1 else 0.08)


def event_labels(marks: Sequence[Mark], first: date, last: date, theme: Theme, characters: int) -> list[Settings]:
    """Return the newest events' words, by turns at the top and the bottom; the same words are written once."""
    once = list({mark.label: mark for mark in sorted(marks, key=lambda mark: mark.on_date, reverse=True)}.values())
    days = max((last - first).days, 1)
    return [
        _event_label(mark, (mark.on_date - first).days / days, index % 2 == 0, theme, characters)
        for index, mark in enumerate(once[:MOST_EVENT_LABELS])
    ]


def _event_label(mark: Mark, along: float, is_top: bool, theme: Theme, characters: int) -> Settings:
    left_of_line = along > 0.5
    return {
        "xref": "x", "yref": "paper", "x": mark.on_date, "y": 1 if is_top else 0,
        "xanchor": "right" if left_of_line else "left", "yanchor": "top" if is_top else "bottom",
        "xshift": -6 if left_of_line else 6, "align": "right" if left_of_line else "left", "showarrow": False,
        "text": written(mark.label, characters), "font": {"color": theme.ink}, "bgcolor": theme.page,
    }  # fmt: skip
