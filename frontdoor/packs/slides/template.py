"""A council's own .pptx as template: opening it, choosing a layout for each kind of slide, and saying what was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from frontdoor.charts.theme import DARK, LIGHT, Theme
from frontdoor.errors import PackError
from frontdoor.packs.slides.own import layout_name
from frontdoor.packs.slides.slots import MAIN_TYPES, Layout, Role, Slot, read_layout

AS_TEMPLATE = b"presentationml.template.main+xml"
AS_SLIDES = b"presentationml.presentation.main+xml"
TYPES = "[Content_Types].xml"
LARGEST = 200_000_000  # bytes unpacked; a template with its pictures is a tenth of that
HALF_BRIGHT = 110  # of 255, weighed as the eye does (ITU-R BT.709)
HOW = "In PowerPoint: View, Slide Master, choose the layout, Insert Placeholder"
WANTED = {
    Role.COVER: (Slot.TITLE, Slot.SUBTITLE, Slot.FOOTER, Slot.NUMBER, Slot.STAMP),
    Role.CHART: (Slot.TITLE, Slot.QUESTION, Slot.LEAD, Slot.MAIN, Slot.KEY, Slot.FOOTER, Slot.NUMBER, Slot.STAMP),
    Role.TABLE: (Slot.TITLE, Slot.QUESTION, Slot.LEAD, Slot.MAIN, Slot.FOOTER, Slot.NUMBER, Slot.STAMP),
    Role.WORDS: (Slot.TITLE, Slot.QUESTION, Slot.MAIN, Slot.FOOTER, Slot.NUMBER, Slot.STAMP),
}
INSTEAD = {
    Slot.SUBTITLE: ("the council and the period stand in a text box below the title", "a Text placeholder"),
    Slot.QUESTION: ("the question is left to the speaker notes", "a Text placeholder named Question"),
    Slot.LEAD: ("the lead stands in a text box above the picture", "a Text placeholder named Lead"),
    Slot.KEY: ("the key stands in a text box below the chart", "a Text placeholder named Key"),
    Slot.FOOTER: (
        "the as-at line stands in a text box at the bottom",
        "the footer (Slide Master, Master Layout, Footers)",
    ),
    Slot.NUMBER: ("the slides have no numbers", "the slide number (Slide Master, Master Layout, Slide number)"),
    Slot.STAMP: ("the stamp of invented figures begins the footer", "a Text placeholder named Stamp"),
}
SAID = {Slot.MAIN: "content", Slot.NUMBER: "number of the slide", Slot.FOOTER: "as-at line"}
MAIN_INSTEAD = "it stands below the title, across the slide"


@dataclass(frozen=True, slots=True)
class Found:
    """A slot and the placeholder that fills it, by its layout and name."""

    role: Role
    slot: Slot
    layout: str
    placeholder: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A slot that no placeholder fills: what is done instead, and what to add to change that."""

    role: Role
    slot: Slot
    layout: str
    instead: str
    advice: str


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What was found in a template and what was not."""

    found: tuple[Found, ...]
    missing: tuple[Missing, ...]


def placeholders(template: Path) -> TemplateReport:
    """Return which placeholders of a template our content goes into; a PackError where it cannot be one."""
    chosen = layouts(opened(template), template.name)
    found = tuple(
        Found(role, slot, layout.name, layout.slots[slot].name)
        for role, layout in chosen.items()
        for slot in WANTED[role]
        if slot in layout.slots
    )
    missing = tuple(
        _missing(role, slot, layout)
        for role, layout in chosen.items()
        for slot in WANTED[role]
        if slot not in layout.slots
    )
    return TemplateReport(found, missing)


def opened(template: Path) -> Any:
    """Return a template as a presentation without slides; a PackError says why it cannot be one."""
    try:
        held = template.read_bytes()
    except OSError as error:
        raise PackError(
            f"{template}: it cannot be read ({error.strerror}). Check the path and who may read it."
        ) from None
    try:
        presentation = Presentation(BytesIO(_as_slides(held)))
        _without_slides(presentation)
    except (BadZipFile, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise PackError(
            f"{template.name}: this is not a PowerPoint file (.pptx or .potx) that can be opened, or it has a password "
            f"({type(error).__name__}). Open it in PowerPoint and save it as .pptx without a password."
        ) from None
    return presentation


def _as_slides(held: bytes) -> bytes:
    """Return a .potx as the .pptx it otherwise is; everything else as it is."""
    with ZipFile(BytesIO(held)) as read:
        if sum(item.file_size for item in read.infolist()) > LARGEST:
            raise PackError(
                f"The template is larger than {LARGEST // 1_000_000} MB unpacked. Leave out pictures and films."
            )
        if AS_TEMPLATE not in read.read(TYPES):
            return held
        made = BytesIO()
        with ZipFile(made, "w") as written:
            for item in read.infolist():
                part = read.read(item)
                written.writestr(item, part.replace(AS_TEMPLATE, AS_SLIDES) if item.filename == TYPES else part)
    return made.getvalue()


def _without_slides(presentation: Any) -> None:
    """Take out the slides a template came with, and the sections that name them."""
    listed = presentation.slides._sldIdLst
    for slide in list(listed):
        presentation.part.drop_rel(slide.rId)
        listed.remove(slide)
    for section in presentation.element.xpath("//*[local-name()='sectionLst']"):
        extension = section.getparent()
        extension.getparent().remove(extension)


def layouts(presentation: Any, name: str) -> dict[Role, Layout]:
    """Return the layout that suits each role best; a PackError where none has a title."""
    every = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    chosen = {}
    for role in Role:
        found = [layout for layout in (read_layout(each, role) for each in every) if Slot.TITLE in layout.slots]
        if not found:
            raise PackError(
                f"{name}: none of its {len(every)} layouts has a placeholder for a title, so nothing can be put into it. "
                "In PowerPoint: View, Slide Master, choose a layout, tick Title, save; or leave the template out to use ours."
            )
        chosen[role] = max(found, key=lambda layout: _suits(layout, role))
    return chosen


def _suits(layout: Layout, role: Role) -> float:
    """Return how well a layout suits a role: ours by name first, then what it holds; what would stay empty counts against it."""
    slots, main = layout.slots, layout.slots.get(Slot.MAIN)
    points = 100.0 * (layout.name == layout_name(role))
    points += 10 - 2 * MAIN_TYPES[role].index(main.type) if main else 0
    if role is Role.COVER:
        points += 10 * (Slot.SUBTITLE in slots) + 5 * ("CENTER" in slots[Slot.TITLE].type.name)
    elif Slot.SUBTITLE in slots or "CENTER" in slots[Slot.TITLE].type.name:
        points -= 10
    upright = "VERTICAL" not in slots[Slot.TITLE].type.name and "vertical" not in layout.name.lower()
    more = sum(slot in slots for slot in WANTED[role])
    return points + more - 3 * layout.spare - (0 if upright else 20)


def _missing(role: Role, slot: Slot, layout: Layout) -> Missing:
    if slot is Slot.MAIN:
        kinds = {Role.CHART: "a Content or Chart placeholder", Role.TABLE: "a Content or Table placeholder"}
        wanted, instead = kinds.get(role, "a Content placeholder"), MAIN_INSTEAD
    else:
        instead, wanted = INSTEAD[slot]
    return Missing(role, slot, layout.name, instead, f"{HOW}: {wanted}, in the layout '{layout.name}'.")


def said(report: TemplateReport) -> Iterator[str]:
    """Yield the report as sentences a person can act on."""
    for one in report.found:
        yield f"{one.role}: the {SAID.get(one.slot, one.slot)} goes into '{one.placeholder}' of the layout '{one.layout}'."
    for each in report.missing:
        yield f"{each.role}: no place for the {SAID.get(each.slot, each.slot)}, so {each.instead}. {each.advice}"


def theme_of(presentation: Any) -> Theme:
    """Return the colours for a template: those for dark pages where its own background is dark."""
    master = presentation.slide_master
    mapped = master._element.find(qn("p:clrMap")).get("bg1", "lt1")
    scheme = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob).find(f".//{qn('a:clrScheme')}")
    held = scheme.find(qn(f"a:{mapped}"))[0]
    colour = held.get("lastClr") or held.get("val") or "FFFFFF"
    if len(colour) != len("FFFFFF"):
        return LIGHT
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return DARK if 0.2126 * red + 0.7152 * green + 0.0722 * blue < HALF_BRIGHT else LIGHT
