"""What a target still to be set could be: from what we do now, from what other councils aim at, from the pace seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import fmean, median
from typing import TypeAlias

from frontdoor.answers.answer import Point, Result
from frontdoor.answers.change import up_to_last_finished
from frontdoor.answers.context import Context
from frontdoor.answers.peers_compared import peers_known
from frontdoor.answers.sentences import count_noun
from frontdoor.measures.formatting import format_gap, format_target, format_value
from frontdoor.measures.measure import Kind
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.control_chart import control_chart
from frontdoor.statistics.process_limits import FEWEST_POINTS_TO_FIX_LIMITS
from frontdoor.strategy.peers import PeerFigure, PeerKind
from frontdoor.strategy.strategy import PromisedMeasure

A_YEAR = 12
STEPS = {
    Unit.SHARE: 0.01,
    Unit.DAYS: 0.5,
    Unit.WORKING_DAYS: 0.5,
    Unit.PENCE: 10.0,
    Unit.SCORE: 0.05,
    Unit.RATIO: 0.05,
    Unit.PER_THOUSAND: 0.5,
}
"""The step targets are written in, by unit; 1 for the rest."""

SMALL_SHARE = 0.2  # half a point matters to those who promise at most 5%
WORSE_LIMIT, BETTER_LIMIT = (f"The {side} limit of the usual ups and downs:" for side in ("worse", "better"))
OTHERWISE = "Only another way of working would keep it."
LONG_WAIT, LONG_STEP, SHORT_STEP = 120.0, 15.0, 5.0  # seconds; people promise minutes and quarters, or fives of seconds


Rounded: TypeAlias = Callable[[float], int]
"""How a number of steps becomes whole."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """One value a target could have, in the measure's unit: where it comes from, why, and what achieving it would take."""

    value: float
    title: str
    reasoning: str
    takes: str


def suggestions(promised: PromisedMeasure, result: Result, context: Context) -> tuple[Suggested, ...]:
    """Return what the target could be, each with its reasoning; none is ever adopted by itself.

    Empty where neither more nor less is better, or nothing is known of us nor of others.
    """
    better = result.measure.better
    if better is Better.NEITHER:
        return ()
    months = [point for point in up_to_last_finished(result.trend) if point.is_complete and point.value is not None]
    found = [
        *_from_baseline(months, result),
        *_from_pace(months, result),
        *_from_peers(peers_known(promised, context, result.period.last), months, result),
    ]
    return tuple({each.value: each for each in reversed(found)}.values())[::-1]


def why_none(promised: PromisedMeasure, result: Result) -> str:
    """Return why nothing is suggested."""
    if result.measure.better is Better.NEITHER:
        return "Neither more nor less of this is better, so it takes no target."
    known = sum(point.value is not None and point.is_complete for point in result.trend)
    return (
        f"{count_noun(known, 'finished month')} of figures: {FEWEST_POINTS_TO_FIX_LIMITS} are needed to say what "
        f"{promised.label[:1].lower()}{promised.label[1:]} usually is, and no other council’s figure of the same definition is known."
    )


def _from_baseline(months: list[Point], result: Result) -> list[Suggested]:
    """Return the natural limits and the mean of the months seen: what is nearly always kept, half the time, never yet."""
    if len(months) < FEWEST_POINTS_TO_FIX_LIMITS:
        return []
    points = control_chart(_values(months)).points.row(-1, named=True)
    mean, low, high = points["mean"], points["lower_limit"], points["upper_limit"]
    if mean is None or low is None or high is None:
        return []
    is_more = result.measure.better is Better.HIGHER
    worst, best = (low, high) if is_more else (high, low)
    easier, harder = (floor, ceil) if is_more else (ceil, floor)
    usual, moved = _usual(months, result), _moved(result)
    reasons: tuple[tuple[float, str, str, Rounded], ...] = (
        (worst, "Kept as things are", f"{WORSE_LIMIT} {usual}. Missing it would be news.{moved}", easier),
        (mean, "What we do now", f"The mean of {usual}. Chance alone misses it every other month.{moved}", round),
        (best, "Out of reach as things are", f"{BETTER_LIMIT} {usual}. {OTHERWISE}{moved}", harder),
    )
    return [_made(value, title, why, months, result, rounded=rounded) for value, title, why, rounded in reasons]


