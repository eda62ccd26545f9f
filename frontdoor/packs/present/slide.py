"""One slide as HTML: the question, what happened, then facts, a picture, a table or words, and a line at the foot."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frontdoor.answers.feedback_answer import Fact
from frontdoor.packs.html.table import Column
from frontdoor.packs.html.words import paragraph, paragraphs, said, text, with_status
from frontdoor.packs.pack import Aside, Pack, PackPage
from frontdoor.packs.pdf.tables import head_words, stands_right
from frontdoor.packs.present.chart import Picture, Pictures
from frontdoor.packs.present.order import Shown, question_of
from frontdoor.packs.present.sizes import BESIDE, HEAD_ROOM, INSIDE, LEAD, lines_of, room_below, title_size
from frontdoor.packs.slides.merged import is_name
from frontdoor.packs.slides.notes import note_lines
from frontdoor.packs.slides.slots import Role
from frontdoor.packs.slides.table_parts import TablePart, row_of

STANDS_ON = "What this stands on"
BODY_SIZES = (40, 36, 32, 28, 24)
"""Of these words alone on a slide take the largest at which they fit."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its key stays the same with newer figures; the main slide of a page is its first."""

    key: str
    title: str
    html: str
    is_main: bool


def slide(one: Shown, number: int, pack: Pack, standing: str, pictures: Pictures) -> Slide:
    """Return the slide; `number` makes its ids its own, `standing` says whether its figures are live or frozen."""
    is_cover = one.planned.role is Role.COVER
    inside = _cover(one) if is_cover else _inside(one, number, pictures)
    kind = " fd-cover" if is_cover else ""
    named = inside.replace("<h1", f'<h1 id="slide-{number}"', 1)
    foot = _foot(one.planned.page, pack, standing)
    html = (
        f'<section class="fd-slide{kind}" data-key="{text(one.key)}" data-title="{text(one.planned.title)}"'
        f'{" data-main" if one.is_main else ""} aria-roledescription="slide" aria-labelledby="slide-{number}">'
        f"{named}{foot}{_notes(one)}</section>"
    )
    return Slide(one.key, one.planned.title, html, one.is_main)


def plain_title(one: Shown) -> str:
    """Return the title without the question that tells it apart from others: the question stands above it."""
    page, title = one.planned.page, one.planned.title
    question = f"{page.question[:1].lower()}{page.question[1:]}" if page else ""
    return re.sub(rf": {re.escape(question)}(?: \(\d+\))?", "", title) if question else title


def _cover(one: Shown) -> str:
    return (
        f'<h1 class="fd-t56">{said(one.planned.title)}</h1>{paragraphs(one.planned.lead.split(chr(10))[:2], "fd-lead")}'
    )


def _inside(one: Shown, number: int, pictures: Pictures) -> str:
    now = one.planned
    title = plain_title(one)
    head = f'<h1 class="fd-t{title_size(title)}">{said(title)}</h1>'
    above = f'<header class="fd-top">{paragraph(question_of(now.page), "fd-question")}{head}'
    if now.figure or one.part:
        above += paragraph(now.lead, "fd-lead")
    body = _picture(one, number, pictures) if now.figure else _table(one) if one.part else _words(one)
    return f"{above}</header>{body}"


def _picture(one: Shown, number: int, pictures: Pictures) -> str:
    now = one.planned
    assert now.figure is not None
    width = BESIDE if now.facts else INSIDE
    room = room_below(plain_title(one), now.lead, question_of(now.page)) - (
        HEAD_ROOM if one.head or now.subtitle else 0
    )
    drawn = pictures.of(now.figure, f"slide-{number}", width, room)
    head = f"<h2>{said(one.head)}</h2>" if one.head else ""
    figure = (
        f"<figure>{head}{paragraph(_sentences(now.subtitle, drawn), 'fd-sub')}"
        f'<div class="fd-wide">{drawn.wide}</div><div class="fd-narrow">{drawn.narrow}</div></figure>'
    )
    if not now.facts:
        return f'<div class="fd-body">{figure}</div>'
    return f'<div class="fd-body fd-beside">{_facts(now.facts)}{figure}</div>'


def _sentences(subtitle: str, drawn: Picture) -> str:
    """Return what is plotted, and what was left out."""
    return f"{subtitle.rstrip('.')}. {drawn.cut}" if drawn.cut else subtitle


