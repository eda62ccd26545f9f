"""The places of a slide that words and pictures go to, and how a template's placeholders are recognised as them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as TYPE
from pptx.util import Emu


class Role(StrEnum):
    """What a slide is for; each has a layout of its own."""

    COVER = "cover"
    CHART = "chart"
    TABLE = "table"
    WORDS = "words"


class Slot(StrEnum):
    """A place on a slide."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    QUESTION = "question"
    LEAD = "lead"
    MAIN = "main"
    KEY = "key"
    FOOTER = "footer"
    STAMP = "stamp"
    NUMBER = "number"


BY_TYPE = {
    TYPE.TITLE: Slot.TITLE,
    TYPE.CENTER_TITLE: Slot.TITLE,
    TYPE.VERTICAL_TITLE: Slot.TITLE,
    TYPE.SUBTITLE: Slot.SUBTITLE,
    TYPE.FOOTER: Slot.FOOTER,
    TYPE.SLIDE_NUMBER: Slot.NUMBER,
}
BY_NAME = (Slot.QUESTION, Slot.LEAD, Slot.KEY, Slot.STAMP)
"""Slots that only a placeholder whose name has this word fills."""
MAIN_TYPES = {
    Role.COVER: (),
    Role.CHART: (TYPE.CHART, TYPE.OBJECT),
    Role.TABLE: (TYPE.TABLE, TYPE.OBJECT),
    Role.WORDS: (TYPE.OBJECT, TYPE.BODY),
}
"""What may hold the main content of each role, the best first."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Return whether the two cover any of the same ground."""
        across = self.left < other.left + other.width and other.left < self.left + self.width
        return across and self.top < other.bottom and other.top < self.bottom

    def between(self, top: float, bottom: float) -> "Box":
        """Return the part of the box between two heights."""
        start, end = max(self.top, top), min(self.bottom, bottom)
        return Box(self.left, start, self.width, end - start)


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout: what it is called, its index, its type as XML says it, and where it stands."""

    name: str
    index: int
    type: TYPE
    box: Box
    element: Any


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout with the slots it fills; `spare` counts placeholders that nothing of ours goes into."""

    name: str
    slots: dict[Slot, Place]
    spare: int
    held: Any


def read_layout(layout: Any, role: Role) -> Layout:
    """Return the slots of a layout for a role: by name first, then by type, the main content to what suits it best."""
    places = [_place(placeholder) for placeholder in layout.placeholders]
    slots: dict[Slot, Place] = {}
    left: list[Place] = []
    for place in places:
        slot = next((each for each in BY_NAME if each.value in place.name.lower()), BY_TYPE.get(place.type))
        if slot and slot not in slots:
            slots[slot] = place
        elif place.type is not TYPE.DATE:
            left.append(place)
    main = _main(left, role)
    if main:
        slots[Slot.MAIN] = main
    return Layout(layout.name, slots, len(left) - bool(main), layout)


def _main(places: Sequence[Place], role: Role) -> Place | None:
    for wanted in MAIN_TYPES[role]:
        found = [place for place in places if place.type is wanted]
        if found:
            return max(found, key=lambda place: place.box.width * place.box.height)
    return None


def _place(placeholder: Any) -> Place:
    held = placeholder.placeholder_format
    box = Box(
        *(Emu(side or 0).pt for side in (placeholder.left, placeholder.top, placeholder.width, placeholder.height))
    )
    return Place(placeholder.name, held.idx, held.type, box, placeholder._element)
