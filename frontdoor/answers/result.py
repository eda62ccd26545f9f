"""One promised measure in one period, judged: sums, disclosure control, divide, judge, in that order and only here."""

from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from frontdoor.answers.answer import Change, Point, Result
from frontdoor.answers.asking import scope_of, sums
from frontdoor.answers.change import change_of
from frontdoor.answers.context import Context
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.target_words import steps
from frontdoor.answers.trend import points, total, trend_period, with_gaps
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind, Measure
from frontdoor.periods import Grain
from frontdoor.strategy import parameters
from frontdoor.strategy.judgement import Measured, State, judge
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked

DATED_AT_THE_FIRST = {"followed_contacts", "bounced_contacts"}
"""Counts dated at a contact that say what came after it."""

SUPPRESSED = "Fewer than 5 people: hidden so that nobody can be recognised."


@dataclass(frozen=True, slots=True)
class Worked:
    """The sums of one measure over a period and over its trend, not yet judged; `months` are the trend's sums."""

    period: Point
    trend: tuple[Point, ...]
    months: pl.DataFrame
    inside: pl.DataFrame
    asked: tuple[Asked, ...]


def known_after_days(promised: PromisedMeasure, measure: Measure) -> int:
    """Return how many days must pass before a contact's figure is known: N for what follows within N days, else 0."""
    columns = {term.column for term in (*measure.numerator, *measure.denominator)}
    return parameters.within_days(promised) if columns & DATED_AT_THE_FIRST else 0


def work(promised: PromisedMeasure, filters: Filters, context: Context) -> Worked:
    """Ask for the trend's months and the period, in one question when the period is whole months."""
    measure = CATALOGUE[promised.measure]
    months = trend_period(filters.period)
    frame, asked = sums(promised, scope_of(promised, filters, months, Grain.MONTH), context)
    wait = known_after_days(promised, measure)
    is_complete = filters.period.last <= context.as_at - timedelta(days=wait)
    inside = frame
    if filters.period.is_whole_months:
        inside = frame.filter(pl.col("period_start").is_between(*filters.dates))
    else:
        inside, more = sums(promised, scope_of(promised, filters, filters.period, Grain.YEAR), context)
        asked = (*asked, *more)
    found = with_gaps(points(frame, measure, filters, context, wait), months)
    point = total(inside, measure, filters, context, is_complete=is_complete)
    return Worked(point, found, frame, inside, asked)


def result_of(promised: PromisedMeasure, filters: Filters, context: Context) -> Result:
    """Return the judged result of one promised measure; what cannot be told says why and is never left out."""
    try:
        worked = work(promised, filters, context)
    except CannotTellError as reason:
        return _result(promised, filters, context, None, str(reason))
    return _result(promised, filters, context, worked, "")


def _result(
    promised: PromisedMeasure, filters: Filters, context: Context, worked: Worked | None, reason: str
) -> Result:
    measure = CATALOGUE[promised.measure]
    targets = context.targets(promised)
    point = worked.period if worked else Point(filters.period.first, None, None, None)
    judgement = judge(measured(point, measure, reason), targets, filters.period.last)
    return Result(
        key=promised.key,
        label=promised.label,
        measure=measure,
        promise=promised.promise,
        period=filters.period,
        value=None if judgement.state is State.TOO_FEW else point.value,
        numerator=None if judgement.state is State.TOO_FEW else point.numerator,
        denominator=point.denominator,
        judgement=judgement,
        trend=worked.trend if worked else (),
        change=change_of(worked.trend, measure.better) if worked else Change("unknown", "Not judged"),
        targets=steps(targets, measure.unit, measure.better),
        provenance=provenance_of(promised, worked.asked if worked else (), filters, context),
        compared=compared_point(promised, filters, context, worked) if worked else None,
        owner=promised.owner,
        short_label=promised.short_label,
    )


def measured(point: Point, measure: Measure, reason: str = "") -> Measured:
    """Return what judge() needs of a point; a count has no denominator to be too small."""
    return Measured(
        value=point.value,
        denominator=point.denominator,
        minimum_denominator=0 if measure.kind is Kind.COUNT else measure.minimum_denominator,
        better=measure.better,
        is_complete=point.is_complete,
        reason=reason or (SUPPRESSED if point.is_suppressed else ""),
    )


def compared_point(promised: PromisedMeasure, filters: Filters, context: Context, worked: Worked) -> Point | None:
    """Return the same measure over the period compared with, from the trend's months where they hold it."""
    other = filters.compared_with
    if other is None:
        return None
    measure = CATALOGUE[promised.measure]
    frame = worked.months.filter(pl.col("period_start").is_between(other.first, other.last))
    if not (other.is_whole_months and other.first >= trend_period(filters.period).first):
        frame, _ = sums(promised, scope_of(promised, filters, other, Grain.YEAR), context)
    point = total(frame, measure, filters.during(other), context, is_complete=True)
    return None if point.value is None else point
