"""Bars, stacked bars and the cells of maps as rectangles, with the numbers inside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from frontdoor.packs.svg.axis import Axis
from frontdoor.packs.svg.element import element, number, paint
from frontdoor.packs.svg.hatching import hatching
from frontdoor.packs.svg.settings import NotDrawnError, Settings, chosen, hold_to
from frontdoor.packs.svg.words import LINE, read_words, written_at

KNOWN = frozenset(
    ("type", "orientation", "x", "y", "base", "width", "marker", "text", "textfont", "textposition", "insidetextanchor",
     "textangle", "constraintext")
)  # fmt: skip
IGNORED = frozenset(("hovertext", "hoverinfo", "meta", "customdata"))
MARKER = frozenset(("color", "cmin", "cmax", "colorscale", "line", "pattern"))
MIDDLE = 0.35  # of the size: from the middle of a number to its baseline


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it stands, how far it is wide there, and its length from `base`."""

    place: float
    wide: float
    base: float
    value: float


def bars_drawn(traces: Sequence[Settings], layout: Settings, across: Axis, down: Axis, prefix: str) -> str:
    """Return every trace of bars; ids of hatchings begin with `prefix`."""
    chosen("barmode", layout.get("barmode"), frozenset((None, "stack", "overlay")))
    if len(traces) > 1 and "barmode" not in layout:
        raise NotDrawnError("bars: several traces side by side cannot be drawn as SVG")
    levels: dict[float, float] = {}
    drawn = []
    for index, trace in enumerate(traces):
        hold_to("bar", trace, KNOWN, IGNORED)
        bars = list(_bars(trace, layout, levels))
        drawn.append(_trace(trace, bars, (across, down), f"{prefix}-hatch{index}", layout))
    return "".join(drawn)


def _bars(trace: Settings, layout: Settings, levels: dict[float, float]) -> Iterator[Bar | None]:
    """Yield each bar, None where there is no value; `levels` remembers how high stacks are."""
    places, values = (trace["y"], trace["x"]) if _lies(trace) else (trace["x"], trace["y"])
    wide = trace.get("width", 1 - layout.get("bargap", 0.2))
    bases = trace.get("base", [0] * len(places))
    for place, value, base in zip(places, values, bases, strict=True):
        if place != int(place):
            raise NotDrawnError("bars: one that does not stand on a whole number cannot be drawn as SVG")
        if value is None:
            yield None
            continue
        start = levels.get(place, 0.0) if layout.get("barmode") == "stack" else base
        if layout.get("barmode") == "stack":
            levels[place] = start + value
        yield Bar(place, wide, start, value)


def _trace(trace: Settings, bars: Sequence[Bar | None], axes: tuple[Axis, Axis], hatch: str, layout: Settings) -> str:
    marker = trace["marker"]
    hold_to("bar marker", marker, MARKER)
    line = marker.get("line", {"color": None, "width": None})
    defined, fills = _fills(marker, len(bars), hatch)
    drawn = [defined]
    numbers: list[str] = trace.get("text", [""] * len(bars))
    for index, bar in enumerate(bars):
        if bar is None:
            continue
        x, y, wide, high = _box(bar, _lies(trace), *axes)
        drawn.append(
            element("rect", x=x, y=y, width=max(wide, 0.01), height=max(high, 0.01), fill=fills[index],
                    stroke=line["color"], stroke_width=line["width"])
        )  # fmt: skip
        drawn.append(_number(trace, index, numbers[index], (x + wide / 2, y + high / 2), layout))
    return "".join(drawn)


def _lies(trace: Settings) -> bool:
    chosen("bar orientation", trace.get("orientation", "v"), frozenset(("v", "h")))
    return trace.get("orientation") == "h"


def _box(bar: Bar, lies: bool, across: Axis, down: Axis) -> tuple[float, float, float, float]:
    """Return left, top, width and height in pixels."""
    along, beside = (across, down) if lies else (down, across)
    start, end = sorted((along.pixel(bar.base), along.pixel(bar.base + bar.value)))
    first, last = sorted((beside.pixel(bar.place - bar.wide / 2), beside.pixel(bar.place + bar.wide / 2)))
    return (start, first, end - start, last - first) if lies else (first, start, last - first, end - start)


def _number(trace: Settings, index: int, text: str, centre: tuple[float, float], layout: Settings) -> str:
    if not text:
        return ""
    for name, only in (
        ("textposition", "inside"),
        ("insidetextanchor", "middle"),
        ("constraintext", "none"),
        ("textangle", 0),
    ):
        chosen(f"bar {name}", trace[name], frozenset((only,)))
    font = trace["textfont"]
    hold_to("bar textfont", font, frozenset(("color", "size")))
    words = read_words(text, font.get("size", layout["font"]["size"]))
    colour = font["color"] if isinstance(font["color"], str) else font["color"][index]
    baseline = centre[1] + MIDDLE * words.size - (len(words.lines) - 1) * LINE * words.size / 2
    return written_at(words, (centre[0], baseline), "middle", colour)


def _fills(marker: Settings, count: int, hatch: str) -> tuple[str, list[str]]:
    """Return what must be defined before, and the fill of each bar."""
    if "pattern" in marker:
        return hatching(marker["pattern"], hatch), [f"url(#{hatch})"] * count
    colour: Any = marker["color"]
    if isinstance(colour, str):
        return "", [paint(colour)] * count
    if "colorscale" in marker:
        return "", [ramped(value, marker["cmin"], marker["cmax"], marker["colorscale"]) for value in colour]
    return "", [paint(each) for each in colour]


def ramped(value: float, low: float, high: float, scale: Sequence[tuple[float, str]]) -> str:
    """Return the colour of a value along a ramp from `low` to `high`."""
    at = min(max((value - low) / (high - low), 0.0), 1.0) if high > low else 0.0
    for (start, before), (end, after) in pairwise(scale):
        if at <= end:
            return _between(before, after, (at - start) / (end - start))
    return scale[-1][1]


def _between(before: str, after: str, share: float) -> str:
    """Return the colour so far from one to the other; of colours that are only named, how the browser mixes them."""
    if not before.startswith("#"):
        return f"color-mix(in srgb,{after} {number(100 * share)}%,{before})"
    pairs = zip(bytes.fromhex(before[1:]), bytes.fromhex(after[1:]), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)
