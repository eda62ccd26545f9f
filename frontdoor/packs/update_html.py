"""The sections of a paper on its page: sentences and tables whose every number leads to where it comes from."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from frontdoor.answers.update_blocks import Grid, GridRow, Paper, Part, Source, Words
from frontdoor.answers.update_numbers import pieces
from frontdoor.answers.update_writing import strange_numbers
from frontdoor.answers.view_answer import Link
from frontdoor.charts.status import Status
from frontdoor.packs.paper_pages import STATUSES, brief_grids, brief_words, paragraphs, source_words

BOLD, CODE = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"`(.+?)`")
NOT_A_NAME = re.compile(r"[^a-z0-9]+")
FEW_WORDS = 2
"""Columns up to which a table's cells need no head of their own on a phone."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How the place that shows a paper draws a link to a page and a status."""

    link: Callable[[Link], str]
    status: Callable[[Status], str]


def part_html(part: Part, drawn: Drawn) -> str:
    """Return a section: its sentences, what officers wrote, its tables and the page that shows it."""
    first, *others = (f"<p>{said_html(each.words, each.source)}</p>" for each in part.sentences)
    inside = (
        f'<div class="fd-headline-said">{first}</div>',
        own_html(part) if part.words else "",
        *others,
        *(grid_html(grid, drawn) for grid in part.grids),
        f'<p class="fd-small">The page that shows this: {drawn.link(part.link)}</p>',
    )
    return f'<section class="fd-box fd-paper" id="{part.key}"><h2>{escape(part.title)}</h2>{"".join(inside)}</section>'


def said_html(words: str, source: str) -> str:
    """Return escaped words, each number a link to where it comes from; `**bold**` and code are read as on the pages."""
    place = source_id(source)
    cut = (
        f'<a class="fd-from" href="#{place}">{escape(piece)}</a>' if is_number else escape(piece)
        for piece, is_number in pieces(words)
    )
    return CODE.sub(r"<code>\1</code>", BOLD.sub(r"<b>\1</b>", "".join(cut)))


def own_html(part: Part) -> str:
    """Return what officers wrote, by whom, and which numbers changed since or are not the section's own."""
    words = part.words
    assert words is not None, "asked for only where something is written"
    said = "".join(f"<p>{escape(each)}</p>" for each in paragraphs(words.words))
    strange = strange_numbers(part, words.words)
    notes = [f"Written by {words.author}, {words.when}."]
    notes += [f"Officers’ own numbers, not worked out here: {', '.join(strange)}."] if strange else []
    small = "".join(f'<p class="fd-small">{escape(note)}</p>' for note in notes)
    return f'<div class="fd-own">{said}{small}{changed_html(words)}</div>'


def changed_html(words: Words) -> str:
    """Return that numbers changed since the words were written, nothing where none did."""
    if not words.changed:
        return ""
    listed = "".join(f"<li>{escape(each)}</li>" for each in words.changed)
    return f'<div class="fd-drift"><p><b>Numbers changed since these words were written:</b></p><ul>{listed}</ul></div>'


def grid_html(grid: Grid, drawn: Drawn) -> str:
    """Return a table; roles are written out because a phone shows each row as a card."""
    has_status = any(row.status for row in grid.rows)
    heads = (*grid.columns, *((grid.status_head,) if has_status else ()))
    top = "".join(f'<th scope="col" role="columnheader">{escape(head)}</th>' for head in heads)
    body = "".join(f'<tr role="row">{_cells(row, grid, drawn, has_status)}</tr>' for row in grid.rows)
    note = f'<p class="fd-small">{escape(grid.note)}</p>' if grid.note else ""
    return (
        f'<table class="fd-judged" role="table"><caption>{escape(grid.title)}</caption><thead role="rowgroup">'
        f'<tr role="row">{top}</tr></thead><tbody role="rowgroup">{body}</tbody></table>{note}'
    )


def _cells(row: GridRow, grid: Grid, drawn: Drawn, has_status: bool) -> str:
    written = [f'<th scope="row" role="rowheader">{_bold(row.cells[0])}</th>']
    for head, cell in zip(grid.columns[1:], row.cells[1:], strict=True):
        said = f' data-head="{escape(head)}"' if len(grid.columns) > FEW_WORDS else ""
        written.append(f'<td role="cell"{said}>{said_html(cell, row.source)}</td>')
    if has_status:
        written.append(f'<td role="cell" class="fd-result">{status_html(row.status, drawn)}</td>')
    return "".join(written)


def _bold(words: str) -> str:
    return BOLD.sub(r"<b>\1</b>", escape(words))


def status_html(status: str, drawn: Drawn) -> str:
    """Return a status with its shape, nothing where there is none or it is not known any more."""
    known = STATUSES.get(status)
    return drawn.status(known) if known else ""


def sources_html(paper: Paper, drawn: Drawn) -> str:
    """Return where every number comes from, each with the place that numbers lead to."""
    known = {each.key: each for part in reversed(paper.parts) for each in part.sources}
    items = "".join(
        f'<li id="{source_id(each.key)}" tabindex="-1">{_source(each, drawn)}</li>'
        for each in sorted(known.values(), key=lambda each: each.title)
    )
    return f'<section class="fd-box fd-sources" id="sources"><h2>Where the numbers come from</h2><ul>{items}</ul></section>'


def _source(source: Source, drawn: Drawn) -> str:
    page = f" {drawn.link(source.link)}." if source.link and source.provenance else ""
    return f"<b>{escape(source.title)}.</b> {_code(source_words(source))}{page}"


def _code(words: str) -> str:
    return re.sub(r"\b([0-9a-f]{64})\b", r"<code>\1</code>", escape(words))


def source_id(key: str) -> str:
    """Return the place at which a source stands."""
    return f"from-{NOT_A_NAME.sub('-', key.lower()).strip('-')}"


def summary_html(paper: Paper, drawn: Drawn) -> str:
    """Return the summary that fits one side of A4: each promise and measure with its state, each section in a sentence or two."""
    promises, *others = paper.parts
    tables = "".join(grid_html(grid, drawn) for grid in brief_grids(promises))
    told = "".join(_in_short(part) for part in others)
    headline = said_html(promises.headline.words, promises.headline.source)
    return (
        '<section class="fd-box fd-one-page" id="summary"><h2>Summary on a page</h2>'
        f'<p>{headline}</p>{tables}<dl class="fd-short">{told}</dl></section>'
    )


def _in_short(part: Part) -> str:
    said = said_html(brief_words(part), part.headline.source)
    return f"<div><dt>{escape(part.title)}</dt><dd>{said}</dd></div>"
