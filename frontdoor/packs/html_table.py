"""Tables as HTML: captioned, with scoped heads, numbers right; a card for each row on a phone, or sideways in a box."""

from frontdoor.packs.html_words import paragraph, said, text, with_status
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.packs.pdf_appendix import FIRST_ROWS, MOST_PRINTED
from frontdoor.packs.pdf_tables import head_words, stands_right

CARD_COLUMNS = range(3, 10)
"""How many columns make a card; fewer fit a phone, more are moved sideways."""


def table_html(table: PackTable, name: str, numbered: str) -> str:
    """Return a table of a page with its note; `name` is its id, `numbered` the 'Table 3' before its title."""
    if not table.columns or not table.rows:
        return ""
    is_cards = len(table.columns) in CARD_COLUMNS
    kind = "fd-table fd-judged" if is_cards else "fd-table"
    drawn = _table(table, name, f"<b>{numbered}.</b> {said(table.title)}", kind)
    return (drawn if is_cards else _sideways(drawn, table.title)) + paragraph(table.note, "fd-small")


def rows_html(table: PackTable, name: str, caption: str) -> str:
    """Return the table behind a figure; on a phone it is moved sideways, printed a long one is cut."""
    if not table.columns or not table.rows:
        return ""
    is_long = len(table.rows) > MOST_PRINTED
    drawn = _sideways(_table(table, name, text(caption), "fd-table fd-long" if is_long else "fd-table"), caption)
    cut = f"Printed: the first {FIRST_ROWS} of {len(table.rows):,} rows. The file has all."
    return drawn + (f'<p class="fd-small fd-on-paper">{cut}</p>' if is_long else "")


def _sideways(drawn: str, title: str) -> str:
    return f'<div class="fd-sideways" role="region" tabindex="0" aria-label="{text(title)}">{drawn}</div>'


def _table(table: PackTable, name: str, caption: str, kind: str) -> str:
    """Return the table itself; roles are written out because a phone shows rows as cards, which are blocks."""
    right = [place > 0 and stands_right(table, place) for place in range(len(table.columns))]
    heads = [head_words(column) for column in table.columns]
    top = "".join(
        f'<th scope="col" role="columnheader"{_right(is_right)}>{said(head)}</th>'
        for head, is_right in zip(heads, right, strict=True)
    )
    body = "".join(f'<tr role="row">{_row(row, heads, right)}</tr>' for row in table.rows)
    return (
        f'<table id="{name}" class="{kind}" role="table"><caption>{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{top}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(row: tuple[Cell, ...], heads: list[str], right: list[bool]) -> str:
    first = f'<th scope="row" role="rowheader">{said(row[0].words)}</th>'
    return first + "".join(
        f'<td role="cell" data-head="{text(_asked(head))}"{_right(is_right)}>{with_status(cell.words)}</td>'
        for cell, head, is_right in zip(row[1:], heads[1:], right[1:], strict=True)
    )


def _asked(head: str) -> str:
    """Return a column's head as it stands before a value in a card."""
    return head if head.endswith(("?", ":", ".")) else f"{head}:"


def _right(is_right: bool) -> str:
    return ' class="fd-r"' if is_right else ""
