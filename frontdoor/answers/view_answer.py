"""What every view of a page is: a question, its answer, and sections of words beside a picture."""

from dataclasses import dataclass

from frontdoor.answers.answer import Freshness, Provenance
from frontdoor.answers.feedback_answer import Fact, Nothing
from frontdoor.figure import Figure
from frontdoor.statistics.pilot_verdict import Verdict


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a box: 'Monday 9am to 10am:' in bold and what is said of it, or a label with a fact right of it."""

    label: str
    words: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Where to go on: a view of demand peaks (or of channel shift, with page "shift") with what it is asked, or another page."""

    words: str
    view: str = ""
    query: tuple[tuple[str, str], ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Words beside a picture; a quiet box is grey and says what could be done, not what is."""

    title: str
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; the first cell names it, the `verdict` stands last with its shape."""

    cells: tuple[str, ...]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a box of its own: as many cells in each row as columns, the verdict's column not counted among them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Tables and boxes on the left and one picture on the right; any may be missing. Two figures stand side by side."""

    boxes: tuple[Box, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewAnswer:
    """One view: the sentence that answers it, at most three more, its sections, and what it stands on.

    `basis` says in one line what is counted over which days; `notes` are whole sentences a reader must know; `facts` stand
    in a strip under the words.
    """

    question: str
    answer: str
    lead: str
    basis: str
    sections: tuple[Section, ...]
    freshness: Freshness
    provenance: Provenance | None
    notes: tuple[str, ...] = ()
    nothing: Nothing | None = None
    facts: tuple[Fact, ...] = ()
