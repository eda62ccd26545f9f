"""What ends a report: definitions and method, where the figures come from, and the numbers behind the charts."""

from collections.abc import Iterator
from typing import Any

from frontdoor.figure import Figure
from frontdoor.packs.appendix import FIRST_ROWS, MOST_PRINTED, Numbered, coded, defined, numbered, sourced
from frontdoor.packs.csv import csv_text
from frontdoor.packs.pack import Pack, PackPage
from frontdoor.packs.pdf.runs import known, parted, runs
from frontdoor.packs.pdf.tables import printed
from frontdoor.packs.table_of import table_of

Settings = dict[str, Any]


def definitions(pack: Pack) -> list[Settings]:
    """Return each definition once with its notes, and the figures it belongs to."""
    return [{"of": which, "words": [runs(part) for part in words]} for which, words in defined(numbered(pack))]


def provenance(pack: Pack) -> list[Settings]:
    """Return for each page what it stands on and what its figures say of their own source, each once."""
    figures = numbered(pack)
    return [
        {
            "title": parted(page.title),
            "terms": [{"term": parted(term), "words": runs(words)} for term, words in _terms(page, figures)],
        }
        for page in pack.pages
    ]


def _terms(page: PackPage, figures: Numbered) -> Iterator[tuple[str, str]]:
    """Yield what a page stands on, then each source that its numbers name."""
    yield from sourced(page, figures)
    yield from ((source.title, coded(source.words)) for source in page.sources)


def behind_the_charts(pack: Pack) -> list[Settings]:
    """Return the table of each figure that no page prints already; a long one is cut, and attached whole."""
    return [
        {**part, "title": f"Figure {number}: {part['title']}"}
        for number, figure in _unprinted(pack)
        for part in printed(table_of(figure), *_cut(number, figure))
    ]


def attached(pack: Pack) -> list[Settings]:
    """Return the tables too long to print as CSV: name, text and what each is."""
    return [
        {
            "name": _file(number),
            "text": csv_text(figure),
            "about": known(f"The numbers behind figure {number}: {figure.headline}"),
        }
        for number, figure in _unprinted(pack)
        if figure.table.height > MOST_PRINTED
    ]


def _unprinted(pack: Pack) -> list[tuple[int, Figure]]:
    shown = {table.figure for page in pack.pages for table in page.tables}
    return [(number, figure) for number, figure in numbered(pack) if figure.key not in shown]


def _cut(number: int, figure: Figure) -> tuple[int, str]:
    """Return how many rows are printed and where the rest is."""
    rest = f"all are in {_file(number)}, attached to this file"
    return (FIRST_ROWS if figure.table.height > MOST_PRINTED else MOST_PRINTED), rest


def _file(number: int) -> str:
    return f"figure-{number}.csv"
