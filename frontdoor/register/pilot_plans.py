"""Pilots as declared: the plan that was fixed before the start, and every later edit beside it."""

from dataclasses import dataclass
from datetime import datetime

from frontdoor.strategy.pilot_plan import PilotPlan


@dataclass(frozen=True, slots=True)
class PlanEdit:
    """One later version of a plan: when, by whom, and which parts differ, each as (part, before, after) in words."""

    recorded_at: datetime
    author: str
    author_is_verified: bool
    differences: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class HeldPilot:
    """A pilot as the register holds it: `plan` is what counts, fixed at `recorded_at` with its `digest`.

    From the first day the last version entered before it counts; later versions are `edits` and change nothing. Where none
    was entered before the first day, the first version counts and the pilot `is_retrospective` for good.
    """

    plan: PilotPlan
    digest: str
    recorded_at: datetime
    author: str
    author_is_verified: bool
    is_retrospective: bool
    edits: tuple[PlanEdit, ...]
