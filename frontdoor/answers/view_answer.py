"""What every view of a page is: a question, its answer, and sections of words beside a picture."""

from dataclasses import dataclass

from frontdoor.answers.answer import Freshness, Provenance
from frontdoor.answers.feedback_answer import Fact, Nothing
from frontdoor.answers.plan_standing import Returned, Standing
from frontdoor.figure import Figure, Tone
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.judgement import State


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a box: 'Monday 9am to 10am:' in bold and what is said of it, or a label with a fact right of it."""

    label: str
    words: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Where to go on: a view of demand peaks (of channel shift or pilots, with that page) and what it is asked, or a page."""

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
    """One row of a table; the first cell names it and may be a link, the `verdict` stands last with its shape.

    `result` replaces the verdict's own word; without a verdict it stands there alone. `detail` is small under the name.
    `standing` stands where a verdict would and is drawn as everywhere else. `links` make other cells links, by their place.
    """

    cells: tuple[str, ...]
    verdict: Verdict | None = None
    result: str = ""
    detail: str = ""
    link: Link | None = None
    standing: State | Standing | Returned | None = None
    links: tuple[tuple[int, Link], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a box of its own: as many cells in each row as columns, the verdict's column not counted among them.

    `note` stands under it, `links` under the note; `result_head` heads the verdicts.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    links: tuple[Link, ...] = ()
    result_head: str = "Result"


@dataclass(frozen=True, slots=True)
class Section:
    """Tables and boxes on the left and one picture on the right; any may be missing. Two figures stand side by side.

    Tables and boxes without a figure stand side by side too, the table wider.
    """

    boxes: tuple[Box, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewAnswer:
    """One view: the sentence that answers it, at most three more, its sections, and what it stands on.

    `basis` says in one line what is counted over which days; `notes` are whole sentences a reader must know; `facts` stand
    in a strip under the words. `tone` is the colour of the bar beside the head, where the answer is a verdict; its words say
    the same. `small_print` ends the page.
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
    tone: Tone | None = None
    small_print: tuple[str, ...] = ()
