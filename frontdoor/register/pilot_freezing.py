"""Which version of a pilot's plan counts: the last one entered before its first day, or the first if none was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from frontdoor.register.pilot_plans import HeldPilot, PlanEdit
from frontdoor.strategy.pilot_differences import plan_differences
from frontdoor.strategy.pilot_plan import PilotPlan


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of a plan; `entered_date` is the day of its entry on the council's own calendar."""

    id: int
    plan: PilotPlan
    digest: str
    entered_date: date
    recorded_at: datetime
    author: str
    author_is_verified: bool

    @property
    def is_late(self) -> bool:
        """Return whether it was entered on its own first day or after."""
        return self.entered_date >= self.plan.first_day


def held_pilot(versions: Sequence[PlanVersion]) -> HeldPilot:
    """Return the pilot of these versions, oldest first and at least one.

    A version counts while the one before it has not begun, by the first day that one names: moving the first day of a plan
    that has begun thaws nothing, and moving it to a day already past makes the pilot retrospective.
    """
    counted, *later = versions
    edits: list[PlanEdit] = []
    for version in later:
        if version.entered_date < counted.plan.first_day:
            counted = version
        else:
            edits.append(_edit(counted, version))
    return HeldPilot(
        plan=counted.plan,
        digest=counted.digest,
        recorded_at=counted.recorded_at,
        author=counted.author,
        author_is_verified=counted.author_is_verified,
        is_retrospective=counted.is_late,
        edits=tuple(edits),
    )


def _edit(counted: PlanVersion, version: PlanVersion) -> PlanEdit:
    """Return how `version` differs from the plan that counts."""
    differences = plan_differences(counted.plan, version.plan)
    return PlanEdit(version.recorded_at, version.author, version.author_is_verified, differences)
