"""Pictures of a report: one that is too high for its page is shown in parts of the same drawing, cut between its rows."""

import re
from collections.abc import Iterator
from itertools import pairwise

from frontdoor.charts.drawing import drawing
from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Figure, Kind
from frontdoor.packs.svg.svg import svg_of

WIDTH = 740  # pixels of a picture across the column; 14 pixel type is then 9.1 points
MAP_WIDTH = 860  # pixels; a number in each cell needs the room, and is 7.9 points
HIGHEST = 1.09  # of the column's width: a picture leaves room on its page for its titles and the page's own
MOST_HIGH = 560  # pixels of a part; two of them fill a page
MAPS = (Kind.WEEK_MAP, Kind.SIGNED_MAP, Kind.YEAR_MAP)
IN_ROWS = (Kind.BARS, Kind.INTERVALS)
"""Kinds that have a row for each of their frame's, all as high as each other."""
SIZE = re.compile(r'width="([0-9.]+)" height="([0-9.]+)" viewBox="[^"]*"')


def pictures_of(figure: Figure) -> list[str]:
    """Return the picture as SVG, or its parts from the top down; all of them have the same axis."""
    drawn = svg_of(figure, MAP_WIDTH if figure.kind in MAPS else WIDTH)
    wide, high = size_of(drawn)
    if figure.kind not in IN_ROWS or high <= HIGHEST * wide:
        return [drawn]
    return [_window(drawn, wide, top, bottom) for top, bottom in pairwise(_cuts(figure, high))]


def share_of_column(drawn: str) -> float:
    """Return how much of the column's width a picture takes: all, or less where it would be too high for its page."""
    wide, high = size_of(drawn)
    return min(1.0, HIGHEST * wide / high)


def size_of(drawn: str) -> tuple[float, float]:
    """Return the width and height of an SVG in pixels."""
    wide, high = map(float, SIZE.findall(drawn)[0])
    return wide, high


def _cuts(figure: Figure, high: float) -> Iterator[float]:
    """Yield the top, where parts of about as many rows each meet, and the bottom."""
    layout = drawing(figure, LIGHT)["layout"]
    rows = figure.frame.height
    above, below = high - layout["height"] + layout["margin"]["t"], layout["margin"]["b"]
    row = (high - above - below) / rows
    parts = -(-high // MOST_HIGH)
    each = -(-rows // int(parts))
    yield 0.0
    yield from (above + row * start for start in range(each, rows, each))
    yield high


def _window(drawn: str, wide: float, top: float, bottom: float) -> str:
    high = bottom - top
    said = f'width="{wide:g}" height="{high:g}" viewBox="0 {top:g} {wide:g} {high:g}"'
    return SIZE.sub(said, drawn, count=1)
