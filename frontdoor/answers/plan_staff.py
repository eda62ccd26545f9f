"""Staff beside service in busy times: what was answered, posts vacant and days lost, in the busiest months and the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from frontdoor.answers.answer import Point, Result
from frontdoor.answers.context import Context
from frontdoor.answers.result import result_of
from frontdoor.filters import Comparison, Filters
from frontdoor.measures.measure import Measure
from frontdoor.measures.phone import ANSWER_RATE, SERVICE_LEVEL
from frontdoor.measures.reported import SICKNESS_ABSENCE, STAFF_RETENTION, STAFF_TURNOVER, VACANCY_RATE
from frontdoor.periods import add_months
from frontdoor.schema.units import Channel
from frontdoor.strategy.strategy import PromisedMeasure

STAFF = tuple(measure.key for measure in (VACANCY_RATE, SICKNESS_ABSENCE, STAFF_TURNOVER, STAFF_RETENTION))
BUSIEST_SHARE = 4  # a quarter of the months are called busy
FEWEST_MONTHS = 12  # with fewer, the busiest quarter is three months of one year and says nothing of others
PHONE = (Channel.PHONE.value,)


@dataclass(frozen=True, slots=True)
class Beside:
    """One measure in the busy months and in the others, None where nothing is known; `months` are those it is known of."""

    result: Result
    busy: float | None
    other: float | None
    months: int


@dataclass(frozen=True, slots=True)
class StaffInBusyTimes:
    """The busiest months of the trend and the others, calls a month in each, and measures beside them; service first."""

    busy: tuple[date, ...]
    other: tuple[date, ...]
    calls: Beside
    measures: tuple[Beside, ...]


def staff_in_busy_times(filters: Filters, context: Context) -> StaffInBusyTimes | None:
    """Return staff beside service over the trend's months; None with under a year of calls or no figure about staff."""
    staff = [promised for promised in context.measures() if promised.measure in STAFF]
    if not staff or filters.attribute is not None:
        return None
    alone = replace(filters, comparison=Comparison.NONE)
    by_phone = replace(alone, channels=PHONE)
    calls = result_of(context.promised("calls_offered"), by_phone, context)
    known = {point.period_start: point.value for point in calls.trend if point.value is not None and point.is_complete}
    if len(known) < FEWEST_MONTHS:
        return None
    ordered = sorted(known, key=lambda month: (-(known[month] or 0.0), month))
    busy = tuple(sorted(ordered[: len(ordered) // BUSIEST_SHARE]))
    other = tuple(sorted(ordered[len(ordered) // BUSIEST_SHARE :]))
    answered = result_of(_answering(context), by_phone, context)
    beside = [answered, *(result_of(promised, alone, context) for promised in staff)]
    measures = (_beside(result, busy, other) for result in beside)
    return StaffInBusyTimes(
        busy, other, _beside(calls, busy, other), tuple(each for each in measures if each.busy is not None)
    )


def _answering(context: Context) -> PromisedMeasure:
    """Return what is promised of answering the phone: how soon, else how often, else how often without a promise."""
    promised = [each for each in context.measures() if not each.channels or PHONE[0] in each.channels]
    found = (each for key in (SERVICE_LEVEL.key, ANSWER_RATE.key) for each in promised if each.measure == key)
    return next(found, None) or context.promised(ANSWER_RATE.key)


def _beside(result: Result, busy: Sequence[date], other: Sequence[date]) -> Beside:
    by_month = dict(_by_month(result.trend))
    known = sum(month in by_month for month in (*busy, *other))
    sides = ([by_month[month] for month in side if month in by_month] for side in (busy, other))
    first, second = (_together(points, result.measure) for points in sides)
    return Beside(result, first, second, known)


def _by_month(trend: Iterable[Point]) -> Iterator[tuple[date, Point]]:
    """Yield each month with the point that covers it; a quarter's return covers its three months."""
    for point in trend:
        if point.value is not None:
            yield from ((add_months(point.period_start, step), point) for step in range(point.months))


def _together(points: Sequence[Point], measure: Measure) -> float | None:
    """Return the points as one figure: sums divided once where every one has both, else their mean."""
    if not points:
        return None
    tops = [point.numerator for point in points if point.numerator is not None]
    bottoms = [point.denominator for point in points if point.denominator]
    if len(tops) == len(bottoms) == len(points):
        return sum(tops) / sum(bottoms) * measure.multiplier
    return sum(point.value for point in points if point.value is not None) / len(points)
