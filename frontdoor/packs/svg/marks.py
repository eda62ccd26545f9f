"""The marks of points, as large as Plotly draws them."""

from frontdoor.packs.svg.element import element, path
from frontdoor.packs.svg.settings import chosen

SYMBOLS = frozenset(("circle", "square", "diamond", "circle-open", "triangle-up"))
DIAMOND = 1.3  # of the radius, from its middle to a corner
TRIANGLE = 2 / 3**0.5  # of the radius, half its side


def mark(
    symbol: str, place: tuple[float, float], size: float, colour: str, ring: tuple[str | None, float] = (None, 0)
) -> str:
    """Return a mark `size` pixels across, filled in `colour`, in a `ring` of a colour and a width; an open one is only a ring of its own."""
    (x, y), (edge, edge_width) = place, ring
    chosen("marker symbol", symbol, SYMBOLS)
    radius = size / 2
    if symbol == "circle-open":
        return element("circle", cx=x, cy=y, r=radius, fill="none", stroke=colour, stroke_width=edge_width or 1)
    line = {"stroke": edge if edge_width else None, "stroke_width": edge_width or None}
    if symbol == "circle":
        return element("circle", cx=x, cy=y, r=radius, fill=colour, **line)
    return element("path", d=path(_corners(symbol, x, y, radius), is_closed=True), fill=colour, **line)


def _corners(symbol: str, x: float, y: float, radius: float) -> list[tuple[float, float]]:
    if symbol == "square":
        return [(x - radius, y - radius), (x + radius, y - radius), (x + radius, y + radius), (x - radius, y + radius)]
    if symbol == "diamond":
        far = radius * DIAMOND
        return [(x, y - far), (x + far, y), (x, y + far), (x - far, y)]
    half = radius * TRIANGLE
    return [(x - half, y + radius / 2), (x + half, y + radius / 2), (x, y - radius)]
