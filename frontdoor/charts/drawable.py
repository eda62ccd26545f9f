"""The numbers of a frame that can be drawn: what is not a number, or has no end, becomes null."""

from collections.abc import Sequence

import polars as pl


def drawable(frame: pl.DataFrame, columns: Sequence[str] = ("value",)) -> pl.DataFrame:
    """Return the frame with these columns as floats, each finite or null."""
    values = (pl.col(column).cast(pl.Float64) for column in columns)
    return frame.with_columns(pl.when(value.is_finite()).then(value) for value in values)
