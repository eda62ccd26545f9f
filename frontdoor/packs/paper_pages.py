"""A paper to a committee as pages of a pack: a summary on a page, then each section; every number says where it is from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from frontdoor.answers import update_blocks
from frontdoor.answers.update_blocks import Grid, GridRow, Paper, Part, Words
from frontdoor.answers.update_versions import ALTERED
from frontdoor.answers.update_words import DRAFT
from frontdoor.answers.update_writing import strange_numbers
from frontdoor.answers.view_answer import Link
from frontdoor.charts.status import MEASURE_STATUS, PROMISE_STATUS, VERDICT_STATUS, Status
from frontdoor.measures.formatting import format_date
from frontdoor.packs.pack import Aside, Basis, Cell, PackPage, PackTable, Source
from frontdoor.packs.plain_words import plain

ON_A_PAGE = "The year on a page."
NUMBERS = "Each number says where it comes from. Officers write words; the numbers are worked out and cannot be edited."
VIEW_KEYS = {"shift": "shift_view", "pilots": "pilot_view", "actions": "account_view", "peaks": "view"}
"""Which parameter names the view, by page, in the addresses of Frontdoor."""

STATUSES: dict[str, Status] = {
    **{f"measure.{state}": status for state, status in MEASURE_STATUS.items()},
    **{f"promise.{state}": status for state, status in PROMISE_STATUS.items()},
    **{f"pilot.{state}": status for state, status in VERDICT_STATUS.items()},
}
"""Every status of a row by its kind and state; one that is not known any more has none."""

ON_THE_PAGE = ("easier", "late", "rules")
"""Sentences that stand beside a section's headline in the summary on a page."""

IN_SHORT = ("Section", "In short")
BRIEF = {"promises": (0,), "measures": (0, 1, 4)}
"""Which columns of the tables of promises the summary has room for."""


def paper_pages(paper: Paper, standing: Sequence[str]) -> tuple[PackPage, ...]:
    """Return the summary and a page for each section; `standing` says whether it is a draft or which version."""
    marks = tuple(line for line in standing if line in (DRAFT, ALTERED))
    said = " ".join(line for line in standing if line not in marks)
    version = f"{said} Data version {paper.generation}, known to {format_date(paper.as_at)}".strip()
    filters = f"{format_date(paper.first)} to {format_date(paper.last)}, all services and channels"
    basis = Basis(" ".join(part for part in (NUMBERS, paper.status) if part), "", version, filters)
    pages = (_summary(paper, basis), *(_section(part, paper, basis) for part in paper.parts))
    return tuple(replace(page, marks=marks) for page in pages)


def brief_grids(part: Part) -> Iterator[Grid]:
    """Yield the tables of promises and of measures with only what the summary has room for."""
    for grid in part.grids:
        keep = BRIEF[grid.key]
        rows = tuple(replace(row, cells=tuple(row.cells[place] for place in keep)) for row in grid.rows)
        if rows:
            yield replace(grid, columns=tuple(grid.columns[place] for place in keep), rows=rows, note="")


def brief_words(part: Part) -> str:
    """Return a section in a sentence or two."""
    return " ".join(each.words for place, each in enumerate(part.sentences) if not place or each.key in ON_THE_PAGE)


def paragraphs(words: str) -> list[str]:
    """Return what stands between empty lines."""
    return [each.strip() for each in re.split(r"\n\s*\n", words) if each.strip()]


def source_words(source: update_blocks.Source) -> str:
    """Return what a source is in whole words: definition, filters, how it was worked out, and what was asked of which mart."""
    asked, found = "", source.provenance
    if found is not None and found.questions:
        asked = f" Asked {', '.join(found.questions)} of {', '.join(found.marts)}."
    return f"{source.definition} {source.filters}. {source.how}{asked}".strip()


def link_address(link: Link) -> str:
    """Return where a page of the paper is, relative to the site's root."""
    query = dict(link.query) | ({VIEW_KEYS[link.page]: link.view} if link.view else {})
    return f"./{link.page}?{urlencode(query)}" if query else f"./{link.page}"


def _summary(paper: Paper, basis: Basis) -> PackPage:
    promises, *others = paper.parts
    rows = tuple((Cell(part.title), Cell(plain(brief_words(part)))) for part in others)
    told = tuple(_key(paper, part.headline.source) for part in others)
    short = PackTable("summary_sections", "The year in short", IN_SHORT, rows, sources=told)
    return PackPage(
        key="update_summary",
        title=f"{ON_A_PAGE} {plain(promises.headline.words)}",
        question=f"{paper.title}: summary on a page",
        lead=" ".join(part for part in (f"For: {paper.to_whom}." if paper.to_whom else "", paper.status) if part),
        basis=basis,
        tables=(*(_table(f"summary_{grid.key}", grid, paper) for grid in brief_grids(promises)), short),
        address=link_address(promises.link),
        source=_key(paper, promises.headline.source),
        is_one_side=True,
    )


def _section(part: Part, paper: Paper, basis: Basis) -> PackPage:
    return PackPage(
        key=f"update_{part.key}",
        title=plain(part.headline.words),
        question=part.title,
        lead=plain(" ".join(each.words for each in part.sentences[1:])),
        basis=basis,
        tables=tuple(_table(f"update_{part.key}_{grid.key}".replace("-", "_"), grid, paper) for grid in part.grids),
        asides=(_own(part, part.words),) if part.words else (),
        address=link_address(part.link),
        sources=tuple(_source(each, paper) for each in part.sources),
        source=_key(paper, part.headline.source),
    )


def _own(part: Part, words: Words) -> Aside:
    """Return what officers wrote, which of its numbers are their own, and which of the section's changed since."""
    said = [" ".join(each.split()) for each in paragraphs(words.words)]
    strange = strange_numbers(part, words.words)
    said += [f"Officers’ own numbers, not worked out here: {', '.join(strange)}."] if strange else []
    said += [f"Numbers changed since these words were written: {'; '.join(words.changed)}."] if words.changed else []
    return Aside(f"{words.author}, {words.when}", tuple(said), is_commentary=True)


def _table(key: str, grid: Grid, paper: Paper) -> PackTable:
    has_status = any(row.status for row in grid.rows)
    columns = (*grid.columns, *((grid.status_head,) if has_status else ()))
    rows = tuple(_cells(row, has_status=has_status) for row in grid.rows)
    return PackTable(
        key, grid.title, columns, rows, grid.note, sources=tuple(_key(paper, row.source) for row in grid.rows)
    )


def _cells(row: GridRow, *, has_status: bool) -> tuple[Cell, ...]:
    status = STATUSES.get(row.status)
    last = (status.word if status else "",) if has_status else ()
    return tuple(Cell(plain(words)) for words in (*row.cells, *last))


def _source(source: update_blocks.Source, paper: Paper) -> Source:
    address = link_address(source.link) if source.link and source.provenance else ""
    return Source(_key(paper, source.key), source.title, source_words(source), address)


def _key(paper: Paper, source: str) -> str:
    """Return the key of a source in a pack, which may hold the updates of several years."""
    return f"{paper.year} {source}"
