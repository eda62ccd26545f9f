"""A pack as PowerPoint slides that can be edited: native charts, real tables, a council's own template where it has one."""

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.util import Pt

from frontdoor.charts.theme import LIGHT
from frontdoor.packs.pack import Pack
from frontdoor.packs.readable import readable
from frontdoor.packs.slides.deck import Deck
from frontdoor.packs.slides.drawn import draw
from frontdoor.packs.slides.own import BOTTOM, HEIGHT, INSIDE, WIDTH, layout_name, own_presentation
from frontdoor.packs.slides.plan import planned
from frontdoor.packs.slides.slots import Role, Slot, read_layout
from frontdoor.packs.slides.template import layouts, opened, placeholders, said, theme_of
from frontdoor.packs.slides.text import LANGUAGE, TITLE

__all__ = ["placeholders", "said", "slides"]

OWN_WORDS = (float(INSIDE), BOTTOM - 42 - 2 * TITLE * 1.2)  # points, below a title of two lines


def slides(pack: Pack, template: Path | None = None) -> bytes:
    """Return the .pptx of a pack, in a council's own template where one is given; a PackError says what is wrong with that."""
    pack = readable(pack)
    deck = _templated(pack, template) if template else _own(pack)
    main = deck.layouts[Role.WORDS].slots.get(Slot.MAIN)
    width, height = (main.box.width, main.box.height) if main and not deck.is_own else OWN_WORDS
    for slide in planned(pack, width, height):
        draw(deck, slide)
    _describe(deck)
    held = BytesIO()
    deck.presentation.save(held)
    return _dated(held, pack.as_at)


def _describe(deck: Deck) -> None:
    """Say in the file's properties what it is; its time is the pack's as-at day."""
    pack, told = deck.pack, deck.presentation.core_properties
    told.title, told.author, told.subject, told.language = pack.title, pack.council, pack.period, LANGUAGE
    told.comments, told.keywords, told.last_modified_by = pack.as_at_line, pack.digest, ""
    told.created = told.modified = datetime.combine(pack.as_at, time())


def _dated(held: BytesIO, day: date) -> bytes:
    """Return the same file with every part of it dated `day`, so that the same pack gives the same bytes."""
    made = BytesIO()
    with ZipFile(held) as read, ZipFile(made, "w", ZIP_DEFLATED) as written:
        for item in read.infolist():
            part = ZipInfo(item.filename, (day.year, day.month, day.day, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            written.writestr(part, read.read(item))
    return made.getvalue()


def _own(pack: Pack) -> Deck:
    presentation = own_presentation(LIGHT)
    held = zip(Role, presentation.slide_master.slide_layouts, strict=True)
    return Deck(presentation, {role: read_layout(layout, role) for role, layout in held}, LIGHT, pack, is_own=True)


def _templated(pack: Pack, template: Path) -> Deck:
    """Return the deck of a template; one made of our own layouts, dressed anew, is laid out as ours is."""
    presentation = opened(template)
    chosen = layouts(presentation, template.name)
    is_ours = all(layout.name == layout_name(role) for role, layout in chosen.items())
    is_wide = (presentation.slide_width, presentation.slide_height) == (Pt(WIDTH), Pt(HEIGHT))
    return Deck(presentation, chosen, theme_of(presentation), pack, is_own=is_ours and is_wide)
