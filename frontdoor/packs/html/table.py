"""Tables as HTML: captioned, with scoped heads, numbers right; a card for each row on a phone, or sideways in a box."""

from dataclasses import dataclass

from frontdoor.packs.appendix import FIRST_ROWS, MOST_PRINTED
from frontdoor.packs.html.places import Places
from frontdoor.packs.html.words import paragraph, said, text, with_status
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.packs.pdf.tables import head_words, stands_right

NO_PLACES: Places = {}
CARD_COLUMNS = range(3, 10)
"""How many columns make a card; fewer fit a phone, more are moved sideways."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as drawn: its head, whether it stands right, and whether a phone shows its rows as cards."""

    head: str
    is_right: bool
    is_cards: bool

    @property
    def attributes(self) -> str:
        return ' class="fd-r"' if self.is_right else ""

    @property
    def before(self) -> str:
        """Return the head as it stands before a value in a card."""
        return self.head if self.head.endswith(("?", ":", ".")) else f"{self.head}:"


def table_html(table: PackTable, name: str, numbered: str, places: Places = NO_PLACES) -> str:
    """Return a table of a page with its note; `name` is its id, `numbered` the 'Table 3' before its title.

    Numbers in a row that names its source lead to its place.
    """
    if not table.columns or not table.rows:
        return ""
    is_cards = len(table.columns) in CARD_COLUMNS
    inside = f"<caption><b>{numbered}.</b> {said(table.title)}</caption>{_inside(table, places, is_cards=is_cards)}"
    if is_cards:
        drawn = f'<table id="{name}" class="fd-judged" role="table">{inside}</table>'
    else:
        drawn = _sideways(f'<table id="{name}">{inside}</table>', table.title)
    return drawn + paragraph(table.note, "fd-small")


def rows_html(table: PackTable, name: str, caption: str) -> str:
    """Return the table behind a figure; on a phone it is moved sideways, printed a long one is cut."""
    if not table.columns or not table.rows:
        return ""
    is_long = len(table.rows) > MOST_PRINTED
    kind = ' class="fd-long"' if is_long else ""
    inside = f'<caption class="fd-unseen">{text(caption)}</caption>{_inside(table, NO_PLACES, is_cards=False)}'
    cut = f"Printed: the first {FIRST_ROWS} of {len(table.rows):,} rows. The file has all."
    note = f'<p class="fd-small fd-on-paper">{cut}</p>' if is_long else ""
    return _sideways(f'<table id="{name}"{kind}>{inside}</table>', caption) + note


def _sideways(drawn: str, title: str) -> str:
    return f'<div class="fd-sideways" role="region" tabindex="0" aria-label="{text(title)}">{drawn}</div>'


def _inside(table: PackTable, places: Places, *, is_cards: bool) -> str:
    """Return head and body; roles are written out where rows become cards, which are blocks."""
    columns = [
        Column(head_words(head), place > 0 and stands_right(table, place), is_cards)
        for place, head in enumerate(table.columns)
    ]
    group, line, top = (f' role="{role}"' if is_cards else "" for role in ("rowgroup", "row", "columnheader"))
    heads = "".join(f'<th scope="col"{top}{each.attributes}>{said(each.head)}</th>' for each in columns)
    sources = table.sources or ("",) * len(table.rows)
    body = "".join(
        f"<tr{line}>{_row(row, columns, places.get(source, ''))}</tr>"
        for row, source in zip(table.rows, sources, strict=True)
    )
    return f"<thead{group}><tr{line}>{heads}</tr></thead><tbody{group}>{body}</tbody>"


def _row(row: tuple[Cell, ...], columns: list[Column], place: str) -> str:
    role = ' role="rowheader"' if columns[0].is_cards else ""
    first = f'<th scope="row"{role}>{said(row[0].words)}</th>'
    return first + "".join(_cell(cell, column, place) for cell, column in zip(row[1:], columns[1:], strict=True))


def _cell(cell: Cell, column: Column, place: str) -> str:
    card = f' role="cell" data-head="{text(column.before)}"' if column.is_cards else ""
    return f"<td{card}{column.attributes}>{with_status(cell.words, place)}</td>"
