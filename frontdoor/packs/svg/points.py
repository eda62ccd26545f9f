"""The marks of a trace's points, and the words that stand where a trace has no marks."""

from typing import Any

from frontdoor.packs.svg.axes import Axes
from frontdoor.packs.svg.marks import mark
from frontdoor.packs.svg.settings import Settings, chosen, hold_to
from frontdoor.packs.svg.words import read_words, written_at

MARKER = frozenset(("symbol", "color", "size", "opacity", "line"))
UNDER_THE_MIDDLE = 0.25  # of the size, to the baseline, as Plotly sets it


def points_drawn(trace: Settings, axes: Axes) -> str:
    """Return the mark of each point on the plot, nothing for points that only a pointer finds."""
    marker = trace["marker"]
    hold_to("marker", marker, MARKER)
    if marker.get("opacity") == 0:
        return ""
    chosen("marker opacity", marker.get("opacity", 1), frozenset((1,)))
    line = marker.get("line") or _ring(trace)
    drawn = []
    for index, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        size = _of(marker["size"], index)
        if x is None or y is None or not size or not _is_in(trace, x, y, axes):
            continue
        place, ring = (axes.across.pixel(x), axes.down.pixel(y)), (_of(line["color"], index), _of(line["width"], index))
        drawn.append(mark(_of(marker["symbol"], index), place, size, _of(marker["color"], index), ring))
    return "".join(drawn)


def _ring(trace: Settings) -> Settings:
    """Return what Plotly draws around marks that have a size each, unless told otherwise: their line's colour, or white on it."""
    if not isinstance(trace["marker"]["size"], list):
        return {"color": None, "width": 0}
    colour = trace["line"]["color"]
    return {"color": "#FFFFFF" if trace["marker"]["color"] == colour else colour, "width": 1}


def numbers_drawn(trace: Settings, axes: Axes) -> str:
    """Return the words of a trace that is nothing else, each in the middle of its place."""
    font = trace["textfont"]
    hold_to("scatter textfont", font, frozenset(("size", "color")))
    drawn = []
    for index, (x, y, text) in enumerate(zip(trace["x"], trace["y"], trace["text"], strict=True)):
        words = read_words(text, font["size"])
        place = (axes.across.pixel(x), axes.down.pixel(y) + UNDER_THE_MIDDLE * words.size)
        drawn.append(written_at(words, place, "middle", _of(font["color"], index)))
    return "".join(drawn)


def _is_in(trace: Settings, x: object, y: object, axes: Axes) -> bool:
    return trace.get("cliponaxis") is False or (axes.across.holds(x) and axes.down.holds(y))


def _of(value: Any, index: int) -> Any:
    return value[index] if isinstance(value, list | tuple) else value
