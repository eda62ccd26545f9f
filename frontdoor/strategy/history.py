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


def number_before(targets: Iterable[Target], target: Target) -> Target | None:
    """Return the last target that was a number before `target` began; a spell of TBA in between does not hide it."""
    numbers = (each for each in targets if each.value is not None and each.from_date < target.from_date)
    return max(numbers, key=_began, default=None)


def is_easier(target: Target, than: Target, better: Better) -> bool:
    """Return whether `target` asks less than `than`; False where either is TBA or there is no better direction."""
    if target.value is None or than.value is None or target.unit != than.unit:
        return False
    return {Better.HIGHER: target.value < than.value, Better.LOWER: target.value > than.value}.get(better, False)


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
