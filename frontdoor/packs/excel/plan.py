"""Which sheets a workbook has: one for every table of a pack and every map, and one for its words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from frontdoor.figure import Figure
from frontdoor.packs.excel.names import sheet_name
from frontdoor.packs.pack import Cell, Pack, PackPage, PackTable
from frontdoor.packs.slides.kinds import CHARTS, GRIDS
from frontdoor.packs.table_of import facts_of, table_of

WORDS = "Words"
SOURCE = "Where its numbers come from"
MARK = "Before any figure"
WORDS_HEADS = ("Page", "What it is", "Words")


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet: its name, what it is about, and a table, with the figure drawn beside it or as a map in its place.

    `marks` are those of the page, on the first of its sheets.
    """

    name: str
    page: PackPage
    table: PackTable
    figure: Figure | None = None
    is_map: bool = False
    marks: tuple[str, ...] = ()


def planned(pack: Pack) -> list[SheetPlan]:
    """Return the sheets in the order of the pack's pages."""
    found: list[SheetPlan] = []
    for page in pack.pages:
        for at, (table, figure, is_map) in enumerate(_of_page(page)):
            name = sheet_name(len(found) + 1, f"Map: {table.title}" if is_map else table.title)
            found.append(SheetPlan(name, page, table, figure, is_map, page.marks if at == 0 else ()))
    return found


def _of_page(page: PackPage) -> Iterator[tuple[PackTable, Figure | None, bool]]:
    facts = facts_of(page)
    if facts:
        yield facts, None, False
    for table in page.tables:
        yield sourced(table, page), None, False
    for figure in page.figures:
        yield table_of(figure), figure, False
        if figure.kind in GRIDS and not figure.frame.is_empty():
            yield table_of(figure), figure, True


def sourced(table: PackTable, page: PackPage) -> PackTable:
    """Return the table with a last column that says where the numbers of each row come from, if its rows say so."""
    if not any(table.sources):
        return table
    words = {source.key: f"{source.title}: {source.words}" for source in page.sources}
    rows = zip(table.rows, table.sources, strict=True)
    told = tuple((*row, Cell(words.get(key, ""))) for row, key in rows)
    return replace(table, columns=(*table.columns, SOURCE), rows=told, sources=())


def is_drawn(figure: Figure) -> bool:
    """Return whether a figure has a chart in a workbook; maps are coloured cells on a sheet of their own."""
    return figure.kind in CHARTS and not figure.frame.is_empty()


def words_table(pack: Pack) -> PackTable:
    """Return everything the pages say beside their tables, commentary with whose it is."""
    rows = tuple(
        (Cell(page.title), Cell(what), Cell(words)) for page in pack.pages for what, words in _said(page) if words
    )
    return PackTable("words", "What the pages say", WORDS_HEADS, rows)


def _said(page: PackPage) -> Iterator[tuple[str, str]]:
    yield from ((MARK, mark) for mark in page.marks)
    yield page.question or "In short", page.lead
    for figure in page.figures:
        yield figure.headline, figure.sentence
    for aside in page.asides:
        title = f"Commentary by {aside.title}" if aside.is_commentary else aside.title
        yield from ((title, sentence) for sentence in aside.sentences)
