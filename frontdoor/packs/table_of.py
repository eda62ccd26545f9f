"""A figure's table as a table of a pack: the same numbers, said as the page says them, with the number beside the words."""

from datetime import date, datetime

from frontdoor.figure import Figure
from frontdoor.measures.formatting import MINUS, NOTHING, format_date
from frontdoor.packs.pack import Cell, PackPage, PackTable

FACTS_HEADS = ("Fact", "What it is", "More")


def table_of(figure: Figure) -> PackTable:
    """Return the table behind a figure; its first column names the rows."""
    return PackTable(
        f"{figure.key}_table",
        figure.headline,
        tuple(figure.table.columns),
        tuple(tuple(map(cell_of, row)) for row in figure.table.iter_rows()),
        note=figure.subtitle,
        figure=figure.key,
    )


def facts_of(page: PackPage) -> PackTable | None:
    """Return the facts of a page as a table of words, None where it has none."""
    rows = tuple((Cell(fact.label), Cell(fact.value), Cell(fact.note)) for fact in page.facts)
    return PackTable(f"{page.key}_facts", f"In short: {page.title}", FACTS_HEADS, rows) if rows else None


def cell_of(value: object) -> Cell:
    """Return one value of a frame as a cell; a TypeError for what no table holds."""
    match value:
        case None:
            return Cell(NOTHING)
        case bool():
            return Cell("yes" if value else "no")
        case str():
            return Cell(value)
        case int() | float():
            value += 0  # a nought that was rounded from below is a nought
            return Cell(f"{value:,}".replace("-", MINUS), value)
        case datetime():
            return Cell(format_date(value.date()), value.date())
        case date():
            return Cell(format_date(value), value)
        case _:
            raise TypeError(f"A table cannot hold a {type(value).__name__}: {value!r}")
