"""A map of wards as shapes of a slide: each ward is an outline that can be coloured, moved and written in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml

from frontdoor.charts.drawing import drawing
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.packs.slides.deck import EMU, Page
from frontdoor.packs.slides.own import NAMESPACES
from frontdoor.packs.slides.series_xml import fill_xml, line_xml
from frontdoor.packs.slides.slots import Box
from frontdoor.packs.svg.words import read_words

NUMBER = 14  # points
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ward:
    """One ward as the screen draws it, in steps of the map: its rings, its looks, its words and where they stand."""

    rings: list[list[Point]]
    said: str
    settings: dict[str, Any]
    words: str
    is_bold: bool
    colour: str
    middle: Point


@dataclass(frozen=True, slots=True)
class WardMap:
    """Says that a slide shows the map of its figure."""


def add_ward_map(page: Page, figure: Figure, box: Box) -> None:
    """Add the wards as one group, read by the figure's sentence, each ward by its own words; as large as `box` allows."""
    wards, reach = wards_of(figure, page.deck.theme)
    (left, right), (low, high) = reach
    scale = min(box.width / (right - left), box.height / (high - low))
    corner = box.left + (box.width - scale * (right - left)) / 2, box.top + (box.height - scale * (high - low)) / 2

    def placed(point: Point) -> Point:
        return corner[0] + (point[0] - left) * scale, corner[1] + (high - point[1]) * scale

    number = page.next_id()
    inside = "".join(_ward(ward, placed, number + at) for at, ward in enumerate(wards, start=1))
    size = (corner[0], corner[1], scale * (right - left), scale * (high - low))
    element = parse_xml(
        f'<p:grpSp {NAMESPACES}><p:nvGrpSpPr><p:cNvPr id="{number}" name="Map" descr={quoteattr(figure.sentence)} '
        f"title={quoteattr(figure.headline)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{_place('off', 'ext', size)}{_place('chOff', 'chExt', size)}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
    )
    page.slide.shapes._spTree.append(element)
    page.order.append(element)


def wards_of(figure: Figure, theme: Theme) -> tuple[list[Ward], tuple[Point, Point]]:
    """Return the wards in the order they are drawn, and from where to where the map reaches, across and up."""
    drawn = drawing(figure, theme)
    *outlines, numbers = drawn["data"]
    is_numbered = numbers["mode"] == "text"
    wards = [
        Ward(
            list(_rings(outline)),
            _plain(outline["text"]),
            outline,
            _plain(numbers["text"][at]) if is_numbered else "",
            read_words(numbers["text"][at], NUMBER).is_bold,
            numbers["textfont"]["color"][at],
            (numbers["x"][at], numbers["y"][at]),
        )
        for at, outline in enumerate(outlines)
    ]
    across, up = (tuple(drawn["layout"][name]["range"]) for name in ("xaxis", "yaxis"))
    return wards, (across, up)


def _plain(text: str) -> str:
    return " ".join(read_words(text, NUMBER).lines)


def _rings(outline: dict[str, Any]) -> Iterator[list[Point]]:
    ring: list[Point] = []
    for x, y in zip(outline["x"], outline["y"], strict=True):
        if x is None:
            yield ring
            ring = []
        else:
            ring.append((x, y))
    yield ring


def _ward(ward: Ward, placed: Callable[[Point], Point], number: int) -> str:
    rings = [[placed(point) for point in ring] for ring in ward.rings]
    across, down = zip(*(point for ring in rings for point in ring), strict=True)
    corner = min(across), min(down)
    size = max(max(across) - corner[0], 0.1), max(max(down) - corner[1], 0.1)
    middle = placed(ward.middle)
    moved = middle[0] - corner[0] - size[0] / 2, middle[1] - corner[1] - size[1] / 2
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(ward.said)} descr={quoteattr(ward.said)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr><a:xfrm>{_place('off', 'ext', (*corner, *size))}</a:xfrm><a:custGeom>"
        '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="l" t="t" r="r" b="b"/>'
        f"<a:pathLst>{_path(rings, corner, size)}</a:pathLst></a:custGeom>{_looks(ward.settings)}</p:spPr>"
        f"{_words(ward, moved)}</p:sp>"
    )


def _path(rings: Sequence[Sequence[Point]], corner: Point, size: Point) -> str:
    drawn = ""
    for ring in rings:
        points = [f'<a:pt x="{round((x - corner[0]) * EMU)}" y="{round((y - corner[1]) * EMU)}"/>' for x, y in ring]
        lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
        drawn += f"<a:moveTo>{points[0]}</a:moveTo>{lines}<a:close/>"
    return f'<a:path w="{round(size[0] * EMU)}" h="{round(size[1] * EMU)}">{drawn}</a:path>'


def _looks(settings: dict[str, Any]) -> str:
    fill = fill_xml(settings["fillcolor"])
    if "fillpattern" in settings:
        pattern = settings["fillpattern"]
        front, back = (f'<a:srgbClr val="{pattern[name].lstrip("#")}"/>' for name in ("fgcolor", "bgcolor"))
        fill = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'
    return fill + line_xml(settings["line"]["color"], settings["line"]["width"])


def _words(ward: Ward, moved: Point) -> str:
    """Return the number, `moved` right and down from the middle of the box around its ward to the middle of the ward."""
    right, down = (round(2 * side * EMU) for side in moved)
    inset = f'lIns="{max(right, 0)}" tIns="{max(down, 0)}" rIns="{max(-right, 0)}" bIns="{max(-down, 0)}"'
    look = f'lang="en-GB" sz="{NUMBER * 100}" b="{int(ward.is_bold)}"'
    run = (
        f"<a:r><a:rPr {look}>{fill_xml(ward.colour)}</a:rPr><a:t>{escape(ward.words)}</a:t></a:r>" if ward.words else ""
    )
    return (
        f'<p:txBody><a:bodyPr wrap="none" {inset} anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="ctr"/>{run}<a:endParaRPr {look}/></a:p></p:txBody>'
    )


def _place(at: str, long: str, sides: tuple[float, ...]) -> str:
    left, top, width, height = (round(side * EMU) for side in sides)
    return f'<a:{at} x="{left}" y="{top}"/><a:{long} cx="{width}" cy="{height}"/>'
