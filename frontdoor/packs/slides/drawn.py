"""A planned slide as one slide or more: words first, then the picture or the table, then its key."""

from collections.abc import Sequence
from dataclasses import replace

from frontdoor.figure import Figure, Kind
from frontdoor.packs.slides.chart import Room
from frontdoor.packs.slides.deck import BETWEEN, Deck, Page, new_page
from frontdoor.packs.slides.frames import add_chart, add_table
from frontdoor.packs.slides.grid import Grid
from frontdoor.packs.slides.key import key_runs
from frontdoor.packs.slides.kinds import GRIDS, ChartOf, charts_of
from frontdoor.packs.slides.notes import write_notes
from frontdoor.packs.slides.own import BOTTOM
from frontdoor.packs.slides.plan import Planned
from frontdoor.packs.slides.slots import Box, Place, Role, Slot
from frontdoor.packs.slides.table_parts import TablePart, table_parts
from frontdoor.packs.slides.tables import grid_table, part_table
from frontdoor.packs.slides.text import BODY, LARGE, LINE, SMALL, TITLE, Paragraph, Run, lines_of
from frontdoor.packs.slides.titles import title_size
from frontdoor.packs.slides.ward_shapes import WardMap, add_ward_map
from frontdoor.packs.slides.words import draw_words

SUBTITLE = 16  # points, of what is plotted

Content = TablePart | Grid | WardMap | ChartOf


def draw(deck: Deck, planned: Planned) -> None:
    """Draw a planned slide; a long table or a map of many columns goes on, its title saying '1 of 2'."""
    if planned.table:
        box, _ = _region(deck, planned)
        lead = _lead(planned, deck)
        whole = box.height - BETWEEN
        for at, part in enumerate(table_parts(planned.table, box.width, whole - _lead_height(lead, box.width), whole)):
            now = replace(planned, lead="", subtitle="") if at else planned
            _slide(deck, _of(now, part.part), part)
    elif planned.figure and planned.figure.kind in GRIDS:
        for grid in GRIDS[planned.figure.kind](planned.figure, deck.theme):
            _slide(deck, _of(planned, grid.part), grid)
    elif planned.figure:
        contents: list[Content] = [*charts_of(planned.figure)]
        if planned.figure.kind is Kind.WARD_MAP:
            contents.insert(0, WardMap())
        for at, content in enumerate(contents, start=1):
            _slide(deck, _of(planned, f"{at} of {len(contents)}" if len(contents) > 1 else ""), content)
    else:
        _slide(deck, planned)


def _of(planned: Planned, part: str) -> Planned:
    return replace(planned, title=f"{planned.title.rstrip('.')} ({part})") if part else planned


def _slide(deck: Deck, planned: Planned, content: Content | None = None) -> None:
    role = Role.TABLE if isinstance(content, Grid) else planned.role
    page = new_page(deck, role)
    box, title = _region(deck, replace(planned, role=role))
    if deck.is_own:
        page.fill(Slot.TITLE, [[Run(planned.title)]], None if role is Role.COVER else title)
    else:
        page.fill(Slot.TITLE, [[Run(planned.title, title_size(planned.title, page.layout))]])
    if role is Role.COVER:
        _cover(page, planned, box)
    else:
        if planned.page and planned.page.question:
            page.fill(Slot.QUESTION, [[Run(planned.page.question)]])
        if role is Role.WORDS:
            draw_words(page, planned, box)
        elif content:
            _content(page, planned, _written_lead(page, planned, box), content)
    page.finish()
    write_notes(page.slide, planned)


def _region(deck: Deck, planned: Planned) -> tuple[Box, Box]:
    """Return the box of everything below the title, and that of the title, as high as its words need."""
    slots = deck.layouts[planned.role].slots
    title = slots[Slot.TITLE].box
    if deck.is_own and planned.role is not Role.COVER:
        high = lines_of(planned.title, TITLE, title.width, is_bold=True) * TITLE * LINE + BETWEEN
        title = Box(title.left, title.top, title.width, high)
        return Box(title.left, title.bottom, title.width, BOTTOM - title.bottom), title
    if Slot.MAIN in slots:
        return _clear(slots[Slot.MAIN].box, slots), title
    width, height = deck.size
    wide = min(title.width, width - 2 * title.left) or width * 0.9
    return Box(title.left, title.bottom + BETWEEN, wide, height * 0.9 - title.bottom - BETWEEN), title


