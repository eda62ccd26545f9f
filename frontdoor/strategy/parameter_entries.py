"""Reads [measure.parameters]: a number for always, or a list of dated numbers, for every queue or for one."""

from collections.abc import Mapping
from datetime import date

from frontdoor.measures.measure import Measure, Parameter
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.parameters import clocks_for
from frontdoor.strategy.strategy import DatedValue, Value

DATED_KEYS = ("from", "value", "queue", "source")

HIGHEST = {
    Parameter.WITHIN_SECONDS: 86_400 * 7,  # a week; longer promises are in working days
    Parameter.SHORT_ABANDON_SECONDS: 3_600,
    Parameter.WITHIN_DAYS: 90,  # MARTS.md: follow-ups are kept for 90 days
    Parameter.PROMISED_WORKING_DAYS: 366,
    Parameter.ACKNOWLEDGED_WITHIN: 60,
    Parameter.LONGEST_EXTENSION: 366,
}
"""The highest value that makes sense, a guard against a wrong unit; the lowest is 0, or 1 for a threshold."""

LOWEST = {Parameter.WITHIN_SECONDS: 1}

THRESHOLDS = tuple(HIGHEST)
"""Parameters a measure is given in its own entry; the rest are the council's, or follow from the measure."""

OPTIONAL = (Parameter.LONGEST_EXTENSION,)
"""Thresholds a measure does without: extensions then count as long as they were granted."""


def read_parameters(entry: Entry, measure: Measure) -> dict[Parameter, tuple[DatedValue, ...]]:
    """Return the thresholds the measure is bound to; raise StrategyError for one it does not use."""
    own = tuple(each for each in measure.needs if each in THRESHOLDS or each is Parameter.CLOCK)
    entry.only(tuple(each.value for each in own))
    return {each: _dated_values(entry, each, measure) for each in own if entry.has(each.value)}


def needed_parameters(entry: Entry, measure: Measure, bound: Mapping[Parameter, tuple[DatedValue, ...]]) -> None:
    """Raise StrategyError when the measure needs a threshold that is in neither file."""
    for parameter in measure.needs:
        if parameter in THRESHOLDS and parameter not in OPTIONAL and not bound.get(parameter):
            raise entry.problem(
                f"parameters.{parameter.value}",
                f"{measure.key} needs this threshold; a strategy without one cannot count it.",
            )


def _dated_values(entry: Entry, parameter: Parameter, measure: Measure) -> tuple[DatedValue, ...]:
    key = parameter.value
    if not isinstance(entry.table[key], list):
        return (DatedValue(ALWAYS, _value(entry, key, parameter, measure)),)
    items = entry.entries(key, DATED_KEYS)
    if not items:
        raise entry.problem(key, "the list is empty; give at least one value.")
    read = tuple(_dated_value(item, parameter, measure) for item in items)
    _refuse_same_day(items, read)
    return read


def _dated_value(item: Entry, parameter: Parameter, measure: Measure) -> DatedValue:
    return DatedValue(
        from_date=item.day("from") if item.has("from") else ALWAYS,
        value=_value(item, "value", parameter, measure),
        queue=item.text("queue") if item.has("queue") else None,
        source=item.text("source", ""),
    )


def _value(entry: Entry, key: str, parameter: Parameter, measure: Measure) -> Value:
    if parameter is Parameter.CLOCK:
        return entry.name_in(key, clocks_for(measure.key), "clock")
    value, lowest, highest = entry.whole(key), LOWEST.get(parameter, 0), HIGHEST[parameter]
    if not lowest <= value <= highest:
        raise entry.problem(key, f"{parameter.value} goes from {lowest} to {highest}.")
    return value


def _refuse_same_day(items: tuple[Entry, ...], read: tuple[DatedValue, ...]) -> None:
    seen: set[tuple[str | None, date]] = set()
    for item, value in zip(items, read, strict=True):
        if (value.queue, value.from_date) in seen:
            raise item.problem("from", "there are two values from this day; keep one.")
        seen.add((value.queue, value.from_date))
