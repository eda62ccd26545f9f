"""A small file with everything that goes wrong in real exports, in known numbers."""

from dataclasses import dataclass

import polars as pl

GOOD, REPEATED, UNCHANGED = 40, 6, 5
_BAD_DATES = ("2026-02-29T10:00:00", "29/02/2023 10:00", "yesterday", "", "2026-03-29T01:30:00")
_BAD_WAITS = ("-5", "-120", "soon")
_BAD_CHANNELS = ("carrier pigeon", "fax", "")
_COMPLETED_TOO_EARLY = 2
_HOSTILE_WORDS = (
    '=HYPERLINK("http://invented.example")',
    "<script>alert('invented')</script>",
    'Line one\nline two, "quoted"',
)
_TWICE = "2025-10-26T01:30:00"  # the clocks passed it twice


@dataclass(frozen=True, slots=True)
class AwkwardCounts:
    """What a load of the awkward file must report, when the last month's file was loaded before it."""

    read: int
    loaded: int
    unchanged: int
    rejected: int
    duplicates: int
    nulled_second_dates: int


COUNTS = AwkwardCounts(
    read=GOOD
    + REPEATED
    + UNCHANGED
    + len(_BAD_DATES)
    + len(_BAD_WAITS)
    + len(_BAD_CHANNELS)
    + _COMPLETED_TOO_EARLY
    + len(_HOSTILE_WORDS)
    + 1,
    loaded=GOOD + _COMPLETED_TOO_EARLY + len(_HOSTILE_WORDS) + 1,
    unchanged=UNCHANGED,
    rejected=len(_BAD_DATES) + len(_BAD_WAITS) + len(_BAD_CHANNELS),
    duplicates=REPEATED,
    nulled_second_dates=_COMPLETED_TOO_EARLY,
)


def awkward_rows(last_month: pl.DataFrame) -> pl.DataFrame:
    """Return the awkward file's rows, every column as text, made from visits and calls of the last month."""
    visits = _as_text(last_month.filter(pl.col("channel") == "visit")).head(GOOD)
    calls = _as_text(last_month.filter((pl.col("channel") == "phone") & (pl.col("outcome") == "answered")))
    sick = calls.head(30)
    good = _renamed(visits, "G")
    parts = [
        good,
        good.head(REPEATED),
        calls.slice(40, UNCHANGED),
        _with(sick, "D", "started_at", _BAD_DATES),
        _with(sick, "W", "seconds_waited", _BAD_WAITS),
        _with(sick, "C", "channel", _BAD_CHANNELS),
        _with(sick, "E", "completed_at", ("2019-01-01T09:00:00",) * _COMPLETED_TOO_EARLY),
        _with(sick, "H", "reason", _HOSTILE_WORDS),
        _with(sick, "T", "started_at", (_TWICE,)),
    ]
    return pl.concat(parts)


def _as_text(rows: pl.DataFrame) -> pl.DataFrame:
    moments = pl.col(pl.Datetime("us")).dt.strftime("%Y-%m-%dT%H:%M:%S")
    return rows.with_columns(moments).with_columns(pl.all().cast(pl.String))


def _renamed(rows: pl.DataFrame, letter: str) -> pl.DataFrame:
    number = pl.int_range(pl.len()).cast(pl.String).str.zfill(4)
    return rows.with_columns(
        pl.format(f"TX{letter}{{}}", number).alias("contact_id"), conversation_id=pl.lit(None, pl.String)
    )


def _with(rows: pl.DataFrame, letter: str, column: str, values: tuple[str, ...]) -> pl.DataFrame:
    """Return as many rows as there are values, under keys of their own, with the column set to them."""
    some = _renamed(rows.head(len(values)), letter)
    return some.with_columns(pl.Series(column, [value or None for value in values], dtype=pl.String))
