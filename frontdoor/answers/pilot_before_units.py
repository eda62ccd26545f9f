"""Which other weekdays, services and hours a pilot could be compared with, beside those its plan declares."""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.demand_days import has_hours, hours_on
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain
from frontdoor.schema.units import Family
from frontdoor.strategy.pilot_hours import do_overlap, hours_of
from frontdoor.strategy.pilot_plan import WEEKDAYS, ComparedBy, Comparison, PilotOutcome, PilotPlan, Where, Window
from frontdoor.warehouse.scope import Scope

A_YEAR = timedelta(days=365)
USUAL_HOURS = range(16, 36)  # 8am to 6pm, where no hours are declared
MOST_UNITS = 12  # of one kind; each is one more series to ask for


def candidates(outcome: PilotOutcome, plan: PilotPlan, context: Context) -> tuple[Comparison, ...]:
    """Return comparisons of every kind that could be made, the declared units first; none that the pilot itself touches."""
    kinds = {
        ComparedBy.WEEKDAY: list(_weekdays(outcome, plan, context)),
        ComparedBy.SERVICE: list(_services(outcome, plan, context)),
        ComparedBy.HOURS: list(_hours(outcome, plan, context)),
    }
    declared = outcome.comparison
    if declared is not None:
        others = [unit for unit in kinds.get(declared.by, []) if unit not in declared.units]
        kinds = {
            declared.by: [*declared.units, *others],
            **{by: units for by, units in kinds.items() if by is not declared.by},
        }
    return tuple(Comparison(by, tuple(units[:MOST_UNITS])) for by, units in kinds.items() if units)


def _touched(plan: PilotPlan) -> tuple[Where, ...]:
    """Return where the pilot itself changes what comes: its own times, an hour it adds, and where that could draw from."""
    return tuple(each for each in (plan.where, plan.added, plan.moved_from) if each is not None)


def _weekdays(outcome: PilotOutcome, plan: PilotPlan, context: Context) -> Iterator[str]:
    """Yield other weekdays on which we are open; nothing where the outcome is of every day."""
    own = outcome.where.weekdays
    taken = {day for where in _touched(plan) for day in where.weekdays} | set(own)
    opened = np.asarray(hours_on(plan.first_day, context).any(axis=1))
    for place, name in enumerate(WEEKDAYS):
        if own and place + 1 not in taken and opened[place] and (place < 5 or has_hours(context)):
            yield name


def _services(outcome: PilotOutcome, plan: PilotPlan, context: Context) -> Iterator[str]:
    """Yield other services with contacts in the year before; nothing where the outcome is of every service."""
    if not outcome.where.services:
        return
    last = min(plan.first_day - timedelta(days=1), context.as_at)
    frame = ask("channel_coverage", bare(CATALOGUE["contacts"]), Scope(last - A_YEAR, last, Grain.DAY), context).frame
    held = frame.filter(pl.col("family") == Family.VOLUME)
    if outcome.where.channels:
        held = held.filter(pl.col("channel").is_in(outcome.where.channels))
    busiest = held.group_by("service").agg(pl.col("records").sum()).sort("records", "service")
    taken = {service for where in (*_touched(plan), outcome.where) for service in where.services}
    yield from (service for service in reversed(busiest["service"].to_list()) if service not in taken)


def _hours(outcome: PilotOutcome, plan: PilotPlan, context: Context) -> Iterator[str]:
    """Yield other stretches of the same days, as long as the outcome's, in which we are open and the pilot changes nothing."""
    own = outcome.where.window
    if own is None:
        return
    length = own.before_half_hour - own.from_half_hour
    days = [day - 1 for day in outcome.where.weekdays or range(1, 6)]
    opened = np.asarray(hours_on(plan.first_day, context)[days].all(axis=0))
    taken = [
        own,
        *(where.window for where in _touched(plan) if where.window is not None and _same_days(where, outcome.where)),
    ]
    first = own.from_half_hour % length if length else 0
    for start in range(first, 48 - length + 1, max(length, 1)):
        window = Window(start, start + length)
        is_open = opened[start : start + length].all() if has_hours(context) else start in USUAL_HOURS
        if is_open and not any(do_overlap(window, each) for each in taken):
            yield hours_of(window)


def _same_days(one: Where, other: Where) -> bool:
    return not one.weekdays or not other.weekdays or bool(set(one.weekdays) & set(other.weekdays))
