"""What a measure is: two sums, a unit, the better direction, a definition and a source."""

from dataclasses import dataclass
from enum import StrEnum

from frontdoor.schema.units import Better, Unit


class Kind(StrEnum):
    """How the number is made: two sums divided, one sum, or one of the kinds that are not sums."""

    COUNT = "count"
    RATIO = "ratio"
    QUANTILE = "quantile"
    LONGEST = "longest"
    SURVIVAL = "survival"
    STATED = "stated"


class StatedDay(StrEnum):
    """How a value stated as a date is counted: the days from the period's last day until it, or since it."""

    UNTIL = "until"
    SINCE = "since"


class Parameter(StrEnum):
    """What a council decides and a question must be told; each is dated."""

    WITHIN_SECONDS = "within_seconds"
    SHORT_ABANDON_SECONDS = "short_abandon_seconds"
    WITHIN_DAYS = "within_days"
    DIGITAL_CHANNELS = "digital_channels"
    OPENING_HOURS = "opening_hours"
    UNIT_COSTS = "unit_costs"
    CLOCK = "clock"
    PROMISED_WORKING_DAYS = "promised_working_days"
    QUANTILE = "quantile"
    ACKNOWLEDGED_WITHIN = "acknowledged_within"
    LONGEST_EXTENSION = "longest_extension"
    PROCEDURES = "procedures"
    HOMES = "homes"
    QUESTION = "question"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Term:
    """One column of one question, with its weight in a sum."""

    question: str
    column: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; `noun` names what the denominator counts ('calls').

    `plain` says a value in plain words: {people} is '62 in every 100 callers' with `people` as the noun, {value} the
    value, {within} and {days} the thresholds.
    A sample's interval is Wilson's for a share; where `squares` says how to sum the squared scores, that of a mean score
    between the ends of `scale`, before `multiplier`. `dated` is for figures that are stated as a date.
    """

    key: str
    label: str
    plain: str
    unit: Unit
    better: Better
    kind: Kind
    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    noun: str
    definition: str
    source: str
    needs: tuple[Parameter, ...] = ()
    people: str = ""
    multiplier: float = 1.0
    minimum_denominator: int = 20  # STATISTICS.md section 0: too few below 20
    is_wrong: bool = False
    is_between_channels: bool = False  # compared only over days on which every channel is recorded
    caution: str = ""
    is_sample: bool = False
    squares: tuple[Term, ...] = ()
    scale: tuple[float, float] = (-1.0, 1.0)
    dated: StatedDay | None = None
    is_of_people: bool = True  # small counts of web pages and map layers tell of nobody, so nothing is hidden

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the names of the questions it stands on, each once, in order."""
        return tuple(dict.fromkeys(term.question for term in self.terms))

    def is_few(self, denominator: float | None) -> bool:
        """Return whether a figure out of so many, and not of nothing, is too few to judge; a count is never too few."""
        if self.kind is Kind.COUNT or denominator is None:
            return False
        return 0 < denominator < self.minimum_denominator

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return every term it is worked out from: numerator, denominator and squares."""
        return (*self.numerator, *self.denominator, *self.squares)
