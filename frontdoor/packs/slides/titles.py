"""How large a title can be in a template's own place for it: as the template has it, smaller only where it would not fit."""

from typing import Any

from pptx.oxml.ns import qn

from frontdoor.packs.slides.slots import Layout, Slot
from frontdoor.packs.slides.text import LINE, lines_of

USUAL = 44  # points, where neither layout nor master says a size
SMALLEST, STEP = 20, 2  # points
INSIDE = 8.0  # points, what the place keeps free above and below together


def title_size(words: str, layout: Layout) -> int:
    """Return the size of a title in points, 0 where it fits at the template's own size."""
    place = layout.slots[Slot.TITLE]
    own = _own_size(layout)
    for size in range(own, SMALLEST - 1, -STEP):
        high = lines_of(words, size, place.box.width, is_bold=True) * size * LINE + INSIDE
        if high <= place.box.height:
            return 0 if size == own else size
    return min(SMALLEST, own)


def _own_size(layout: Layout) -> int:
    """Return the size that the layout gives its title, else its master, in points."""
    master = layout.held.slide_master._element
    titles = [held for held in master.iter(qn("p:sp")) if held.find(f".//{qn('p:ph')}[@type='title']") is not None]
    styles: list[Any] = [layout.slots[Slot.TITLE].element, *titles, master.find(f".//{qn('p:titleStyle')}")]
    for style in styles:
        looks = None if style is None else style.find(f".//{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
        if looks is not None and looks.get("sz"):
            return int(looks.get("sz")) // 100
    return USUAL
