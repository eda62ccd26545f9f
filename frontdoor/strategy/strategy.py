"""A council's strategy as published: promises, the measures that evidence them, dated targets, pilots, actions."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.question_bank import Question

Value: TypeAlias = float | int | str


@dataclass(frozen=True, slots=True)
class Target:
    """A dated target; value None is TBA; `tolerance` (same unit) is how near still counts as close, None is no band."""

    from_date: date
    value: float | None
    unit: Unit
    tolerance: float | None
    source: str
    why: str = ""
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A parameter's value from a day on, until the next one for the same queue; queue None is every queue."""

    from_date: date
    value: Value
    queue: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class PromisedMeasure:
    """One headline measure: a catalogue measure with its thresholds, services, channels (empty: all) and targets.

    `question` is a key of the question bank, `procedures` those of complaints that count (empty: all). A reported figure
    has the key it is `reported` under, its provider ('': any), and what its number is: unit, better and noun.
    `baseline` is the first day of the year that the shift of contacts made online is held against (None: the year before).
    One that is not a headline is no part of the overview: service plans use it, and it need not belong to a promise ('').
    """

    key: str
    measure: str
    label: str
    promise: str
    parameters: dict[Parameter, tuple[DatedValue, ...]]
    services: tuple[str, ...]
    channels: tuple[str, ...]
    targets: tuple[Target, ...]
    owner: str = ""
    short_label: str = ""
    question: str = ""
    procedures: tuple[str, ...] = ()
    reported: str = ""
    provider: str = ""
    unit: Unit | None = None
    better: Better | None = None
    noun: str = ""
    baseline: date | None = None
    is_headline: bool = True


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise or charter statement: a short title people recognise and the words as published."""

    key: str
    title: str
    words: str
    source: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the council; `partner` names who provides it where it is not the council itself."""

    key: str
    label: str
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner or contractor bound by the strategy, and what it owes the council where the council file says so.

    `provider` is its name in returns; each figure of `returns` is owed for every stretch of `every_months` months of
    [from_date, before_date), `due_days` days after the stretch ends.
    """

    key: str
    label: str
    obligations: str
    source: str
    provider: str = ""
    returns: tuple[str, ...] = ()
    every_months: int = 3
    from_date: date | None = None
    before_date: date | None = None
    due_days: int = 30


@dataclass(frozen=True, slots=True)
class Standard:
    """A published service standard that is text, or is not yet evidenced by a measure."""

    words: str
    source: str
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Pilot:
    """A pilot the strategy announces; it is planned where a [[pilot]] says when, what counts and what would be enough."""

    key: str
    title: str
    what: str
    weeks: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Action:
    """An action the strategy's own plan names."""

    key: str
    title: str
    owner: str
    due_date: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Strategy:
    """One council's strategy, as published; `pilots` are those it announces, `plans` those it plans to the full."""

    key: str
    council: str
    title: str
    approved_date: date | None
    customer_word: str
    oversight: str
    source: str
    promises: tuple[Promise, ...]
    measures: tuple[PromisedMeasure, ...]
    services: tuple[Service, ...]
    partners: tuple[Partner, ...]
    standards: tuple[Standard, ...]
    pilots: tuple[Pilot, ...]
    actions: tuple[Action, ...]
    notes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    file_hash: str = ""
    plans: tuple[PilotPlan, ...] = ()
