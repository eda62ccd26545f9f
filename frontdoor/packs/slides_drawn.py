"""A planned slide as one slide or more: words first, then the picture or the table, then its key."""

from collections.abc import Sequence
from dataclasses import replace

from frontdoor.figure import Figure
from frontdoor.packs.pack import Aside
from frontdoor.packs.slides_chart import Room
from frontdoor.packs.slides_deck import BETWEEN, Deck, Page, new_page
from frontdoor.packs.slides_facts import draw_facts, facts_height
from frontdoor.packs.slides_frames import add_chart, add_table
from frontdoor.packs.slides_grid import Grid
from frontdoor.packs.slides_key import key_runs
from frontdoor.packs.slides_kinds import CHARTS, GRIDS
from frontdoor.packs.slides_notes import write_notes
from frontdoor.packs.slides_plan import Planned
from frontdoor.packs.slides_slots import Box, Role, Slot
from frontdoor.packs.slides_table_parts import TablePart, table_parts
from frontdoor.packs.slides_tables import grid_table, part_table
from frontdoor.packs.slides_text import BODY, LINE, SMALL, TITLE, Paragraph, Run, lines_of, tall

SUBTITLE = 16  # points, of what is plotted
LARGE = 24  # points, of few words alone on a slide
AT_MOST = 0.55  # of a slide's height; words that take more are not made large
BOTTOM = 498.0  # points, where our own content ends


def draw(deck: Deck, planned: Planned) -> None:
    """Draw a planned slide; a long table or a map of many columns goes on, its title saying '1 of 2'."""
    if planned.table:
        box, _ = _region(deck, planned)
        lead = _lead(planned, deck)
        parts = table_parts(planned.table, box.width, box.bottom - box.top - _lead_height(lead, box.width) - BETWEEN)
        for part in parts:
            _slide(deck, _of(planned, part.part), part=part)
    elif planned.figure and planned.figure.kind in GRIDS:
        for grid in GRIDS[planned.figure.kind](planned.figure, deck.theme):
            _slide(deck, _of(planned, grid.part), grid=grid)
    else:
        _slide(deck, planned)


def _of(planned: Planned, part: str) -> Planned:
    return replace(planned, title=f"{planned.title.rstrip('.')} ({part})") if part else planned


def _slide(deck: Deck, planned: Planned, part: TablePart | None = None, grid: Grid | None = None) -> None:
    role = Role.TABLE if grid else planned.role
    page = new_page(deck, role)
    box, title = _region(deck, replace(planned, role=role))
    page.fill(Slot.TITLE, [[Run(planned.title)]], title if deck.is_own and role is not Role.COVER else None)
    if role is Role.COVER:
        _cover(page, planned, box)
    else:
        if planned.page and planned.page.question:
            page.fill(Slot.QUESTION, [[Run(planned.page.question)]])
        if role is Role.WORDS:
            _words(page, planned, box)
        else:
            _content(page, planned, _written_lead(page, planned, box), part, grid)
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
        return slots[Slot.MAIN].box, title
    width, height = deck.size
    wide = min(title.width, width - 2 * title.left) or width * 0.9
    return Box(title.left, title.bottom + BETWEEN, wide, height * 0.9 - title.bottom - BETWEEN), title


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


def _content(page: Page, planned: Planned, box: Box, part: TablePart | None, grid: Grid | None) -> None:
    """Draw the table, the map or the chart into what is left, its key below it."""
    if part:
        place = Box(box.left, box.top + BETWEEN, sum(part.widths), sum(part.heights))
        add_table(page, part_table(part, page.deck.theme), place, planned.title, _table_words(part))
        return
    if planned.figure is None:
        return
    key = key_runs(planned.figure, page.deck.theme)
    under = sum(lines_of("".join(run.words for run in runs), SMALL, box.width) * SMALL * LINE for runs in key) + (
        BETWEEN if key else 0
    )
    inner = Box(box.left, box.top + BETWEEN, box.width, max(box.height - under - 2 * BETWEEN, box.height / 2))
    bottom = _drawn(page, planned.figure, inner, grid)
    if key and not page.fill(Slot.KEY, key, Box(box.left, bottom, box.width, under) if page.deck.is_own else None):
        page.text(key, Box(box.left, bottom, box.width, under), "Key")


def _drawn(page: Page, figure: Figure, box: Box, grid: Grid | None) -> float:
    """Draw the figure and return where it ends."""
    if grid:
        table, high = grid_table(grid, box, page.deck.theme)
        add_table(page, table, Box(box.left, box.top, box.width, high), figure.headline, figure.sentence)
        return box.top + high + BETWEEN
    chart = CHARTS[figure.kind](figure, page.deck.theme, Room(box.width, box.height))
    add_chart(page, chart, box, figure.headline, figure.sentence)
    return box.bottom


def _table_words(part: TablePart) -> str:
    said = ", ".join(part.table.columns[column] for column in part.columns)
    return f"{part.table.title}. A table of {len(part.rows)} rows: {said}."


def _words(page: Page, planned: Planned, box: Box) -> None:
    """Write the lead or the asides, and the facts below."""
    paragraphs = _paragraphs(page, planned, box)
    high = sum(
        lines_of("".join(run.words for run in runs), max(run.size for run in runs), box.width) * runs[0].size * LINE
        for runs in paragraphs
    )
    top = box.top + (high + 3 * BETWEEN if paragraphs else BETWEEN)
    place = Box(box.left, box.top, box.width, high + BETWEEN if planned.facts else box.height)
    if paragraphs and not page.fill(Slot.MAIN, paragraphs, place if page.deck.is_own or planned.facts else None):
        page.text(paragraphs, place, "Words")
    if planned.facts:
        draw_facts(page, planned.facts, Box(box.left, top, box.width, facts_height(planned.facts, box.width)))


def _paragraphs(page: Page, planned: Planned, box: Box) -> list[Paragraph]:
    lines = [line for line in (planned.lead, planned.subtitle) if line]
    size = LARGE if tall("\n".join(lines), LARGE, box.width) < box.height * AT_MOST and not planned.facts else BODY
    paragraphs: list[Paragraph] = [[Run(line, size)] for words in lines for line in words.split("\n")]
    for at, aside in enumerate(planned.asides):
        paragraphs += [[Run(" ", SMALL)]] if at else []
        paragraphs += _aside(aside, planned.title)
    return paragraphs


def _aside(aside: Aside, title: str) -> list[Paragraph]:
    """Return an aside as paragraphs: commentary says whose it is, and its sentences run on as they were written."""
    head = f"Commentary: {aside.title}" if aside.is_commentary else aside.title
    heading: list[Paragraph] = [] if head == title else [[Run(head, BODY, is_bold=True)]]
    said = [" ".join(aside.sentences)] if aside.is_commentary else aside.sentences
    return [*heading, *([Run(sentence, BODY)] for sentence in said)]
