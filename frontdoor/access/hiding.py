"""Which counts to hide: the small ones, and enough others that no total gives them away by subtraction."""

from collections.abc import Sequence

import polars as pl

SMALLEST_SHOWN = 5  # councils commonly hide fewer than 5 (DOMAIN.md section 6); 0 is shown
_ORDER = "order_of_row"


def hidden_counts(frame: pl.DataFrame, count_columns: Sequence[str], dimensions: Sequence[str]) -> pl.DataFrame:
    """Return one boolean column a count, in the frame's order: true where the count must not be shown.

    First hidden: 1 to 4, and the smaller of two counts of a row that differ by 1 to 4 (one is usually part of the
    other, and the rest of it is 1 to 4 people). Then, along each dimension, until nothing changes: see `_hide_more`.
    """
    keyed = frame.with_row_index(_ORDER).sort(*dimensions, _ORDER, nulls_last=True)
    columns = []
    for name in count_columns:
        small = _is_small(pl.col(name)) | _hides_a_small_rest(name, count_columns)
        cells = keyed.select(_ORDER, *dimensions, count=pl.col(name), hidden=small.fill_null(value=False))
        columns.append(_settled(cells, dimensions).sort(_ORDER)["hidden"].alias(name))
    return pl.DataFrame(columns)


def _is_small(count: pl.Expr) -> pl.Expr:
    return count.is_between(1, SMALLEST_SHOWN - 1)


def _hides_a_small_rest(name: str, count_columns: Sequence[str]) -> pl.Expr:
    rests = [_is_small(pl.col(other) - pl.col(name)) & (pl.col(name) > 0) for other in count_columns if other != name]
    return pl.any_horizontal([rest.fill_null(value=False) for rest in rests] or [pl.lit(value=False)])


def _settled(cells: pl.DataFrame, dimensions: Sequence[str]) -> pl.DataFrame:
    """Hide along every dimension in turn until a whole round hides nothing more."""
    while True:
        before = cells["hidden"]
        for dimension in dimensions:
            cells = _hide_more(cells, [name for name in dimensions if name != dimension])
        if cells["hidden"].equals(before):
            return cells


def _hide_more(cells: pl.DataFrame, line: Sequence[str]) -> pl.DataFrame:
    """In each line of cells that add up to a total, hide the next smallest where the hidden ones could be worked out.

    A line is safe when nothing is hidden, or when at least two are and together they exceed their number by 3 or more:
    whoever knows the total and that each is at least 1 then still cannot tell any of them from 1, 2, 3 or 4.
    """
    hidden, count = pl.col("hidden"), pl.col("count")
    number = _within(hidden.sum(), line)
    spare = _within(pl.when(hidden).then(count).sum(), line) - number
    is_unsafe = (number == 1) | ((number > 1) & (spare < SMALLEST_SHOWN - 2))
    candidate = pl.when(~hidden & (count > 0)).then(count)
    is_next = _within(candidate.rank("ordinal"), line) == 1
    return cells.with_columns(hidden=hidden | (is_unsafe & is_next).fill_null(value=False))


def _within(expression: pl.Expr, line: Sequence[str]) -> pl.Expr:
    return expression.over(line) if line else expression
