"""Brings a register's tables up to date when it is opened, whoever opens it first."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, inspect, text

from frontdoor.errors import RegisterError
from frontdoor.register.database import reading, writing

LATEST_REVISION = "0008"
MIGRATIONS_FOLDER = Path(__file__).parent / "migrations"
MIGRATION_LOCK = 7_010_001  # any number no other program uses for a PostgreSQL advisory lock
_one_at_a_time = Lock()  # alembic keeps the running migration in module variables


def migrate(engine: Engine) -> None:
    """Run the missing steps in one transaction; nothing is done, or imported, where the register is up to date.

    Raises:
        RegisterError: the register was written by a newer Frontdoor.
    """
    with reading(engine) as connection:
        if _revision(connection) == LATEST_REVISION:
            return
    with _one_at_a_time, writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
        if _revision(connection) != LATEST_REVISION:
            _run_steps(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("select version_num from alembic_version")).scalar()
    return revision


def _run_steps(connection: Connection) -> None:
    """Run what is missing; alembic takes half a second to import and is needed once in a register's life."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    scripts = ScriptDirectory(str(MIGRATIONS_FOLDER))
    with EnvironmentContext(
        Config(), scripts, fn=lambda revision, _: scripts._upgrade_revs("head", revision), destination_rev="head"
    ) as environment:
        environment.configure(connection=connection)
        try:
            environment.run_migrations()
        except CommandError as error:
            raise RegisterError(
                "The register was written by a newer Frontdoor than this one. Install that version to open it."
            ) from error
