"""The register's tables; all but the version counter are append-only, and the database itself refuses more."""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, Table, Text

from frontdoor.register.accountability_tables import ACCOUNTABILITY
from frontdoor.register.columns import METADATA, Moment, entered
from frontdoor.register.event_tables import BESIDE_EVENTS
from frontdoor.register.pack_tables import PACK_VERSIONS

REGISTER_VERSION = Table(
    "register_version",
    METADATA,
    Column("council", Text, primary_key=True),
    Column("version", Integer, nullable=False),
)
FILE_READINGS = Table(
    "file_readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False, index=True),
    Column("is_first", Boolean, nullable=False),
    Column("digest", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    *entered(),
)
PENDING_CHANGES = Table(
    "pending_changes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False, index=True),
    Column("measure_key", Text, nullable=False),
    Column("held", Text, nullable=False),
    Column("stated", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    *entered(),
)
PENDING_OUTCOMES = Table(
    "pending_outcomes",
    METADATA,
    Column("pending_id", Integer, ForeignKey("pending_changes.id"), primary_key=True, autoincrement=False),
    Column("council", Text, nullable=False, index=True),
    Column("outcome", Text, nullable=False),
    Column("from_date", Date),
    Column("approved_by", Text, nullable=False),
    Column("approved_where", Text, nullable=False),
    *entered(),
)
TARGET_HISTORY = Table(
    "target_history",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("measure_key", Text, nullable=False),
    Column("service", Text),
    Column("value", Float),
    Column("unit", Text, nullable=False),
    Column("tolerance", Float),
    Column("from_date", Date, nullable=False),
    Column("source", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("approved_by", Text, nullable=False),
    Column("approved_where", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    Column("pending_id", Integer, ForeignKey("pending_changes.id")),
    *entered(),
    Index("ix_target_history_measure", "council", "measure_key", "from_date"),
)
EVENTS = Table(
    "events",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("on_date", Date, nullable=False),
    Column("label", Text, nullable=False),
    Column("services", Text, nullable=False),
    *entered(),
    Index("ix_events_date", "council", "on_date"),
)
EVENT_WITHDRAWALS = Table(
    "event_withdrawals",
    METADATA,
    Column("event_id", Integer, ForeignKey("events.id"), primary_key=True, autoincrement=False),
    Column("council", Text, nullable=False, index=True),
    *entered(),
)
THRESHOLD_READINGS = Table(
    "threshold_readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False, index=True),
    Column("digest", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    *entered(),
)
PENDING_THRESHOLDS = Table(
    "pending_thresholds",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False, index=True),
    Column("measure_key", Text, nullable=False),
    Column("parameter", Text, nullable=False),
    Column("held", Text, nullable=False),
    Column("stated", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    *entered(),
)
THRESHOLD_OUTCOMES = Table(
    "threshold_outcomes",
    METADATA,
    Column("pending_id", Integer, ForeignKey("pending_thresholds.id"), primary_key=True, autoincrement=False),
    Column("council", Text, nullable=False, index=True),
    Column("outcome", Text, nullable=False),
    Column("from_date", Date),
    Column("approved_by", Text, nullable=False),
    Column("approved_where", Text, nullable=False),
    *entered(),
)
THRESHOLD_HISTORY = Table(
    "threshold_history",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("measure_key", Text, nullable=False),
    Column("parameter", Text, nullable=False),
    Column("queue", Text),
    Column("value", Integer, nullable=False),
    Column("from_date", Date, nullable=False),
    Column("source", Text, nullable=False),
    Column("approved_by", Text, nullable=False),
    Column("approved_where", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    Column("pending_id", Integer, ForeignKey("pending_thresholds.id")),
    *entered(),
    Index("ix_threshold_history_measure", "council", "measure_key", "parameter"),
)
LOAD_ACTS = Table(
    "load_acts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("load_id", Integer, nullable=False),
    Column("act", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    *entered(),
    Index("ix_load_acts_load", "council", "load_id"),
)
PILOT_VERSIONS = Table(
    "pilot_versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("pilot_key", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("entered_date", Date, nullable=False),
    Column("origin", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    *entered(),
    Index("ix_pilot_versions_pilot", "council", "pilot_key"),
)
PILOT_WITHDRAWALS = Table(
    "pilot_withdrawals",
    METADATA,
    Column("version_id", Integer, ForeignKey("pilot_versions.id"), primary_key=True, autoincrement=False),
    Column("council", Text, nullable=False, index=True),
    Column("origin", Text, nullable=False),
    *entered(),
)
AUDIT = Table(
    "audit",
    METADATA,
    Column("council", Text, primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("recorded_at", Moment, nullable=False),
    Column("author", Text, nullable=False),
    Column("author_is_verified", Boolean, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text),
    Column("after", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
AUDITED = (
    FILE_READINGS,
    PENDING_CHANGES,
    PENDING_OUTCOMES,
    TARGET_HISTORY,
    EVENTS,
    EVENT_WITHDRAWALS,
    THRESHOLD_READINGS,
    PENDING_THRESHOLDS,
    THRESHOLD_OUTCOMES,
    THRESHOLD_HISTORY,
    LOAD_ACTS,
    PILOT_VERSIONS,
    PILOT_WITHDRAWALS,
    *ACCOUNTABILITY,
    *BESIDE_EVENTS,
    PACK_VERSIONS,
)
"""The tables whose every row is also in an audit entry, and is checked against it."""
