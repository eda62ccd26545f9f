"""Other ways of counting the same thing, side by side, with a plain comment on what each leaves out."""

from dataclasses import replace

from frontdoor.answers.answer import CountingWay, Result
from frontdoor.answers.context import Context
from frontdoor.answers.result import work
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Unit
from frontdoor.strategy.strategy import PromisedMeasure

OTHER_WAYS: dict[str, tuple[str, ...]] = {
    "service_level": (
        "service_level_of_answered",
        "service_level_ignoring_short_abandons",
        "service_level_crediting_short_abandons",
    ),
    "answered_in_promised_seconds": ("service_level_of_answered",),
    "abandonment_rate": ("abandonment_rate_excluding_short",),
    "average_speed_of_answer": ("median_wait", "ninetieth_percentile_wait", "longest_wait"),
    "median_wait": ("average_speed_of_answer", "ninetieth_percentile_wait", "longest_wait"),
    "first_contact_resolution_recorded": ("first_contact_resolution_derived",),
    "avoidable_contact": ("contacts_per_request",),
}
"""Measures that count the same thing differently."""


def ways(promised: PromisedMeasure, result: Result, filters: Filters, context: Context) -> tuple[CountingWay, ...]:
    """Return the promised way first, then each other way that the data and the council's settings can answer."""
    own = CountingWay(
        result.measure.label,
        "What we promise. " + result.measure.definition.split(". ")[-1].rstrip(".") + ".",
        result.numerator,
        result.denominator,
        result.value,
        is_promised=True,
    )
    others = [_way(key, promised, result, filters, context) for key in OTHER_WAYS.get(promised.measure, ())]
    found = tuple(way for way in others if way is not None)
    return (own, *found) if found else ()


def _way(key: str, promised: PromisedMeasure, result: Result, filters: Filters, context: Context) -> CountingWay | None:
    measure = CATALOGUE[key]
    needs = [need for need in (Parameter.SHORT_ABANDON_SECONDS, Parameter.WITHIN_DAYS) if need in measure.needs]
    if any(need not in promised.parameters for need in needs):
        return None
    try:
        worked = work(replace(promised, measure=key), filters, context)
    except CannotTellError:
        return None
    point = worked.period
    if point.value is None:
        return None
    comment = f"{_difference(point.value, result)}{measure.caution}".strip()
    return CountingWay(measure.label, comment, point.numerator, point.denominator, point.value, is_promised=False)


def _difference(value: float, result: Result) -> str:
    """Return 'Looks 6 points better. ' where both are shares and differ by at least half a point."""
    if result.value is None or result.measure.unit is not Unit.SHARE:
        return ""
    points = round((value - result.value) * 100)
    if not points:
        return ""
    side = "better" if (points > 0) == (result.measure.better == "higher") else "worse"
    return f"Looks {abs(points)} point{'' if abs(points) == 1 else 's'} {side}. "
