"""A small file of complaints with everything that goes wrong in real exports, in known numbers."""

from dataclasses import dataclass

import polars as pl

GOOD, REPEATED, OTHER_FACTS, UNCHANGED = 20, 4, 3, 3
_BAD_RECEIVED = ("2026-02-30", "31/04/2026", "yesterday", "")
_TOO_EARLY = "2019-01-02"
_NULLED = ("stage_1_responded_date", "stage_1_acknowledged_date", "stage_2_opened_date")
_UNKNOWN_OUTCOMES = ("justified", "resolved?")
_BAD_EXTENSIONS = ("-5", "a fortnight")
_STAGE_2_ALONE = 2
_HOSTILE_WORDS = (
    '=HYPERLINK("http://invented.example")',
    "<script>alert('invented')</script>",
    'Line one\nline two, "quoted"',
)


@dataclass(frozen=True, slots=True)
class AwkwardComplaints:
    """What a load of the awkward file must report, when the last month's file was loaded before it.

    Of two rows with one key in the file the later version is kept, and the other counted among `duplicates`.
    """

    read: int
    loaded: int
    unchanged: int
    rejected: int
    duplicates: int
    nulled_second_dates: int
    stage_2_without_stage_1: int


COUNTS = AwkwardComplaints(
    read=GOOD
    + REPEATED
    + OTHER_FACTS
    + UNCHANGED
    + len(_BAD_RECEIVED)
    + len(_NULLED)
    + len(_UNKNOWN_OUTCOMES)
    + len(_BAD_EXTENSIONS)
    + _STAGE_2_ALONE
    + len(_HOSTILE_WORDS),
    loaded=GOOD + len(_NULLED) + _STAGE_2_ALONE + len(_HOSTILE_WORDS),
    unchanged=UNCHANGED,
    rejected=len(_BAD_RECEIVED) + len(_UNKNOWN_OUTCOMES) + len(_BAD_EXTENSIONS),
    duplicates=REPEATED + OTHER_FACTS,
    nulled_second_dates=len(_NULLED),
    stage_2_without_stage_1=_STAGE_2_ALONE,
)


def awkward_complaints(newest: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the awkward file's rows, every column as text; `newest` is the last export, `known` all that is known by then.

    Both are in the layout of cases. Rows are taken from the whole time, so that no month has many more for them.
    """
    text = _as_text(known)
    is_answered = pl.col("stage_1_responded_date").is_not_null()
    answered = _spread(text.filter(is_answered, pl.col("stage_2_opened_date").is_null()), GOOD)
    good = _renamed(answered, "G")
    later = good.head(OTHER_FACTS).with_columns(service=pl.lit("other"), updated_at=pl.lit("2026-11-02T09:00:00"))
    stage_1 = [pl.lit(None, pl.String).alias(name) for name in text.columns if name.startswith("stage_1_")]
    return pl.concat(
        [
            good,
            good.tail(REPEATED),
            later,
            _as_text(newest).tail(UNCHANGED),
            _with(answered, "D", ["received_date"] * len(_BAD_RECEIVED), _BAD_RECEIVED),
            _with(answered, "E", _NULLED, (_TOO_EARLY,) * len(_NULLED)),
            _with(answered, "O", ["stage_1_outcome"] * len(_UNKNOWN_OUTCOMES), _UNKNOWN_OUTCOMES),
            _with(answered, "X", ["stage_1_extension_working_days"] * len(_BAD_EXTENSIONS), _BAD_EXTENSIONS),
            _renamed(_spread(_escalated(text), _STAGE_2_ALONE), "S").with_columns(stage_1),
            _with(answered, "H", ["reason"] * len(_HOSTILE_WORDS), _HOSTILE_WORDS),
        ]
    )


def _as_text(rows: pl.DataFrame) -> pl.DataFrame:
    moments = rows.with_columns(pl.col(pl.Datetime("us")).dt.strftime("%Y-%m-%dT%H:%M:%S"))
    return moments.with_columns(pl.all().cast(pl.String))


def _spread(rows: pl.DataFrame, count: int) -> pl.DataFrame:
    """Return `count` of the rows, as far apart as can be."""
    return rows.gather_every(max(rows.height // count, 1)).head(count)


def _escalated(text: pl.DataFrame) -> pl.DataFrame:
    return text.filter(pl.col("stage_2_opened_date").is_not_null())


def _renamed(rows: pl.DataFrame, letter: str) -> pl.DataFrame:
    number = pl.int_range(pl.len()).cast(pl.String).str.zfill(4)
    return rows.with_columns(pl.format(f"TX{letter}{{}}", number).alias("complaint_id"))


def _with(
    rows: pl.DataFrame, letter: str, columns: tuple[str, ...] | list[str], values: tuple[str, ...]
) -> pl.DataFrame:
    """Return a row for each column and value, under keys of their own, with that column set to that value."""
    some = _renamed(_spread(rows, len(values)), letter)
    place = pl.int_range(pl.len())
    for number, (column, value) in enumerate(zip(columns, values, strict=True)):
        given = pl.lit(value or None, pl.String)
        some = some.with_columns(pl.when(place == number).then(given).otherwise(pl.col(column)).alias(column))
    return some
