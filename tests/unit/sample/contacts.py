"""How the recovery tests read an export: contacts once each, customers linked, local half-hours."""

from datetime import date

import numpy as np
import polars as pl

from sample_data.generator.days import bank_holidays
from sample_data.planted.contacts import DIGITAL_CHANNELS

IS_CALL = pl.col("channel") == "phone"
IS_DIGITAL = pl.col("channel").is_in(DIGITAL_CHANNELS)
HALF_HOUR = pl.col("started_at").dt.hour().cast(pl.Int64) * 2 + pl.col("started_at").dt.minute() // 30
ANSWERED_IN_TIME = (pl.col("outcome") == "answered") & (pl.col("seconds_waited") <= 60)
HOLIDAYS = np.asarray(sorted(day for year in range(2024, 2028) for day in bank_holidays(year)), dtype="datetime64[D]")


def customer_contacts(rows: pl.DataFrame) -> pl.DataFrame:
    """Return each contact once, with its local date, month and half-hour: staff rows and second rows of transfers are out."""
    is_first = pl.col("conversation_id").is_null() | (pl.col("transfers") == 1)
    return rows.filter(pl.col("is_customer_contact"), is_first).with_columns(
        pl.col("started_at").dt.date().alias("day"),
        pl.col("started_at").dt.truncate("1mo").dt.date().alias("month"),
        HALF_HOUR.alias("half_hour"),
    )


def with_followers(contacts: pl.DataFrame) -> pl.DataFrame:
    """Add to linked contacts the day, channel and gap in days of the same customer's next about the same service."""
    is_linked = pl.col("customer").is_not_null() & ~pl.col("customer").is_in(["withheld", "switchboard"])
    of_someone = contacts.filter(is_linked).sort("customer", "service", "started_at")
    followed = of_someone.with_columns(
        pl.col("day").shift(-1).over("customer", "service").alias("next_day"),
        pl.col("day").shift(1).over("customer", "service").alias("earlier_day"),
        pl.col("channel").shift(-1).over("customer", "service").alias("next_channel"),
        pl.lit(value=True).alias("is_linked"),
    )
    gaps = followed.with_columns((pl.col("next_day") - pl.col("day")).dt.total_days().alias("gap"))
    return pl.concat([gaps, contacts.filter(~is_linked.fill_null(value=False))], how="diagonal")


def linked(contacts: pl.DataFrame) -> pl.DataFrame:
    """Return contacts of known customers; `contacts` went through with_followers."""
    return contacts.filter(pl.col("is_linked").fill_null(value=False))


def between(contacts: pl.DataFrame, first: date, last: date) -> pl.DataFrame:
    return contacts.filter(pl.col("day").is_between(first, last))


def share(contacts: pl.DataFrame, flag: pl.Expr) -> float:
    """Return the share of rows where the flag is true; not known counts as not."""
    return float(contacts.select(flag.fill_null(value=False).mean()).item())


def working_days(start: pl.Series, end: pl.Series) -> np.ndarray:
    """Return working days after `start` up to and including `end`."""
    first, last = (series.to_numpy().astype("datetime64[D]") + 1 for series in (start, end))
    return np.busday_count(first, last, holidays=HOLIDAYS)
