"""Tables beside events: of what kind one is and until when, and what people answered about breaks nobody had explained."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text

from frontdoor.register.columns import METADATA, entered, measure_place

EVENT_DETAILS = Table(
    "event_details",
    METADATA,
    Column("event_id", Integer, ForeignKey("events.id"), primary_key=True, autoincrement=False),
    Column("council", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("last_date", Date),
    *entered(),
)
BREAK_ANSWERS = Table(
    "break_answers",
    METADATA,
    Column("id", Integer, primary_key=True),
    *measure_place(),
    Column("first_day", Date, nullable=False),
    Column("is_dismissed", Boolean, nullable=False),
    *entered(),
    Index("ix_break_answers_measure", "council", "measure_key", "first_day"),
)
BESIDE_EVENTS = (EVENT_DETAILS, BREAK_ANSWERS)
"""Both; every row is also in an audit entry, and is checked against it."""
