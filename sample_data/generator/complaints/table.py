"""Complaints as a table of dates and words, and as they were known on a day."""

from datetime import date

import numpy as np
import polars as pl

from sample_data.generator.arrays import NONE, Random, Whole, pick
from sample_data.generator.complaints.cases import Cases
from sample_data.generator.complaints.profile import ComplaintsProfile
from sample_data.generator.complaints.stage import Stage
from sample_data.generator.days import Days
from sample_data.generator.profile import CouncilProfile
from sample_data.generator.words import CUSTOMER_TYPES

OUTCOMES = ("upheld", "partly_upheld", "not_upheld")
CHANNELS = (("web", 0.52), ("email", 0.22), ("phone", 0.16), ("letter", 0.07), ("visit", 0.03))
REASONS = (
    ("Delay or nothing done", 34),
    ("Standard of work", 19),
    ("Appointment or collection missed", 13),
    ("Decision I disagree with", 12),
    ("How I was spoken to", 9),
    ("Wrong information", 8),
    ("Charges", 5),
)
_CUSTOMER_TYPE_WEIGHTS = (0.93, 0.05, 0.012, 0.008)
_STAGE_DATES = ("opened", "acknowledged", "extended", "responded")
CASE_DATES = ("received", "resolved_early", "refused", "withdrawn")
STAGE_DATES = tuple(f"stage_{stage}_{name}" for stage in (1, 2) for name in _STAGE_DATES)
_NEEDS = {
    "stage_1_extension": "stage_1_extended",
    "stage_2_extension": "stage_2_extended",
    "stage_1_outcome": "stage_1_responded",
    "stage_2_outcome": "stage_2_responded",
    "stage_1_due": "stage_1_opened",
    "stage_2_due": "stage_2_opened",
}


def table_of(
    made: Cases, council: CouncilProfile, profile: ComplaintsProfile, days: Days, random: Random
) -> pl.DataFrame:
    """Return one row a complaint as it will finally stand; `remedy_pounds` is paid with the first answer."""
    words = _words(made, council, profile, random)
    return pl.DataFrame(
        words
        | {name: _dates(getattr(made, name)) for name in CASE_DATES}
        | _stage(1, made.stage_1, days, profile)
        | _stage(2, made.stage_2, days, profile)
        | {"remedy_pounds": _numbers(made.remedy)}
    )


def _words(made: Cases, council: CouncilProfile, profile: ComplaintsProfile, random: Random) -> dict[str, pl.Series]:
    size = made.size
    year = pl.Series(made.received).cast(pl.Int32).cast(pl.Date).dt.year() % 100
    number = pl.int_range(1, size + 1, eager=True)
    people = council.customers
    return {
        "complaint_id": pl.select(
            pl.format(f"{profile.prefix}-{{}}-{{}}", year, number.cast(pl.String).str.zfill(6))
        ).to_series(),
        "procedure": _labels(made.procedures, made.procedure),
        "service": _labels(tuple(each.key for each in profile.services), made.service),
        "channel": _labels(tuple(key for key, _ in CHANNELS), pick(random, [share for _, share in CHANNELS], size)),
        "ward": _labels(council.wards, pick(random, np.ones(len(council.wards)), size)),
        "reason": _labels(tuple(words for words, _ in REASONS), pick(random, [share for _, share in REASONS], size)),
        "customer_type": _labels(CUSTOMER_TYPES, pick(random, _CUSTOMER_TYPE_WEIGHTS, size)),
        "customer": pl.select(
            pl.format("C00{}", pl.Series(random.integers(0, people, size)).cast(pl.String).str.zfill(7))
        ).to_series(),
    }


def _stage(number: int, stage: Stage, days: Days, profile: ComplaintsProfile) -> dict[str, pl.Series]:
    promise = profile.stage_1 if number == 1 else profile.stage_2
    columns = {name: _dates(getattr(stage, name)) for name in _STAGE_DATES}
    columns["extension"] = _numbers(stage.extension)
    columns["outcome"] = _labels(OUTCOMES, stage.outcome)
    columns["due"] = _dates(_stated_due(stage, days, promise.acknowledge_days, promise.respond_days))
    return {f"stage_{number}_{name}": column for name, column in columns.items()}


def _stated_due(stage: Stage, days: Days, acknowledge_days: int, respond_days: int) -> Whole:
    """Return the due date as the source states it: the Code's, with the extension granted."""
    opened = np.where(stage.opened == NONE, days.first, stage.opened)
    last_day = days.working_days_later(opened, np.full(stage.size, acknowledge_days, dtype=np.int64))
    begins = np.where(stage.acknowledged == NONE, last_day, stage.acknowledged)
    due = days.working_days_later(begins, respond_days + np.maximum(stage.extension, 0))
    return np.where(stage.opened == NONE, NONE, due)


def known_on(table: pl.DataFrame, day: date) -> pl.DataFrame:
    """Return what was known by the end of `day`: later cases are out, later dates and what hangs on them blank."""
    dates = (*CASE_DATES, *STAGE_DATES)
    known = table.filter(pl.col("received") <= day).with_columns(
        pl.when(pl.col(name) <= day).then(pl.col(name)).alias(name) for name in dates
    )
    known = known.with_columns(
        pl.when(pl.col(needed).is_not_null()).then(pl.col(name)).alias(name) for name, needed in _NEEDS.items()
    )
    is_answered = pl.col("stage_1_responded").is_not_null()
    return known.with_columns(
        pl.when(is_answered).then(pl.col("remedy_pounds")).alias("remedy_pounds"),
        _late_in_the_day(pl.max_horizontal(dates)).alias("updated_at"),
    )


def changed_between(table: pl.DataFrame, after: date, until: date) -> pl.DataFrame:
    """Return, as known on `until`, the complaints to which something happened after `after`."""
    known = known_on(table, until)
    return known.filter(pl.col("updated_at").dt.date() > after)


def _late_in_the_day(day: pl.Expr) -> pl.Expr:
    """Return a time of day at which clerks close a case: 4pm and some minutes, by the case's number."""
    minutes = pl.col("complaint_id").str.tail(6).cast(pl.Int64) % 55
    return day.cast(pl.Datetime("us")) + pl.duration(hours=16, minutes=minutes)


def _labels(labels: tuple[str, ...], codes: Whole) -> pl.Series:
    return pl.Series(labels, dtype=pl.String).gather(_numbers(codes).cast(pl.UInt32))


def _numbers(values: Whole) -> pl.Series:
    series = pl.Series("values", values)
    return series.to_frame().select(pl.when(pl.col("values") != NONE).then(pl.col("values"))).to_series()


def _dates(values: Whole) -> pl.Series:
    return _numbers(values).cast(pl.Int32).cast(pl.Date)
