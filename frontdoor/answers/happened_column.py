"""What happened beside a chart's own numbers: a column of its table, and words where a change began about then."""

from collections.abc import Sequence
from datetime import date, timedelta

import polars as pl

from frontdoor.answers.answer import Change
from frontdoor.answers.breaks import window_of
from frontdoor.answers.change import Charted
from frontdoor.answers.marks import happened_in
from frontdoor.figure import Mark
from frontdoor.periods import month_end

HAPPENED = "What happened"
REAL = ("better", "worse", "high", "low")
"""What a change is called that is more than the usual ups and downs."""


def with_happened(table: pl.DataFrame, starts: Sequence[date], marks: Sequence[Mark]) -> pl.DataFrame:
    """Return the table with a column of what happened in each row's stretch; as it was where nothing did.

    `starts` are the first days of the rows, in order; a row reaches to the next one's, the last to the end of its month.
    """
    if not marks or not starts:
        return table
    ends = [start - timedelta(days=1) for start in starts[1:]] + [month_end(starts[-1])]
    said = [happened_in(marks, start, end) or None for start, end in zip(starts, ends, strict=True)]
    if not any(said):
        return table
    return table.with_columns(pl.Series(HAPPENED, said, dtype=pl.String))


def began_words(change: Change, found: Charted | None, marks: Sequence[Mark]) -> str:
    """Return what happened about when the latest change began, with a space before it; '' where there is neither."""
    if change.direction not in REAL or found is None or found.chart.since is None:
        return ""
    start = found.months[found.chart.since]
    told = happened_in(marks, *window_of(start, month_end(start), is_run=True))
    return f" What happened about when that began: {told}." if told else ""
