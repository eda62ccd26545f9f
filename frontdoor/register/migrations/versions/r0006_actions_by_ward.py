"""Of which ward an action is, and from which day on it is under way; earlier versions keep neither."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"


def upgrade() -> None:
    """Add both columns; no row is rewritten."""
    op.add_column("action_versions", sa.Column("ward", sa.Text, nullable=False, server_default=""))
    op.add_column("action_versions", sa.Column("start_date", sa.Date))
