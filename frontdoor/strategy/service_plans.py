"""What services plan to do for the promises: a plan for each service, its objectives, and the measures that show them."""

from dataclasses import dataclass
from datetime import date

CORPORATE = ""
"""The service of a plan that is the whole council's: its Corporate Plan."""


@dataclass(frozen=True, slots=True)
class PlanObjective:
    """One thing a plan sets out to do; `promises` are those it serves itself, `measures` the promised measures that show it."""

    words: str
    promises: tuple[str, ...]
    measures: tuple[str, ...]
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """The plan of one service ('' is the whole council) over [from_date, before_date), and what it sets out to do."""

    key: str
    service: str
    directorate: str
    title: str
    source: str
    from_date: date
    objectives: tuple[PlanObjective, ...]
    before_date: date | None = None
    owner: str = ""

    def is_in_force(self, on: date) -> bool:
        return self.from_date <= on and (self.before_date is None or on < self.before_date)
