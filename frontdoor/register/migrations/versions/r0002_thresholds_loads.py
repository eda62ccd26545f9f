"""Thresholds held for approval as targets are, and who loaded what; append-only like the rest."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"

APPEND_ONLY = ("threshold_readings", "pending_thresholds", "threshold_outcomes", "threshold_history", "load_acts")


def upgrade() -> None:
    """Make the tables and forbid changing or deleting their rows."""
    _create_changes()
    _create_history()
    _create_loads()
    _forbid_rewriting()


def _create_changes() -> None:
    op.create_table("threshold_readings", _id(), *_words("council", "digest", "file_hash"), *_entered())
    op.create_table(
        "pending_thresholds", _id(),
        *_words("council", "measure_key", "parameter", "held", "stated", "file_hash"), *_entered(),
    )  # fmt: skip
    op.create_table(
        "threshold_outcomes",
        sa.Column("pending_id", sa.Integer, sa.ForeignKey("pending_thresholds.id"), primary_key=True, autoincrement=False),
        *_words("council", "outcome"), sa.Column("from_date", sa.Date), *_words("approved_by", "approved_where"),
        *_entered(),
    )  # fmt: skip
    for table in ("threshold_readings", "pending_thresholds", "threshold_outcomes"):
        op.create_index(f"ix_{table}_council", table, ["council"])


def _create_history() -> None:
    op.create_table(
        "threshold_history", _id(), *_words("council", "measure_key", "parameter"), sa.Column("queue", sa.Text),
        sa.Column("value", sa.Integer, nullable=False), sa.Column("from_date", sa.Date, nullable=False),
        *_words("source", "approved_by", "approved_where", "file_hash"),
        sa.Column("pending_id", sa.Integer, sa.ForeignKey("pending_thresholds.id")), *_entered(),
    )  # fmt: skip
    op.create_index("ix_threshold_history_measure", "threshold_history", ["council", "measure_key", "parameter"])


def _create_loads() -> None:
    op.create_table(
        "load_acts", _id(), *_words("council"), sa.Column("load_id", sa.Integer, nullable=False), *_words("act"),
        sa.Column("generation", sa.Integer, nullable=False), *_entered(),
    )  # fmt: skip
    op.create_index("ix_load_acts_load", "load_acts", ["council", "load_id"])


def _forbid_rewriting() -> None:
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    for table in APPEND_ONLY:
        for statement in _triggers(table, is_postgresql=is_postgresql):
            op.execute(statement)


def _triggers(table: str, *, is_postgresql: bool) -> Sequence[str]:
    if is_postgresql:
        refusing = "for each statement execute function register_is_append_only()"
        return [f"create trigger {table}_append_only before update or delete or truncate on {table} {refusing}"]
    refusing = "begin select raise(abort, 'the register is append-only'); end"
    return [
        f"create trigger {table}_no_{change} before {change} on {table} {refusing}" for change in ("update", "delete")
    ]


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _words(*names: str) -> Sequence[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _entered() -> Sequence[sa.Column[object]]:
    return [
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("author_is_verified", sa.Boolean, nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
    ]
