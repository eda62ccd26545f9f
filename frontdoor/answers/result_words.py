"""What is said of a judged measure wherever it is shown: its value, its sums, its target, a lowered target."""

from collections.abc import Sequence

from frontdoor.answers.answer import Result
from frontdoor.answers.target_words import lowered_line, target_line
from frontdoor.measures.formatting import format_date, format_value, sums_line
from frontdoor.measures.measure import Kind
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import State

UNJUDGED = (State.TOO_FEW, State.NO_DATA, State.CANNOT_TELL)
"""States in which there is no line to draw and nothing to compare."""


def value_words(result: Result) -> str:
    """Return the value as shown, one place finer where it only looks equal to the target."""
    target = result.judgement.target
    return format_value(result.value, result.measure.unit, against=target.value if target else None)


def provisional_words(result: Result) -> str:
    """Return 'provisional' or 'changed since confirmed' for a number its sources' owners do not stand by yet, else ''."""
    is_said = result.value is not None and result.provenance.is_provisional
    return result.provenance.sign_off.value if is_said else ""


def sums_words(result: Result) -> str:
    """Return the sums behind the value, or why there is no value."""
    measure = result.measure
    if result.is_as_stated and measure.kind is not Kind.STATED:
        return "As stated by the source, approximate"
    if result.judgement.state is State.TOO_FEW:
        return f"Fewer than {measure.minimum_denominator} {measure.noun}"
    if result.value is None and result.judgement.reason:
        return result.judgement.reason
    if result.value is None and result.denominator is None:
        return "No figures"
    if measure.kind is Kind.STATED:
        sums = sums_line(result.numerator, result.denominator, measure.noun)
        return f"{sums}, as the provider states" if sums else "As the provider states"
    if measure.unit is Unit.SHARE:
        return sums_line(result.numerator, result.denominator, measure.noun)
    return sums_line(None, result.denominator, measure.noun) or sums_line(result.numerator, None, measure.noun)


def interval_words(result: Result) -> str:
    """Return 'between 58% and 66%' for a sample, nothing for a full count."""
    return "" if result.value is None else between(result.interval, result.measure.unit)


def between(interval: Sequence[float] | None, unit: Unit) -> str:
    """Return the two ends of a 95% interval as words, nothing where there is none."""
    if interval is None:
        return ""
    low, high = (format_value(edge, unit) for edge in interval)
    return f"between {low} and {high}"


def target_words(result: Result) -> str:
    """Return the target in force: 'at least 70%', 'TBA for 39 months', 'No target'."""
    return target_line(result.judgement, result.measure.better, result.period.last)


def lowered_words(result: Result, with_date: bool = False) -> str:
    """Return 'Lowered from 80%' for a target eased in the last year, else nothing; the date it was eased on request."""
    said = lowered_line(result.judgement)
    since = result.judgement.target.from_date if result.judgement.target and with_date else None
    return f"{said}, {format_date(since)}" if said and since else said
