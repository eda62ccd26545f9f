"""The table of packs that officers arranged."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from frontdoor.register.columns import METADATA, entered

PACK_VERSIONS = Table(
    "pack_versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("pack_key", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False),
    *entered(),
    Index("ix_pack_versions_key", "council", "pack_key"),
)
