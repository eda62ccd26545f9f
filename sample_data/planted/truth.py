"""What one planted truth is: where it lies, its value and how near a recovery must come."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Truth:
    """One planted truth: its council, a key, its words, its value and how near a recovery must come (same unit)."""

    council: str
    key: str
    what: str
    value: float
    within: float
