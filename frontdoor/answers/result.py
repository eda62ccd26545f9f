"""One promised measure in one period, judged: sums, disclosure control, divide, judge, in that order and only here."""

from dataclasses import dataclass, replace
from datetime import timedelta

import polars as pl

from frontdoor.answers.answer import Change, Point, Result, StatedLine
from frontdoor.answers.asking import scope_of, sums
from frontdoor.answers.by_attribute import refuse_unrecorded
from frontdoor.answers.change import change_of
from frontdoor.answers.context import Context
from frontdoor.answers.provenance import provenance_of
from frontdoor.answers.recording import caveats_of, is_comparable, not_whole, recorded, whole_months_of
from frontdoor.answers.reported import report
from frontdoor.answers.stated import all_there_is, stated_lines
from frontdoor.answers.stated_words import AS_STATED, of_what
from frontdoor.answers.target_words import steps
from frontdoor.answers.trend import points, total, trend_period, with_gaps
from frontdoor.answers.wording import comparable, holds, wording_caveats
from frontdoor.answers.worked import Worked
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.measure import Kind, Measure
from frontdoor.periods import Grain
from frontdoor.strategy import parameters
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.judgement import JUDGED, Judgement, Measured, State, judge
from frontdoor.strategy.strategy import PromisedMeasure, Target

DATED_AT_THE_FIRST = {"followed_contacts", "bounced_contacts"}
"""Counts dated at a contact that say what came after it."""

SUPPRESSED = "Fewer than 5 people: hidden so that nobody can be recognised."


def known_after_days(promised: PromisedMeasure, measure: Measure) -> int:
    """Return how many days must pass before a contact's figure is known: N for what follows within N days, else 0."""
    columns = {term.column for term in (*measure.numerator, *measure.denominator)}
    return parameters.within_days(promised) if columns & DATED_AT_THE_FIRST else 0


def work(promised: PromisedMeasure, filters: Filters, context: Context) -> Worked:
    """Ask for the trend's months and the period, in one question when the period is whole months."""
    measure = measure_of(promised)
    if measure.kind is Kind.STATED:
        return report(promised, filters, context)
    months = trend_period(filters.period)
    frame, asked = sums(promised, scope_of(promised, filters, months, Grain.MONTH), context)
    refuse_unrecorded(frame, measure, filters)
    held = recorded(promised, filters, context)
    counted = filters.period
    if held and measure.is_between_channels:
        counted = held.within(counted, is_of_whole_months=filters.attribute is not None)
        frame = whole_months_of(frame, held)
    counted = comparable(promised, counted, context)
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
    caveats = (*caveats_of(held, counted, filters, measure), *wording_caveats(promised, filters, context))
    return Worked(point, found, frame, inside, asked, counted, held, caveats)


