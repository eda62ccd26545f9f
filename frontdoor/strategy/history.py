"""What a strategy published and what the council decided for itself, as one dated history of each measure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from frontdoor.measures.measure import Parameter
from frontdoor.periods import add_months
from frontdoor.schema.units import Better
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure, Target

FLAGGED_MONTHS = 12
"""How long a target made easier is flagged: a year."""

SAME = 1e-12
"""How near two numbers count as equal, relative to the larger of the number and 1."""

EASIER_WHEN_HIGHER = (
    *(Parameter.WITHIN_SECONDS, Parameter.SHORT_ABANDON_SECONDS, Parameter.PROMISED_WORKING_DAYS),
    *(Parameter.ACKNOWLEDGED_WITHIN, Parameter.LONGEST_EXTENSION),
)
"""Thresholds that are easier to keep the higher they are; a number of days to look ahead is easier when shorter."""


@dataclass(frozen=True, slots=True)
class Easing:
    """A threshold made easier: the decision in force and the one it replaced."""

    parameter: Parameter
    now: DatedValue
    before: DatedValue


def combined_targets(published: Iterable[Target], own: Iterable[Target]) -> tuple[Target, ...]:
    """Return one history, oldest first: the latest decision is in force, the council's own where both share a day."""
    by_day = {target.from_date: target for target in (*published, *own)}
    return tuple(by_day[day] for day in sorted(by_day))


def combined_values(published: Iterable[DatedValue], own: Iterable[DatedValue]) -> tuple[DatedValue, ...]:
    """Return one history per queue, oldest first; the council's own value where both share a queue and a day."""
    by_place = {(each.queue or "", each.from_date): each for each in (*published, *own)}
    return tuple(by_place[place] for place in sorted(by_place))


def own_or_council(council: tuple[Target, ...], own: tuple[Target, ...]) -> tuple[Target, ...]:
    """Return the history a service is judged by: the council's until its own begins, then its own, oldest first."""
    if not own:
        return council
    return (*(target for target in council if target.from_date < own[0].from_date), *own)


def number_before(targets: Iterable[Target], target: Target) -> Target | None:
    """Return the last target that was a number before `target` began; a spell of TBA in between does not hide it."""
    numbers = (each for each in targets if each.value is not None and each.from_date < target.from_date)
    return max(numbers, key=_began, default=None)


def is_easier(target: Target, than: Target, better: Better) -> bool:
    """Return whether `target` asks less than `than`, or calls more of what misses it close.

    False where either is TBA or there is no better direction.
    """
    if target.value is None or than.value is None or target.unit != than.unit or better is Better.NEITHER:
        return False
    sign = 1.0 if better is Better.HIGHER else -1.0
    edges = [sign * each - (of.tolerance or 0.0) for each, of in ((target.value, target), (than.value, than))]
    return sign * target.value < sign * than.value or edges[0] < edges[1] - SAME * max(1.0, abs(edges[1]))


def is_asking_less(target: Target, than: Target, better: Better) -> bool:
    """Return whether a number was given up: for an easier one, or for TBA."""
    if target.value is None:
        return than.value is not None and better is not Better.NEITHER
    return is_easier(target, than, better)


def harder_before(targets: Iterable[Target], on: date, better: Better) -> Target | None:
    """Return the hardest number given up within the year before `on` that asks more than what is in force; else None.

    Steps count together, so that a target lowered far and then raised half way is seen; a number given up for TBA counts
    from that day, and again from the day on which a number follows.
    """
    begun = sorted((target for target in targets if target.from_date <= on), key=_began)
    now = begun[-1] if begun else None
    given_up = [each for place, each in enumerate(begun[:-1]) if _is_given_up(each, begun[place + 1 :], on)]
    harder = [each for each in given_up if now and (now.value is None or is_easier(now, each, better))]
    if better is Better.NEITHER:
        return None
    return max(harder, key=lambda each: _hardness(each, better), default=None)


def _is_given_up(target: Target, later: list[Target], on: date) -> bool:
    """Say whether a number ended within the year, or was followed by the next number within it."""
    if target.value is None:
        return False
    number = next((each for each in later if each.value is not None), later[0])
    return is_recent(later[0].from_date, on) or is_recent(number.from_date, on)


def _hardness(target: Target, better: Better) -> tuple[float, float]:
    value = target.value or 0.0
    return (value if better is Better.HIGHER else -value), -(target.tolerance or 0.0)


def is_recent(began: date, on: date) -> bool:
    """Return whether a decision is in force `on` and less than a year old then."""
    return began <= on < add_months(began, FLAGGED_MONTHS)


def to_be_set_since(targets: Iterable[Target], on: date) -> date | None:
    """Return the first day of the unbroken spell of TBA that `on` falls in; None when a number is in force, or nothing."""
    started = sorted((target for target in targets if target.from_date <= on), key=_began, reverse=True)
    unset = list(takewhile(lambda target: target.value is None, started))
    return unset[-1].from_date if unset else None


def easings(promised: PromisedMeasure, on: date) -> tuple[Easing, ...]:
    """Return the thresholds in force `on` that were made easier within a year: 60% in 300 s is not 70% in 30 s."""
    return tuple(
        easing
        for parameter, values in promised.parameters.items()
        for easing in _easings_of(parameter, values, on)
        if is_recent(easing.now.from_date, on)
    )


def _easings_of(parameter: Parameter, values: tuple[DatedValue, ...], on: date) -> Iterable[Easing]:
    for queue in {each.queue: None for each in values}:
        started = sorted((each for each in values if each.queue == queue and each.from_date <= on), key=_began)
        general = [each for each in values if each.queue is None and started and each.from_date < started[0].from_date]
        timeline = [*general[-1:], *started]
        if len(timeline) > 1 and _is_easier_threshold(parameter, timeline[-1], timeline[-2]):
            yield Easing(parameter, timeline[-1], timeline[-2])


def _is_easier_threshold(parameter: Parameter, now: DatedValue, before: DatedValue) -> bool:
    if isinstance(now.value, str) or isinstance(before.value, str):
        return False
    return now.value > before.value if parameter in EASIER_WHEN_HIGHER else now.value < before.value


def _began(decision: Target | DatedValue) -> date:
    return decision.from_date
