"""The first tables: targets, pending changes, events and audit, and the triggers that make them append-only."""

import sqlalchemy as sa
from alembic import op

from frontdoor.register.migrations.append_only import entered, forbid_rewriting, identity, words

revision = "0001"
down_revision: str | None = None

APPEND_ONLY = (
    "file_readings",
    "pending_changes",
    "pending_outcomes",
    "target_history",
    "events",
    "event_withdrawals",
    "audit",
)


def upgrade() -> None:
    """Make the tables, then forbid changing or deleting a row of any but the version counter."""
    op.create_table("register_version", _key("council"), sa.Column("version", sa.Integer, nullable=False))
    _create_changes()
    _create_targets()
    _create_events()
    _create_audit()
    _forbid_rewriting()


def _create_changes() -> None:
    op.create_table(
        "file_readings", identity(), *words("council"), sa.Column("is_first", sa.Boolean, nullable=False),
        *words("digest", "file_hash"), *entered(),
    )  # fmt: skip
    op.create_table(
        "pending_changes", identity(),
        *words("council", "measure_key", "held", "stated", "origin", "file_hash"), *entered(),
    )  # fmt: skip
    op.create_table(
        "pending_outcomes", _reference("pending_id", "pending_changes.id", is_key=True), *words("council", "outcome"),
        sa.Column("from_date", sa.Date), *words("approved_by", "approved_where"), *entered(),
    )  # fmt: skip
    for table in ("file_readings", "pending_changes", "pending_outcomes"):
        op.create_index(f"ix_{table}_council", table, ["council"])


def _create_targets() -> None:
    op.create_table(
        "target_history", identity(), *words("council", "measure_key"), sa.Column("service", sa.Text),
        sa.Column("value", sa.Float), *words("unit"), sa.Column("tolerance", sa.Float),
        sa.Column("from_date", sa.Date, nullable=False),
        *words("source", "why", "approved_by", "approved_where", "origin", "file_hash"),
        _reference("pending_id", "pending_changes.id"), *entered(),
    )  # fmt: skip
    op.create_index("ix_target_history_measure", "target_history", ["council", "measure_key", "from_date"])


def _create_events() -> None:
    op.create_table(
        "events", identity(), *words("council"), sa.Column("on_date", sa.Date, nullable=False),
        *words("label", "services"), *entered(),
    )  # fmt: skip
    op.create_index("ix_events_date", "events", ["council", "on_date"])
    op.create_table(
        "event_withdrawals", _reference("event_id", "events.id", is_key=True), *words("council"), *entered()
    )
    op.create_index("ix_event_withdrawals_council", "event_withdrawals", ["council"])


def _create_audit() -> None:
    op.create_table(
        "audit", _key("council"), sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False), *words("author"),
        sa.Column("author_is_verified", sa.Boolean, nullable=False), *words("action", "subject"),
        sa.Column("before", sa.Text), *words("after", "previous_hash", "hash"),
    )  # fmt: skip


def _forbid_rewriting() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "create function register_is_append_only() returns trigger language plpgsql as "
            "$$ begin raise exception 'the register is append-only'; end $$"
        )
    forbid_rewriting(APPEND_ONLY)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _reference(name: str, target: str, *, is_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), primary_key=is_key, autoincrement=False)
