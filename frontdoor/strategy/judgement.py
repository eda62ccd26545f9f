"""Is a value good enough? The judgement of a value against the target in force on its own last day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite

from frontdoor.schema.units import Better
from frontdoor.strategy.history import harder_before, number_before, to_be_set_since
from frontdoor.strategy.strategy import Target

ROUNDING = 1e-12
"""How near two numbers count as equal, relative to the larger of the target and 1: floats, not judgement."""


class State(StrEnum):
    """What can be said of a measure in a period."""

    MET = "met"
    CLOSE = "close"
    MISSED = "missed"
    CANNOT_TELL = "cannot_tell"
    TO_BE_SET = "to_be_set"
    NO_TARGET = "no_target"
    TOO_FEW = "too_few"
    INCOMPLETE = "incomplete"
    NO_DATA = "no_data"


JUDGED = (State.MET, State.CLOSE, State.MISSED)
"""The states that count towards a promise."""


class PromiseState(StrEnum):
    """What can be said of a promise: of the measures judged, all met, some, none, or none judged."""

    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    NOT_KEPT = "not_kept"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True, slots=True)
class Measured:
    """What is judged: a value with its sums; `interval` (low, high) is the 95% interval of a sample, None for a count.

    `reason` says why the data held cannot give a value; without it a missing value is no data.
    """

    value: float | None
    denominator: float | None
    minimum_denominator: int
    better: Better
    is_complete: bool = True
    interval: tuple[float, float] | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The state, the target in force, the gap to it (its unit; positive is on the better side) and any reason.

    `is_lowered` flags for a year that a harder one was given up, also for TBA or for a wider tolerance; then it is the
    `previous_target`, else that is the last number before the target in force.
    `to_be_set_since` is the first day of the unbroken spell of TBA, None where a number or nothing is in force.
    """

    state: State
    target: Target | None
    gap: float | None = None
    reason: str = ""
    previous_target: Target | None = None
    is_lowered: bool = False
    to_be_set_since: date | None = None


def target_in_force(targets: tuple[Target, ...], on: date) -> Target | None:
    """Return the last target that began on or before `on`, or None; a TBA (value None) can be in force."""
    started = (target for target in targets if target.from_date <= on)
    return max(started, key=lambda target: target.from_date, default=None)


def judge_promise(states: tuple[State, ...]) -> PromiseState:
    """Return the promise's state: of those met, close or missed, all met is kept, some partly, none not kept."""
    judged = [state for state in states if state in JUDGED]
    if not judged:
        return PromiseState.CANNOT_SAY
    met = judged.count(State.MET)
    if met == len(judged):
        return PromiseState.KEPT
    return PromiseState.PARTLY_KEPT if met else PromiseState.NOT_KEPT


def judge(measured: Measured, targets: tuple[Target, ...], on: date) -> Judgement:
    """Return the judgement of `measured` against the target in force `on` (the period's last day).

    Order: no value, incomplete, too few, no target, then the target; a sample is met or missed only when its whole
    interval is on one side, and close by its value. The target in force is returned with every state. A value that is
    not a number raises ValueError. Source: STATISTICS section 0.
    """
    target = target_in_force(targets, on)
    before = number_before(targets, target) if target else None
    harder = harder_before(targets, on, measured.better)
    state, gap, reason = _state(measured, target)
    return Judgement(
        state,
        target,
        gap,
        reason,
        previous_target=harder or before,
        is_lowered=harder is not None,
        to_be_set_since=to_be_set_since(targets, on),
    )


def _state(measured: Measured, target: Target | None) -> tuple[State, float | None, str]:
    """Return the state, the gap where it was judged, and the reason where it was not."""
    if measured.value is None:
        return _no_value(measured)
    if not isfinite(measured.value):
        raise ValueError(f"{measured.value} is not a figure to judge; where there is nothing to divide by it is None")
    if not measured.is_complete:
        return State.INCOMPLETE, None, "The period is not complete."
    if _is_too_few(measured):
        return State.TOO_FEW, None, f"Fewer than {measured.minimum_denominator}."
    return _held_against(measured, measured.value, target)


def _held_against(measured: Measured, value: float, target: Target | None) -> tuple[State, float | None, str]:
    if target is None:
        return State.NO_TARGET, None, "No target was in force."
    if target.value is None:
        return State.TO_BE_SET, None, target.source
    if measured.better is Better.NEITHER:
        return State.CANNOT_TELL, None, "Neither more nor less of this is better, so it has no target to meet."
    state, reason = _against(measured, value, target, target.value)
    return state, _gap(value, target.value, measured.better), reason


def _no_value(measured: Measured) -> tuple[State, None, str]:
    """Return can't tell with its reason, too few where something was counted, else no data."""
    if measured.reason:
        return State.CANNOT_TELL, None, measured.reason
    if measured.denominator and _is_too_few(measured):
        return State.TOO_FEW, None, f"Fewer than {measured.minimum_denominator}."
    return State.NO_DATA, None, "There are no figures."


def _is_too_few(measured: Measured) -> bool:
    return measured.denominator is not None and measured.denominator < measured.minimum_denominator


def _against(measured: Measured, value: float, target: Target, goal: float) -> tuple[State, str]:
    """Return met, close, missed or, for a sample whose interval holds the target, can't tell."""
    slack = ROUNDING * max(1.0, abs(goal))
    edges = [_gap(edge, goal, measured.better) for edge in measured.interval or (value,)]
    if min(edges) >= -slack:
        return State.MET, ""
    if max(edges) >= -slack:
        return State.CANNOT_TELL, "The sample is too small to say which side of the target we are on."
    if target.tolerance is not None and _gap(value, goal, measured.better) >= -target.tolerance - slack:
        return State.CLOSE, ""
    return State.MISSED, ""


def _gap(value: float, goal: float, better: Better) -> float:
    return goal - value if better is Better.LOWER else value - goal
