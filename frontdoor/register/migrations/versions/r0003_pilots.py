"""Plans of pilots, every version of each, and which were withdrawn before they began; append-only like the rest."""

import sqlalchemy as sa
from alembic import op

from frontdoor.register.migrations.append_only import entered, forbid_rewriting, identity, words

revision = "0003"
down_revision: str | None = "0002"

APPEND_ONLY = ("pilot_versions", "pilot_withdrawals")


def upgrade() -> None:
    """Make the tables and forbid changing or deleting their rows."""
    op.create_table(
        "pilot_versions", identity(), *words("council", "pilot_key", "plan", "digest"),
        sa.Column("entered_date", sa.Date, nullable=False), *words("origin", "file_hash"), *entered(),
    )  # fmt: skip
    op.create_index("ix_pilot_versions_pilot", "pilot_versions", ["council", "pilot_key"])
    op.create_table(
        "pilot_withdrawals",
        sa.Column("version_id", sa.Integer, sa.ForeignKey("pilot_versions.id"), primary_key=True, autoincrement=False),
        *words("council", "origin"), *entered(),
    )  # fmt: skip
    op.create_index("ix_pilot_withdrawals_council", "pilot_withdrawals", ["council"])
    forbid_rewriting(APPEND_ONLY)
