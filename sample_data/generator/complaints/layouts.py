"""The three canonical layouts of complaints: one row per case, one per stage, one per event."""

import polars as pl

CASE_COLUMNS = (
    "complaint_id",
    "updated_at",
    "procedure",
    "service",
    "channel",
    "ward",
    "reason",
    "customer_type",
    "customer",
    "received_date",
    "resolved_early_date",
    "refused_date",
    "withdrawn_date",
    "stage_1_opened_date",
    "stage_1_acknowledged_date",
    "stage_1_due_date",
    "stage_1_extension_working_days",
    "stage_1_responded_date",
    "stage_1_outcome",
    "stage_2_opened_date",
    "stage_2_acknowledged_date",
    "stage_2_due_date",
    "stage_2_extension_working_days",
    "stage_2_responded_date",
    "stage_2_outcome",
    "remedy_pounds",
)
_ABOUT = ("procedure", "service", "channel", "ward", "reason", "customer_type", "customer")
STAGE_COLUMNS = (
    "complaint_id",
    "stage",
    "updated_at",
    *_ABOUT,
    "opened_date",
    "acknowledged_date",
    "due_date",
    "extension_working_days",
    "responded_date",
    "outcome",
    "refused_date",
    "withdrawn_date",
    "remedy_pounds",
)
EVENT_COLUMNS = (
    "event_id",
    "complaint_id",
    "updated_at",
    *_ABOUT,
    "event",
    "stage",
    "event_date",
    "extension_working_days",
    "outcome",
    "remedy_pounds",
)
_EVENTS: tuple[tuple[str, int | None, str], ...] = (
    ("received", None, "received"),
    ("resolved_early", None, "resolved_early"),
    ("refused", None, "refused"),
    *(
        (event, stage, f"stage_{stage}_{event}")
        for stage in (1, 2)
        for event in ("opened", "acknowledged", "extended", "responded")
    ),
    ("withdrawn", 1, "withdrawn"),
)


def case_rows(known: pl.DataFrame, *, with_due_dates: bool) -> pl.DataFrame:
    """Return one row per case (CASE_COLUMNS); `known` is as table.known_on gives it."""
    dated = known.rename(
        {
            name: f"{name}_working_days" if name.endswith("extension") else f"{name}_date"
            for name in known.columns
            if known.schema[name] == pl.Date or name.endswith("extension")
        }
    )
    due = [name for name in CASE_COLUMNS if name.endswith("due_date")]
    blank = [pl.lit(None, dtype=pl.Date).alias(name) for name in due if not with_due_dates]
    return _in_pounds(dated.with_columns(blank)).select(CASE_COLUMNS)


def stage_rows(known: pl.DataFrame) -> pl.DataFrame:
    """Return one row per stage (STAGE_COLUMNS); stage 0 is what was settled, refused or withdrawn before stage 1."""
    none = pl.lit(None)
    before = known.filter(pl.col("stage_1_opened").is_null()).select(
        "complaint_id",
        *_ABOUT,
        "updated_at",
        pl.lit(0).alias("stage"),
        pl.col("received").alias("opened_date"),
        none.cast(pl.Date).alias("acknowledged_date"),
        none.cast(pl.Date).alias("due_date"),
        none.cast(pl.Int64).alias("extension_working_days"),
        pl.col("resolved_early").alias("responded_date"),
        none.cast(pl.String).alias("outcome"),
        pl.col("refused").alias("refused_date"),
        pl.col("withdrawn").alias("withdrawn_date"),
        none.cast(pl.Int64).alias("remedy_pounds"),
    )
    stages = [before.select(STAGE_COLUMNS), *(_rows_of_stage(known, number) for number in (1, 2))]
    return _in_pounds(pl.concat(stages).sort("complaint_id", "stage"))


def _rows_of_stage(known: pl.DataFrame, number: int) -> pl.DataFrame:
    stage = f"stage_{number}_"
    none = pl.lit(None)
    return known.filter(pl.col(f"{stage}opened").is_not_null()).select(
        "complaint_id",
        pl.lit(number).alias("stage"),
        _last_change(known, number).alias("updated_at"),
        *_ABOUT,
        pl.col(f"{stage}opened").alias("opened_date"),
        pl.col(f"{stage}acknowledged").alias("acknowledged_date"),
        pl.col(f"{stage}due").alias("due_date"),
        pl.col(f"{stage}extension").alias("extension_working_days"),
        pl.col(f"{stage}responded").alias("responded_date"),
        pl.col(f"{stage}outcome").alias("outcome"),
        none.cast(pl.Date).alias("refused_date"),
        (pl.col("withdrawn") if number == 1 else none.cast(pl.Date)).alias("withdrawn_date"),
        (pl.col("remedy_pounds") if number == 1 else none.cast(pl.Int64)).alias("remedy_pounds"),
    )


def _last_change(known: pl.DataFrame, number: int) -> pl.Expr:
    """Return when the stage itself last changed, at half past four."""
    own = [name for name in known.columns if name.startswith(f"stage_{number}_") and known.schema[name] == pl.Date]
    dates = [name for name in own if not name.endswith("due")] + (["withdrawn"] if number == 1 else [])
    return pl.max_horizontal(dates).cast(pl.Datetime("us")) + pl.duration(hours=16, minutes=30)


def event_rows(known: pl.DataFrame) -> pl.DataFrame:
    """Return one row per event (EVENT_COLUMNS) in order of date; a key says which case, stage and event."""
    events = pl.concat(_events_of(known, *event) for event in _EVENTS)
    return _in_pounds(events.sort("event_date", "complaint_id", "stage", "event_id", nulls_last=False))


def _events_of(known: pl.DataFrame, event: str, stage: int | None, column: str) -> pl.DataFrame:
    answered = event == "responded"
    none = pl.lit(None)
    return known.filter(pl.col(column).is_not_null()).select(
        pl.format(f"{{}}-{stage or 0}-{event}", pl.col("complaint_id")).alias("event_id"),
        "complaint_id",
        (pl.col(column).cast(pl.Datetime("us")) + pl.duration(hours=17)).alias("updated_at"),
        *_ABOUT,
        pl.lit(event).alias("event"),
        pl.lit(stage, dtype=pl.Int32).alias("stage"),
        pl.col(column).alias("event_date"),
        (pl.col(f"stage_{stage}_extension") if event == "extended" else none.cast(pl.Int64)).alias(
            "extension_working_days"
        ),
        (pl.col(f"stage_{stage}_outcome") if answered else none.cast(pl.String)).alias("outcome"),
        (pl.col("remedy_pounds") if answered and stage == 1 else none.cast(pl.Int64)).alias("remedy_pounds"),
    )


def _in_pounds(rows: pl.DataFrame) -> pl.DataFrame:
    """Write pounds as a ledger does: 150.00."""
    return rows.with_columns(pl.format("{}.00", pl.col("remedy_pounds")).alias("remedy_pounds"))
