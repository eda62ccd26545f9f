"""Where a figure of a pilot is counted, and the same figure of each comparison unit."""

from dataclasses import dataclass, replace

import numpy as np

from frontdoor.answers.asking import narrowed
from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.peaks_times import span_words
from frontdoor.errors import CannotTellError
from frontdoor.statistics.arrays import Booleans
from frontdoor.statistics.demand_days import DAYS_IN_A_WEEK
from frontdoor.statistics.demand_profile import HALF_HOURS
from frontdoor.strategy.pilot_hours import window_of
from frontdoor.strategy.pilot_plan import WEEKDAYS, ComparedBy, Comparison, PilotOutcome, Where
from frontdoor.strategy.strategy import PromisedMeasure

NO_WARDS = "Figures by ward are kept by whole months only, so no week of a ward is known."


@dataclass(frozen=True, slots=True)
class Unit:
    """One comparison unit: its name in the plan, what people call it, and where its figure is counted."""

    name: str
    label: str
    where: Where


def place_of(outcome: PilotOutcome, promised: PromisedMeasure) -> Where:
    """Return where the outcome is counted, narrowed to what its measure is promised for; CannotTellError for wards."""
    return narrowed_to(outcome.where, promised)


def narrowed_to(where: Where, promised: PromisedMeasure) -> Where:
    """Return `where` with only the services and channels that the measure is promised for."""
    if where.wards:
        raise CannotTellError(NO_WARDS)
    return replace(
        where,
        services=narrowed(promised.services, where.services),
        channels=narrowed(promised.channels, where.channels),
    )


def units_of(comparison: Comparison | None, place: Where, context: Context) -> tuple[Unit, ...]:
    """Return the comparison units in the plan's order; CannotTellError where they are wards."""
    if comparison is None:
        return ()
    return tuple(_unit(name, comparison.by, place, context) for name in comparison.units)


def _unit(name: str, by: ComparedBy, place: Where, context: Context) -> Unit:
    match by:
        case ComparedBy.WEEKDAY:
            return Unit(name, f"{name.capitalize()}s", replace(place, weekdays=(WEEKDAYS.index(name) + 1,)))
        case ComparedBy.HOURS:
            window = window_of(name)
            label = name if window is None else span_words(window.from_half_hour, window.before_half_hour)
            return Unit(name, label, replace(place, window=window))
        case ComparedBy.SERVICE:
            return Unit(name, label_of(name, "service", context), replace(place, services=(name,)))
        case ComparedBy.CHANNEL:
            return Unit(name, label_of(name, "channel", context), replace(place, channels=(name,)))
    raise CannotTellError(NO_WARDS)


def weekdays_of(where: Where) -> Booleans:
    """Return which days of the week are counted, Monday first."""
    chosen = where.weekdays or range(1, DAYS_IN_A_WEEK + 1)
    return np.isin(np.arange(1, DAYS_IN_A_WEEK + 1), list(chosen))


def half_hours_of(where: Where) -> Booleans:
    """Return which half-hours of the day are counted."""
    inside = np.ones(HALF_HOURS, dtype=np.bool_)
    if where.window is not None:
        inside[: where.window.from_half_hour] = False
        inside[where.window.before_half_hour :] = False
    return inside
