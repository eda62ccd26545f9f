"""The pictures of one measure: its trend with limits and targets, its services side by side, its spread where it is a time."""

from collections.abc import Sequence
from itertools import pairwise

import polars as pl

from frontdoor.answers.answer import BreakdownRow, Result
from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.change import chart_frame, charted
from frontdoor.answers.context import Context
from frontdoor.answers.happened_column import began_words, with_happened
from frontdoor.answers.sentences import count_noun, plain_value
from frontdoor.answers.target_words import phrase
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure, Kind, Mark, TargetStep
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_in_full, format_value
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.judgement import State
from frontdoor.strategy.strategy import PromisedMeasure

WAIT_EDGES_SECONDS = (0, 20, 60, 120, 300, 600, 1200, 1_000_000_000)
"""Edges of the wait distribution's bars: the thresholds UK councils publish (DOMAIN 1.6), then longer tails."""

ADJUSTED = ", with the usual season or carry-over taken out"

SPREAD_MEASURES = (
    "service_level",
    "average_speed_of_answer",
    "median_wait",
    "ninetieth_percentile_wait",
    "longest_wait",
)


def trend_figure(result: Result, marks: tuple[Mark, ...], provenance: str) -> Figure | None:
    """Return the control chart of the months, or None where no month has a value."""
    if not any(point.value is not None for point in result.trend):
        return None
    target = result.judgement.target.value if result.judgement.target else None
    moves_by_itself = result.measure.dated is not None
    found = None if moves_by_itself else charted(result.trend, result.measure.better, target, result.judged_from)
    frame = chart_frame(result.trend, found)
    return Figure(
        key=f"{result.key}-trend",
        kind=Kind.CONTROL_CHART,
        frame=frame,
        unit=result.measure.unit,
        better=result.measure.better,
        headline=_trend_headline(result),
        subtitle=f"{result.label}, {_unit_words(result)}by {_each(result)}{ADJUSTED if found and found.is_adjusted else ''}",
        sentence=f"{_trend_sentence(result, frame)}{began_words(result.change, found, marks)}",
        definition=result.measure.definition,
        table=with_happened(_trend_table(result, frame), [point.period_start for point in result.trend], marks),
        provenance=provenance,
        targets=result.targets,
        marks=marks,
        notes=found.chart.words if found else (),
    )


def _trend_headline(result: Result) -> str:
    words = result.change.words
    subject = result.short_label or result.label
    return f"{subject}: {words[:1].lower()}{words[1:]}"


def _each(result: Result) -> str:
    """Return what a point of the trend is: a month, or a return where partners send one for longer."""
    return "return" if any(point.months > 1 for point in result.trend) else "month"


def _unit_words(result: Result) -> str:
    return f"% of all {result.measure.noun}, " if result.measure.unit is Unit.SHARE else ""


def _trend_sentence(result: Result, frame: pl.DataFrame) -> str:
    """Say the range and the last month as counted, whatever was taken out for the chart, and whether it changed."""
    known = frame.filter(pl.col("value_as_counted").is_not_null() & pl.col("is_complete"))
    if known.is_empty():
        return f"No {_each(result)} is complete yet."
    unit = result.measure.unit
    counted = known["value_as_counted"]
    between = "As counted, between" if frame["is_adjusted"].any() else "Between"
    between = f"{between} {_shown(counted.min(), unit)} and {_shown(counted.max(), unit)} in {count_noun(known.height, _each(result))}"
    detail = f" {result.change.detail}" if result.change.detail else ""
    return f"{between}; {_shown(counted[-1], unit)} in {known['label'][-1]}. {result.change.words}.{detail}"


def _shown(value: object, unit: Unit) -> str:
    return format_value(float(value), unit) if isinstance(value, int | float) else "–"


