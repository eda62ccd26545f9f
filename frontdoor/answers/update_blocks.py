"""What a paper to a committee is made of: sections of sentences and tables, each number with where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from frontdoor.answers.answer import Provenance
from frontdoor.answers.view_answer import Link

HEADLINE = "headline"
"""The key of the sentence that a section is summed up by."""

BETWEEN = " | "
"""Between the parts of a place's name."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the numbers of a sentence or a row come from: what they are, what was chosen, and the provenance pages show.

    `how` is the division or whatever else one line can say of how they were made. Numbers of the register have no
    provenance of figures: their `how` names the entries and the digest of its chain.
    """

    key: str
    title: str
    definition: str
    filters: str
    how: str = ""
    provenance: Provenance | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words in which every number is worked out; `source` is the key of a Source, `key` the same in every draft."""

    key: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: the first cell names it; `status` is a kind and a state like 'measure.met' where the row is judged."""

    key: str
    cells: tuple[str, ...]
    source: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: as many cells in each row as columns; where any row has a status that stands last, under `status_head`."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    note: str = ""
    status_head: str = "Status"


@dataclass(frozen=True, slots=True)
class Words:
    """What officers wrote for a section, by whom and when; `changed` says which numbers are not what they were then."""

    id: int
    words: str
    author: str
    when: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a paper: what sums it up, its other sentences, its tables, officers' words and the page that shows it."""

    key: str
    title: str
    sentences: tuple[Sentence, ...]
    grids: tuple[Grid, ...]
    sources: tuple[Source, ...]
    link: Link
    words: Words | None = None

    @property
    def headline(self) -> Sentence:
        return self.sentences[0]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper as drafted: whose, about which days, from which data version and register, and its sections."""

    council: str
    title: str
    to_whom: str
    first: date
    last: date
    year: str
    status: str
    stamp: str
    generation: int
    as_at: date
    chain: str
    parts: tuple[Part, ...]


def figures_of(part: Part) -> dict[str, str]:
    """Return all that is worked out in a section, as words by place: what a later draft is compared with."""
    said = {BETWEEN.join((part.key, each.key)): each.words for each in part.sentences}
    for grid in part.grids:
        for row in grid.rows:
            said |= dict(_cells(BETWEEN.join((part.key, grid.key, row.key)), grid, row))
    return said


def _cells(place: str, grid: Grid, row: GridRow) -> Iterator[tuple[str, str]]:
    for head, cell in zip(grid.columns, row.cells, strict=True):
        yield f"{place}{BETWEEN}{head}", cell
    if row.status:
        yield f"{place}{BETWEEN}{grid.status_head}", row.status.partition(".")[2].replace("_", " ")


def named_places(part: Part) -> dict[str, str]:
    """Return what a reader calls each place of a section: 'Calls answered, target' in a table, the section's title of a sentence."""
    named = {BETWEEN.join((part.key, each.key)): part.title for each in part.sentences}
    for grid in part.grids:
        for row in grid.rows:
            place = BETWEEN.join((part.key, grid.key, row.key))
            named |= {
                f"{place}{BETWEEN}{head}": f"{row.cells[0]}, {head.lower()}"
                for head in (*grid.columns, grid.status_head)
            }
    return named
