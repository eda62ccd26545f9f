"""Rows that follow one another: the last stands, and whoever edits it must have seen it."""

from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

from frontdoor.errors import RegisterError


def standing(connection: Connection, table: Table, council: str, **place: object) -> Row[Any] | None:
    """Return the last row entered for `place` (column values), None where there is none."""
    columns = table.c
    same = [columns[name] == value for name, value in place.items()]
    query = select(table).where(columns.council == council, *same).order_by(columns.id.desc()).limit(1)
    return connection.execute(query).first()


def all_standing(connection: Connection, table: Table, council: str, by: tuple[str, ...]) -> list[Row[Any]]:
    """Return the last row of each place, told apart by the columns `by`, in the order they were entered."""
    columns = table.c
    last = select(func.max(columns.id)).where(columns.council == council).group_by(*(columns[name] for name in by))
    return list(connection.execute(select(table).where(columns.id.in_(last)).order_by(columns.id)))


def history(connection: Connection, table: Table, council: str, **place: object) -> list[Row[Any]]:
    """Return every row entered for `place`, oldest first."""
    columns = table.c
    same = [columns[name] == value for name, value in place.items()]
    return list(connection.execute(select(table).where(columns.council == council, *same).order_by(columns.id)))


def refuse_unseen(latest: Row[Any] | None, seen: int | None, what: str) -> None:
    """Raise RegisterError where somebody entered a row that the writer, who saw row `seen` (None: none), has not seen."""
    if latest is None or latest.id == seen:
        return
    raise RegisterError(
        f"{latest.author} changed {what} meanwhile, at {latest.recorded_at:%H:%M} UTC on "
        f"{latest.recorded_at.day} {latest.recorded_at:%B %Y}. Nothing was written; look at that and enter yours again."
    )