def _usual(months: list[Point], result: Result) -> str:
    low, high = (format_value(end(_values(months)), result.measure.unit) for end in (min, max))
    return f"{count_noun(len(months), 'month')} of {low} to {high}"


def _moved(result: Result) -> str:
    """Return that the months are not alike, where the control chart says so."""
    if result.change.direction not in ("better", "worse"):
        return ""
    return f" It has been {result.change.words[:1].lower()}{result.change.words[1:]}, so earlier months may mislead."


def _from_pace(months: list[Point], result: Result) -> list[Suggested]:
    """Return where a year more of the last year's change would lead, where that was for the better."""
    if len(months) < 2 * A_YEAR:
        return []
    unit = result.measure.unit
    before, last = fmean(_values(months)[-2 * A_YEAR : -A_YEAR]), fmean(_values(months)[-A_YEAR:])
    gained = last - before if result.measure.better is Better.HIGHER else before - last
    if round_target(gained, unit) <= 0:
        return []
    why = (
        f"In a year it went from {format_value(before, unit)} to {format_value(last, unit)}. One more such year gives this. "
        "Nothing says that it goes on."
    )
    return [_made(last + (last - before), "At the pace of the last year", why, months, result)]


def _from_peers(peers: Sequence[PeerFigure], months: list[Point], result: Result) -> list[Suggested]:
    """Return the middle of what councils with the same definition aim at, and of what they reached."""
    found = []
    for kind, title, did in (
        (PeerKind.TARGET, "What others aim at", "aims at"),
        (PeerKind.RESULT, "What others reached", "reached"),
    ):
        same = [peer for peer in peers if peer.is_drawn and peer.kind is kind]
        if same:
            said = "; ".join(
                f"{each.council} {did} {format_value(each.value, result.measure.unit)} ({each.when})" for each in same
            )
            middle = median(each.value for each in same)
            found.append(
                _made(
                    middle, title, f"{said}. The same definition; another council’s callers and staff.", months, result
                )
            )
    return found


def _made(
    value: float, title: str, why: str, months: list[Point], result: Result, *, rounded: Rounded = round
) -> Suggested:
    target = round_target(value, result.measure.unit, rounded)
    return Suggested(target, title, why, _takes(target, months, result))


def _takes(value: float, months: list[Point], result: Result) -> str:
    """Return how many of the last months kept it, and what the others were short of."""
    last = months[-A_YEAR:]
    if not last:
        return "No figures of our own to hold it against."
    unit, is_more = result.measure.unit, result.measure.better is Better.HIGHER
    kept = sum((each >= value) if is_more else (each <= value) for each in _values(last))
    mean = fmean(_values(last))
    gap = value - mean if is_more else mean - value
    said = f"Kept in {kept} of the last {count_noun(len(last), 'month')}."
    if gap <= 0:
        return f"{said} The mean of them, {format_value(mean, unit)}, keeps it: no more than holding on."
    more = f"{format_gap(gap, unit)} {'more' if is_more else 'less'} than the mean of them, {format_value(mean, unit)}"
    return f"{said} It takes {more}{_as_a_count(gap, last, result)}."


def _as_a_count(gap: float, last: list[Point], result: Result) -> str:
    """Return ', about 240 more of 9,100 calls a month' for a share."""
    denominators = [point.denominator for point in last if point.denominator]
    if result.measure.unit is not Unit.SHARE or result.measure.kind is not Kind.RATIO or not denominators:
        return ""
    each = fmean(denominators)
    word = "more" if result.measure.better is Better.HIGHER else "fewer"
    return f": about {max(round(gap * each), 1):,} {word} of {round(each):,} {result.measure.noun} a month"


def round_target(value: float, unit: Unit, rounded: Rounded = round) -> float:
    """Return a value in steps that people write targets in; a share stays between 0 and 1."""
    step = STEPS.get(unit, 1.0)
    if unit is Unit.SHARE and value < SMALL_SHARE:
        step = STEPS[unit] / 2
    if unit is Unit.SECONDS:
        step = LONG_STEP if abs(value) >= LONG_WAIT else SHORT_STEP
    kept = round(rounded(value / step) * step, 6)
    return min(max(kept, 0.0), 1.0) if unit is Unit.SHARE else kept


def _values(months: Sequence[Point]) -> list[float]:
    return [point.value for point in months if point.value is not None]


def target_said(suggested: Suggested, result: Result) -> str:
    """Return 'at least 85%'."""
    return format_target(suggested.value, result.measure.unit, result.measure.better)
