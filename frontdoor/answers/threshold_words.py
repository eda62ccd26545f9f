"""Thresholds in words: made easier, 'from 20 seconds to 60 seconds on 1 April 2026', or waiting for approval."""

from datetime import date

from frontdoor.answers.context import Context
from frontdoor.measures.formatting import format_date, format_in_full
from frontdoor.measures.measure import Parameter
from frontdoor.register.thresholds import PendingThreshold
from frontdoor.schema.units import Unit
from frontdoor.strategy.history import Easing, easings
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

DAYS = {
    Parameter.WITHIN_DAYS: "day",
    Parameter.PROMISED_WORKING_DAYS: "working day",
    Parameter.ACKNOWLEDGED_WITHIN: "working day",
    Parameter.LONGEST_EXTENSION: "working day",
}


def threshold_notes(promised: PromisedMeasure, context: Context, on: date) -> tuple[str, ...]:
    """Return which thresholds of a measure were made easier within a year, and which wait for approval."""
    eased = [f"Made easier {easing_words(easing)}." for easing in easings(promised, on)]
    waiting = [each for each in context.register.pending_thresholds() if each.measure_key == promised.key]
    return (*eased, *(pending_words(each) for each in waiting))


def easing_words(easing: Easing) -> str:
    """Return 'from 20 seconds to 60 seconds on 1 April 2026 for planning'."""
    queue = f" for {easing.now.queue}" if easing.now.queue else ""
    before, now = (_value(easing.parameter, each) for each in (easing.before, easing.now))
    return f"from {before} to {now} on {format_date(easing.now.from_date)}{queue}"


def pending_words(change: PendingThreshold) -> str:
    """Return what a file states by now, and that what was agreed stays in force."""
    held, stated = (_last(change.parameter, history) for history in (change.held, change.stated))
    return f"A file now states {stated}; {held} stays in force until the change is approved."


def _last(parameter: Parameter, history: tuple[DatedValue, ...]) -> str:
    return _value(parameter, max(history, key=lambda value: value.from_date))


def _value(parameter: Parameter, dated: DatedValue) -> str:
    number = int(dated.value)
    if parameter in DAYS:
        return f"{number:,} {DAYS[parameter]}{'' if number == 1 else 's'}"
    return format_in_full(number, Unit.SECONDS)
