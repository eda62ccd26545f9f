"""Counts of separate things as they may be shown: each is hidden by itself, since none is a part of another."""

import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.context import Context
from frontdoor.filters import Filters


def shown_counts(
    frame: pl.DataFrame, by: tuple[str, ...], names: list[str], filters: Filters, context: Context
) -> pl.DataFrame:
    """Return one row for each `by` with each count of `names` added up, null where it is hidden.

    `frame` holds every value of the attribute filtered by, as `shown` needs it; the others go after disclosure control.
    """
    keys = (*by, "value") if filters.attribute else by
    total = pl.col(names).sum()
    added = frame.group_by(keys).agg(total).sort(keys) if keys else frame.select(total)
    for name in names:
        safe = control(added.select(*keys, name), [name], context.audience, is_small_area=filters.attribute is not None)
        added = added.with_columns(safe[name])
    if filters.attribute and filters.value is not None:
        added = added.filter(pl.col("value") == filters.value)
    return added.select(*by, *names)
