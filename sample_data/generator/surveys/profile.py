"""What makes one fictional council's surveys different from another's."""

from dataclasses import dataclass
from datetime import date

GOVMETRIC, FOLLOW_UP = "govmetric", "follow_up"


@dataclass(frozen=True, slots=True)
class Raised:
    """Net satisfaction of one service higher `by` so much from one day to another, both inclusive."""

    service: str
    first: date
    last: date
    by: float


@dataclass(frozen=True, slots=True)
class RatingsProfile:
    """GovMetric ratings: how many of those offered the survey answer, by channel, and how content each service leaves them."""

    response_rates: dict[str, float]
    nets: dict[str, tuple[float, float]]  # net satisfaction of each service, at first and 30 months on
    rated_average: float
    raised: Raised | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A satisfaction question from a day on: its name in the export, and how many say they are satisfied."""

    from_date: date
    question: str
    satisfied: float


@dataclass(frozen=True, slots=True)
class FollowUpProfile:
    """A survey sent after the service was given, with several questions."""

    monthly: float
    wordings: tuple[Wording, ...]
    promoters: float
    detractors: float
    easy: float
    resolved: float
    with_comment: float


@dataclass(frozen=True, slots=True)
class SurveysProfile:
    """The surveys of one council; None is a survey it does not run."""

    ratings: RatingsProfile | None
    follow_up: FollowUpProfile | None
