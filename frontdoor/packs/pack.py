"""What a pack holds, whatever kind of file it becomes: pages of words, figures and tables, and what they stand on."""

from dataclasses import dataclass
from datetime import date

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.schema.units import Unit


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the words every format shows, and the number or day behind them where there is one, in its unit.

    A number without a unit is said plainly, as the words have it.
    """

    words: str
    value: float | date | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class PackTable:
    """A table of a page: each row has as many cells as there are columns, and its first cell names it.

    `figure` is the key of the figure whose table this is, '' for none. `sources` are the keys of the sources of the numbers
    in each row, '' for none; () where no row has any but its page's basis.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    figure: str = ""
    sources: tuple[str, ...] = ()

    def is_number(self, column: int) -> bool:
        """Return whether the column holds numbers, so that it stands right."""
        values = [row[column].value for row in self.rows]
        return any(isinstance(value, int | float) for value in values)


@dataclass(frozen=True, slots=True)
class Aside:
    """Words beside the figures: a title and whole sentences; `is_commentary` where a person wrote them, and who when.

    `source` is the key of the source of the numbers in them, '' for none.
    """

    title: str
    sentences: tuple[str, ...]
    is_commentary: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where numbers of a page come from, where they come from several places: a name, whole words and the live page."""

    key: str
    title: str
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a page stands on: what is counted, from where, at which data version, with which filters."""

    definition: str
    source: str
    version: str
    filters: str


@dataclass(frozen=True, slots=True)
class PackPage:
    """One page: its title says what happened; `question` is what it answers and `lead` at most three sentences more.

    `address` is where the live page is, with its filters, relative to the site's root. `marks` are short lines that stand
    above everything else: a draft, a target that was made easier, a target that is missed without a word. `source` is
    that of the numbers in title and lead. `is_one_side` asks for one side of paper.
    """

    key: str
    title: str
    question: str
    lead: str
    basis: Basis
    facts: tuple[Fact, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[PackTable, ...] = ()
    asides: tuple[Aside, ...] = ()
    address: str = ""
    marks: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    source: str = ""
    is_one_side: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack; `as_at_line` runs along every page, `stamp` says that figures are invented ('' where they are not).

    `digest` is that of its content, which a frozen pack is remade from; `is_draft` marks what nobody has issued.
    `audience` is whom it was made for and `chosen` what it shows, so that it can be made again; both are part of the digest.
    `register` says how many entries the council's register had and their digest: what was decided cannot be altered unseen.
    """

    key: str
    title: str
    council: str
    period: str
    as_at: date
    as_at_line: str
    pages: tuple[PackPage, ...]
    stamp: str = ""
    digest: str = ""
    is_draft: bool = False
    audience: str = ""
    chosen: Filters | None = None
    register: str = ""
