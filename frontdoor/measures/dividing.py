"""From sums to a value: sum first, divide once, null where there is nothing to divide by."""

import polars as pl

from frontdoor.measures.measure import Kind, Measure, Term

STANDING = ("homes",)
"""Columns that are a level, not a flow: over several periods the last one counts, over several services it is the same."""


def _weighted(terms: tuple[Term, ...]) -> pl.Expr:
    """Return the weighted sum of the terms' columns, null where any of them is null."""
    total = pl.lit(0.0)
    for term in terms:
        total = total + pl.col(term.column).cast(pl.Float64) * term.weight
    return total


def summed(frame: pl.DataFrame, by: tuple[str, ...]) -> pl.DataFrame:
    """Return every number of `frame` summed by `by`; a column nobody supplied stays null; maxima stay maxima.

    `frame` is in the order of its periods, so that the last of a standing number is the latest.
    """
    numbers = [name for name, kind in frame.schema.items() if kind.is_numeric() and name not in by]
    totals = [_total(name) for name in numbers]
    if not by:
        return frame.select(totals)
    return frame.group_by(by).agg(totals).sort(by)


def _total(name: str) -> pl.Expr:
    if name in STANDING:
        return pl.col(name).last()
    if name.startswith("longest_"):
        return pl.col(name).max()
    return pl.when(pl.col(name).is_not_null().any()).then(pl.col(name).sum())


def divided(frame: pl.DataFrame, measure: Measure) -> pl.DataFrame:
    """Return `frame` with numerator, denominator, value and squares (Float64); value is null where nothing can be said.

    Expects the columns the measure's terms name, already summed to the grain wanted. For a COUNT or LONGEST the value
    is the numerator itself; squares is null unless the measure is a mean score of a sample.
    """
    numerator = _weighted(measure.numerator)
    denominator = _weighted(measure.denominator) if measure.denominator else pl.lit(None, dtype=pl.Float64)
    squares = _weighted(measure.squares) if measure.squares else pl.lit(None, dtype=pl.Float64)
    with_sums = frame.with_columns(numerator=numerator, denominator=denominator, squares=squares)
    if measure.kind in (Kind.COUNT, Kind.LONGEST):
        return with_sums.with_columns((pl.col("numerator") * measure.multiplier).alias("value"))
    share = pl.col("numerator") / pl.col("denominator") * measure.multiplier
    return with_sums.with_columns(pl.when(pl.col("denominator") > 0).then(share).alias("value"))
