"""What makes one fictional council's complaints different from another's."""

from dataclasses import dataclass

from sample_data.generator.profile import Step

CORPORATE, HOUSING = "corporate", "housing"
"""The procedures that follow the two Complaint Handling Codes."""


@dataclass(frozen=True, slots=True)
class ServiceComplaints:
    """One service: complaints received in an ordinary month, how many come later, and how often stage 1 is in time."""

    key: str
    monthly: float
    in_time: float
    procedures: tuple[tuple[str, float], ...] = ((CORPORATE, 1.0),)
    volume: tuple[Step, ...] = ()  # what `monthly` is multiplied by; nothing is 1


@dataclass(frozen=True, slots=True)
class StagePromise:
    """A stage's clocks in working days and how often they are kept."""

    respond_days: int
    extension_days: int  # the most the Code allows
    acknowledged: float
    upheld: float
    partly_upheld: float
    acknowledge_days: int = 5
    never_acknowledged_of_late: float = 0.2
    extended: float = 0.12


@dataclass(frozen=True, slots=True)
class ComplaintsProfile:
    """The complaints of one council."""

    prefix: str
    services: tuple[ServiceComplaints, ...]
    stage_1: StagePromise
    stage_2: StagePromise
    stage_2_in_time: float
    resolved_early: float
    refused: float
    withdrawn: float
    escalated: float
    other_in_time: float = 0.35  # of procedures that follow neither Code
    states_due_dates: bool = False
