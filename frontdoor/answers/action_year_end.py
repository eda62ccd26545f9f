"""Where the council's year of a measure is heading: its likely figure with its interval, judged as the year will be."""

from datetime import date, timedelta

import numpy as np

from frontdoor.answers.action_heading import Heading, year_words
from frontdoor.answers.answer import Point, Result
from frontdoor.answers.change import up_to_last_finished
from frontdoor.answers.context import Context
from frontdoor.filters import Filters
from frontdoor.measures.measure import Kind
from frontdoor.periods import Period, Span, add_months, month_start
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.year_end import FEWEST_MONTHS, MONTHS_IN_A_YEAR, YearEnd, year_end
from frontdoor.strategy.judgement import State, target_in_force
from frontdoor.strategy.strategy import PromisedMeasure, Target

ONLY_SUMS = "Not predicted: its months cannot be added up to a year."
OVER = "Not predicted: {year} is over."
NOT_BEGUN = "Not predicted: no month of {year} is finished."
TOO_FEW = "Not predicted: fewer than 12 finished months are known."


def heading(promised: PromisedMeasure, result: Result, filters: Filters, context: Context) -> Heading:
    """Return where the council's year that the result's period ends in is heading, by what was known to that period's end."""
    year = year_of(result.period.last, context.council.year_starts_in_month)
    points = tuple(point for point in up_to_last_finished(result.trend) if point.period_start <= result.period.last)
    months = _months_in(points, year)
    why = _why_none(result, points, months, year)
    numerators, denominators = _sums(points, result)
    found = None if why else year_end(numerators * result.measure.multiplier, denominators, months)
    if found is None:
        return Heading(year, State.CANNOT_TELL, months, why=why or TOO_FEW)
    service = filters.services[0] if len(filters.services) == 1 else None
    return _judged(found, year, months, result, target_in_force(context.targets(promised, service), year.last))


def year_of(day: date, first_month: int) -> Period:
    """Return the council's year that `day` is in, from the first of `first_month`."""
    first = date(day.year if day.month >= first_month else day.year - 1, first_month, 1)
    return Period(first, add_months(first, MONTHS_IN_A_YEAR) - timedelta(days=1), Span.FINANCIAL_YEAR)


def _why_none(result: Result, points: tuple[Point, ...], months: int, year: Period) -> str:
    if result.measure.kind is not Kind.RATIO or any(point.months > 1 for point in points):
        return ONLY_SUMS
    if not months:
        return NOT_BEGUN.format(year=year_words(year))
    if months >= MONTHS_IN_A_YEAR:
        return OVER.format(year=year_words(year))
    return "" if sum(point.numerator is not None for point in points) >= FEWEST_MONTHS else TOO_FEW


def _months_in(points: tuple[Point, ...], year: Period) -> int:
    """Return how many months of the year have gone by the last finished month."""
    if not points or points[-1].period_start < year.first:
        return 0
    return Period(year.first, month_start(points[-1].period_start)).months


def _sums(
    points: tuple[Point, ...], result: Result
) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Return numerators and denominators of each month, NaN where unknown, unfinished or recorded otherwise."""

    def kept(point: Point) -> bool:
        is_like_now = result.judged_from is None or point.period_start >= result.judged_from
        return point.is_complete and is_like_now and point.numerator is not None and bool(point.denominator)

    rows = [(point.numerator, point.denominator) if kept(point) else (np.nan, np.nan) for point in points]
    sums = np.array(rows, dtype=np.float64).reshape(-1, 2)
    return sums[:, 0], sums[:, 1]


def _judged(found: YearEnd, year: Period, months: int, result: Result, target: Target | None) -> Heading:
    better, unit = result.measure.better, result.measure.unit
    low, high = (_within(edge, unit) for edge in (found.interval.lower, found.interval.upper))
    value = _within(found.value, unit)
    goal = target.value if target and target.unit == unit else None
    if goal is None or better is Better.NEITHER:
        state = State.NO_TARGET if target is None or better is Better.NEITHER else State.TO_BE_SET
        return Heading(year, state, months, value, (low, high), None, target)
    above = found.chance_above(goal)
    chance = above if better is Better.HIGHER else 1 - above
    gaps = [edge - goal if better is Better.HIGHER else goal - edge for edge in (low, high, value)]
    state = State.MET if min(gaps) >= 0 else State.CANNOT_TELL if max(gaps) >= 0 else State.MISSED
    tolerance = target.tolerance if target else None
    if state is State.MISSED and tolerance and gaps[-1] >= -tolerance:
        state = State.CLOSE
    return Heading(year, state, months, value, (low, high), chance, target)


def _within(value: float, unit: Unit) -> float:
    """Return a share between 0 and 1; what is counted is never below nought, a score may be."""
    if unit is Unit.SHARE:
        return min(max(value, 0.0), 1.0)
    return max(value, 0.0) if unit in (Unit.SECONDS, Unit.PENCE) else value
