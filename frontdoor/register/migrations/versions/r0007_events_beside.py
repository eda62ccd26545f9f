"""Of what kind an event is and until when, and what people answered about breaks; append-only like the rest."""

import sqlalchemy as sa
from alembic import op

from frontdoor.register.migrations.append_only import entered, forbid_rewriting, identity, words

revision = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    """Make the tables and forbid changing or deleting their rows."""
    event = sa.Column("event_id", sa.Integer, sa.ForeignKey("events.id"), primary_key=True, autoincrement=False)
    op.create_table("event_details", event, *words("council", "kind"), sa.Column("last_date", sa.Date), *entered())
    op.create_index("ix_event_details_council", "event_details", ["council"])
    op.create_table(
        "break_answers", identity(), *words("council", "measure_key", "service"),
        sa.Column("first_day", sa.Date, nullable=False), sa.Column("is_dismissed", sa.Boolean, nullable=False),
        *entered(),
    )  # fmt: skip
    op.create_index("ix_break_answers_measure", "break_answers", ["council", "measure_key", "first_day"])
    forbid_rewriting(["event_details", "break_answers"])
