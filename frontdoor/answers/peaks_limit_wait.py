"""The wait itself: half, nine in ten and the longest, who waited past each promise, and the worst day and half-hour."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from frontdoor.answers.asking import ask, scope_of, sums
from frontdoor.answers.context import Context
from frontdoor.answers.demand_nouns import weekday_date
from frontdoor.answers.measure_figures import SPREAD_MEASURES, distribution_figure
from frontdoor.answers.peaks_limit_loads import Each, Loads, over_five_minutes, promises_of_waiting
from frontdoor.answers.peaks_times import time_words
from frontdoor.answers.result import result_of
from frontdoor.answers.shown_counts import shown_counts
from frontdoor.answers.trend import total
from frontdoor.answers.view_answer import Box, Line
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_in_full, format_value
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, Period
from frontdoor.schema.units import Unit
from frontdoor.strategy import parameters
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.strategy import PromisedMeasure

TIMES = (
    ("median_wait", "Half waited less than"),
    ("ninetieth_percentile_wait", "9 in 10 waited less than"),
    ("longest_wait", "Longest wait"),
)
"""The measures of one wait, and how the box names them."""

FEWEST_CALLERS = 20  # in a day or half-hour before it can be the worst: fewer are one bad call
ONLY_AVERAGES = (
    "How long each caller waited is not recorded here, at most averages, and an average hides the long waits."
)
PASSED = ("offered", "answered_within", "abandoned_within")


def too_long_words(promised: PromisedMeasure, on: date) -> str:
    """Return what is too long on that day: 'over 60 seconds'."""
    within = parameters.latest(promised, Parameter.WITHIN_SECONDS, on)
    return "over the promised time" if within is None else f"over {format_in_full(float(within), Unit.SECONDS)}"


def has_changed(promised: PromisedMeasure, period: Period) -> bool:
    """Return whether more than one promised time was in force during the period."""
    return too_long_words(promised, period.first) != too_long_words(promised, period.last)


def wait_box(filters: Filters, loads: Sequence[Loads], too_long: str, noun: str, context: Context) -> Box:
    """Return the wait of the period chosen; `loads` are its days and, where known, its half-hours."""
    times = _times(filters, context)
    unknown = () if any(line.label == TIMES[0][1] for line in times) else (Line("", ONLY_AVERAGES),)
    worst = [line for each in loads for line in _worst(each, too_long, noun)]
    return Box(f"The wait itself, {filters.period.label}", (*unknown, *times, *_passed(filters, context), *worst))


def wait_figure(promised: PromisedMeasure, filters: Filters, context: Context, source: str) -> Figure | None:
    """Return how long people waited for an answer, as the page of a measure draws it; None where that is not recorded."""
    shown = promised if promised.measure in SPREAD_MEASURES and promised.promise else context.promised("median_wait")
    return distribution_figure(shown, result_of(shown, filters, context), filters, context, source)


def _times(filters: Filters, context: Context) -> tuple[Line, ...]:
    """Return the median, the ninth tenth and the longest, of those that can be told."""
    lines = []
    for key, label in TIMES:
        promised = context.promised(key)
        try:
            frame, _ = sums(promised, scope_of(promised, filters, filters.period, Grain.YEAR), context)
        except CannotTellError:
            continue
        if frame.is_empty():
            continue
        point = total(frame, measure_of(promised), filters, context, is_complete=True)
        if point.value is not None:
            is_few = point.is_few and key != "longest_wait"
            lines.append(Line(label, "", "too few to say" if is_few else format_in_full(point.value, Unit.SECONDS)))
    return tuple(lines)


def _passed(filters: Filters, context: Context) -> tuple[Line, ...]:
    """Return the share that waited past each promised time; past five minutes where nobody promised any."""
    promises = promises_of_waiting(filters, context) or (over_five_minutes(),)
    found = {too_long_words(each, filters.period.last): _share_past(each, filters, context) for each in promises}
    return tuple(
        Line(f"Waited {too_long}", "Answered later or not", format_value(share, Unit.SHARE))
        for too_long, share in found.items()
        if share is not None
    )


def _share_past(promised: PromisedMeasure, filters: Filters, context: Context) -> float | None:
    try:
        frame = ask("waits_within", promised, scope_of(promised, filters, filters.period, Grain.YEAR), context).frame
    except CannotTellError:
        return None
    if frame.is_empty():
        return None
    offered, answered, abandoned = shown_counts(frame, (), list(PASSED), filters, context).row(0)
    return (offered - answered - (abandoned or 0)) / offered if offered and answered is not None else None


def _worst(loads: Loads, too_long: str, noun: str) -> tuple[Line, ...]:
    """Return the day or half-hour in which most were let down, of those with enough callers."""
    column, whole, words = ("waited_over", "offered", f" {too_long}")
    if not loads.knows(column):
        column, whole, words = ("gave_up", "calls", " gave up")
    rows = loads.rows_of(column, whole).filter(pl.col(whole) >= FEWEST_CALLERS)
    if rows.is_empty():
        few = f"No {loads.each} had {FEWEST_CALLERS} {noun} or more"
        return (Line(f"Worst {loads.each}", few, "too few to say"),)
    worst = rows.sort("share", "calls", descending=True).row(0, named=True)
    at = f", {time_words(worst['half_hour'])}" if loads.each is Each.HALF_HOUR else ""
    when = f"{weekday_date(worst['period_start'])}{at}: {worst['calls']:,} {noun}"
    return (Line(f"Worst {loads.each}", when, f"{format_value(worst['share'], Unit.SHARE)}{words}"),)
