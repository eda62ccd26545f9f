"""Writes names and values into SQL safely, for the few statements whose columns are known only when a file arrives."""

from collections.abc import Iterable, Mapping


def quoted(name: str) -> str:
    """Return a name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: object) -> str:
    """Return a text, number, flag or None as an SQL literal."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return "'" + str(value).replace("'", "''") + "'"


def literals(values: Iterable[object]) -> str:
    """Return values as the inside of a list: 'a', 'b'."""
    return ", ".join(literal(value) for value in values)


def named(columns: Mapping[str, str]) -> str:
    """Return expressions by name as a select list."""
    return ", ".join(f"{sql} as {quoted(name)}" for name, sql in columns.items())