def _facts(facts: Iterable[Fact]) -> str:
    drawn = "".join(
        f"<div><dt>{said(fact.label)}</dt><dd><b>{with_status(fact.value)}</b>{paragraph(fact.note)}</dd></div>"
        for fact in facts
    )
    return f'<dl class="fd-facts">{drawn}</dl>' if drawn else ""


def _table(one: Shown) -> str:
    assert one.part is not None
    note = paragraph(" ".join(part for part in (one.planned.subtitle, one.cut) if part), "fd-sub")
    return f'<div class="fd-body">{note}{_part(one.part, one.planned.title)}</div>'


def _part(part: TablePart, title: str) -> str:
    """Return the table that a slide shows of a whole one; numbers stand right."""
    table = part.table
    columns = [
        Column(head_words(table.columns[at]), at > 0 and stands_right(table, at), is_cards=False) for at in part.columns
    ]
    heads = "".join(f'<th scope="col"{each.attributes}>{said(each.head)}</th>' for each in columns)
    rows = "".join(_row(part, row, columns) for row in part.rows)
    caption = f'<caption class="fd-unseen">{text(title)}</caption>'
    return f'<table class="fd-t{part.size * 2}">{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _row(part: TablePart, row: int, columns: Sequence[Column]) -> str:
    if is_name(part.table.rows[row]):
        name = said(part.table.rows[row][0].words)
        return f'<tr class="fd-name"><th scope="rowgroup" colspan="{len(columns)}">{name}</th></tr>'
    first, *cells = row_of(part, row)
    drawn = "".join(
        f"<td{column.attributes}>{with_status(cell.words)}</td>"
        for cell, column in zip(cells, columns[1:], strict=True)
    )
    return f'<tr><th scope="row">{said(first.words)}</th>{drawn}</tr>'


def _words(one: Shown) -> str:
    now = one.planned
    lines = [line for line in (*now.lead.split("\n"), now.subtitle) if line]
    asides = "".join(_aside(aside, now.title) for aside in now.asides)
    size = _size(one, lines)
    return f'<div class="fd-body fd-words fd-t{size}">{paragraphs(lines)}{_facts(now.facts)}{asides}</div>'


def _size(one: Shown, lines: Sequence[str]) -> int:
    """Return the largest size at which the words fit below the title."""
    now = one.planned
    room = room_below(plain_title(one), "", question_of(now.page)) - (230 if now.facts else 0)
    said_all = [*lines, *(sentence for aside in now.asides for sentence in (aside.title, *aside.sentences))]
    for size in BODY_SIZES:
        high = sum(lines_of(words, size, INSIDE - 2 * LEAD) * 1.4 * size + size * 0.4 for words in said_all)
        if high + len(now.asides) * size <= room:
            return size
    return BODY_SIZES[-1]


def _aside(aside: Aside, title: str) -> str:
    """Return words beside the figures; the title of the slide is not said again."""
    head = f"Commentary: {aside.title}" if aside.is_commentary else aside.title
    heading = "" if title.startswith(head) else f"<h2>{said(head)}</h2>"
    if aside.is_commentary or len(aside.sentences) == 1:
        inside = paragraphs(aside.sentences)
    else:
        inside = f"<ul>{''.join(f'<li>{said(sentence)}</li>' for sentence in aside.sentences)}</ul>"
    return f'<div class="{"fd-own" if aside.is_commentary else "fd-aside"}">{heading}{inside}</div>'


def _notes(one: Shown) -> str:
    """Return what the slide stands on, as the PowerPoint's notes say it; shown when somebody asks."""
    lines = paragraphs(note_lines(one.planned))
    return f'<div class="fd-notes" tabindex="-1" hidden><h2>{STANDS_ON}</h2>{lines}</div>' if lines else ""


def _foot(page: PackPage | None, pack: Pack, standing: str) -> str:
    named = "" if pack.as_at_line.startswith(pack.council) else f"{pack.council}."
    source = f"Source: {page.basis.source}." if page and page.basis.source else ""
    words = " ".join(part for part in (named, f"{pack.as_at_line.rstrip('.')}.", source, standing) if part)
    stamp = f'<span class="fd-stamp">{text(pack.stamp)}</span>' if pack.stamp else ""
    return f'<footer class="fd-foot"><p>{text(words)}</p>{stamp}</footer>'
