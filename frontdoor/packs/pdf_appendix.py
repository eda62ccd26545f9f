"""What ends a report: definitions and method, where the figures come from, and the numbers behind the charts."""

from collections.abc import Iterable, Sequence
from typing import Any

from frontdoor.figure import Figure
from frontdoor.packs.csv import csv_text
from frontdoor.packs.pack import Pack, PackPage
from frontdoor.packs.pdf_runs import known, runs
from frontdoor.packs.pdf_tables import printed
from frontdoor.packs.table_of import table_of

Settings = dict[str, Any]

MOST_PRINTED = 40  # rows of a table behind a chart that are printed whole
FIRST_ROWS = 10  # rows of a longer one


def definitions(pack: Pack) -> list[Settings]:
    """Return each definition once with its notes, and the figures it belongs to."""
    found: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, figure in numbered(pack):
        found.setdefault((figure.definition, figure.notes), []).append(number)
    return [
        {"of": _figures(numbers), "words": [runs(part) for part in (definition, *notes) if part]}
        for (definition, notes), numbers in found.items()
    ]


def provenance(pack: Pack) -> list[Settings]:
    """Return for each page what it stands on and what its figures say of their own source, each once."""
    numbers = {id(figure): number for number, figure in numbered(pack)}
    return [
        {
            "title": known(page.title),
            "terms": [
                {"term": term, "words": runs(words)}
                for term, words in (*_basis(page), *_sources(page.figures, numbers))
                if words
            ],
        }
        for page in pack.pages
    ]


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


def numbered(pack: Pack) -> list[tuple[int, Figure]]:
    """Return the figures that are drawn with their numbers, from 1 on."""
    drawn = (figure for page in pack.pages for figure in page.figures if not figure.frame.is_empty())
    return list(enumerate(drawn, start=1))


def _basis(page: PackPage) -> list[tuple[str, str]]:
    basis = page.basis
    return [
        ("What is counted", basis.definition), ("Source", basis.source), ("Version", basis.version),
        ("Filters", basis.filters),
    ]  # fmt: skip


def _sources(figures: Sequence[Figure], numbers: dict[int, int]) -> Iterable[tuple[str, str]]:
    found: dict[str, list[int]] = {}
    for figure in figures:
        if id(figure) in numbers:
            found.setdefault(figure.provenance, []).append(numbers[id(figure)])
    return [(_figures(which), words) for words, which in found.items()]


def _figures(numbers: Sequence[int]) -> str:
    """Return 'Figure 3' or 'Figures 1, 2 and 5'."""
    said = [str(number) for number in numbers]
    return f"Figure {said[0]}" if len(said) == 1 else f"Figures {', '.join(said[:-1])} and {said[-1]}"
