"""Small tables of the same columns as one, each under a row that names it, so that a slide is not spent on every row."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from frontdoor.packs.pack import Cell, PackTable

MOST_ROWS = 4  # of a table that shares its slide


def merged(tables: Sequence[PackTable], title: str) -> Iterator[PackTable]:
    """Yield the tables in their order, runs of small ones alike as one of this title."""
    for (_, is_small), run in groupby(tables, key=_kind):
        alike = list(run)
        if not is_small or len(alike) == 1:
            yield from alike
        else:
            notes = dict.fromkeys(table.note for table in alike if table.note)
            rows = tuple(row for table in alike for row in (_named(table), *table.rows))
            yield PackTable(alike[0].key, title, alike[0].columns, rows, " ".join(notes))


def is_name(row: Sequence[Cell]) -> bool:
    """Return whether a row only names those below it: all its other cells are empty."""
    return len(row) > 1 and not any(cell.words for cell in row[1:])


def _kind(table: PackTable) -> tuple[tuple[str, ...], bool]:
    return table.columns, 0 < len(table.rows) <= MOST_ROWS and len(table.columns) > 1


def _named(table: PackTable) -> tuple[Cell, ...]:
    return Cell(table.title), *(Cell("") for _ in table.columns[1:])
