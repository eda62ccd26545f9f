"""Tells apart pages that show the same for other filters: each page, table and figure of a pack has a key of its own."""

from collections.abc import Iterable
from dataclasses import replace

from frontdoor.packs.pack import PackPage


def apart(pages: Iterable[PackPage]) -> tuple[PackPage, ...]:
    """Return the pages in their order; the second of a key is called `_2`, and what is on it as well."""
    seen: dict[str, int] = {}
    told = []
    for page in pages:
        seen[page.key] = seen.get(page.key, 0) + 1
        told.append(page if seen[page.key] == 1 else _renamed(page, f"_{seen[page.key]}"))
    return tuple(told)


def _renamed(page: PackPage, ending: str) -> PackPage:
    figures = tuple(replace(figure, key=f"{figure.key}{ending}") for figure in page.figures)
    tables = tuple(
        replace(table, key=f"{table.key}{ending}", figure=f"{table.figure}{ending}" if table.figure else "")
        for table in page.tables
    )
    return replace(page, key=f"{page.key}{ending}", figures=figures, tables=tables)
