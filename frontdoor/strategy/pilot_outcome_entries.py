"""Reads the outcomes of a pilot's plan: what each counts, how much change is worth having, and what it is compared with."""

from frontdoor.measures.measure import Parameter
from frontdoor.statistics.pilot_weeks import Shape
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.parameter_entries import HIGHEST, LOWEST, THRESHOLDS
from frontdoor.strategy.pilot_hours import HOURS_EXAMPLE, hours_of, window_of
from frontdoor.strategy.pilot_plan import WEEKDAYS, ComparedBy, Comparison, PilotOutcome, Role
from frontdoor.strategy.pilot_where_entries import CHANNELS, read_where, refuse_twice

OUTCOME_KEYS = (
    *("key", "label", "measure", "role", "where", "worthwhile", "margin", "shape", "comparison", "parameters"),
    "question",
)
COMPARISON_KEYS = ("by", "units", "is_parallel")
PARAMETERS = tuple(parameter.value for parameter in THRESHOLDS)


def outcome_entries(plan: Entry) -> tuple[Entry, ...]:
    """Return the [[outcome]] tables of a plan."""
    return plan.entries("outcome", OUTCOME_KEYS)


def read_outcome(entry: Entry) -> PilotOutcome:
    """Return one outcome as written; whether its names exist is not looked at here."""
    return PilotOutcome(
        key=entry.text("key"),
        label=entry.text("label"),
        measure=entry.text("measure"),
        role=entry.choice("role", Role, "role"),
        where=read_where(entry, "where"),
        worthwhile=_number_or_none(entry, "worthwhile"),
        margin=_number_or_none(entry, "margin"),
        shape=entry.choice("shape", Shape, "shape") if entry.has("shape") else Shape.STEP,
        comparison=_comparison(entry),
        parameters=_parameters(entry.inner("parameters").only(PARAMETERS)),
        question=entry.text("question", ""),
    )


def _number_or_none(entry: Entry, key: str) -> float | None:
    return float(entry.number(key)) if entry.has(key) else None


def _parameters(entry: Entry) -> dict[Parameter, int]:
    read: dict[Parameter, int] = {}
    for parameter in THRESHOLDS:
        if entry.has(parameter.value):
            value, lowest, highest = entry.whole(parameter.value), LOWEST.get(parameter, 0), HIGHEST[parameter]
            if not lowest <= value <= highest:
                raise entry.problem(parameter.value, f"{parameter.value} goes from {lowest} to {highest}.")
            read[parameter] = value
    return read


def _comparison(outcome: Entry) -> Comparison | None:
    if not outcome.has("comparison"):
        return None
    entry = outcome.inner("comparison").only(COMPARISON_KEYS)
    by = entry.choice("by", ComparedBy, "kind of comparison")
    refuse_twice(entry, "units")
    return Comparison(by, _units(entry, by), entry.flag("is_parallel"))


def _units(entry: Entry, by: ComparedBy) -> tuple[str, ...]:
    units = entry.texts("units")
    if not units:
        raise entry.problem("units", 'name at least one to compare with, such as ["tuesday"], or leave comparison out.')
    if by is ComparedBy.WEEKDAY:
        return entry.names_in("units", WEEKDAYS, "weekday")
    if by is ComparedBy.CHANNEL:
        return entry.names_in("units", CHANNELS, "channel")
    return tuple(_hours(entry, unit) for unit in units) if by is ComparedBy.HOURS else units


def _hours(entry: Entry, unit: str) -> str:
    window = window_of(unit)
    if window is None:
        raise entry.problem("units", f'{unit} is no span of half-hours; write hours like "{HOURS_EXAMPLE}".')
    return hours_of(window)
