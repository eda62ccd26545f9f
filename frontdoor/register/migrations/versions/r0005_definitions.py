"""What each measure counts, as agreed; append-only like the rest."""

from alembic import op

from frontdoor.register.migrations.append_only import entered, forbid_rewriting, identity, words

revision = "0005"
down_revision: str | None = "0004"

WORDS = ("council", "measure_key", "definition", "standing", "approved_by", "approved_where", "file_hash")


def upgrade() -> None:
    """Make the table and forbid changing or deleting its rows."""
    op.create_table("definitions", identity(), *words(*WORDS), *entered())
    op.create_index("ix_definitions_measure", "definitions", ["council", "measure_key"])
    forbid_rewriting(["definitions"])