def _trend_table(result: Result, frame: pl.DataFrame) -> pl.DataFrame:
    """Return the months as counted, and beside them the values drawn where those are adjusted."""
    unit = result.measure.unit
    table = pl.DataFrame(
        {
            "Month": [point.label for point in result.trend],
            result.label: [_shown(point.value, unit) for point in result.trend],
            "Counted": [None if point.numerator is None else round(point.numerator) for point in result.trend],
            "Out of": [None if point.denominator is None else round(point.denominator) for point in result.trend],
            "Finished": ["yes" if point.is_complete else "not yet" for point in result.trend],
        },
        schema={
            "Month": pl.String,
            result.label: pl.String,
            "Counted": pl.Int64,
            "Out of": pl.Int64,
            "Finished": pl.String,
        },
    )
    if not frame["is_adjusted"].any():
        return table
    drawn = frame.select("value", "is_adjusted").rows()
    adjusted = [_shown(value if is_adjusted else None, unit) for value, is_adjusted in drawn]
    return table.insert_column(2, pl.Series("Adjusted, as drawn", adjusted))


def service_figure(result: Result, rows: tuple[BreakdownRow, ...], provenance: str) -> Figure | None:
    """Return the services as bars, worst first, with the target as one line; None for fewer than two services."""
    shown = [row for row in rows if row.value is not None]
    if len(shown) < 2:
        return None
    unit = result.measure.unit
    frame = pl.DataFrame(
        {
            "label": [row.label for row in shown],
            "value": [row.value for row in shown],
            "note": [_shown(row.value, unit) for row in shown],
            "is_highlighted": [row.judgement.state is State.MISSED for row in shown],
        }
    )
    return Figure(
        key=f"{result.key}-services",
        kind=Kind.BARS,
        frame=frame,
        unit=unit,
        better=result.measure.better,
        headline=_service_headline(result, shown, len(rows) - len(shown)),
        subtitle=f"{result.period.label}, {_unit_words(result)}by service",
        sentence=_service_sentence(result, shown, len(rows) - len(shown)),
        definition=result.measure.definition,
        table=_service_table(result, rows),
        provenance=provenance,
        targets=_one_target(result),
    )


def _one_target(result: Result) -> tuple[TargetStep, ...]:
    target = result.judgement.target
    if target is None or target.value is None or result.measure.better is Better.NEITHER:
        return ()
    return (TargetStep(target.from_date, target.value, f"Target {format_value(target.value, target.unit)}"),)


def _service_headline(result: Result, rows: list[BreakdownRow], unseen: int) -> str:
    missed = [row for row in rows if row.judgement.state is State.MISSED]
    if len(missed) == 1:
        return f"{missed[0].label} is the service that fails"
    if missed:
        few = f"; {unseen} too few to say" if unseen else ""
        return f"{len(missed)} of {len(rows) + unseen} services miss the target{few}"
    if result.judgement.target is None or result.judgement.target.value is None:
        return f"{rows[0].label} and {rows[-1].label} are furthest apart"
    return "No service misses the target"


def _service_sentence(result: Result, rows: list[BreakdownRow], unseen: int) -> str:
    first, last = rows[0], rows[-1]
    unit = result.measure.unit
    hidden = f" {unseen} with too few {result.measure.noun} to say." if unseen else ""
    apart = f"From {_shown(first.value, unit)} in {first.label} to {_shown(last.value, unit)} in {last.label}."
    return f"{apart}{hidden}{_own_targets_words(result, rows)}"


def _service_table(result: Result, rows: tuple[BreakdownRow, ...]) -> pl.DataFrame:
    """Return the services' values; with their targets where one has a target of its own."""
    table = pl.DataFrame(
        {
            "Service": [row.label for row in rows],
            result.label: [_shown(row.value, result.measure.unit) for row in rows],
            "Counted": [None if row.numerator is None else round(row.numerator) for row in rows],
            "Out of": [None if row.denominator is None else round(row.denominator) for row in rows],
            "Status": [str(row.judgement.state).replace("_", " ").capitalize() for row in rows],
        },
        schema={
            "Service": pl.String,
            result.label: pl.String,
            "Counted": pl.Int64,
            "Out of": pl.Int64,
            "Status": pl.String,
        },
    )
    if not _with_own_target(result, rows):
        return table
    own = [phrase(row.judgement.target, result.measure.better) if row.judgement.target else "" for row in rows]
    return table.insert_column(4, pl.Series("Target", own))


