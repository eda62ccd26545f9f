"""The words and marks of an SVG picture as boxes, measured with the font that draws them."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from frontdoor.packs.svg.words import ASCENT, DESCENT, width_of

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Box:
    """Words, or a mark with its colour, in pixels of the whole picture."""

    said: str
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box", slack: float = 0.5) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack

    def is_inside(self, width: float, height: float, slack: float = 1.0) -> bool:
        is_across = self.left >= -slack and self.right <= width + slack
        return is_across and self.top >= -slack and self.bottom <= height + slack


def root_of(picture: str) -> ET.Element:
    return ET.fromstring(picture)


def size_of(picture: str) -> tuple[float, float]:
    root = root_of(picture)
    return float(root.get("width")), float(root.get("height"))


def words_in(picture: str) -> list[Box]:
    """Return every line of text in the order it is drawn."""
    return [_words(part, moved) for part, moved in _parts(root_of(picture)) if part.tag == f"{SVG}text"]


def marks_in(picture: str) -> list[Box]:
    """Return circles and rectangles, none of the ground of the whole picture."""
    found = (_mark(part, moved) for part, moved in _parts(root_of(picture)))
    return [box for box in found if box is not None][1:]


def _parts(part: ET.Element, moved: tuple[float, float] = (0.0, 0.0)):
    """Yield each part with how far it is moved; what only defines is left out."""
    if part.tag in (f"{SVG}clipPath", f"{SVG}pattern"):
        return
    place = part.get("transform", "").removeprefix("translate(").removesuffix(")").split()
    across, down = map(float, place or (0, 0))
    moved = (moved[0] + across, moved[1] + down)
    yield part, moved
    for inner in part:
        yield from _parts(inner, moved)


def _words(part: ET.Element, moved: tuple[float, float]) -> Box:
    size, said = float(part.get("font-size")), part.text or ""
    wide = width_of(said, size, part.get("font-weight") == "700")
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[part.get("text-anchor", "start")]
    left, baseline = float(part.get("x")) + moved[0] - wide * before, float(part.get("y")) + moved[1]
    return Box(said, left, baseline - ASCENT * size, left + wide, baseline + DESCENT * size)


def _mark(part: ET.Element, moved: tuple[float, float]) -> Box | None:
    if part.tag not in (f"{SVG}rect", f"{SVG}circle"):
        return None
    x, y, wide, high, cx, cy, radius = (
        float(part.get(name, 0)) for name in ("x", "y", "width", "height", "cx", "cy", "r")
    )
    if part.tag == f"{SVG}circle":
        x, y, wide, high = cx - radius, cy - radius, 2 * radius, 2 * radius
    return Box(part.get("fill"), x + moved[0], y + moved[1], x + moved[0] + wide, y + moved[1] + high)
