"""A table of a view: what each row is, what was seen, and its verdict as word, shape and colour; a card a row on a phone."""

from html import escape

from frontdoor.answers.view_answer import Row, Table
from frontdoor.charts.status import VERDICT_STATUS, Status, standing_status
from frontdoor.ui.blocks import caption_html, paragraph, rich, status_html
from frontdoor.ui.view_links import links_html, view_link_html

CELL, HEAD = 'role="cell"', 'scope="col" role="columnheader"'


def judged_table_html(table: Table) -> str:
    """Return the table in a box of its own; roles are written out because cards take the table's display away."""
    has_results = any(row.verdict or row.standing or row.result for row in table.rows)
    heads = (*table.columns, *((table.result_head,) if has_results else ()))
    top = "".join(f"<th {HEAD}>{escape(head)}</th>" for head in heads)
    body = "".join(f'<tr role="row">{_cells(row, table.columns, has_results)}</tr>' for row in table.rows)
    drawn = (
        f'<table class="fd-judged" role="table">{caption_html(table.title)}<thead role="rowgroup"><tr role="row">{top}</tr>'
        f'</thead><tbody role="rowgroup">{body}</tbody></table>'
    )
    note = paragraph(table.note, "fd-small")
    return f'<section class="fd-box"><h2>{escape(table.title)}</h2>{drawn}{note}{links_html(table.links)}</section>'


def _cells(row: Row, columns: tuple[str, ...], has_results: bool) -> str:
    """Return a row's cells; where there are several between name and verdict, each carries its head for the card."""
    is_many = len(columns) > 2
    name = view_link_html(row.link) if row.link else rich(row.cells[0])
    detail = f'<span class="fd-small">{rich(row.detail)}</span>' if row.detail else ""
    written = [f'<th scope="row" role="rowheader">{name}{detail}</th>']
    linked = dict(row.links)
    for place, (head, cell) in enumerate(zip(columns[1:], row.cells[1:], strict=True), start=1):
        said = f' data-head="{escape(head)}"' if is_many else ""
        inside = view_link_html(linked[place]) if place in linked else rich(cell)
        written.append(f"<td {CELL}{said}>{inside}</td>")
    if has_results:
        written.append(f'<td {CELL} class="fd-result">{_result(row)}</td>')
    return "".join(written)


def _result(row: Row) -> str:
    known = VERDICT_STATUS[row.verdict] if row.verdict else standing_status(row.standing) if row.standing else None
    if known is None:
        return rich(row.result)
    return status_html(Status(row.result or known.word, known.shape, known.colour))