def _with_own_target(result: Result, rows: Sequence[BreakdownRow]) -> list[BreakdownRow]:
    """Return the services that are judged by another target than the council's."""
    return [row for row in rows if row.judgement.target != result.judgement.target]


def _own_targets_words(result: Result, rows: Sequence[BreakdownRow]) -> str:
    """Return ' Housing is judged by its own target, at least 60%.'."""
    said = (
        f" {row.label} is judged by its own target, {phrase(row.judgement.target, result.measure.better)}."
        for row in _with_own_target(result, rows)
        if row.judgement.target
    )
    return "".join(said)


def distribution_figure(
    promised: PromisedMeasure, result: Result, filters: Filters, context: Context, provenance: str
) -> Figure | None:
    """Return how long answered callers waited, in bars; None for measures that are not about waiting."""
    if promised.measure not in SPREAD_MEASURES or result.value is None:
        return None
    try:
        asked = ask("wait_seconds", promised, scope_of(promised, filters, filters.period, Grain.YEAR), context)
    except CannotTellError:
        return None
    waits = asked.frame.group_by("seconds_waited").agg(pl.col("answered").sum()).filter(pl.col("answered") > 0)
    if waits.is_empty():
        return None
    return _spread(waits, result, promised, provenance)


def _spread(waits: pl.DataFrame, result: Result, promised: PromisedMeasure, provenance: str) -> Figure:
    frame = binned(waits, sorted({*WAIT_EDGES_SECONDS, *_thresholds(promised)}))
    longest = format_in_full(int(waits["seconds_waited"].to_numpy().max()), Unit.SECONDS)
    words = plain_value(result, promised)
    return Figure(
        key=f"{result.key}-spread",
        kind=Kind.DISTRIBUTION,
        frame=frame,
        unit=Unit.SHARE,
        better=Better.NEITHER,
        headline="How long people waited for an answer",
        subtitle=f"{result.period.label}, % of answered calls",
        sentence=f"{words[:1].upper()}{words[1:]}. The longest wait of those answered was {longest}.",
        definition="Each bar is the share of answered calls that waited that long. People who gave up are not in it.",
        table=frame.select(
            pl.col("label").alias("Wait"),
            pl.col("contacts").alias("Answered calls"),
            (pl.col("share") * 100).round(1).alias("% of answered"),
        ),
        provenance=provenance,
    )


def binned(waits: pl.DataFrame, edges: list[int]) -> pl.DataFrame:
    """Return answered calls by range of wait; a range holds its upper edge and not its lower, the first holds 0 too, the last has no end."""
    total = int(waits["answered"].sum())
    rows = []
    for start, end in pairwise(edges):
        above = waits if start == 0 else waits.filter(pl.col("seconds_waited") > start)
        count = int(above.filter(pl.col("seconds_waited") <= end)["answered"].sum())
        last = None if end == WAIT_EDGES_SECONDS[-1] else end
        place = {"from_seconds": start, "to_seconds": last, "label": _range_words(start, end)}
        rows.append({**place, "contacts": count, "share": count / total})
    return pl.DataFrame(rows)


def _thresholds(promised: PromisedMeasure) -> list[int]:
    return [int(each.value) for each in promised.parameters.get(Parameter.WITHIN_SECONDS, ())]


def _range_words(start: int, end: int) -> str:
    if end == WAIT_EDGES_SECONDS[-1]:
        return f"Over {format_value(start, Unit.SECONDS)}"
    return (
        f"{format_value(start, Unit.SECONDS)} to {format_value(end, Unit.SECONDS)}"
        if start
        else f"Up to {format_value(end, Unit.SECONDS)}"
    )