def result_of(promised: PromisedMeasure, filters: Filters, context: Context) -> Result:
    """Return the judged result of one promised measure; what cannot be told says why and is never left out."""
    try:
        worked = work(promised, filters, context)
    except CannotTellError as reason:
        return _result(promised, filters, context, None, str(reason))
    return _result(promised, filters, context, worked, "")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A point and its judgement; `alone` is the stated figure it was taken from, `lines` all that is stated."""

    point: Point
    judgement: Judgement
    alone: StatedLine | None
    lines: tuple[StatedLine, ...]


def _judged(
    promised: PromisedMeasure, filters: Filters, context: Context, worked: Worked | None, reason: str
) -> _Judged:
    measure, lines = measure_of(promised), stated_lines(promised, filters, context)
    point, alone = _point_of(worked, lines, promised, filters, context)
    why = "" if alone else reason or (worked.reason if worked else "")
    judgement = judge(measured(point, measure, why), _targets(promised, filters, context), filters.period.last)
    if worked and alone is None:
        judgement = _of_the_whole(judgement, not_whole(worked.held, filters.period, measure))
    if judgement.state is State.TOO_FEW or measure.is_few(point.denominator):
        point = replace(point, value=None, numerator=None, interval=None)
    return _Judged(point, judgement, alone, lines)


def _result(
    promised: PromisedMeasure, filters: Filters, context: Context, worked: Worked | None, reason: str
) -> Result:
    measure, found = measure_of(promised), _judged(promised, filters, context, worked, reason)
    point, alone = found.point, found.alone
    provenance = provenance_of(promised, worked.asked if worked else (), filters, context)
    return Result(
        key=promised.key,
        label=promised.label,
        measure=measure,
        promise=promised.promise,
        period=filters.period,
        value=point.value,
        numerator=point.numerator,
        denominator=point.denominator,
        judgement=found.judgement,
        trend=worked.trend if worked else (),
        change=_change(worked, measure),
        targets=steps(_targets(promised, filters, context), measure.unit, measure.better),
        provenance=replace(provenance, is_approximate=True) if alone else provenance,
        compared=compared_point(promised, filters, context, worked) if worked else None,
        owner=promised.owner,
        short_label=promised.short_label,
        caveats=_caveats(worked, alone, measure),
        stated=found.lines,
        is_as_stated=alone is not None or measure.kind is Kind.STATED,
        interval=point.interval,
        judged_from=worked.held.judged_from if worked and worked.held else None,
    )


def _targets(promised: PromisedMeasure, filters: Filters, context: Context) -> tuple[Target, ...]:
    """Return what the figures are judged by: of one service alone its own target where it has one, else the council's."""
    return context.targets(promised, filters.services[0] if len(filters.services) == 1 else None)


def _of_the_whole(judgement: Judgement, partly: str) -> Judgement:
    """Return the judgement, or that it cannot be told and why where only a part of the period was counted."""
    if not partly or judgement.state not in JUDGED:
        return judgement
    return replace(judgement, state=State.CANNOT_TELL, gap=None, reason=partly)


def _change(worked: Worked | None, measure: Measure) -> Change:
    if worked is None or measure.dated:
        return Change("unknown", "Not judged")
    return change_of(worked.trend, measure.better, worked.held.judged_from if worked.held else None)


def _point_of(
    worked: Worked | None, lines: tuple[StatedLine, ...], promised: PromisedMeasure, filters: Filters, context: Context
) -> tuple[Point, StatedLine | None]:
    """Return the period's point from counts, or the stated figure as the point where it is all there is."""
    first, last = filters.dates
    point = worked.period if worked else Point(first, None, None, None)
    alone = None if point.value is not None or point.is_suppressed else all_there_is(lines, promised, filters.period)
    if alone is None:
        return point, None
    return Point(first, alone.value, alone.numerator, alone.denominator, last <= context.as_at), alone


def _caveats(worked: Worked | None, alone: StatedLine | None, measure: Measure) -> tuple[str, ...]:
    if alone is not None:
        return (AS_STATED.format(provider=alone.provider, of_what=of_what(alone, measure)),)
    return worked.caveats if worked else ()


def measured(point: Point, measure: Measure, reason: str = "") -> Measured:
    """Return what judge() needs of a point; a count has no denominator to be too small."""
    return Measured(
        value=point.value,
        denominator=point.denominator,
        minimum_denominator=0 if measure.kind is Kind.COUNT else measure.minimum_denominator,
        better=measure.better,
        is_complete=point.is_complete,
        interval=point.interval,
        reason=reason or (SUPPRESSED if point.is_suppressed else ""),
    )


def compared_point(promised: PromisedMeasure, filters: Filters, context: Context, worked: Worked) -> Point | None:
    """Return the same measure over the period compared with, from the trend's months where they hold it."""
    other = filters.compared_with
    if other is None:
        return None
    measure = measure_of(promised)
    if not is_comparable(worked.held, other, measure) or not holds(promised, filters.period, other, context):
        return None
    if measure.kind is Kind.STATED:
        point = report(promised, filters.during(other), context).period
        return None if point.value is None else point
    frame = worked.months.filter(pl.col("period_start").is_between(other.first, other.last))
    if not (other.is_whole_months and other.first >= trend_period(filters.period).first):
        frame, _ = sums(promised, scope_of(promised, filters, other, Grain.YEAR), context)
    point = total(frame, measure, filters.during(other), context, is_complete=True)
    return None if point.value is None else point
