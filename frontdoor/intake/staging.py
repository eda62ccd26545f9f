"""Reads a file once into a private table: our columns, the problems of each row as bits, and the originals of troubled rows."""

import csv
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from frontdoor.errors import UnreadableFileError
from frontdoor.intake.header import LARGEST_FIELD, Header, check_columns
from frontdoor.intake.plan import Plan
from frontdoor.intake.quoting import literal, literals, named, quoted
from frontdoor.intake.raw import TEXT, Raw, TimeForms
from frontdoor.intake.receiving import Arrival
from frontdoor.intake.source_types import Source
from frontdoor.intake.typed import Types

STAGING = "staging"
ROWS = f"{STAGING}.rows"
ERRORS, SCANS = "intake_errors", "intake_scans"
BAD_ENCODING = "INVALID ENCODING"
BAD_TYPE = "CAST"
_ABOUT_THE_FILE = {
    duckdb.InvalidInputException,
    duckdb.ConversionException,
    duckdb.SerializationException,
    duckdb.Error,
}
"""What DuckDB raises where bytes make no sense; of Parquet the bare Error. Its other errors are about disk and memory."""
_SAMPLE_ROWS = 200


@dataclass(frozen=True, slots=True)
class Malformed:
    """A row the CSV reader itself could not take: where it starts in the file (byte, from 0), and what is wrong.

    `is_only_type`: its shape is right, and only some cell could not be turned into the type of its column.
    """

    byte: int
    error: str
    is_only_type: bool = False


def raw_csv(path: Path, header: Header, source: Source) -> Raw:
    """Return a CSV as a relation of text columns c0, c1, ..."""
    types = Types((TEXT,) * len(header.names), TimeForms())
    return Raw(_relation(path, header, source, types), header, types.columns, samples_of(path, header))


def raw_typed(path: Path, raw: Raw, source: Source, types: Types) -> Raw:
    """Return the CSV of `raw` with some columns turned into other types as they are read."""
    relation = _relation(path, raw.header, source, types)
    return replace(raw, relation=relation, types=types.columns, forms=types.forms)


def raw_again(path: Path, raw: Raw, source: Source) -> Raw:
    """Return rows set aside from the CSV of `raw` under a header of one line, as text."""
    header = replace(raw.header, lines_before=0, lines=1)
    types = Types((TEXT,) * len(header.names), TimeForms())
    return replace(raw, relation=_relation(path, header, source, types), types=types.columns, forms=types.forms)


def _relation(path: Path, header: Header, source: Source, types: Types) -> str:
    columns = ", ".join(f"'c{index}': '{kind}'" for index, kind in enumerate(types.columns))
    nulls = [
        "",
        *(form for word in source.null_words for form in (word, word.lower(), word.upper(), word.capitalize())),
    ]
    options = (
        f"columns = {{{columns}}}, auto_detect = false, header = true, skip = {header.lines_before}, "
        f"delim = {literal(header.delimiter)}, quote = '\"', escape = '\"', nullstr = [{literals(dict.fromkeys(nulls))}], "
        f"store_rejects = true, rejects_table = '{ERRORS}', rejects_scan = '{SCANS}'"
    )
    if types.forms.timestamp:
        options += f", timestampformat = {literal(types.forms.timestamp)}"
    if types.forms.date:
        options += f", dateformat = {literal(types.forms.date)}"
    return f"read_csv({literal(str(path))}, {options})"


def raw_parquet(
    connection: duckdb.DuckDBPyConnection, arrival: Arrival, source: Source, *, is_checked: bool = True
) -> Raw:
    """Return a Parquet file as a relation of columns c0, c1, ... with their own types."""
    table = f"read_parquet({literal(str(arrival.path))})"
    try:
        described = connection.execute(f"describe select * from {table}").fetchall()
    except duckdb.Error as error:
        raise UnreadableFileError(f"the Parquet file is damaged or cut off ({_first_line(error)}).") from None
    header = Header(tuple(row[0] for row in described), ",", 0, 0)
    if is_checked:
        check_columns(header, source)
    renamed = named({f"c{index}": quoted(name) for index, name in enumerate(header.names)})
    nothing: tuple[tuple[str, ...], ...] = tuple(() for _ in header.names)
    return Raw(f"(select {renamed} from {table})", header, tuple(row[1] for row in described), nothing)


def open_staging(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Attach a private database for the rows being checked."""
    connection.execute(f"attach {literal(str(folder / 'staging.duckdb'))} as {STAGING}")


def close_staging(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the private database go, if it was opened."""
    connection.execute("drop view if exists incoming")
    connection.execute(f"detach database if exists {STAGING}")


def stage(connection: duckdb.DuckDBPyConnection, plan: Plan, parameters: dict[str, bytes]) -> int:
    """Read the file by its plan into ROWS, in the file's order; return how many rows could be read.

    The reader's own refusals are in `malformed` afterwards. Raises UnreadableFileError when it gives up.
    """
    connection.execute(f"drop table if exists {ROWS}")
    return _read(connection, f"create table {ROWS} as", plan, parameters)


def stage_more(connection: duckdb.DuckDBPyConnection, plan: Plan, parameters: dict[str, bytes]) -> int:
    """Read further rows by a plan of the same columns and problems; return how many rows there are now."""
    return _read(connection, f"insert into {ROWS} by name", plan, parameters)


def _read(connection: duckdb.DuckDBPyConnection, into: str, plan: Plan, parameters: dict[str, bytes]) -> int:
    for table in (ERRORS, SCANS):
        connection.execute(f"drop table if exists {table}")
    sql = plan.sql()
    used = {name: value for name, value in parameters.items() if f"${name}" in sql}
    try:
        connection.execute(f"{into} {sql}", used)
    except duckdb.Error as error:
        if type(error) not in _ABOUT_THE_FILE:
            raise
        raise UnreadableFileError(f"the file cannot be read as a table: {_first_line(error)}") from None
    row = connection.execute(f"select count(*) from {ROWS}").fetchone()
    return int(row[0]) if row else 0


def malformed(connection: duckdb.DuckDBPyConnection) -> list[Malformed]:
    """Return the rows the reader refused, one each, in the file's order."""
    found = connection.execute(f"select 1 from duckdb_tables() where table_name = '{ERRORS}'").fetchone()
    if found is None:
        return []
    rows = connection.execute(
        f"select line_byte_position - 1 as byte, min(cast(error_type as varchar)) filter (error_type <> '{BAD_TYPE}') "
        f"from {ERRORS} group by byte order by byte"
    ).fetchall()
    return [Malformed(byte, error or BAD_TYPE, error is None) for byte, error in rows]


def samples_of(path: Path, header: Header) -> tuple[tuple[str, ...], ...]:
    """Return some values of each column, as text."""
    columns: list[list[str]] = [[] for _ in header.names]
    csv.field_size_limit(LARGEST_FIELD)
    with path.open(encoding="utf-8", errors="replace", newline="") as stream:
        for number, row in enumerate(csv.reader(stream, delimiter=header.delimiter)):
            for column, value in zip(columns, row, strict=False):
                if number > header.lines_before and value.strip():
                    column.append(value.strip())
            if number > _SAMPLE_ROWS:
                break
    return tuple(tuple(column) for column in columns)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
