"""Thresholds held for approval as targets are, and who loaded what; append-only like the rest."""

import sqlalchemy as sa
from alembic import op

from frontdoor.register.migrations.append_only import entered, forbid_rewriting, identity, words

revision = "0002"
down_revision: str | None = "0001"

APPEND_ONLY = ("threshold_readings", "pending_thresholds", "threshold_outcomes", "threshold_history", "load_acts")


def upgrade() -> None:
    """Make the tables and forbid changing or deleting their rows."""
    _create_changes()
    _create_history()
    _create_loads()
    forbid_rewriting(APPEND_ONLY)


def _create_changes() -> None:
    op.create_table("threshold_readings", identity(), *words("council", "digest", "file_hash"), *entered())
    op.create_table(
        "pending_thresholds", identity(),
        *words("council", "measure_key", "parameter", "held", "stated", "file_hash"), *entered(),
    )  # fmt: skip
    op.create_table(
        "threshold_outcomes",
        sa.Column("pending_id", sa.Integer, sa.ForeignKey("pending_thresholds.id"), primary_key=True, autoincrement=False),
        *words("council", "outcome"), sa.Column("from_date", sa.Date), *words("approved_by", "approved_where"),
        *entered(),
    )  # fmt: skip
    for table in ("threshold_readings", "pending_thresholds", "threshold_outcomes"):
        op.create_index(f"ix_{table}_council", table, ["council"])


def _create_history() -> None:
    op.create_table(
        "threshold_history", identity(), *words("council", "measure_key", "parameter"), sa.Column("queue", sa.Text),
        sa.Column("value", sa.Integer, nullable=False), sa.Column("from_date", sa.Date, nullable=False),
        *words("source", "approved_by", "approved_where", "file_hash"),
        sa.Column("pending_id", sa.Integer, sa.ForeignKey("pending_thresholds.id")), *entered(),
    )  # fmt: skip
    op.create_index("ix_threshold_history_measure", "threshold_history", ["council", "measure_key", "parameter"])


def _create_loads() -> None:
    op.create_table(
        "load_acts", identity(), *words("council"), sa.Column("load_id", sa.Integer, nullable=False), *words("act"),
        sa.Column("generation", sa.Integer, nullable=False), *entered(),
    )  # fmt: skip
    op.create_index("ix_load_acts_load", "load_acts", ["council", "load_id"])
