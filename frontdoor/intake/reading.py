"""From a file taken in to staged rows: its header found, its plan made, read once, and again where its encoding demands it."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from frontdoor.errors import UnreadableFileError
from frontdoor.intake.encodings import rewrite_as_utf8, rewrite_from_windows
from frontdoor.intake.header import find_header
from frontdoor.intake.lines import Lines, lines_of
from frontdoor.intake.passes import Passes
from frontdoor.intake.plan import Plan
from frontdoor.intake.plans import plan_of
from frontdoor.intake.pseudonyms import pads
from frontdoor.intake.receiving import Arrival, Shape, received_again
from frontdoor.intake.source_types import Source
from frontdoor.intake.staging import BAD_ENCODING, Malformed, raw_csv, raw_parquet, stage
from frontdoor.strategy.council import Council

_MIXED_LINE_ENDS = "invalid state"  # what DuckDB's CSV reader says when lines end in more than one way


@dataclass(frozen=True, slots=True)
class Staged:
    """A file read into the staging table: by which plan, how many rows, and where each of them stood."""

    arrival: Arrival
    plan: Plan
    accepted: int
    refused: tuple[Malformed, ...]
    lines: Lines | None

    def line_of(self, rows: list[int]) -> dict[int, int]:
        """Return the line of each row; a Parquet file has row numbers, from 1."""
        if self.arrival.grid_lines:
            return {row: self.arrival.grid_lines[row] for row in rows}
        return {row: row + 1 for row in rows} if self.lines is None else self.lines.of(rows)

    @property
    def places(self) -> dict[int, float]:
        """Return where each row that was read late belongs among the numbers of the others."""
        return {} if self.lines is None else self.lines.places()


def read(
    connection: duckdb.DuckDBPyConnection, arrival: Arrival, source: Source, council: Council, key: bytes
) -> Staged:
    """Read the whole file into the staging table; raises IntakeError when it is not a table of this source."""
    if arrival.survey.long_line is not None and arrival.shape is Shape.CSV:
        raise UnreadableFileError(
            f"line {arrival.survey.long_line} is over 1 MB long. That is no table: "
            "perhaps a quotation mark is never closed, or the file is not CSV."
        )
    try:
        staged = _read_once(connection, arrival, source, council, key)
    except UnreadableFileError as error:
        if _MIXED_LINE_ENDS not in str(error):
            raise
        arrival = received_again(arrival, lambda path, target: rewrite_as_utf8(path, target, "utf-8"))
        staged = _read_once(connection, arrival, source, council, key)
    if any(one.error == BAD_ENCODING for one in staged.refused):
        staged = _read_once(connection, received_again(arrival, rewrite_from_windows), source, council, key)
    if staged.lines is not None:
        staged.lines.check_nothing_is_lost()
    return staged


def _read_once(
    connection: duckdb.DuckDBPyConnection, arrival: Arrival, source: Source, council: Council, key: bytes
) -> Staged:
    if arrival.shape is Shape.PARQUET:
        plan = plan_of(raw_parquet(connection, arrival, source), source, council)
        return Staged(arrival, plan, stage(connection, plan, pads(key)), (), None)
    raw = raw_csv(arrival.path, find_header(arrival.path, source), source)
    plan = plan_of(raw, source, council)
    passes = Passes(connection, arrival.path, source, lambda other: plan_of(other, source, council), pads(key))
    rows = passes.read(plan)
    lines = lines_of(arrival.path, raw.header, arrival.survey, rows)
    return Staged(arrival, plan, rows.accepted, rows.refused, lines)


def private_folder(parent: Path) -> Path:
    """Return a new folder only this user can read."""
    folder = parent / "intake"
    folder.mkdir(mode=0o700)
    return folder
