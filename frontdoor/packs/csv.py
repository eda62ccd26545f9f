"""A figure's table as CSV: stamped where the figures are invented, and safe to open in a spreadsheet."""

import re

import polars as pl

from frontdoor.figure import Figure

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text cell that begins with one of these is run as a formula by spreadsheets (OWASP, CSV injection)."""
NUMBER = r"^[+-]?[0-9]+(?:\.[0-9]+)?\z"

STAMP_COLUMN = "Note"


def csv_name(figure: Figure) -> str:
    """Return the file's name; that of invented figures says so."""
    return f"{'invented-' if figure.stamp else ''}{figure.key}.csv"


def csv_text(figure: Figure) -> str:
    """Return the whole table as RFC 4180 text with a header; invented figures carry a column that says so."""
    table = neutralised(figure.table)
    if figure.stamp:
        table = table.with_columns(pl.lit(figure.stamp).alias(STAMP_COLUMN))
    return table.write_csv(line_terminator="\r\n")


def neutralised(table: pl.DataFrame) -> pl.DataFrame:
    """Return the table with an apostrophe before text that a spreadsheet would run; numbers in text stay numbers."""
    texts = [name for name, kind in table.schema.items() if kind == pl.String]
    return table.with_columns(_safe(name) for name in texts).rename(
        {name: f"'{name}" for name in table.columns if name.startswith(FORMULA_STARTS)}
    )


def _safe(name: str) -> pl.Expr:
    starts = pl.any_horizontal(pl.col(name).str.starts_with(start) for start in FORMULA_STARTS)
    is_number = pl.col(name).str.contains(NUMBER)
    return pl.when(starts & ~is_number).then(pl.lit("'") + pl.col(name)).otherwise(pl.col(name)).alias(name)


def safe_text(words: str) -> str:
    """Return one text as `neutralised` would: with an apostrophe where a spreadsheet would run it."""
    is_run = words.startswith(FORMULA_STARTS) and not re.match(NUMBER.replace(r"\z", r"\Z"), words)
    return f"'{words}" if is_run else words
