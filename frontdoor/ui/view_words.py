"""The words of a view: its head, boxes of lines and facts beside pictures, and what it stands on."""

from html import escape

from frontdoor.answers.view_answer import Box, Line, Section, ViewAnswer
from frontdoor.figure import Figure
from frontdoor.ui.blocks import notes_html, paragraph, rich
from frontdoor.ui.fact_strip import fact_strip_html
from frontdoor.ui.figure_card import cards_html
from frontdoor.ui.nothing import head_html
from frontdoor.ui.view_links import links_html
from frontdoor.ui.view_table import judged_table_html


def words_html(answer: ViewAnswer) -> str:
    """Return the question, the answer, the lead, what is counted and the strip of facts."""
    head = head_html(answer.question, answer.answer, answer.lead) + paragraph(answer.basis, "fd-small fd-basis")
    tone = f'<div class="fd-said fd-said-{answer.tone.value}">{head}</div>' if answer.tone else head
    return tone + fact_strip_html(answer.facts)


def figures_of(answer: ViewAnswer) -> list[Figure]:
    """Return every picture of a view."""
    return [figure for section in answer.sections for figure in section.figures]


def sections_html(answer: ViewAnswer) -> str:
    """Return the sections one under another."""
    return "".join(section_html(section) for section in answer.sections)


def section_html(section: Section) -> str:
    """Return tables and boxes on the left, pictures on the right; one kind alone takes the whole width, two of it share it."""
    boxes = "".join(box_html(box) for box in section.boxes)
    tables = "".join(judged_table_html(table) for table in section.tables)
    cards = cards_html(section.figures)
    if cards and (boxes or tables):
        return _columns("fd-beside", tables + boxes, cards)
    if tables and boxes:
        return _columns("fd-wide", tables, boxes)
    alone = bool(tables) or len(section.boxes) + len(section.figures) == 1
    inside = tables + boxes + cards
    return f'<div class="{"fd-one" if alone else "fd-two"}">{inside}</div>' if inside else ""


def _columns(kind: str, left: str, right: str) -> str:
    return f'<div class="{kind}"><div class="fd-stack">{left}</div><div class="fd-stack">{right}</div></div>'


def box_html(box: Box) -> str:
    """Return a box of lines; facts stand right of their labels."""
    lines = "".join(_line(line) for line in box.lines)
    kind = "fd-box fd-quiet" if box.is_quiet else "fd-box"
    inside = f'<div class="fd-lines">{lines}</div>' if lines else ""
    return f'<section class="{kind}"><h2>{escape(box.title)}</h2>{inside}{links_html(box.links)}</section>'


def _line(line: Line) -> str:
    if line.fact:
        words = f"<small>{rich(line.words)}</small>" if line.words else ""
        return f'<p class="fd-fact"><b>{escape(line.label)}</b> <b>{escape(line.fact)}</b>{words}</p>'
    label = f"<b>{escape(line.label)}</b> " if line.label else ""
    return f"<p>{label}{rich(line.words)}</p>"


def end_html(answer: ViewAnswer) -> str:
    """Return the notes and the line that says where the figures come from."""
    notes = "".join(paragraph(note) for note in answer.notes)
    box = f'<div class="fd-one"><section class="fd-box"><h2>What to know</h2>{notes}</section></div>' if notes else ""
    return box + notes_html(answer.provenance, answer.small_print)
