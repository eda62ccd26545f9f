"""Tables of what people answer for: duties, definitions, commentary, actions, sign-offs, annual updates; all append-only."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text

from frontdoor.register.columns import METADATA, added, entered, measure_place

TARGET_DUTIES = Table(
    "target_duties",
    METADATA,
    Column("id", Integer, primary_key=True),
    *measure_place(),
    Column("owner", Text, nullable=False),
    Column("due_date", Date),
    *entered(),
    Index("ix_target_duties_measure", "council", "measure_key"),
)
COMMENTARY = Table(
    "commentary",
    METADATA,
    Column("id", Integer, primary_key=True),
    *measure_place(),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("words", Text, nullable=False),
    Column("figure", Text, nullable=False),
    *entered(),
    Index("ix_commentary_measure", "council", "measure_key", "last_day"),
)
ACTION_VERSIONS = Table(
    "action_versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("action_key", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due_date", Date),
    Column("status", Text, nullable=False),
    Column("measure_key", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("ward", Text, nullable=False, server_default="", info=added("")),
    Column("start_date", Date, info=added(None)),
    *entered(),
    Index("ix_action_versions_key", "council", "action_key"),
)
SIGN_OFFS = Table(
    "sign_offs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("act", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("why", Text, nullable=False),
    *entered(),
    Index("ix_sign_offs_source", "council", "source", "first_day"),
)
UPDATE_WORDS = Table(
    "update_words",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("section", Text, nullable=False),
    Column("words", Text, nullable=False),
    *entered(),
    Index("ix_update_words_year", "council", "first_day"),
)
UPDATE_VERSIONS = Table(
    "update_versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", Text, nullable=False),
    *entered(),
    Index("ix_update_versions_year", "council", "first_day"),
)
DEFINITIONS = Table(
    "definitions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council", Text, nullable=False),
    Column("measure_key", Text, nullable=False),
    Column("definition", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("approved_by", Text, nullable=False),
    Column("approved_where", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    *entered(),
    Index("ix_definitions_measure", "council", "measure_key"),
)
ACCOUNTABILITY = (TARGET_DUTIES, COMMENTARY, ACTION_VERSIONS, SIGN_OFFS, UPDATE_WORDS, UPDATE_VERSIONS, DEFINITIONS)
"""All of them; every row is also in an audit entry, and is checked against it."""
