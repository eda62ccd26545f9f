"""A view of a page as a page of a pack: the same answer, figures, tables and words."""

import re

from frontdoor.answers.view_answer import Box, Row, Table, ViewAnswer
from frontdoor.charts.status import VERDICT_STATUS, standing_status
from frontdoor.packs.asked import Asked
from frontdoor.packs.pack import Aside, Cell, PackPage, PackTable
from frontdoor.packs.plain_words import line_words, plain

NUMBER_FIRST = re.compile(r"^\*\*([^*]*\d[^*]*)\*\* (.+)$")
"""A cell of a bold number and what it was counted from."""

TO_KNOW = "What to know"


def view_page(key: str, answer: ViewAnswer, asked: Asked, address: str) -> PackPage:
    """Return the view as a page; a view without figures says why and what would bring them."""
    basis = asked.basis(plain(answer.basis), answer.provenance, answer.freshness)
    if answer.nothing:
        lead = plain(answer.nothing.lead)
        return PackPage(key, plain(answer.nothing.answer), answer.question, lead, basis, address=address)
    sections = answer.sections
    boxes = [box for section in sections for box in section.boxes if not box.is_quiet]
    tables = [table for section in sections for table in section.tables]
    return PackPage(
        key=key,
        title=plain(answer.answer),
        question=answer.question,
        lead=plain(answer.lead),
        basis=basis,
        facts=answer.facts,
        figures=tuple(figure for section in sections for figure in section.figures),
        tables=tuple(view_table(f"{key}_{number}", table) for number, table in enumerate(tables, 1)),
        asides=(*(_aside(box) for box in boxes if box.lines), *_notes(answer)),
        address=address,
    )


def view_table(key: str, table: Table) -> PackTable:
    """Return a table of words; where its rows have results, they are its last column."""
    has_results = any(row.verdict or row.result or row.standing for row in table.rows)
    columns = (*table.columns, table.result_head) if has_results else table.columns
    rows = tuple(_cells(row, has_results) for row in table.rows)
    return PackTable(key, table.title, tuple(map(plain, columns)), rows, note=plain(table.note))


def _cells(row: Row, has_results: bool) -> tuple[Cell, ...]:
    name = f"{row.cells[0]} ({row.detail})" if row.detail else row.cells[0]
    cells = (name, *row.cells[1:], *((_result(row),) if has_results else ()))
    return tuple(Cell(plain(NUMBER_FIRST.sub(r"\1, \2", words))) for words in cells)


def _result(row: Row) -> str:
    if row.result:
        return row.result
    return VERDICT_STATUS[row.verdict].word if row.verdict else _standing(row)


def _standing(row: Row) -> str:
    return standing_status(row.standing).word if row.standing else ""


def _aside(box: Box) -> Aside:
    return Aside(box.title, tuple(line_words(line) for line in box.lines))


def _notes(answer: ViewAnswer) -> tuple[Aside, ...]:
    said = tuple(plain(note) for note in (*answer.notes, *answer.small_print))
    return (Aside(TO_KNOW, said),) if said else ()
