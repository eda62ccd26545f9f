"""Calls summed by half-hour and queue, as telephone systems export them when they export no single calls."""

import polars as pl

from sample_data.generator.profile import CouncilProfile

_HALF_HOUR = "30m"
_USUAL_SECONDS = 20


def interval_rows(rows: pl.DataFrame, profile: CouncilProfile) -> pl.DataFrame:
    """Return one row per half-hour and queue of the phone, named as the records of contact intervals are."""
    calls = rows.filter(pl.col("channel") == "phone", pl.col("is_customer_contact"))
    answered, gave_up = pl.col("outcome") == "answered", pl.col("outcome") == "abandoned"
    in_time = pl.col("seconds_waited") <= pl.col("threshold_seconds")
    summed = (
        calls.with_columns(
            started_local=pl.col("started_at").dt.truncate(_HALF_HOUR), threshold_seconds=_threshold(profile)
        )
        .group_by("started_local", "service", "queue", "threshold_seconds")
        .agg(
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
        .sort("started_local", "queue")
    )
    start = pl.col("started_local").dt.strftime("%Y-%m-%dT%H:%M")
    return summed.select(
        pl.format("{} {}", "queue", start).alias("interval_id"),
        pl.col("started_local").dt.offset_by("1d").alias("updated_at"),
        pl.lit("half_hour").alias("grain"),
        "started_local",
        "service",
        "queue",
        pl.lit("phone").alias("channel"),
        "threshold_seconds",
        pl.col("calls_offered").alias("contacts"),
        pl.exclude("started_local", "service", "queue", "threshold_seconds"),
    )


def _threshold(profile: CouncilProfile) -> pl.Expr:
    usual = pl.lit(profile.answered_within or _USUAL_SECONDS)
    if profile.later_threshold is None:
        return usual
    queue, first, seconds = profile.later_threshold
    return pl.when(pl.col("queue") == queue, pl.col("started_at").dt.date() >= first).then(seconds).otherwise(usual)
