"""What happened, on a chart: dotted lines, with words at the top or the bottom where they have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from frontdoor.charts.labels import LINE_HEIGHT, balanced, written
from frontdoor.charts.scale import CHARACTER, Range
from frontdoor.charts.theme import Theme
from frontdoor.figure import Mark

Settings = dict[str, Any]

PLOT_WIDTH, PHONE_PLOT_WIDTH = 540, 270  # pixels, about what a plot has in its card; a wider one has room to spare
LONGEST_LINE, PHONE_LONGEST_LINE = 24, 16  # characters
GAP = 6  # pixels between a line and its words
USUAL_ROOM = 0.08  # share of the values' span kept free where no words stand


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event's words may stand: from and to in pixels along the plot."""

    mark: Mark
    is_top: bool
    is_left_of_line: bool
    start: float
    end: float

    def touches(self, other: "Place") -> bool:
        return self.is_top == other.is_top and self.start < other.end + GAP and other.start < self.end + GAP


def event_lines(marks: Sequence[Mark], scale: Range, theme: Theme) -> Settings:
    """Return a dotted line for each event, the whole height of the plot; a trace, so that it stands over a band."""
    days = [day for mark in marks for day in (mark.on_date, mark.on_date, None)]
    return {
        "type": "scatter", "mode": "lines", "x": days, "y": [scale.low, scale.high, None] * len(marks),
        "line": {"color": theme.edge, "width": 1.2, "dash": "2px,3px"},
        "text": [written(mark.label) for mark in marks for _ in range(3)], "hoverinfo": "text",
    }  # fmt: skip


def room_for_events(marks: Sequence[Mark], height: float, is_narrow: bool) -> tuple[float, float]:
    """Return the shares of the values' span to keep free above and below a plot `height` pixels high."""
    different = len({mark.label for mark in marks})
    zone = (3 if is_narrow else 2) * LINE_HEIGHT + 8
    share = zone / max(height - zone * min(different, 2), zone)
    return (share if different else USUAL_ROOM), (share if different > 1 else USUAL_ROOM)


def event_labels(marks: Sequence[Mark], first: date, last: date, theme: Theme, is_narrow: bool) -> list[Settings]:
    """Return the events' words, newest first, each label once and only where it touches no other.

    An event without room keeps its line, and its words appear when the line is pointed at.
    """
    taken: list[Place] = []
    width = PHONE_PLOT_WIDTH if is_narrow else PLOT_WIDTH
    for mark in sorted(marks, key=lambda mark: mark.on_date, reverse=True):
        if mark.label in {place.mark.label for place in taken}:
            continue
        along = (mark.on_date - first).days / max((last - first).days, 1) * width
        free = (place for place in _places(mark, along, width, is_narrow) if not any(map(place.touches, taken)))
        taken += [place for place in [next(free, None)] if place is not None]
    return [_words(place, theme, is_narrow) for place in taken]


def _places(mark: Mark, along: float, width: float, is_narrow: bool) -> Iterator[Place]:
    """Yield where the words fit inside the plot, the side with more room first, the top before the bottom."""
    lines = balanced(mark.label, PHONE_LONGEST_LINE if is_narrow else LONGEST_LINE)
    long = max(map(len, lines), default=0) * CHARACTER
    for is_top in (True, False):
        for is_left in (along > width / 2, along <= width / 2):
            start = along - GAP - long if is_left else along + GAP
            if start >= 0 and start + long <= width:
                yield Place(mark, is_top, is_left, start, start + long)


def _words(place: Place, theme: Theme, is_narrow: bool) -> Settings:
    side = "right" if place.is_left_of_line else "left"
    return {
        "xref": "x", "yref": "paper", "x": place.mark.on_date, "y": 1 if place.is_top else 0, "xanchor": side,
        "yanchor": "top" if place.is_top else "bottom", "xshift": -GAP if place.is_left_of_line else GAP, "align": side,
        "showarrow": False, "text": written(place.mark.label, PHONE_LONGEST_LINE if is_narrow else LONGEST_LINE),
        "font": {"color": theme.ink}, "bgcolor": theme.page,
    }  # fmt: skip
