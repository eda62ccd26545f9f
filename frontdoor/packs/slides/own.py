"""Our own slide master, used where a council brings no template: fonts, colours, five places and a quiet footer."""

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Pt

from frontdoor.charts.theme import Theme
from frontdoor.packs.slides.slots import Box, Role
from frontdoor.packs.slides.text import BODY, FOOT, LANGUAGE, SMALL, TITLE

WIDTH, HEIGHT = 960, 540  # points; 16:9
MARGIN = 40  # points
FONT = "Arial"  # on every machine that shows slides; a font that is missing would move every line
COVER_TITLE, COVER_WORDS = 40, 24  # points
BAR = 8  # points, of the coloured edge along the top
EMU = 12700  # in a point
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
BOTTOM = 498.0  # points, where content ends
FOOT_TOP, FOOT_TALL = 506, 24  # points
INSIDE = WIDTH - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Given:
    """A placeholder we make: its name, type and index, where it stands, and how its words look."""

    name: str
    type: str
    index: int
    box: Box
    size: int
    is_bold: bool = False
    colour: str = "tx1"
    align: str = "l"
    anchor: str = "t"


TITLE_AT = Given("Title", "title", 0, Box(MARGIN, 42, INSIDE, 42), TITLE, is_bold=True)
QUESTION_AT = Given("Question", "body", 10, Box(MARGIN, 18, INSIDE, 26), SMALL, colour="tx2")
LEAD_AT = Given("Lead", "body", 11, Box(MARGIN, 88, INSIDE, 50), BODY)
MAIN_BOX = Box(MARGIN, 92, INSIDE, 404)
KEY_AT = Given("Key", "body", 14, Box(MARGIN, 470, INSIDE, 26), SMALL)
FOOTER_AT = Given("Footer", "ftr", 3, Box(MARGIN, FOOT_TOP, 560, FOOT_TALL), FOOT, colour="tx2", anchor="ctr")
STAMP_AT = Given("Stamp", "body", 15, Box(620, FOOT_TOP, 230, FOOT_TALL), SMALL, True, "accent3", "r", "ctr")
NUMBER_AT = Given("Slide number", "sldNum", 4, Box(860, FOOT_TOP, 60, FOOT_TALL), FOOT, False, "tx2", "r", "ctr")
FEET = (FOOTER_AT, STAMP_AT, NUMBER_AT)
GIVEN = {
    Role.COVER: (
        Given("Title", "ctrTitle", 0, Box(MARGIN, 150, INSIDE, 110), COVER_TITLE, is_bold=True, anchor="b"),
        Given("Subtitle", "subTitle", 1, Box(MARGIN, 270, INSIDE, 120), COVER_WORDS, colour="tx2"),
        *FEET,
    ),
    Role.CHART: (TITLE_AT, QUESTION_AT, LEAD_AT, Given("Chart", "chart", 12, MAIN_BOX, SMALL), KEY_AT, *FEET),
    Role.TABLE: (TITLE_AT, QUESTION_AT, LEAD_AT, Given("Table", "tbl", 13, MAIN_BOX, SMALL), *FEET),
    Role.WORDS: (TITLE_AT, QUESTION_AT, Given("Words", "body", 16, MAIN_BOX, BODY), *FEET),
}


def layout_name(role: Role) -> str:
    """Return what our layout of a role is called; a template with layouts of these names is laid out as ours."""
    return f"Frontdoor {role}"


def own_presentation(theme: Theme) -> Any:
    """Return an empty presentation of ours."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = presentation.slide_master
    kept = list(master.slide_layouts)[: len(Role)]
    for layout in list(master.slide_layouts)[len(Role) :]:
        master.slide_layouts.remove(layout)
    _dressed(master, (TITLE_AT, Given("Text", "body", 1, MAIN_BOX, BODY), FOOTER_AT, NUMBER_AT), is_master=True)
    for layout, role in zip(kept, Role, strict=True):
        layout._element.cSld.set("name", layout_name(role))
        layout._element.attrib.pop("type", None)
        _dressed(layout, GIVEN[role])
    _coloured(master, theme)
    _spoken(master)
    return presentation


def _dressed(held: Any, given: tuple[Given, ...], *, is_master: bool = False) -> None:
    """Replace the shapes of a master or layout by the given placeholders."""
    tree = held._element.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    if is_master:
        tree.append(parse_xml(_bar()))
    for number, each in enumerate(given, start=3):
        tree.append(parse_xml(_placeholder(number, each)))


def _bar() -> str:
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="2" name="Edge"><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_where(Box(0, 0, WIDTH, BAR))}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _where(box: Box) -> str:
    left, top, width, height = (round(side * EMU) for side in (box.left, box.top, box.width, box.height))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _placeholder(number: int, given: Given) -> str:
    index = "" if given.index == 0 else f' idx="{given.index}"'
    words = (
        '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    )
    inside = words if given.type == "sldNum" else f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{given.name}</a:t></a:r>'
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(given.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{given.type}"{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_where(given.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="91440" tIns="45720" rIns="91440" bIns="45720" anchor="{given.anchor}"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{given.align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="{LANGUAGE}" sz="{given.size * 100}" b="{int(given.is_bold)}"><a:solidFill><a:schemeClr val="{given.colour}"/>'
        f"</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle><a:p>{inside}</a:p></p:txBody></p:sp>"
    )


def _coloured(master: Any, theme: Theme) -> None:
    """Give the theme part our colours and font, so that whatever people add looks alike."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = parse_xml(part.blob)
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    root.set("name", "Frontdoor")
    colours = (theme.ink, theme.page, theme.ink_second, theme.panel, *theme.colourway[:6], theme.measured, theme.missed)
    scheme = root.find(".//a:clrScheme", names)
    scheme.set("name", "Frontdoor")
    for slot, colour in zip(scheme, colours, strict=True):
        for old in list(slot):
            slot.remove(old)
        slot.append(parse_xml(f'<a:srgbClr {NAMESPACES} val="{colour.lstrip("#")}"/>'))
    for latin in root.iterfind(".//a:fontScheme/*/a:latin", names):
        latin.set("typeface", FONT)
    part._blob = serialize_part_xml(root)


def _spoken(master: Any) -> None:
    """Say on every level of every style that words are British English, and bring titles to the left."""
    for style in master._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}defRPr"):
        style.set("lang", LANGUAGE)
