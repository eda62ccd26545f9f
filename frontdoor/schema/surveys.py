"""The records of surveys: one response with the answers it gives, each on its question's own scale."""

import polars as pl

from frontdoor.schema.table import Column, Table, date, moment, text

SURVEY_RESPONSES = Table(
    "survey_responses",
    "one response; a file with one answer per row has one response per row",
    (
        text("response_id", "the source's own key", nullable=False),
        moment("updated_at", "when the source last changed the row, UTC; the version"),
        text("survey", "which survey", nullable=False),
        date("activity_date", "local date it was answered", nullable=False),
        text("service", "'unknown' where the source does not say", nullable=False),
        text("channel", "the channel asked about; one of Channel", nullable=False),
        text("ward", "'unknown' where not given"),
        text("customer_type", "resident, business, community_group, councillor or internal"),
        text("age_band", "as the source bands it"),
        text("customer", "keyed pseudonym; null is nobody we can link"),
        Column("questions", pl.List(pl.String), "the questions answered, as the source names them", nullable=False),
        Column("answers", pl.List(pl.String), "the answer to each, as written", nullable=False),
        text("comment", "free text, by opt-in only, redacted before it is kept"),
    ),
)
