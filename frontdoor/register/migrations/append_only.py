"""What the steps of the register's migration share: columns of every table, and triggers that refuse to rewrite a row."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from alembic import op


def identity() -> sa.Column[int]:
    """Return a table's own number of a row."""
    return sa.Column("id", sa.Integer, primary_key=True)


def words(*names: str) -> Sequence[sa.Column[str]]:
    """Return columns of text that are never null."""
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def entered() -> "Sequence[sa.Column[object]]":
    """Return the columns that say who entered a row and when."""
    return [
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("author_is_verified", sa.Boolean, nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
    ]


def forbid_rewriting(tables: Iterable[str]) -> None:
    """Let the database itself refuse to change or delete a row; PostgreSQL's function is made by the first step."""
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    for table in tables:
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
