"""What the answers about complaints and satisfaction are made of: facts, stages, places, questions, and figures others state."""

from dataclasses import dataclass
from datetime import date

from frontdoor.answers.answer import BreakdownRow, Freshness, Provenance, Result
from frontdoor.figure import Figure


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why there is nothing to show, and what would bring it: the command, and the document that says what to export."""

    answer: str
    lead: str
    command: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One number of a strip of facts, in words, with the note under it."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class StageLine:
    """One clock of complaints, judged; `overdue` and the band of the longest are of the last day known, '' for none."""

    name: str
    promise: str
    result: Result
    overdue: int | None
    longest: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One service or procedure: complaints received, stage 1 answers judged, upheld of decided; None is not known or hidden."""

    label: str
    received: int | None
    in_time: BreakdownRow | None
    upheld: float | None
    overdue: int | None
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class ComplaintsAnswer:
    """Do we answer complaints in time and put things right? With `nothing` there is no more than that to say."""

    question: str
    answer: str
    lead: str
    period: str
    as_at: date
    facts: tuple[Fact, ...]
    stages: tuple[StageLine, ...]
    volume: Result | None
    services: tuple[PlaceLine, ...]
    procedures: tuple[PlaceLine, ...]
    figures: tuple[Figure, ...]
    freshness: Freshness
    provenance: Provenance | None
    notes: tuple[str, ...] = ()
    nothing: Nothing | None = None


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One score of one question of the bank, judged; `asked` says in which survey and on which scale, in words."""

    key: str
    label: str
    words: str
    asked: str
    result: Result
    is_first: bool = True


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """One question in detail: the facts of its answers, and its first score as figures; `comments` says why none is shown.

    `notes` are the caveats that had no room at the top.
    """

    key: str
    label: str
    words: str
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    comments: str
    definition: str
    source: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportedLine:
    """The latest return of one figure, as its provider states it; `missing` are stretches for which none was sent, in words."""

    provider: str
    name: str
    place: str
    when: str
    value: str
    counts: str
    evidence: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SatisfactionAnswer:
    """How satisfied are people? Every question asked, one of them in detail, and what others state of themselves."""

    question: str
    answer: str
    lead: str
    period: str
    scores: tuple[ScoreLine, ...]
    detail: QuestionAnswer | None
    reported: tuple[ReportedLine, ...]
    freshness: Freshness
    provenance: Provenance | None
    nothing: Nothing | None = None
