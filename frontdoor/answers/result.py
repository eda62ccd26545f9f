"""One promised measure in one period, judged: sums, disclosure control, divide, judge, in that order and only here."""

from dataclasses import dataclass, replace
from datetime import timedelta

import polars as pl

from frontdoor.answers.answer import Change, Point, Result, StatedLine
from frontdoor.answers.asking import scope_of, sums
from frontdoor.answers.change import change_of
from frontdoor.answers.context import Context
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.recording import Recorded, caveats_of, counts_every_channel, recorded, whole_months_of
from frontdoor.answers.stated import all_there_is, stated_lines
from frontdoor.answers.stated_words import AS_STATED, of_what
from frontdoor.answers.target_words import steps
from frontdoor.answers.trend import points, total, trend_period, with_gaps
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind, Measure
from frontdoor.periods import Grain, Period
from frontdoor.strategy import parameters
from frontdoor.strategy.judgement import Measured, State, judge
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked

DATED_AT_THE_FIRST = {"followed_contacts", "bounced_contacts"}
"""Counts dated at a contact that say what came after it."""

SUPPRESSED = "Fewer than 5 people: hidden so that nobody can be recognised."


@dataclass(frozen=True, slots=True)
class Worked:
    """The sums of one measure over a period and over its trend, not yet judged; `months` are the trend's sums.

    `counted` is the part of the period that is counted; `held` says when every channel is recorded, where that matters.
    """

    period: Point
    trend: tuple[Point, ...]
    months: pl.DataFrame
    inside: pl.DataFrame
    asked: tuple[Asked, ...]
    counted: Period
    held: Recorded | None = None


def known_after_days(promised: PromisedMeasure, measure: Measure) -> int:
    """Return how many days must pass before a contact's figure is known: N for what follows within N days, else 0."""
    columns = {term.column for term in (*measure.numerator, *measure.denominator)}
    return parameters.within_days(promised) if columns & DATED_AT_THE_FIRST else 0


def work(promised: PromisedMeasure, filters: Filters, context: Context) -> Worked:
    """Ask for the trend's months and the period, in one question when the period is whole months."""
    measure = CATALOGUE[promised.measure]
    months = trend_period(filters.period)
    frame, asked = sums(promised, scope_of(promised, filters, months, Grain.MONTH), context)
    held = recorded(promised, filters, context) if counts_every_channel(measure) else None
    counted = filters.period
    if held and measure.is_between_channels:
        counted = held.within(counted, is_of_whole_months=filters.attribute is not None)
        frame = whole_months_of(frame, held)
    inside = frame
    if counted.is_whole_months:
        inside = frame.filter(pl.col("period_start").is_between(counted.first, counted.last))
    else:
        inside, more = sums(promised, scope_of(promised, filters, counted, Grain.YEAR), context)
        asked = (*asked, *more)
    wait = known_after_days(promised, measure)
    is_complete = filters.period.last <= context.as_at - timedelta(days=wait)
    point = total(inside, measure, filters, context, is_complete=is_complete)
    found = with_gaps(points(frame, measure, filters, context, wait), months)
    return Worked(point, found, frame, inside, asked, counted, held)


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
    measure, targets = CATALOGUE[promised.measure], context.targets(promised)
    lines = stated_lines(promised, filters, context)
    point, alone = _point_of(worked, lines, measure, filters, context)
    judgement = judge(measured(point, measure, "" if alone else reason), targets, filters.period.last)
    provenance = provenance_of(promised, worked.asked if worked else (), filters, context)
    is_few = judgement.state is State.TOO_FEW
    return Result(
        key=promised.key,
        label=promised.label,
        measure=measure,
        promise=promised.promise,
        period=filters.period,
        value=None if is_few else point.value,
        numerator=None if is_few else point.numerator,
        denominator=point.denominator,
        judgement=judgement,
        trend=worked.trend if worked else (),
        change=change_of(worked.trend, measure.better) if worked else Change("unknown", "Not judged"),
        targets=steps(targets, measure.unit, measure.better),
        provenance=replace(provenance, is_approximate=True) if alone else provenance,
        compared=compared_point(promised, filters, context, worked) if worked else None,
        owner=promised.owner,
        short_label=promised.short_label,
        caveats=_caveats(worked, alone, filters, measure),
        stated=lines,
        is_as_stated=alone is not None,
    )


def _point_of(
    worked: Worked | None, lines: tuple[StatedLine, ...], measure: Measure, filters: Filters, context: Context
) -> tuple[Point, StatedLine | None]:
    """Return the period's point from counts, or the stated figure as the point where it is all there is."""
    first, last = filters.dates
    point = worked.period if worked else Point(first, None, None, None)
    alone = None if point.value is not None or point.is_suppressed else all_there_is(lines, measure, filters.period)
    if alone is None:
        return point, None
    return Point(first, alone.value, alone.numerator, alone.denominator, last <= context.as_at), alone


def _caveats(worked: Worked | None, alone: StatedLine | None, filters: Filters, measure: Measure) -> tuple[str, ...]:
    if alone is not None:
        return (AS_STATED.format(provider=alone.provider, of_what=of_what(alone, measure)),)
    return caveats_of(worked.held, worked.counted, filters, measure) if worked else ()


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
    if measure.is_between_channels and worked.held and not worked.held.holds(other):
        return None
    frame = worked.months.filter(pl.col("period_start").is_between(other.first, other.last))
    if not (other.is_whole_months and other.first >= trend_period(filters.period).first):
        frame, _ = sums(promised, scope_of(promised, filters, other, Grain.YEAR), context)
    point = total(frame, measure, filters.during(other), context, is_complete=True)
    return None if point.value is None else point
