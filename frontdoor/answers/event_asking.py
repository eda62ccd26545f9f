"""Asks what happened where a control chart breaks and nothing is known: beside the chart, and all of them in one list."""

from collections.abc import Sequence
from dataclasses import replace

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.breaks import Break, breaks_of, unexplained
from frontdoor.answers.change import charted
from frontdoor.answers.context import Context
from frontdoor.answers.marks import marks_of
from frontdoor.answers.recording import recorded
from frontdoor.answers.result import result_of
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure, Mark, Unexplained
from frontdoor.filters import Filters
from frontdoor.register.break_answers import BreakPlace, break_answers
from frontdoor.strategy.strategy import PromisedMeasure

ONE_POINT = "Something changed in {month}: what happened?"
FROM_THEN = "Something changed from {month} on: what happened?"


def asking(
    figure: Figure | None, promised: PromisedMeasure, result: Result, filters: Filters, context: Context
) -> Figure | None:
    """Return the chart with the breaks that nothing explains, for those who may say what happened; else as it is."""
    if figure is None or context.audience is not Audience.OFFICER:
        return figure
    return replace(figure, unexplained=asked_of(promised, result, filters, figure.marks, context))


def asked_of(
    promised: PromisedMeasure, result: Result, filters: Filters, marks: Sequence[Mark], context: Context
) -> tuple[Unexplained, ...]:
    """Return the breaks of the measure's months beside which nothing is known and that nobody put aside, newest first.

    None for a part of the people or channels, or for several services: what happened is asked of a service or of all.
    """
    if filters.attribute or filters.channels or len(filters.services) > 1:
        return ()
    target = result.judgement.target.value if result.judgement.target else None
    months = max((point.months for point in result.trend), default=1)
    found = charted(result.trend, result.measure.better, target, result.judged_from)
    service = filters.services[0] if filters.services else ""
    open_ = unexplained(breaks_of(found, months), marks)
    if not open_:
        return ()
    answered = break_answers(context.register)
    told = (_told(each, promised.key, service) for each in reversed(open_))
    places = ((each, BreakPlace(each.measure_key, each.service, each.first_day)) for each in told)
    return tuple(each for each, place in places if place not in answered or not answered[place].is_dismissed)


def _told(found: Break, measure_key: str, service: str) -> Unexplained:
    words = FROM_THEN if found.points > 1 else ONE_POINT
    said = words.format(month=f"{found.first_day:%B %Y}")
    return Unexplained(found.first_day, found.last_day, said, measure_key, service)


def asked_everywhere(filters: Filters, context: Context) -> tuple[tuple[str, Unexplained], ...]:
    """Return (measure's label, break) of every promised measure of the whole council, the newest break first."""
    whole = replace(filters, services=(), channels=(), attribute=None, value=None)
    found = [
        (promised.label, each) for promised in context.measures() for each in _of_measure(promised, whole, context)
    ]
    return tuple(sorted(found, key=lambda told: (-told[1].first_day.toordinal(), told[0])))


def _of_measure(promised: PromisedMeasure, filters: Filters, context: Context) -> tuple[Unexplained, ...]:
    try:
        result = result_of(promised, filters, context)
        held = recorded(promised, filters, context)
    except CannotTellError:
        return ()
    marks = marks_of(promised, filters, context, held.changes if held else ())
    return asked_of(promised, result, filters, marks, context)
