"""How many working days answers at stage 1 took against the promise, in time, late or still open."""

from itertools import pairwise
from math import ceil

import polars as pl

from frontdoor.answers.answer import Result
from frontdoor.answers.complaints_stages import Clocked
from frontdoor.answers.context import Context
from frontdoor.answers.measure import provenance_line
from frontdoor.answers.shown_counts import shown_counts
from frontdoor.figure import Figure, Kind, TargetStep, Tone
from frontdoor.filters import Filters
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy import parameters

PARTS = {Tone.GOOD: "in_time_cases", Tone.POOR: "late_cases", Tone.OPEN: "open_cases"}
"""The parts of a column, and the counts they are."""


def days_figure(main: Clocked, cases: pl.DataFrame, filters: Filters, context: Context) -> Figure | None:
    """Return how many working days stage 1 answers due in the period took, as columns; None where none was due or too few to show."""
    promise = parameters.latest(main.promised, Parameter.PROMISED_WORKING_DAYS, filters.period.last)
    if promise is None or cases.is_empty():
        return None
    frame = _bands(cases, int(promise), filters, context)
    if frame.select(pl.col(PARTS).null_count()).sum_horizontal().item():
        return None
    return Figure(
        key="complaint-days",
        kind=Kind.COLUMNS,
        frame=frame,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=_days_headline(main.result),
        subtitle=f"{filters.period.label}, stage 1 answers due, by working days taken",
        sentence=_days_sentence(frame, int(promise)),
        definition="Working days from the acknowledgement, or from the day the stage began where nobody acknowledged it; "
        "then the days to acknowledge are added to the promise. With an extension an answer can be in time later. Open "
        "ones have taken until the last day known.",
        table=frame.select(
            pl.col("label").alias("Working days"),
            pl.col(Tone.GOOD).alias("In time"),
            pl.col(Tone.POOR).alias("Late"),
            pl.col(Tone.OPEN).alias("Still open"),
        ),
        provenance=provenance_line(main.result),
        targets=(TargetStep(filters.period.first, float(promise), f"Promised: {promise} working days"),),
    )


def _bands(cases: pl.DataFrame, promise: int, filters: Filters, context: Context) -> pl.DataFrame:
    """Return one row for each band of working days with its parts, after disclosure control."""
    edges = sorted({promise // 2, promise, ceil(promise * 1.5), promise * 2, promise * 3})
    starts = [0, *(edge + 1 for edge in edges)]
    labels = [_band_words(first, last - 1) for first, last in pairwise(starts)] + [f"Over {edges[-1]}"]
    place = pl.sum_horizontal(pl.col("working_days_taken") > edge for edge in edges)
    placed = cases.with_columns(place=place.cast(pl.Int64))
    safe = shown_counts(placed, ("place",), list(PARTS.values()), filters, context)
    every = pl.DataFrame(
        {"place": range(len(starts)), "label": labels, "is_beyond": [start > promise for start in starts]}
    )
    joined = every.join(safe, on="place", how="left").sort("place")
    has_none = ~pl.col("place").is_in(safe["place"].implode())
    return joined.select(
        "label",
        "is_beyond",
        *(pl.when(has_none).then(0).otherwise(pl.col(name)).alias(part) for part, name in PARTS.items()),
    )


def _band_words(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _days_headline(result: Result) -> str:
    """Return the headline: '16 of 100 stage 1 answers were not on time'."""
    if result.numerator is None or result.denominator is None:
        return "How long stage 1 answers took"
    late = round(result.denominator - result.numerator)
    if not late:
        return "Every stage 1 answer was on time"
    return f"{late:,} of {result.denominator:,.0f} stage 1 answers were not on time"


def _days_sentence(frame: pl.DataFrame, promise: int) -> str:
    """Return the takeaway: how many within the promised days, after an extension, late, and still open."""
    within, extended = (
        int(frame.filter(pl.col("is_beyond") == is_beyond)[Tone.GOOD].sum()) for is_beyond in (False, True)
    )
    late, still = int(frame[Tone.POOR].sum()), int(frame[Tone.OPEN].sum())
    parts = [f"{within:,} of {within + extended + late + still:,} within {promise} working days"]
    parts += [f"{extended:,} in time after an extension or without an acknowledgement"] if extended else []
    parts += [f"{late:,} late"] if late else []
    parts += [f"{still:,} late and still open"] if still else []
    return f"{', '.join(parts)}."
