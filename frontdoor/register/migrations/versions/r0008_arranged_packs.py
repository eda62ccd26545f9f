"""Packs that officers arranged, each version the text of its template; append-only like the rest."""

import sqlalchemy as sa
from alembic import op

from frontdoor.register.migrations.append_only import entered, forbid_rewriting, identity, words

revision = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    """Make the table and forbid changing or deleting its rows."""
    op.create_table(
        "pack_versions", identity(), *words("council", "pack_key", "title", "template"),
        sa.Column("is_withdrawn", sa.Boolean, nullable=False), *entered(),
    )  # fmt: skip
    op.create_index("ix_pack_versions_key", "pack_versions", ["council", "pack_key"])
    forbid_rewriting(["pack_versions"])
