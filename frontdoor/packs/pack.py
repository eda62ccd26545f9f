"""What a pack holds, whatever kind of file it becomes: pages of words, figures and tables, and what they stand on."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Figure


@dataclass(frozen=True, slots=True)
class PackTable:
    """A table of a page; numbers in `frame` are numbers, and `formats` says how a column of them is said.

    A format is one of: 'whole', 'percent' (of a share 0-1), 'percent_1' (with one decimal), 'decimal_1', 'money' (pence),
    'date', 'words'; a column without one is words where it is text and 'decimal_1' where it is not. The first column names
    the rows.
    """

    key: str
    title: str
    frame: pl.DataFrame
    formats: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words beside the figures: a title and whole sentences; `is_commentary` where a person wrote them, and who when."""

    title: str
    sentences: tuple[str, ...]
    is_commentary: bool = False


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

    `address` is where the live page is, with its filters, relative to the site's root.
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


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack; `as_at_line` runs along every page, `stamp` says that figures are invented ('' where they are not).

    `digest` is that of its content, which a frozen pack is remade from; `is_draft` marks what readers have not tested.
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
