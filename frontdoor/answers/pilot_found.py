"""What is known of one pilot: its state, each outcome with its effect and verdict, and what the plan's rule gives."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.exact_rate_ratio import RateRatio
from frontdoor.statistics.interrupted_series import Counterfactual
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Claim, Decision, Judged
from frontdoor.strategy.pilot_plan import PilotOutcome


class State(StrEnum):
    """How far a pilot is, on the last day that is known."""

    BEFORE = "not started"
    RUNNING = "running"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Range:
    """A number with the ends of its interval, None where it has none."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class OutcomeFound:
    """One outcome: `effect` in the measure's unit a week and `share` of what would have been, with the interval that counts.

    `series` is None where nothing could be asked, and `trouble` says why. `judged` is None before the start and for outcomes
    that are only watched without a margin or a worthwhile change. Before and during are plain means of weeks. `exact`: the
    ratio that effect, share and verdict stand on where so few come that weeks vary by chance alone; None everywhere else.
    """

    outcome: PilotOutcome
    series: OutcomeSeries | None
    analysis: PilotAnalysis | Reason | None
    expected: Counterfactual | Reason | None
    judged: Judged | None
    effect: Range | None
    share: Range | None
    before: float | None
    during: float | None
    trouble: str = ""
    exact: RateRatio | None = None


@dataclass(frozen=True, slots=True)
class PilotFound:
    """All that is known of a pilot; outcomes in the plan's order, primary first.

    `opening`: contacts each time the added hour was open. `displaced`: what only moved into it. `decision` is what the
    plan's rule gives, a limit of the cost being a guard like the others; None before the start. `cautions` are whole sentences
    a committee must hear.
    """

    held: HeldPilot
    state: State
    known_until: date
    weeks_done: int
    planned_weeks: int
    outcomes: tuple[OutcomeFound, ...]
    opening: CountPerOpening | Reason | None
    displaced: Displacement | Reason | None
    claim: Claim
    decision: Decision | None
    cautions: tuple[str, ...]

    @property
    def primary(self) -> OutcomeFound:
        return next(found for found in self.outcomes if found.outcome is self.held.plan.primary)
