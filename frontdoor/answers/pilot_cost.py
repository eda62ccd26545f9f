"""What a pilot costs for each contact it handled, each new one and each it moved, held against the plan's limit."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, Range, State
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.pilot_plan import Alternative, PilotCost, Role


class For(StrEnum):
    """What the cost is divided by, in the words of a table."""

    HANDLED = "each contact handled in the added hours"
    NEW = "each contact that would not have come otherwise"
    MOVED = "each contact moved off the busy time"
    EXTRA = "each extra contact"
    BETTER = "each contact with a better outcome"


@dataclass(frozen=True, slots=True)
class CostForEach:
    """Pence for each of `number` a week, cheapest to dearest: the least cost over the most, the most over the least.

    `pence` is None where there may be none at all to divide by, and its `high` is None where there could be as good as none.
    """

    what: For
    number: Range
    pence: Range | None


@dataclass(frozen=True, slots=True)
class PilotCostFound:
    """A pilot's cost in pence: a week with its share of what is paid once, so far, and for each of what it brought.

    `weekly` and `so_far` run from the low to the high figure of the plan. `judged` is the one the plan's `limit` is about, with
    its `verdict`; both None without a limit or before the start.
    """

    weekly: Range
    so_far: Range
    each: tuple[CostForEach, ...]
    judged: CostForEach | None
    limit: float | None
    verdict: Verdict | None
    alternatives: tuple[Alternative, ...]
    source: str


def cost_of(found: PilotFound) -> PilotCostFound | None:
    """Return what the pilot costs; None where its plan names no cost."""
    plan = found.held.plan
    cost = plan.cost
    if cost is None:
        return None
    once = cost.once / max(found.planned_weeks, 1)
    weekly = Range(cost.week + once, cost.low + once, cost.high + once)
    each = tuple(_each(what, number, weekly) for what, number in _numbers(found) if found.state is not State.BEFORE)
    judged = each[0] if each and cost.limit_for_each is not None else None
    return PilotCostFound(
        weekly,
        _so_far(cost, found),
        each,
        judged,
        cost.limit_for_each,
        _verdict(judged, cost, found),
        cost.alternatives,
        cost.source,
    )


def _so_far(cost: PilotCost, found: PilotFound) -> Range:
    """Return what is spent: nothing before the start, then all that is paid once and each week done."""
    weeks = found.weeks_done
    once = 0.0 if found.state is State.BEFORE else cost.once
    return Range(once + weeks * cost.week, once + weeks * cost.low, once + weeks * cost.high)


def _numbers(found: PilotFound) -> Iterator[tuple[For, Range]]:
    """Yield what the cost may be divided by, a week, the one a limit is about first."""
    if isinstance(found.opening, CountPerOpening):
        yield For.HANDLED, _handled(found.opening, found)
    yield from _outcomes(found)
    if isinstance(found.displaced, Displacement):
        yield from _displaced(found.displaced, max(found.weeks_done, 1))


def _handled(opening: CountPerOpening, found: PilotFound) -> Range:
    """Return contacts of a week in which the added hours were open; a week that lost its opening costs as little as it brings."""
    added = found.held.plan.added
    days = len(added.weekdays) if added is not None and added.weekdays else opening.openings / max(found.weeks_done, 1)
    return Range(opening.mean * days, opening.interval.lower * days, opening.interval.upper * days)


def _outcomes(found: PilotFound) -> Iterator[tuple[For, Range]]:
    """Yield what the primary outcome gained a week: contacts, or of a share how many contacts fared better."""
    primary = found.primary
    if primary.effect is None or primary.series is None or primary.outcome.role is not Role.PRIMARY:
        return
    measure = primary.series.measure
    side = -1.0 if measure.better is Better.LOWER else 1.0
    if (
        measure.unit is Unit.COUNT
        and measure.better is not Better.LOWER
        and not isinstance(found.opening, CountPerOpening)
    ):
        yield For.EXTRA, primary.effect
    if measure.unit is Unit.SHARE and (people := _people(primary)):
        yield For.BETTER, _signed(primary.effect, side * people)


def _people(outcome: OutcomeFound) -> float | None:
    """Return the mean of the pilot's weeks of what the share is counted out of."""
    series = outcome.series
    if series is None:
        return None
    during = series.denominator[series.weeks.first :]
    known = during[~np.isnan(during)]
    return float(known.mean()) if known.size else None


def _signed(effect: Range, times: float) -> Range:
    """Return the range times a number that may be below 0; its ends change places then."""
    low, high = (None if end is None else end * times for end in (effect.low, effect.high))
    return Range(effect.value * times, high if times < 0 else low, low if times < 0 else high)


def _displaced(moved: Displacement, weeks: int) -> Iterator[tuple[For, Range]]:
    added = moved.added / weeks
    if moved.share is not None and moved.new is not None:
        new = (None if end is None else end / weeks for end in (moved.new_lower, moved.new_upper))
        yield For.NEW, Range(moved.new / weeks, *new)
        ends = (None if end is None else end * added for end in (moved.lower, moved.upper))
        yield For.MOVED, Range(moved.share * added, *ends)


def _each(what: For, number: Range, weekly: Range) -> CostForEach:
    """Return the cost over the number; without an upper end where the number may be 0 or less."""
    if number.value <= 0:
        return CostForEach(what, number, None)
    low = (weekly.low or 0.0) / number.high if number.high is not None else 0.0
    may_be_none = number.low is None or number.low <= 0
    high = None if may_be_none or weekly.high is None or not number.low else weekly.high / number.low
    return CostForEach(what, number, Range(weekly.value / number.value, low, high))


def _verdict(judged: CostForEach | None, cost: PilotCost, found: PilotFound) -> Verdict | None:
    """Return whether the whole range is within the limit or beyond it; too early to say until the pilot is finished."""
    if cost.limit_for_each is None or found.state is State.BEFORE:
        return None
    if found.state is State.RUNNING:
        return Verdict.TOO_EARLY
    if judged is None:
        return Verdict.CANNOT_TELL
    if judged.pence is None:
        return Verdict.NOT_MET if judged.number.high is not None and judged.number.high <= 0 else Verdict.CANNOT_TELL
    if judged.pence.high is not None and judged.pence.high <= cost.limit_for_each:
        return Verdict.MET
    return Verdict.NOT_MET if (judged.pence.low or 0.0) > cost.limit_for_each else Verdict.CANNOT_TELL
