"""What a year is likely to come to, beside what it is now: the figure, its interval, its status and its chance, in words."""

from dataclasses import dataclass

from frontdoor.answers.target_words import phrase
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Period
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.judgement import JUDGED, State
from frontdoor.strategy.strategy import Target

SURE, HUNDRED = 0.995, 100


@dataclass(frozen=True, slots=True)
class Heading:
    """What a year is likely to come to, in the measure's unit; value None says `why` nothing is predicted.

    `state` is the year's: met, close or missed where the whole 95% `interval` lies on one side of the target in force at the
    year's end, else can't tell. `chance` is the chance to meet the target, None without one. `months` of the year are known.
    """

    year: Period
    state: State
    months: int = 0
    value: float | None = None
    interval: tuple[float, float] | None = None
    chance: float | None = None
    target: Target | None = None
    why: str = ""


def state_words(state: State) -> str:
    """Return a status as it stands within a sentence: 'missed', 'can’t tell'."""
    return "can’t tell" if state is State.CANNOT_TELL else state.value.replace("_", " ")


def year_words(year: Period) -> str:
    """Return '2026/27', or '2026' of a calendar year."""
    return year.label if year.first.year != year.last.year else str(year.first.year)


def value_in_words(found: Heading, unit: Unit) -> str:
    """Return '58%, between 55% and 61%'; why there is none where there is none."""
    if found.value is None or found.interval is None:
        return found.why
    low, high = (format_value(edge, unit) for edge in found.interval)
    return f"about {format_value(found.value, unit)}, between {low} and {high}"


def chance_words(found: Heading, better: Better) -> str:
    """Return '3 chances in 100 to reach at least 70%', nothing without a target."""
    if found.chance is None or found.target is None:
        return ""
    goal = phrase(found.target, better)
    if found.chance > SURE:
        return f"more than 99 chances in 100 of {goal}"
    if found.chance < 1 - SURE:
        return f"less than 1 chance in 100 of {goal}"
    return f"about {max(round(found.chance * HUNDRED), 1)} chances in 100 of {goal}"


def is_judged(found: Heading) -> bool:
    """Return whether the year's end can be said to be met, close or missed."""
    return found.state in JUDGED
