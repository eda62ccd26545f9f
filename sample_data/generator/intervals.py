"""Contacts summed as systems export them when they export no single ones: calls by half-hour, the rest by day."""

import polars as pl

from sample_data.generator.profile import CouncilProfile

_USUAL_SECONDS, _COUNTER_SECONDS = 20, 600
_KEY = ("starts_at", "service", "queue", "channel", "threshold_seconds")


def half_hours(rows: pl.DataFrame, profile: CouncilProfile) -> pl.DataFrame:
    """Return one row per half-hour and queue of the phone, in the columns of the source frontdoor_intervals."""
    calls = rows.filter(pl.col("channel") == "phone", pl.col("is_customer_contact"))
    placed = calls.with_columns(
        starts_at=pl.col("started_at").dt.truncate("30m"), threshold_seconds=_threshold(profile)
    )
    return _summed(placed, "half_hour").with_columns(_live_counts("channel"))


def days_of_other_channels(rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row per day and queue of every other channel; only visits have waits."""
    others = rows.filter(pl.col("channel") != "phone", pl.col("is_customer_contact"))
    limit = pl.when(pl.col("channel") == "visit").then(_COUNTER_SECONDS)
    placed = others.with_columns(starts_at=pl.col("started_at").dt.truncate("1d"), threshold_seconds=limit)
    return _summed(placed, "day").with_columns(_live_counts("channel"))


def _summed(placed: pl.DataFrame, grain: str) -> pl.DataFrame:
    answered, gave_up = pl.col("outcome") == "answered", pl.col("outcome") == "abandoned"
    in_time = pl.col("seconds_waited") <= pl.col("threshold_seconds")
    summed = placed.group_by(_KEY).agg(
        contacts=pl.len(),
        calls_offered=pl.len(),
        calls_answered=answered.sum(),
        calls_abandoned=gave_up.sum(),
        calls_called_back=(pl.col("outcome") == "called_back").sum(),
        calls_answered_within=(answered & in_time).sum(),
        calls_abandoned_within=(gave_up & in_time).sum(),
        calls_with_wait=answered.sum(),
        seconds_to_answer=pl.col("seconds_waited").filter(answered).sum(),
        longest_wait_seconds=pl.col("seconds_waited").max(),
        contacts_with_handling_time=pl.col("seconds_handled").count(),
        seconds_handled=pl.col("seconds_handled").sum(),
    )
    version = pl.col("starts_at").dt.offset_by("1d").alias("updated_at")
    return summed.sort("starts_at", "queue", "channel", "service").with_columns(version, pl.lit(grain).alias("grain"))


def _live_counts(channel: str) -> list[pl.Expr]:
    """Return the counts of waiting people, blank where nobody waits: a letter is not a call."""
    is_live = pl.col(channel).is_in(["phone", "visit"])
    names = pl.selectors.starts_with("calls_", "seconds_", "longest_", "contacts_with_")
    return [pl.when(is_live).then(names)]


def _threshold(profile: CouncilProfile) -> pl.Expr:
    usual = pl.lit(profile.answered_within or _USUAL_SECONDS)
    if profile.later_threshold is None:
        return usual
    queue, first, seconds = profile.later_threshold
    return pl.when(pl.col("queue") == queue, pl.col("started_at").dt.date() >= first).then(seconds).otherwise(usual)
