"""A small file of survey responses with everything that goes wrong in real exports, in known numbers."""

from dataclasses import dataclass

import polars as pl

from sample_data.generator.surveys.comments import HOSTILE, LONGEST

GOOD, REPEATED = 15, 3
_BAD_DAYS = ("2026-02-30", "last week", "")
_OFF_THE_SCALE = ("11", "-1", "ten")
_MIXED_SCALES = ("4", "Good", "Verry satisfied")
_EMPTY_COMMENTS = ("", "   ", "\n")
_NO_ANSWERS = 2
_QUESTION = "answer_satisfied_overall"


@dataclass(frozen=True, slots=True)
class AwkwardSurveys:
    """What a load of the awkward file must report; answers off their scale are kept, and are not valid."""

    read: int
    loaded: int
    rejected: int
    duplicates: int
    off_the_scale: int
    without_answers: int


COUNTS = AwkwardSurveys(
    read=GOOD
    + REPEATED
    + len(_BAD_DAYS)
    + len(_OFF_THE_SCALE)
    + len(_MIXED_SCALES)
    + len(_EMPTY_COMMENTS)
    + _NO_ANSWERS
    + len(HOSTILE)
    + 1,
    loaded=GOOD + len(_OFF_THE_SCALE) + len(_MIXED_SCALES) + len(_EMPTY_COMMENTS) + _NO_ANSWERS + len(HOSTILE) + 1,
    rejected=len(_BAD_DAYS),
    duplicates=REPEATED,
    off_the_scale=len(_OFF_THE_SCALE) + len(_MIXED_SCALES),
    without_answers=_NO_ANSWERS,
)


def awkward_surveys(responses: pl.DataFrame) -> pl.DataFrame:
    """Return the awkward file's rows, every column as text; `responses` is the follow-up survey's export."""
    text = responses.with_columns(pl.col(pl.Datetime("us")).dt.strftime("%Y-%m-%dT%H:%M:%S")).with_columns(
        pl.all().cast(pl.String)
    )
    answered = text.filter(pl.col(_QUESTION).is_not_null())
    some = answered.gather_every(max(answered.height // GOOD, 1)).head(GOOD)  # so that no month has many more for them
    good = _renamed(some, "G")
    answers = [pl.lit(None, pl.String).alias(name) for name in text.columns if name.startswith("answer_")]
    return pl.concat(
        [
            good,
            good.head(REPEATED),
            _with(some, "D", "answered_date", _BAD_DAYS),
            _with(some, "S", "answer_recommend", _OFF_THE_SCALE),
            _with(some, "M", _QUESTION, _MIXED_SCALES),
            _with(some, "E", "comment", _EMPTY_COMMENTS),
            _renamed(some.head(_NO_ANSWERS), "N").with_columns(answers),
            _with(some, "H", "comment", HOSTILE),
            _with(some, "L", "comment", (("I waited " * LONGEST)[:LONGEST],)),
        ]
    )


def _renamed(rows: pl.DataFrame, letter: str) -> pl.DataFrame:
    number = pl.int_range(pl.len()).cast(pl.String).str.zfill(4)
    return rows.with_columns(pl.format(f"FX{letter}{{}}", number).alias("response_id"))


def _with(rows: pl.DataFrame, letter: str, column: str, values: tuple[str, ...]) -> pl.DataFrame:
    """Return as many rows as there are values, under keys of their own, with the column set to them."""
    some = _renamed(rows.gather_every(rows.height // len(values)).head(len(values)), letter)
    return some.with_columns(pl.Series(column, [value or None for value in values], dtype=pl.String))
