"""A figure as a picture for a slide: drawn at the size at which its words are largest in the room there is."""

import re
from dataclasses import dataclass, field, replace

from frontdoor.charts.theme import BY_NAME
from frontdoor.figure import BEGINS, ENDS, Figure, Kind
from frontdoor.packs.present.sizes import BESIDE
from frontdoor.packs.svg.svg import svg_of

PHONE = 358  # pixels
NARROWEST = {Kind.WEEK_MAP: 860, Kind.SIGNED_MAP: 860, Kind.YEAR_MAP: 1000}
USUALLY, WIDEST = 700, 1500  # pixels a picture is drawn wide
IN_ROWS = (Kind.BARS, Kind.INTERVALS)
"""Kinds with a row of their own for each name: of too many rows only some are shown."""

LEAST_SCALE = 1.15  # words of 14 pixels then are 16 of 1080, seen from the back of a small room
MOST_WORDED, MOST_EVENTS = 4, 6
"""So many events have words on the picture; of more the newest are letters, for words would hide the line."""

FEW = 2  # rows that are not worth leaving out

SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture for a screen and for a phone, and what was left out of it, '' for nothing."""

    wide: str
    narrow: str
    cut: str


@dataclass(slots=True)
class Pictures:
    """The pictures drawn so far, so that a deck that grows does not draw them again; they keep their figures alive."""

    held: dict[tuple[int, str, float, float], tuple[Figure, Picture]] = field(default_factory=dict)

    def of(self, figure: Figure, name: str, width: float, height: float) -> Picture:
        """Return the picture of a figure for a room `width` by `height`; ids in it begin with `name`."""
        key = (id(figure), name, width, height)
        if key not in self.held:
            self.held[key] = figure, _drawn(figure, name, width, height)
        return self.held[key][1]


def _drawn(figure: Figure, name: str, width: float, height: float) -> Picture:
    fewer, events = _fewer_events(figure, MOST_EVENTS if width > BESIDE else 0)
    shown = _fewer_rows(fewer, name, width, height)
    kept, rows = len(shown.frame), len(figure.frame)
    cut = [f"{kept} of {rows} shown; all are in the papers."] if kept < rows else []
    wide = _scaled(shown, f"{name}-wide", width, height)
    narrow = _flexible(svg_of(shown, PHONE, theme=BY_NAME, name=f"{name}-narrow"))
    return Picture(wide, narrow, " ".join([*cut, *events]))


def _scaled(figure: Figure, name: str, width: float, height: float) -> str:
    """Return the drawing whose proportions are those of the room, so that it fills it."""
    least = NARROWEST.get(figure.kind, USUALLY)
    drawn = svg_of(figure, least, theme=BY_NAME, name=name)
    wide, tall = size_of(drawn)
    if tall / wide > height / width:
        drawn = svg_of(figure, min(max(round(tall * width / height), least), WIDEST), theme=BY_NAME, name=name)
    return _flexible(drawn)


def size_of(drawn: str) -> tuple[float, float]:
    """Return how wide and high a drawing is."""
    found = SIZE.search(drawn)
    assert found, "a drawing says its size"
    return float(found[1]), float(found[2])


def _flexible(drawn: str) -> str:
    """Return the drawing as large as its place lets it be, at the left."""
    return SIZE.sub('preserveAspectRatio="xMinYMin meet"', drawn, count=1)


def _fewer_events(figure: Figure, most: int) -> tuple[Figure, list[str]]:
    """Return the figure with its `most` newest events where there are many, and words that say so where others are left out."""
    events = sorted((mark for mark in figure.marks if mark.label not in (BEGINS, ENDS)), key=lambda mark: mark.on_date)
    if len(events) <= max(MOST_WORDED, most):
        return figure, []
    newest = events[-most:] if most else []
    marks = tuple(mark for mark in figure.marks if mark in newest or mark not in events)
    marked = (
        f"The newest {most} of {len(events)} events are marked." if most else f"{len(events)} events are not marked."
    )
    return replace(figure, marks=marks), [marked]


def _fewer_rows(figure: Figure, name: str, width: float, height: float) -> Figure:
    """Return a figure of rows with as many as can be read; those that stand out stay, then those at the top."""
    if figure.kind not in IN_ROWS:
        return figure
    wide, tall = size_of(svg_of(figure, USUALLY, theme=BY_NAME, name=name))
    if min(width / wide, height / tall) >= LEAST_SCALE:
        return figure
    kept = max(int(height / LEAST_SCALE / tall * len(figure.frame)), 1)
    if kept + FEW >= len(figure.frame):
        return figure
    marked = figure.frame["is_highlighted"].to_list()
    first = sorted(range(len(marked)), key=lambda row: (not marked[row], row))[:kept]
    return replace(figure, frame=figure.frame[sorted(first)])
