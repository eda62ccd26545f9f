"""A pilot as it is declared before it starts: what changes, for whom, until when, and what will count as success."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from frontdoor.measures.measure import Parameter
from frontdoor.statistics.pilot_verdict import Rule
from frontdoor.statistics.pilot_weeks import Shape

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Role(StrEnum):
    """What an outcome is for: one decides, guards must not get worse, the others are for learning."""

    PRIMARY = "primary"
    GUARD = "guard"
    SECONDARY = "secondary"


class ComparedBy(StrEnum):
    """What the comparison units are: the same figure of other weekdays, services, channels, wards or times of day."""

    WEEKDAY = "weekday"
    SERVICE = "service"
    CHANNEL = "channel"
    WARD = "ward"
    HOURS = "hours"


class Aim(StrEnum):
    """Whether contacts that only move to the new time are what the pilot wants."""

    MOVE = "move"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Window:
    """Half-hours of a day, the first and the one after the last: 16 and 18 are 8am to 9am."""

    from_half_hour: int
    before_half_hour: int


@dataclass(frozen=True, slots=True)
class Where:
    """Which contacts: ISO weekdays as 1 to 7, half-hours, services, channels and wards; empty or None is all of them."""

    weekdays: tuple[int, ...] = ()
    window: Window | None = None
    services: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Comparison units, each named as its kind names it: 'tuesday', a service's key, a ward, '13:00-15:00'.

    `is_parallel`: the pilot's figure is declared to move as theirs does, so that the gap has no trend of its own.
    """

    by: ComparedBy
    units: tuple[str, ...]
    is_parallel: bool = False


@dataclass(frozen=True, slots=True)
class PilotOutcome:
    """One figure the pilot is to change or must not harm.

    `measure` is the key of a promised or catalogue measure, counted over `where`; `parameters` bind what it needs, such as a
    threshold in seconds. `worthwhile`: the smallest change worth having, signed by the wanted direction, in the measure's
    unit a week (share as a fraction). `margin`: for a guard, how much worse is still borne, above 0. None: the outcome is
    only watched.
    """

    key: str
    label: str
    measure: str
    role: Role
    where: Where
    worthwhile: float | None = None
    margin: float | None = None
    shape: Shape = Shape.STEP
    comparison: Comparison | None = None
    parameters: dict[Parameter, int] = field(default_factory=dict)
    question: str = ""


@dataclass(frozen=True, slots=True)
class PilotCost:
    """What the pilot costs, in pence: once, and for each week, with low and high, and where the figures come from.

    `limit_for_each`: at most so much for each contact handled, if the plan says; `alternatives` are other ways with their
    cost a week, such as a rota change or calling back.
    """

    week: float
    low: float
    high: float
    once: float = 0.0
    source: str = ""
    limit_for_each: float | None = None
    alternatives: tuple["Alternative", ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to the same end: its cost in pence a week and what it would do, with its source."""

    label: str
    week: float
    effect: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PilotPlan:
    """A pilot's whole plan; `where` is what changes and for whom. The outcomes hold one primary.

    `added`: the hour that was closed before, if the pilot opens one, so that it is counted by opening and asked what only
    moved into it; `moved_from` is where they could come from, `aim` whether that is wanted. `settling_weeks` at the start
    are left out. `first_day` and `last_day` are both inclusive.
    """

    key: str
    title: str
    what: str
    why: str
    first_day: date
    last_day: date
    where: Where
    outcomes: tuple[PilotOutcome, ...]
    source: str
    approved_by: str = ""
    approved_where: str = ""
    approved_date: date | None = None
    reported_to: str = ""
    cost: PilotCost | None = None
    added: Where | None = None
    moved_from: Where | None = None
    aim: Aim = Aim.ADD
    settling_weeks: int = 0
    rule: Rule = field(default_factory=Rule)

    @property
    def primary(self) -> PilotOutcome:
        return next(outcome for outcome in self.outcomes if outcome.role is Role.PRIMARY)

    @property
    def guards(self) -> tuple[PilotOutcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.role is Role.GUARD)

    @property
    def secondary(self) -> tuple[PilotOutcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.role is Role.SECONDARY)