def _clear(box: Box, slots: dict[Slot, Place]) -> Box:
    """Return the main place of a template without what its own places for the lead and the key cover of it."""
    lead, key = slots.get(Slot.LEAD), slots.get(Slot.KEY)
    top = lead.box.bottom if lead and lead.box.meets(box) else box.top
    bottom = key.box.top if key and key.box.meets(box) else box.bottom
    return box.between(top, bottom) if bottom > top else box


def _cover(page: Page, planned: Planned, box: Box) -> None:
    lines = planned.lead.split("\n")
    paragraphs = [[Run(line)] for line in lines]
    if not page.fill(Slot.SUBTITLE, paragraphs):
        page.text([[Run(line, LARGE)] for line in lines], box, "Subtitle")


def _lead(planned: Planned, deck: Deck) -> list[Paragraph]:
    """Return what is said above a picture or a table: the lead, and what is plotted."""
    said: list[Paragraph] = [[Run(line, BODY)] for line in planned.lead.split("\n") if line]
    return [*said, *([[Run(planned.subtitle, SUBTITLE, colour=deck.theme.ink_second)]] if planned.subtitle else [])]


def _lead_height(lead: Sequence[Paragraph], width: float) -> float:
    return sum(lines_of(run.words, run.size, width) * run.size * LINE for runs in lead for run in runs) + (
        BETWEEN if lead else 0
    )


def _written_lead(page: Page, planned: Planned, box: Box) -> Box:
    """Write the lead and return what is left of the box below it."""
    lead = _lead(planned, page.deck)
    if not lead:
        return box
    high = _lead_height(lead, box.width)
    above, below = Box(box.left, box.top, box.width, high), Box(box.left, box.top + high, box.width, box.height - high)
    if page.fill(Slot.LEAD, lead, above if page.deck.is_own else None):
        return below if page.deck.is_own else box
    page.text(lead, above, "Lead")
    return below


def _content(page: Page, planned: Planned, box: Box, content: Content) -> None:
    """Draw the table, the map or the chart into what is left, its key below it."""
    theme, figure = page.deck.theme, planned.figure
    if isinstance(content, TablePart):
        place = Box(box.left, box.top + BETWEEN, sum(content.widths), sum(content.heights))
        add_table(page, part_table(content, theme), place, planned.title, _table_words(content))
        return
    if figure is None:
        return
    is_bars = figure.kind is Kind.WARD_MAP and not isinstance(content, WardMap)
    key = [] if is_bars else key_runs(figure, theme)
    lines = sum(lines_of("".join(run.words for run in runs), SMALL, box.width) for runs in key)
    under = lines * SMALL * LINE + (BETWEEN if key else 0)
    inner = Box(box.left, box.top + BETWEEN, box.width, max(box.height - under - 2 * BETWEEN, box.height / 2))
    bottom = _drawn(page, figure, inner, content)
    place = Box(box.left, bottom, box.width, under)
    if key and not page.fill(Slot.KEY, key, place if page.deck.is_own else None):
        page.text(key, place, "Key")


def _drawn(page: Page, figure: Figure, box: Box, content: Grid | WardMap | ChartOf) -> float:
    """Draw the figure and return where it ends."""
    if isinstance(content, Grid):
        table, high = grid_table(content, box, page.deck.theme)
        add_table(page, table, Box(box.left, box.top, box.width, high), figure.headline, figure.sentence)
        return box.top + high + BETWEEN
    if isinstance(content, WardMap):
        add_ward_map(page, figure, box)
        return box.bottom
    add_chart(page, content(page.deck.theme, Room(box.width, box.height)), box, figure.headline, figure.sentence)
    return box.bottom


def _table_words(part: TablePart) -> str:
    said = ", ".join(part.table.columns[column] for column in part.columns)
    return f"{part.table.title}. A table of {len(part.rows)} rows: {said}."
