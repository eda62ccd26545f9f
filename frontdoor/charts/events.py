"""What happened, on a chart: dotted lines, with words at the top or the bottom where they have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from string import ascii_lowercase
from typing import Any

from frontdoor.charts.labels import LINE_HEIGHT, balanced, written
from frontdoor.charts.scale import CHARACTER, Range
from frontdoor.charts.theme import Theme
from frontdoor.figure import Mark

Settings = dict[str, Any]

PLOT_WIDTH, PHONE_PLOT_WIDTH = 540, 270  # pixels, about what a plot has in its card; a wider one has room to spare
LONGEST_LINE, PHONE_LONGEST_LINE = 24, 16  # characters
GAP = 6  # pixels between a line and its words
MOST_WORDED = 4  # different events; more of them are letters only, for their words would hide the line
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


@dataclass(frozen=True, slots=True)
class Keyed:
    """An event known by a letter above its line; where the letter has no room it stands in the list alone."""

    letter: str
    mark: Mark
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class Arranged:
    """Events with words on the chart, and those that the list below it says."""

    places: tuple[Place, ...]
    keyed: tuple[Keyed, ...]


def event_lines(marks: Sequence[Mark], scale: Range, theme: Theme) -> Settings:
    """Return a dotted line for each event, the whole height of the plot; a trace, so that it stands over a band.

    One that lasted has a line on its last day too, and both are joined at the top.
    """
    days: list[date | None] = []
    heights: list[float | None] = []
    for mark in marks:
        ends = [mark.last_date] * 2 if _lasted(mark) else []
        days += [mark.on_date, mark.on_date, *ends, None]
        heights += [scale.low, scale.high, *([scale.high, scale.low] if ends else []), None]
    said = [written(mark.label) for mark in marks for _ in range(5 if _lasted(mark) else 3)]
    return {
        "type": "scatter", "mode": "lines", "x": days, "y": heights,
        "line": {"color": theme.edge, "width": 1.2, "dash": "2px,3px"},
        "text": said, "hoverinfo": "text",
        "meta": "events",
    }  # fmt: skip


def _lasted(mark: Mark) -> bool:
    return mark.last_date is not None and mark.last_date > mark.on_date


def room_for_events(marks: Sequence[Mark], height: float, is_narrow: bool) -> tuple[float, float]:
    """Return the shares of the values' span to keep free above and below a plot `height` pixels high."""
    different = _worded(marks)
    zone = (3 if is_narrow else 2) * LINE_HEIGHT + 8
    share = zone / max(height - zone * min(different, 2), zone)
    return (share if different else USUAL_ROOM), (share if different > 1 else USUAL_ROOM)


def arranged(marks: Sequence[Mark], first: date, last: date, is_narrow: bool) -> Arranged:
    """Return where the events' words stand, newest first, each label once and only where it touches no other.

    An event whose words have no room, or stand at another of its days, gets a letter that the list below explains; so does
    each of more than MOST_WORDED.
    """
    if not _worded(marks):
        ordered = sorted(marks, key=lambda mark: mark.on_date)
        return Arranged((), tuple(_lettered(ordered, first, last, PHONE_PLOT_WIDTH if is_narrow else PLOT_WIDTH)))
    taken: list[Place] = []
    width = PHONE_PLOT_WIDTH if is_narrow else PLOT_WIDTH
    left: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.on_date, reverse=True):
        is_said = mark.label in {place.mark.label for place in taken}
        along = _along(mark, first, last, width)
        free = (place for place in _places(mark, along, width, is_narrow) if not any(map(place.touches, taken)))
        place = None if is_said else next(free, None)
        taken += [place] if place else []
        left += [] if place else [mark]
    return Arranged(tuple(taken), tuple(_lettered(left[::-1], first, last, width)))


def _worded(marks: Sequence[Mark]) -> int:
    """Return how many different events have words on the chart."""
    different = len({mark.label for mark in marks})
    return different if different <= MOST_WORDED else 0


def event_labels(found: Arranged, theme: Theme, is_narrow: bool) -> list[Settings]:
    """Return the words and the letters of the events as annotations."""
    letters = [_letter(keyed, theme) for keyed in found.keyed if keyed.is_drawn]
    return [*(_words(place, theme, is_narrow) for place in found.places), *letters]


def room_for_letters(found: Arranged) -> int:
    """Return the pixels to keep free above the plot."""
    return LINE_HEIGHT if found.keyed else 0


def _along(mark: Mark, first: date, last: date, width: float) -> float:
    return (mark.on_date - first).days / max((last - first).days, 1) * width


def _lettered(marks: Sequence[Mark], first: date, last: date, width: float) -> Iterator[Keyed]:
    """Yield each event left over with its letter, in order of date; one that would touch the letter before is not drawn."""
    end = float("-inf")
    for letter, mark in zip(cycle(ascii_lowercase), marks, strict=False):
        along = _along(mark, first, last, width)
        is_drawn = along - CHARACTER > end
        end = along + CHARACTER if is_drawn else end
        yield Keyed(letter, mark, is_drawn)


def _letter(keyed: Keyed, theme: Theme) -> Settings:
    return {
        "xref": "x", "yref": "paper", "x": keyed.mark.on_date, "y": 1, "xanchor": "center", "yanchor": "bottom",
        "showarrow": False, "text": f"<b>{keyed.letter}</b>", "font": {"color": theme.ink},
    }  # fmt: skip


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
