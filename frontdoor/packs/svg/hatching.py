"""The slanted lines over bars, cells and wards, spaced as Plotly spaces them."""

from frontdoor.packs.svg.element import element, number
from frontdoor.packs.svg.settings import Settings, chosen, hold_to

PATTERN = frozenset(("shape", "fgcolor", "bgcolor", "size", "solidity"))


def hatching(pattern: Settings, name: str) -> str:
    """Return the pattern that a fill refers to by its `name`; a NotDrawnError for one of another shape."""
    hold_to("pattern", pattern, PATTERN)
    chosen("pattern", pattern["shape"], frozenset(("/",)))
    side = pattern["size"] * 2**0.5
    quarter, half = side / 4, side / 2
    slant = f"l{number(half)} {number(-half)}"
    lines = (
        f"M{number(-quarter)} {number(quarter)}{slant}M0 {number(side)}L{number(side)} 0"
        f"M{number(3 * quarter)} {number(5 * quarter)}{slant}"
    )
    stroke = element("path", d=lines, stroke=pattern["fgcolor"], stroke_width=pattern["solidity"] * pattern["size"])
    ground = element("rect", width=side, height=side, fill=pattern["bgcolor"])
    return element("pattern", ground + stroke, id=name, width=side, height=side, patternUnits="userSpaceOnUse")
