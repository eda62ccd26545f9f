"""The first tables: targets, pending changes, events and audit, and the triggers that make them append-only."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

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
        "file_readings", _id(), *_words("council"), sa.Column("is_first", sa.Boolean, nullable=False),
        *_words("digest", "file_hash"), *_entered(),
    )  # fmt: skip
    op.create_table(
        "pending_changes", _id(),
        *_words("council", "measure_key", "held", "stated", "origin", "file_hash"), *_entered(),
    )  # fmt: skip
    op.create_table(
        "pending_outcomes", _reference("pending_id", "pending_changes.id", is_key=True), *_words("council", "outcome"),
        sa.Column("from_date", sa.Date), *_words("approved_by", "approved_where"), *_entered(),
    )  # fmt: skip
    for table in ("file_readings", "pending_changes", "pending_outcomes"):
        op.create_index(f"ix_{table}_council", table, ["council"])


def _create_targets() -> None:
    op.create_table(
        "target_history", _id(), *_words("council", "measure_key"), sa.Column("service", sa.Text),
        sa.Column("value", sa.Float), *_words("unit"), sa.Column("tolerance", sa.Float),
        sa.Column("from_date", sa.Date, nullable=False),
        *_words("source", "why", "approved_by", "approved_where", "origin", "file_hash"),
        _reference("pending_id", "pending_changes.id"), *_entered(),
    )  # fmt: skip
    op.create_index("ix_target_history_measure", "target_history", ["council", "measure_key", "from_date"])


def _create_events() -> None:
    op.create_table(
        "events", _id(), *_words("council"), sa.Column("on_date", sa.Date, nullable=False),
        *_words("label", "services"), *_entered(),
    )  # fmt: skip
    op.create_index("ix_events_date", "events", ["council", "on_date"])
    op.create_table(
        "event_withdrawals", _reference("event_id", "events.id", is_key=True), *_words("council"), *_entered()
    )
    op.create_index("ix_event_withdrawals_council", "event_withdrawals", ["council"])


def _create_audit() -> None:
    op.create_table(
        "audit", _key("council"), sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False), *_words("author"),
        sa.Column("author_is_verified", sa.Boolean, nullable=False), *_words("action", "subject"),
        sa.Column("before", sa.Text), *_words("after", "previous_hash", "hash"),
    )  # fmt: skip


def _forbid_rewriting() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "create function register_is_append_only() returns trigger language plpgsql as "
            "$$ begin raise exception 'the register is append-only'; end $$"
        )
        for table in APPEND_ONLY:
            op.execute(
                f"create trigger {table}_append_only before update or delete or truncate on {table} "
                "for each statement execute function register_is_append_only()"
            )
        return
    for table in APPEND_ONLY:
        for change in ("update", "delete"):
            op.execute(
                f"create trigger {table}_no_{change} before {change} on {table} "
                "begin select raise(abort, 'the register is append-only'); end"
            )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _words(*names: str) -> Sequence[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _reference(name: str, target: str, *, is_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), primary_key=is_key, autoincrement=False)


def _entered() -> Sequence[sa.Column[object]]:
    return [
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("author_is_verified", sa.Boolean, nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
    ]
