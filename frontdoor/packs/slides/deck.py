"""A presentation being made: its layouts, and the few things every slide has: a title, feet, notes and an order of reading."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from frontdoor.charts.theme import Theme
from frontdoor.packs.pack import Pack
from frontdoor.packs.slides.own import FOOT_TALL, MARGIN, NAMESPACES
from frontdoor.packs.slides.slots import Box, Layout, Place, Role, Slot
from frontdoor.packs.slides.text import FOOT, Paragraph, Run, lines_of, write

EMU = 12700  # in a point
BETWEEN = 8.0  # points
SMALLEST = 10  # points, of a line too long for the place a template has for it
AT_BOTTOM = 34.0  # points from the bottom edge to a footer that the template has no place for


@dataclass(frozen=True, slots=True)
class Deck:
    """The presentation, a layout for each role, the colours, and whether the layouts are ours and may be moved about."""

    presentation: Any
    layouts: dict[Role, Layout]
    theme: Theme
    pack: Pack
    is_own: bool

    @property
    def size(self) -> tuple[float, float]:
        """Return the width and height of a slide in points."""
        return Emu(self.presentation.slide_width).pt, Emu(self.presentation.slide_height).pt

    @property
    def stamp(self) -> str:
        return ", ".join(word for word in (self.pack.stamp, "Draft" if self.pack.is_draft else "") if word)


@dataclass(slots=True)
class Page:
    """One slide being written: its placeholders by slot, and its shapes in the order they are read."""

    deck: Deck
    layout: Layout
    slide: Any
    order: list[Any] = field(default_factory=list)

    def fill(self, slot: Slot, paragraphs: Sequence[Paragraph], box: Box | None = None, apart: float = 0.0) -> bool:
        """Write into the placeholder of a slot, moved to `box` where one is given; False where the layout has none."""
        shape = self._shape(slot)
        if shape is None:
            return False
        shape.name = slot.value.capitalize()
        write(shape.text_frame, paragraphs, apart)
        without_bullets(shape)
        if box:
            move(shape, box)
        self.order.append(shape._element)
        return True

    def text(self, paragraphs: Sequence[Paragraph], box: Box, name: str, apart: float = 0.0) -> None:
        """Write a text box of our own."""
        shape = self.slide.shapes.add_textbox(*_emu(box))
        shape.name = name
        shape.text_frame.word_wrap = True
        write(shape.text_frame, paragraphs, apart)
        self.order.append(shape._element)

    def frame(self, element: Any) -> None:
        """Add a chart or a table, in the placeholder for the main content where there is one."""
        place = self.layout.slots.get(Slot.MAIN)
        shape = self._shape(Slot.MAIN)
        if place and shape is not None:
            shape._element.getparent().remove(shape._element)
            held = place.element.find(f".//{qn('p:ph')}")
            element.find(f".//{qn('p:nvPr')}").append(deepcopy(held))
        self.order.append(element)

    def finish(self) -> None:
        """Write the feet, take out placeholders that stayed empty, and put the shapes in the order they are read."""
        _feet(self)
        for shape in list(self.slide.placeholders):
            if shape._element not in self.order:
                shape._element.getparent().remove(shape._element)
        tree = self.slide.shapes._spTree
        for element in self.order:
            tree.remove(element)
            tree.append(element)

    def next_id(self) -> int:
        return (
            max((int(each) for each in self.slide.shapes._spTree.xpath("//@id") if str(each).isdigit()), default=1) + 1
        )

    def _shape(self, slot: Slot) -> Any | None:
        place = self.layout.slots.get(slot)
        if place is None:
            return None
        return next((shape for shape in self.slide.placeholders if shape.placeholder_format.idx == place.index), None)


def new_page(deck: Deck, role: Role) -> Page:
    """Return a new slide in the layout of its role."""
    layout = deck.layouts[role]
    return Page(deck, layout, deck.presentation.slides.add_slide(layout.held))


def move(shape: Any, box: Box) -> None:
    """Put a shape where `box` is."""
    shape.left, shape.top, shape.width, shape.height = _emu(box)


def without_bullets(shape: Any) -> None:
    """Make whole sentences of what a template would show as a list."""
    if shape.shape_type is not MSO_SHAPE_TYPE.PLACEHOLDER or "title" in shape.placeholder_format.type.name.lower():
        return
    for paragraph in shape.text_frame.paragraphs:
        looks = paragraph._p.get_or_add_pPr()
        looks.set("marL", "0")
        looks.set("indent", "0")
        looks.append(parse_xml(f"<a:buNone {NAMESPACES}/>"))


def _emu(box: Box) -> tuple[Any, ...]:
    return tuple(Pt(side) for side in (box.left, box.top, box.width, box.height))


def _feet(page: Page) -> None:
    """Write the as-at line, the stamp and the number of the slide; a stamp without a place begins the line."""
    stamp, line = page.deck.stamp, page.deck.pack.as_at_line
    has_stamp = stamp and page.fill(Slot.STAMP, [[Run(stamp)]])
    words = line if has_stamp or not stamp else f"{stamp}. {line}"
    footer, number = page.layout.slots.get(Slot.FOOTER), page.layout.slots.get(Slot.NUMBER)
    if footer:
        is_long = not page.deck.is_own and lines_of(words, FOOT, footer.box.width) > 1
        size = f' sz="{SMALLEST * 100}"' if is_long else ""
        _latent(page, footer, f'<a:r><a:rPr lang="en-GB"{size}/><a:t>{_escaped(words)}</a:t></a:r>')
    else:
        width, height = page.deck.size
        box = Box(MARGIN, height - AT_BOTTOM, width - 2 * MARGIN, FOOT_TALL)
        page.text([[Run(words, FOOT, colour=page.deck.theme.ink_second)]], box, "Footer")
    if number:
        field_id = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
        at = len(page.deck.presentation.slides)
        _latent(page, number, f'<a:fld id="{field_id}" type="slidenum"><a:rPr lang="en-GB"/><a:t>{at}</a:t></a:fld>')


def _latent(page: Page, place: Place, inside: str) -> None:
    """Add a placeholder that a new slide is not given by itself: a footer or the number of the slide."""
    held = place.element.find(f".//{qn('p:ph')}")
    shape = parse_xml(
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{page.next_id()}" name="{_escaped(place.name)}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr/></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inside}</a:p></p:txBody></p:sp>"
    )
    shape.find(f".//{qn('p:nvPr')}").append(deepcopy(held))
    page.slide.shapes._spTree.append(shape)
    page.order.append(shape)


def _escaped(words: str) -> str:
    return escape(words, {'"': "&quot;"})
