"""Who must set a target, commentary, actions, sign-offs and the words of annual updates; append-only like the rest."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0002"

INDEXED = {
    "target_duties": ("measure", ["council", "measure_key"]),
    "commentary": ("measure", ["council", "measure_key", "last_day"]),
    "action_versions": ("key", ["council", "action_key"]),
    "sign_offs": ("source", ["council", "source", "first_day"]),
    "update_words": ("year", ["council", "first_day"]),
    "update_versions": ("year", ["council", "first_day"]),
}


def upgrade() -> None:
    """Make the tables and forbid changing or deleting their rows."""
    _create_beside_measures()
    _create_beside_sources()
    for table, (name, columns) in INDEXED.items():
        op.create_index(f"ix_{table}_{name}", table, columns)
    _forbid_rewriting()


def _create_beside_measures() -> None:
    op.create_table(
        "target_duties", _id(), *_words("council", "measure_key", "service", "owner"), _day("due_date"), *_entered()
    )
    op.create_table(
        "commentary", _id(), *_words("council", "measure_key", "service"), *_days(), *_words("words", "figure"), *_entered()
    )  # fmt: skip
    op.create_table(
        "action_versions", _id(), *_words("council", "action_key", "title", "owner"), _day("due_date"),
        *_words("status", "measure_key", "service", "note", "source", "origin"), *_entered(),
    )  # fmt: skip


def _create_beside_sources() -> None:
    op.create_table(
        "sign_offs", _id(), *_words("council", "source"), *_days(), *_words("act"), _generation(), *_words("why"),
        *_entered(),
    )  # fmt: skip
    op.create_table("update_words", _id(), *_words("council"), _days()[0], *_words("section", "words"), *_entered())
    op.create_table(
        "update_versions", _id(), *_words("council"), _days()[0], _generation(), *_words("digest", "content"),
        *_entered(),
    )  # fmt: skip


def _forbid_rewriting() -> None:
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    for table in INDEXED:
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


def _generation() -> sa.Column[int]:
    return sa.Column("generation", sa.Integer, nullable=False)


def _day(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.Date)


def _days() -> "Sequence[sa.Column[object]]":
    return [sa.Column("first_day", sa.Date, nullable=False), sa.Column("last_day", sa.Date, nullable=False)]


def _words(*names: str) -> Sequence[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _entered() -> Sequence[sa.Column[object]]:
    return [
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("author_is_verified", sa.Boolean, nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
    ]
