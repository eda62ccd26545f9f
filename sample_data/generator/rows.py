"""From drafts to the columns of an export: codes become words, numbers become dates and times."""

import numpy as np
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
    frame = pl.LazyFrame(_words_of(stretch, made, references) | _numbers_of(made))
    return frame.with_columns(_typed()).with_columns(_derived(stretch)).select(COLUMNS).collect(engine="in-memory")


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
    """Return the columns of numbers, times and flags as whole numbers, -1 where blank, and what others are made from."""
    drafts, notes = made.drafts, made.notes
    return {
        "number": pl.int_range(drafts.size, eager=True),
        "conversation_id": pl.Series(drafts.conversation),
        "case_id": pl.Series(drafts.case),
        "origin": pl.Series(drafts.origin),
        "is_live": pl.Series(np.isin(drafts.channel, (PHONE, VISIT, CHAT))),
        "started_at": pl.Series(drafts.moment),
        "seconds_waited": pl.Series(drafts.waited),
        "seconds_handled": pl.Series(notes.seconds_handled),
        "is_resolved_first": pl.Series(notes.is_resolved_first),
        "is_avoidable": pl.Series(notes.is_avoidable),
        "replied_at": pl.Series(made.replied_at),
        "completed_at": pl.Series(drafts.completed_at),
        "promised_date": pl.Series(drafts.promised_day),
        "is_survey_invited": pl.Series(notes.is_survey_invited),
    }


def _typed() -> list[pl.Expr]:
    """Return the columns of _numbers_of as what they are: blanks null, local wall times, dates and flags."""
    flags = ("is_resolved_first", "is_avoidable", "is_survey_invited")
    moments = ("started_at", "replied_at", "completed_at")
    plain = ("conversation_id", "case_id", "seconds_waited", "seconds_handled")
    return [
        *(_known(name) for name in plain),
        *(_known(name).cast(pl.Boolean) for name in flags),
        *((_known(name) * 1_000_000).cast(pl.Datetime("us")) for name in moments),
        _known("promised_date").cast(pl.Int32).cast(pl.Date),
    ]


def _known(name: str) -> pl.Expr:
    return pl.when(pl.col(name) != NONE).then(pl.col(name))


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
        pl.format(prefix + "V{}", pl.col("conversation_id")).alias("conversation_id"),
        pl.format(prefix + "R{}", pl.col("case_id")).alias("case_id"),
        pl.max_horizontal(ended, "replied_at", "completed_at").alias("updated_at"),
        pl.when(is_nobody & (number % _SWITCHBOARD_EVERY == 0))
        .then(pl.lit(SWITCHBOARD))
        .when(is_nobody & (number % _WITHHELD_EVERY == 0))
        .then(pl.lit(WITHHELD))
        .otherwise(pl.col("customer"))
        .alias("customer"),
        pl.when(pl.col("conversation_id").is_not_null() & pl.col("is_resolved_first").is_not_null())
        .then(1)
        .when(pl.col("is_live"))
        .then(0)
        .cast(pl.Int64)
        .alias("transfers"),
        (pl.col("origin") != NOT_CONTACT).alias("is_customer_contact"),
    ]


def _words(labels: pl.Series | tuple[str, ...] | list[str], codes: Whole) -> pl.Series:
    """Return each code's label; -1 is null, as the last entry of a series is."""
    series = labels if isinstance(labels, pl.Series) else pl.Series([*labels, None], dtype=pl.String)
    return series[np.where(codes == NONE, len(series) - 1, codes).astype(np.uint32)]


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
