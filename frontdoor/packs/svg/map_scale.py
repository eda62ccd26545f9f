"""Axes that share one scale, so that a map is neither stretched nor squeezed."""

from dataclasses import replace

from frontdoor.packs.svg.axes import Axes
from frontdoor.packs.svg.axis import Axis
from frontdoor.packs.svg.settings import chosen


def is_to_scale(across: Axis, down: Axis) -> bool:
    """Return whether a step up is to be as long as a step across; a NotDrawnError for other ways of tying axes."""
    chosen("x axis scaleanchor", across.settings.get("scaleanchor"), frozenset((None,)))
    chosen("y axis scaleanchor", down.settings.get("scaleanchor"), frozenset((None, "x")))
    chosen("axis scaleratio", down.settings.get("scaleratio", 1), frozenset((1,)))
    for axis in (across, down):
        chosen("axis constrain", axis.settings.get("constrain", "domain"), frozenset(("domain",)))
    return "scaleanchor" in down.settings


def to_scale(across: Axis, down: Axis) -> Axes:
    """Return both axes in the middle of their room, as long as the one with less room for each step allows."""
    pixels = min(abs(axis.end - axis.start) / abs(axis.last - axis.first) for axis in (across, down))
    return Axes(_shortened(across, pixels), _shortened(down, pixels))


def _shortened(axis: Axis, pixels: float) -> Axis:
    middle, half = (axis.start + axis.end) / 2, pixels * abs(axis.last - axis.first) / 2
    way = 1 if axis.end > axis.start else -1
    return replace(axis, start=middle - way * half, end=middle + way * half)
