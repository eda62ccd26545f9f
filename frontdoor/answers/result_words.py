"""What is said of a judged measure wherever it is shown: its value, its sums, its target, a lowered target."""

from frontdoor.answers.answer import Result
from frontdoor.answers.target_words import lowered_line, target_line
from frontdoor.measures.formatting import format_date, format_value, sums_line
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import State

UNJUDGED = (State.TOO_FEW, State.NO_DATA, State.CANNOT_TELL)
"""States in which there is no line to draw and nothing to compare."""


def value_words(result: Result) -> str:
    """Return the value as shown, one place finer where it only looks equal to the target."""
    target = result.judgement.target
    return format_value(result.value, result.measure.unit, against=target.value if target else None)


def sums_words(result: Result) -> str:
    """Return the sums behind the value, or why there is no value."""
    measure = result.measure
    if result.is_as_stated:
        return "As stated by the source, approximate"
    if result.judgement.state is State.TOO_FEW:
        return f"Fewer than {measure.minimum_denominator} {measure.noun}"
    if result.value is None and result.judgement.reason:
        return result.judgement.reason
    if result.value is None and result.denominator is None:
        return "No figures"
    if measure.unit is Unit.SHARE:
        return sums_line(result.numerator, result.denominator, measure.noun)
    return sums_line(None, result.denominator, measure.noun) or sums_line(result.numerator, None, measure.noun)


def target_words(result: Result) -> str:
    """Return the target in force: 'at least 70%', 'TBA for 39 months', 'No target'."""
    return target_line(result.judgement, result.measure.better, result.period.last)


def lowered_words(result: Result, with_date: bool = False) -> str:
    """Return 'Lowered from 80%' for a target eased in the last year, else nothing; the date it was eased on request."""
    said = lowered_line(result.judgement)
    since = result.judgement.target.from_date if result.judgement.target and with_date else None
    return f"{said}, {format_date(since)}" if said and since else said
