"""Plans of pilots, every version of each, and which were withdrawn before they began; append-only like the rest."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"

APPEND_ONLY = ("pilot_versions", "pilot_withdrawals")


def upgrade() -> None:
    """Make the tables and forbid changing or deleting their rows."""
    op.create_table(
        "pilot_versions", sa.Column("id", sa.Integer, primary_key=True), *_words("council", "pilot_key", "plan", "digest"),
        sa.Column("entered_date", sa.Date, nullable=False), *_words("origin", "file_hash"), *_entered(),
    )  # fmt: skip
    op.create_index("ix_pilot_versions_pilot", "pilot_versions", ["council", "pilot_key"])
    op.create_table(
        "pilot_withdrawals",
        sa.Column("version_id", sa.Integer, sa.ForeignKey("pilot_versions.id"), primary_key=True, autoincrement=False),
        *_words("council", "origin"), *_entered(),
    )  # fmt: skip
    op.create_index("ix_pilot_withdrawals_council", "pilot_withdrawals", ["council"])
    _forbid_rewriting()


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


def _words(*names: str) -> Sequence[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _entered() -> Sequence[sa.Column[object]]:
    return [
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("author_is_verified", sa.Boolean, nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
    ]
