"""What the register's tables share: moments, who entered a row and when, and of which measure it speaks."""

from datetime import UTC, datetime

from sqlalchemy import Boolean, Column, DateTime, Dialect, MetaData, Table, Text, TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment in time: given with any zone, stored as UTC without one, returned as UTC with one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


METADATA = MetaData()


def entered() -> tuple[Column[str], Column[bool], Column[datetime]]:
    """Return the columns that say who entered a row and when."""
    return (
        Column("author", Text, nullable=False),
        Column("author_is_verified", Boolean, nullable=False),
        Column("recorded_at", Moment, nullable=False),
    )


def measure_place() -> tuple[Column[str], Column[str], Column[str]]:
    """Return the columns that say of which measure, and of which service ('' is the whole council)."""
    return (
        Column("council", Text, nullable=False),
        Column("measure_key", Text, nullable=False),
        Column("service", Text, nullable=False),
    )


ADDED = "added"


def added(before: object) -> dict[str, object]:
    """Return the mark of a column younger than its table: rows audited without it hold `before` there."""
    return {ADDED: before}


def without_added(table: Table) -> dict[str, object]:
    """Return what a row written before a column was added holds in it, by the column's name."""
    return {column.name: column.info[ADDED] for column in table.columns if ADDED in column.info}
