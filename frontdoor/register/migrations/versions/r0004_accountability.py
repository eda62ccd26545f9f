"""Who must set a target, commentary, actions, sign-offs and the words of annual updates; append-only like the rest."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from frontdoor.register.migrations.append_only import entered, forbid_rewriting, identity, words

revision = "0004"
down_revision: str | None = "0003"

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
    forbid_rewriting(INDEXED)


def _create_beside_measures() -> None:
    op.create_table(
        "target_duties", identity(), *words("council", "measure_key", "service", "owner"), _day("due_date"), *entered()
    )
    op.create_table(
        "commentary", identity(), *words("council", "measure_key", "service"), *_days(), *words("words", "figure"), *entered()
    )  # fmt: skip
    op.create_table(
        "action_versions", identity(), *words("council", "action_key", "title", "owner"), _day("due_date"),
        *words("status", "measure_key", "service", "note", "source", "origin"), *entered(),
    )  # fmt: skip


def _create_beside_sources() -> None:
    op.create_table(
        "sign_offs", identity(), *words("council", "source"), *_days(), *words("act"), _generation(), *words("why"),
        *entered(),
    )  # fmt: skip
    op.create_table("update_words", identity(), *words("council"), _days()[0], *words("section", "words"), *entered())
    op.create_table(
        "update_versions", identity(), *words("council"), _days()[0], _generation(), *words("digest", "content"),
        *entered(),
    )  # fmt: skip


def _generation() -> sa.Column[int]:
    return sa.Column("generation", sa.Integer, nullable=False)


def _day(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.Date)


def _days() -> "Sequence[sa.Column[object]]":
    return [sa.Column("first_day", sa.Date, nullable=False), sa.Column("last_day", sa.Date, nullable=False)]
