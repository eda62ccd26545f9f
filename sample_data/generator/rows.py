"""From drafts to the columns of an export: codes become words, numbers become dates and times."""

import polars as pl

from sample_data.generator.arrays import NONE, Whole
from sample_data.generator.drafts import ABANDONED, ANSWERED, CALLED_BACK, NOT_CONTACT, Drafts
from sample_data.generator.month import MonthOfContacts
from sample_data.generator.profile import CHANNELS, CHAT, PHONE, VISIT
from sample_data.generator.stretch import Stretch
from sample_data.generator.town import AGE_BANDS
from sample_data.generator.words import CUSTOMER_TYPES, Notes

COLUMNS = (
    "contact_id",
    "conversation_id",
    "updated_at",
    "started_at",
    "service",
    "queue",
    "channel",
    "ward",
    "reason",
    "customer_type",
    "age_band",
    "customer",
    "case_id",
    "outcome",
    "seconds_waited",
    "seconds_handled",
    "is_resolved_first",
    "is_avoidable",
    "transfers",
    "replied_at",
    "completed_at",
    "promised_date",
    "is_survey_invited",
    "is_customer_contact",
)
"""Columns of the canonical export, in order; times are the council's wall clock, without offset."""

_OUTCOMES = {ANSWERED: "answered", ABANDONED: "abandoned", CALLED_BACK: "called_back"}
_WITHHELD_EVERY = 7  # one unlinked call in seven says so in words
_SWITCHBOARD_EVERY = 23  # and one in 23 shows the council's own switchboard
SWITCHBOARD = "switchboard"
WITHHELD = "withheld"


def rows_of(stretch: Stretch, made: MonthOfContacts, references: pl.Series) -> pl.DataFrame:
    """Return the export's rows (COLUMNS) in time order, as they will finally stand."""
    frame = pl.DataFrame(_words_of(stretch, made, references) | _numbers_of(made))
    return frame.with_columns(_derived(stretch)).select(COLUMNS)


def _words_of(stretch: Stretch, made: MonthOfContacts, references: pl.Series) -> dict[str, pl.Series]:
    """Return the columns of words; blank where not known."""
    drafts, notes, profile = made.drafts, made.notes, stretch.town.profile
    return {
        "service": _words([service.key for service in profile.services], drafts.service),
        "queue": _words(stretch.town.queues.names, drafts.queue),
        "channel": _words(CHANNELS, drafts.channel),
        "ward": _words(profile.wards, notes.ward),
        "reason": _reasons(stretch, drafts, notes),
        "customer_type": _words(CUSTOMER_TYPES, notes.customer_type),
        "age_band": _words(AGE_BANDS, notes.age),
        "customer": _words(references, drafts.customer),
        "outcome": _words(tuple(_OUTCOMES[code] for code in sorted(_OUTCOMES)), drafts.outcome),
    }


def _numbers_of(made: MonthOfContacts) -> dict[str, pl.Series]:
    """Return the columns of numbers, times and flags, and what the derived ones are made from."""
    drafts, notes = made.drafts, made.notes
    return {
        "number": pl.int_range(drafts.size, eager=True),
        "conversation": pl.Series(drafts.conversation),
        "case": pl.Series(drafts.case),
        "origin": pl.Series(drafts.origin),
        "is_live": pl.Series(drafts.channel).is_in([PHONE, VISIT, CHAT]),
        "started_at": _moments(drafts.moment),
        "seconds_waited": _numbers(drafts.waited),
        "seconds_handled": _numbers(notes.seconds_handled),
        "is_resolved_first": _flags(notes.is_resolved_first),
        "is_avoidable": _flags(notes.is_avoidable),
        "replied_at": _moments(made.replied_at),
        "completed_at": _moments(drafts.completed_at),
        "promised_date": _numbers(drafts.promised_day).cast(pl.Int32).cast(pl.Date),
        "is_survey_invited": _flags(notes.is_survey_invited),
    }


def _derived(stretch: Stretch) -> list[pl.Expr]:
    prefix = stretch.town.profile.prefix
    year, month = divmod(stretch.month, 12)
    label = f"{prefix}{(1970 + year) % 100:02d}{month + 1:02d}-{stretch.part:02d}"
    number = pl.col("number")
    is_nobody = pl.col("customer").is_null() & (pl.col("channel") == "phone")
    ended = pl.col("started_at") + pl.duration(
        seconds=pl.col("seconds_waited").fill_null(0) + pl.col("seconds_handled").fill_null(0)
    )
    return [
        pl.format(label + "{}", number.cast(pl.String).str.zfill(6)).alias("contact_id"),
        pl.when(pl.col("conversation") != NONE)
        .then(pl.format(prefix + "V{}", pl.col("conversation")))
        .alias("conversation_id"),
        pl.when(pl.col("case") != NONE).then(pl.format(prefix + "R{}", pl.col("case"))).alias("case_id"),
        pl.max_horizontal(ended, "replied_at", "completed_at").alias("updated_at"),
        pl.when(is_nobody & (number % _SWITCHBOARD_EVERY == 0))
        .then(pl.lit(SWITCHBOARD))
        .when(is_nobody & (number % _WITHHELD_EVERY == 0))
        .then(pl.lit(WITHHELD))
        .otherwise(pl.col("customer"))
        .alias("customer"),
        pl.when((pl.col("conversation") != NONE) & pl.col("is_resolved_first").is_not_null())
        .then(1)
        .when(pl.col("is_live"))
        .then(0)
        .cast(pl.Int64)
        .alias("transfers"),
        (pl.col("origin") != NOT_CONTACT).alias("is_customer_contact"),
    ]


def _words(labels: pl.Series | tuple[str, ...] | list[str], codes: Whole) -> pl.Series:
    """Return each code's label; -1 is null."""
    series = labels if isinstance(labels, pl.Series) else pl.Series(labels, dtype=pl.String)
    return series.gather(_numbers(codes).cast(pl.UInt32))


def _numbers(values: Whole) -> pl.Series:
    """Return whole numbers with -1 as null."""
    series = pl.Series("values", values)
    return series.to_frame().select(pl.when(pl.col("values") != NONE).then(pl.col("values"))).to_series()


def _flags(values: Whole) -> pl.Series:
    return _numbers(values).cast(pl.Boolean)


def _moments(seconds: Whole) -> pl.Series:
    """Return local wall times from seconds since 1970 on the same clock."""
    return (_numbers(seconds) * 1_000_000).cast(pl.Datetime("us"))


def _reasons(stretch: Stretch, drafts: Drafts, notes: Notes) -> pl.Series:
    services = stretch.town.profile.services
    most = max(len(service.reasons) for service in services)
    labels = [
        service.reasons[index].words if index < len(service.reasons) else ""
        for service in services
        for index in range(most)
    ]
    codes = drafts.service * most + notes.reason
    codes[notes.reason == NONE] = NONE
    return _words(labels, codes)
