"""Refuses a comparison that could show nothing: one that holds the pilot itself, or that nobody counts."""

from frontdoor.measures.measure import Measure
from frontdoor.strategy.entry import Entry, nearest
from frontdoor.strategy.pilot_hours import do_overlap, window_of
from frontdoor.strategy.pilot_names import PilotNames, is_known_by_half_hour
from frontdoor.strategy.pilot_plan import WEEKDAYS, ComparedBy, Comparison, PilotOutcome, PilotPlan, Where

ITSELF = "this is part of the outcome itself, and nothing can be compared with itself"
TREATED = "the pilot changes this too, so it cannot show what would have been"
KEY_OF = {
    ComparedBy.WEEKDAY: "weekdays",
    ComparedBy.SERVICE: "services",
    ComparedBy.CHANNEL: "channels",
    ComparedBy.WARD: "wards",
    ComparedBy.HOURS: "`from` and `before`",
}


def refuse_comparison_faults(
    entry: Entry, outcome: PilotOutcome, plan: PilotPlan, measure: Measure, names: PilotNames
) -> None:
    """Raise StrategyError for units that are unknown, are in the outcome's own cut, or are changed by the pilot."""
    comparison = outcome.comparison
    if comparison is None:
        return
    inner = entry.inner("comparison")
    _refuse_unknown(inner, comparison, outcome, measure, names)
    for unit in comparison.units:
        if holds(outcome.where, comparison.by, unit):
            raise inner.problem("units", f"{unit}: {ITSELF}; say {KEY_OF[comparison.by]} in `where`, without it.")
        if not _is_whole(plan.where, comparison.by) and holds(plan.where, comparison.by, unit):
            raise inner.problem("units", f"{unit}: {TREATED}; compare with what it leaves alone.")


def holds(where: Where, by: ComparedBy, unit: str) -> bool:
    """Return whether `unit` is among, or shares hours with, what `where` picks; all of everything holds each."""
    if _is_whole(where, by):
        return True
    if by is ComparedBy.HOURS:
        other = window_of(unit)
        return where.window is not None and other is not None and do_overlap(where.window, other)
    return unit in _named(where, by)


def _named(where: Where, by: ComparedBy) -> tuple[str, ...]:
    return {
        ComparedBy.WEEKDAY: tuple(WEEKDAYS[day - 1] for day in where.weekdays),
        ComparedBy.SERVICE: where.services,
        ComparedBy.CHANNEL: where.channels,
        ComparedBy.WARD: where.wards,
    }[by]


def _is_whole(where: Where, by: ComparedBy) -> bool:
    return where.window is None if by is ComparedBy.HOURS else not _named(where, by)


def _refuse_unknown(
    entry: Entry, comparison: Comparison, outcome: PilotOutcome, measure: Measure, names: PilotNames
) -> None:
    if comparison.by is ComparedBy.HOURS and not is_known_by_half_hour(measure):
        raise entry.problem("by", f"{measure.key} is not known by time of day; compare by weekday, service or channel.")
    if comparison.by is ComparedBy.WARD and outcome.where.window is not None:
        raise entry.problem("by", "times of day are not known by ward; compare by weekday, service, channel or hours.")
    if comparison.by is ComparedBy.SERVICE:
        for unit in comparison.units:
            if names.services and unit not in names.services:
                raise entry.problem("units", f"no service is called {unit}.{nearest(unit, names.services)}")
