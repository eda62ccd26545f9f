"""The fixed list of published tables: read from its file, and kept to whenever a pack is for everybody."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.errors import AccessError, PackError
from frontdoor.filters import Filters
from frontdoor.packs.frozen import sealed
from frontdoor.packs.open_data import tables_of
from frontdoor.packs.pack import Pack
from frontdoor.packs.table_of import table_of
from frontdoor.packs.template import Show, Template, Wanted
from frontdoor.periods import Period
from frontdoor.strategy.entry import Entry, nearest
from frontdoor.strategy.toml_file import open_toml

LIST = Path(__file__).with_name("published.toml")

EXACTLY, AT_MOST = "exactly", "at most"
ROWS = ("measure", "target", "month", "service", "channel", "procedure", "outcome", "answer")
SIDES = ("part", "whole")
SUMS = (EXACTLY, AT_MOST)
KEYS = ("key", "page", "question", "breakdown", "safe", "rows", "counts", "also", "measure", "side", "adds_up")

SUMMED_UP = Show.SUMMARY
"""A page that only says in plain words what the published ones say."""


@dataclass(frozen=True, slots=True)
class Published:
    """One published table, as the list's file explains each of these."""

    key: str
    page: str
    question: str
    breakdown: str
    safe: str
    rows: str
    counts: tuple[str, ...]
    also: tuple[str, ...]
    measure: str
    side: str
    adds_up: str


@cache
def published(path: Path = LIST) -> tuple[Published, ...]:
    """Return the fixed list; StrategyError for a key or a word nobody knows, with its place and the nearest right one."""
    entries = open_toml(path, "list of published tables").top.only(("table",)).entries("table", KEYS)
    return tuple(_published(entry) for entry in entries)


def published_as(table: str) -> Published | None:
    """Return the entry of the list that a pack's table is, by its key; None where it is not published."""
    return next((each for each in published() if fnmatchcase(table, each.key)), None)


def check_public(template: Template, filters: Filters) -> None:
    """Raise AccessError for anything of a pack for everybody that is not on the fixed list, with what to do instead."""
    pages = {each.page for each in published()} | {SUMMED_UP.value}
    for wanted in template.wanted:
        if wanted.show.value not in pages:
            raise AccessError(
                f"“{wanted.show.value}” is not published. The public reads only: {', '.join(sorted(pages))}. "
                "Make the pack for another audience, or leave that page out."
            )
        if wanted != Wanted(wanted.show):
            raise AccessError(
                f"The public reads fixed tables, so “{wanted.show.value}” cannot be narrowed in “{template.title}”."
            )
    if narrowed := narrowed_by(filters):
        raise AccessError(
            f"The public reads fixed tables of the whole council in one calendar month, without filters. Leave out the {narrowed}."
        )


def narrowed_by(filters: Filters) -> str:
    """Return which filter chooses something that is not published: 'service', 'ward', 'period'; '' where none does."""
    asked = {
        "service": bool(filters.services),
        "channel": bool(filters.channels),
        (filters.attribute or "").replace("_", " "): bool(filters.attribute),
        "period (a calendar month can be chosen)": not is_month(filters.period),
    }
    return next((name for name, is_narrowed in asked.items() if is_narrowed), "")


def is_month(period: Period) -> bool:
    """Return whether the period is one calendar month."""
    return period == replace(Period.month(period.first), span=period.span)


def only_published(pack: Pack) -> Pack:
    """Return a pack for everybody with the tables and figures of the fixed list alone; any other pack as it is."""
    if pack.audience != Audience.PUBLIC:
        return pack
    return _with(pack, lambda table: published_as(table) is not None)


def without(pack: Pack, tables: Collection[str]) -> Pack:
    """Return the pack without these tables, and without the charts they are behind.

    Raises:
        PackError: the pack has no such table, with the nearest that it has.
    """
    there = {table.key for page in pack.pages for table in tables_of(page)}
    for table in tables:
        if table not in there:
            raise PackError(f"{pack.title} has no table called {table!r}.{nearest(table, sorted(there))}")
    return sealed(_with(pack, lambda table: table not in tables)) if tables else pack


def _with(pack: Pack, is_kept: Callable[[str], bool]) -> Pack:
    pages = (
        replace(
            page,
            tables=tuple(table for table in page.tables if is_kept(table.key)),
            figures=tuple(figure for figure in page.figures if is_kept(table_of(figure).key)),
        )
        for page in pack.pages
    )
    return replace(pack, pages=tuple(pages))


def _published(entry: Entry) -> Published:
    return Published(
        key=entry.text("key"),
        page=entry.name_in("page", tuple(show.value for show in Show), "page"),
        question=entry.text("question"),
        breakdown=entry.text("breakdown"),
        safe=entry.text("safe"),
        rows=entry.name_in("rows", ROWS, "kind of row"),
        counts=entry.texts("counts"),
        also=entry.texts("also"),
        measure=entry.text("measure", ""),
        side=entry.name_in("side", SIDES, "side of a measure") if entry.has("side") else "",
        adds_up=entry.name_in("adds_up", SUMS, "way of adding up") if entry.has("adds_up") else "",
    )
