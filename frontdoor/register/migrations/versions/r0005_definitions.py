"""What each measure counts, as agreed; append-only like the rest."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"

WORDS = ("council", "measure_key", "definition", "standing", "approved_by", "approved_where", "file_hash", "author")


def upgrade() -> None:
    """Make the table and forbid changing or deleting its rows."""
    op.create_table(
        "definitions",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in WORDS),
        sa.Column("author_is_verified", sa.Boolean, nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_definitions_measure", "definitions", ["council", "measure_key"])
    for statement in _triggers():
        op.execute(statement)


def _triggers() -> list[str]:
    if op.get_bind().dialect.name == "postgresql":
        refusing = "for each statement execute function register_is_append_only()"
        return [f"create trigger definitions_append_only before update or delete or truncate on definitions {refusing}"]
    refusing = "begin select raise(abort, 'the register is append-only'); end"
    return [
        f"create trigger definitions_no_{change} before {change} on definitions {refusing}"
        for change in ("update", "delete")
    ]
