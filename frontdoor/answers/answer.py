"""What an answer is: judged numbers, their trend, their provenance and their figures; pages, packs and JSON share it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frontdoor.answers.action_heading import Heading
from frontdoor.figure import Figure, Mark, TargetStep
from frontdoor.measures.measure import Measure
from frontdoor.periods import Period, add_months, month_end
from frontdoor.strategy.judgement import Judgement, PromiseState
from frontdoor.strategy.strategy import Promise


class SignedOff(StrEnum):
    """Whether those who own the sources stand by the figures: nobody is named or ever did, not yet, no longer, or yes."""

    NOBODY = "nobody confirms figures"
    PROVISIONAL = "provisional"
    CHANGED = "changed since confirmed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a number comes from: everything needed to make it again; provisional until its sources' owners confirm it."""

    generation: int
    as_at: date
    loaded_at: str
    sources: tuple[str, ...]
    loads: tuple[int, ...]
    questions: tuple[str, ...]
    marts: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    definition: str
    is_provisional: bool = False
    is_approximate: bool = False
    sign_off: SignedOff = SignedOff.NOBODY
    sign_off_words: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One month of a trend, or so many `months`; value None is no data, and is_complete False is drawn apart and not judged.

    `interval` is the 95% interval of a sample, in the unit of the value; None for a full count. `is_few` says that it is
    of too few to judge by itself.
    """

    period_start: date
    value: float | None
    numerator: float | None
    denominator: float | None
    is_complete: bool = True
    is_suppressed: bool = False
    interval: tuple[float, float] | None = None
    months: int = 1
    is_few: bool = False

    @property
    def label(self) -> str:
        """Return the stretch as people say it: 'July 2026', 'July to September 2026'."""
        return Period(self.period_start, month_end(add_months(self.period_start, self.months - 1))).label


@dataclass(frozen=True, slots=True)
class Change:
    """What the control chart says of the latest point, in words: 'Worse since August', 'No real change'."""

    direction: str  # better, worse, high, low, none or unknown
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class StatedLine:
    """One stated figure: by whom, for which days (both inclusive) and whom; `counted` is the same worked from counts.

    `within_seconds` is the threshold it is counted by, None where its source names none.
    """

    provider: str
    first: date
    last: date
    service: str
    channel: str
    value: float
    numerator: float | None
    denominator: float | None
    counted: float | None = None
    disagrees: bool = False
    within_seconds: int | None = None

    def is_for(self, period: Period) -> bool:
        """Return whether it is stated for exactly this period."""
        return (self.first, self.last) == (period.first, period.last)


@dataclass(frozen=True, slots=True)
class Result:
    """One promised measure in one period, judged; `caveats` are whole sentences a reader must know beside the value.

    `stated` is what sources state of it themselves; `is_as_stated` says that this is all there is and was judged.
    Months before `judged_from` were recorded otherwise, so no change is seen in them.
    """

    key: str
    label: str
    measure: Measure
    promise: str
    period: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    judgement: Judgement
    trend: tuple[Point, ...]
    change: Change
    targets: tuple[TargetStep, ...]
    provenance: Provenance
    compared: Point | None = None
    owner: str = ""
    short_label: str = ""
    caveats: tuple[str, ...] = ()
    stated: tuple[StatedLine, ...] = ()
    is_as_stated: bool = False
    interval: tuple[float, float] | None = None
    judged_from: date | None = None


@dataclass(frozen=True, slots=True)
class PromiseResult:
    """A promise with its judged measures."""

    promise: Promise
    state: PromiseState
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh the figures are, in one line, and the sources that are late."""

    council: str
    generation: int
    as_at: date
    line: str
    is_invented: bool
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that needs attention: a count in words, the oldest of them, and where to look: a page, a measure or a pilot.

    Measures are named by their labels and pilots by their titles; `view` is one of the views of the page, by its words.
    """

    headline: str
    detail: str
    link_words: str
    page: str = ""
    measure: str = ""
    view: str = ""
    pilot: str = ""


@dataclass(frozen=True, slots=True)
class OverviewAnswer:
    """Are we keeping our promises? `lead` is (bold label, sentence) pairs."""

    question: str
    answer: str
    lead: tuple[tuple[str, str], ...]
    promises: tuple[PromiseResult, ...]
    attention: tuple[Attention, ...]
    freshness: Freshness
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BreakdownRow:
    """One service or channel beside the whole, judged by its own target where it has one."""

    key: str
    label: str
    value: float | None
    numerator: float | None
    denominator: float | None
    judgement: Judgement
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class CountingWay:
    """One way of counting the same thing, with a plain comment on what it leaves out."""

    label: str
    comment: str
    numerator: float | None
    denominator: float | None
    value: float | None
    is_promised: bool


@dataclass(frozen=True, slots=True)
class PeerLine:
    """A figure another council published that is not drawn beside ours: what it says, of when, what differs, its address."""

    council: str
    says: str
    when: str
    difference: str
    link: str


@dataclass(frozen=True, slots=True)
class MeasureAnswer:
    """How are we doing on one measure? Facts first, then figures, then definition and provenance.

    `heading` is where the council's year of it is heading.
    """

    question: str
    answer: str
    lead: str
    result: Result
    trend: Figure | None
    by_service: tuple[BreakdownRow, ...]
    by_channel: tuple[BreakdownRow, ...]
    figures: tuple[Figure, ...]
    ways: tuple[CountingWay, ...]
    marks: tuple[Mark, ...]
    freshness: Freshness
    provenance_line: str
    notes: tuple[str, ...] = ()
    promise_title: str = ""
    peers: tuple[PeerLine, ...] = ()
    heading: Heading | None = None
