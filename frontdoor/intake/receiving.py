"""Takes a file in: checks what it is, unpacks it into a private folder, and leaves a UTF-8 CSV or a Parquet file there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from frontdoor.errors import UnreadableFileError
from frontdoor.intake.encodings import (
    REWRITTEN,
    WINDOWS,
    encoding_of,
    has_only_old_line_ends,
    rewrite_as_utf8,
    rewrite_from_windows,
)
from frontdoor.intake.month_grid import months_to_rows
from frontdoor.intake.outlines import outlines_to_rows
from frontdoor.intake.spreadsheets import spreadsheet_to_csv
from frontdoor.intake.surveying import Survey, survey
from frontdoor.intake.unpacking import unpack_gzip

_GZIP, _ZIP, _PARQUET = b"\x1f\x8b", b"PK\x03\x04", b"PAR1"
_BLANK = b"\xef\xbb\xbf \t\r\n"  # a byte order mark and white space
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # OLE2 header of .xls
_SHOWN_NAME_LENGTH = 120
SAMPLE_BYTES = 1 << 20


class Shape(StrEnum):
    """What stands in the private folder."""

    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file taken in: a private path under a plain name, and what was seen of the original on the way.

    `grid_lines` is the original line of each row, where a hand-made table was turned into rows.
    """

    path: Path
    shape: Shape
    shown_name: str
    sha256: str
    survey: Survey
    grid_lines: tuple[int, ...] = ()


def shown_name(file: Path) -> str:
    """Return the file's name fit to be shown and kept: no folders, no control characters, at most 120 characters."""
    name = "".join(letter if letter.isprintable() else "?" for letter in file.name)
    return name if len(name) <= _SHOWN_NAME_LENGTH else f"{name[: _SHOWN_NAME_LENGTH - 1]}…"


def receive(file: Path, folder: Path, encoding: str = "", *, is_grid: bool = False) -> Arrival:
    """Return the file as something DuckDB can read; raises UnreadableFileError when it is not a table.

    Nothing outside `folder` is written; `encoding` overrules what the bytes suggest;
    `is_grid` turns a hand-made table of months into rows.
    """
    name = shown_name(file)
    _refuse_what_is_no_file(file)
    original = survey(file)
    start = _start_of(file)
    path = arrived = folder / "arrived"
    arrived.symlink_to(file.resolve())
    if start.startswith(_GZIP):
        path = _unpacked(unpack_gzip(path, folder / "unpacked"))
        start = _start_of(path)
    if start.startswith(_PARQUET):
        return Arrival(path, Shape.PARQUET, name, original.sha256, original)
    is_workbook = start.startswith(_ZIP)
    path = spreadsheet_to_csv(path, folder / "sheet.csv") if is_workbook else _as_utf8(path, folder, encoding, start)
    if start.lstrip(_BLANK).startswith(b"{"):
        return _of_outlines(path, folder, name, original)
    if is_grid:
        lines = months_to_rows(path, folder / "months.csv")
        path = folder / "months.csv"
        return Arrival(path, Shape.CSV, name, original.sha256, survey(path), lines)
    seen = original if path == arrived else survey(path)
    return Arrival(path, Shape.CSV, name, original.sha256, seen)


def _of_outlines(path: Path, folder: Path, name: str, original: Survey) -> Arrival:
    """Return a GeoJSON file as a CSV of its features; what stands for a line is the number of the feature."""
    numbers = outlines_to_rows(path, folder / "outlines.csv")
    made = folder / "outlines.csv"
    return Arrival(made, Shape.CSV, name, original.sha256, survey(made), numbers)


def received_again(arrival: Arrival, rewrite: Callable[[Path, Path], Path]) -> Arrival:
    """Return the arrival with its text rewritten by `rewrite(from, to)`."""
    path = rewrite(arrival.path, arrival.path.parent / f"{REWRITTEN}-again.csv")
    return Arrival(path, Shape.CSV, arrival.shown_name, arrival.sha256, survey(path))


def _as_utf8(path: Path, folder: Path, declared: str, start: bytes) -> Path:
    target, encoding = folder / f"{REWRITTEN}.csv", declared or encoding_of(start)
    if encoding == WINDOWS and not declared:
        return rewrite_from_windows(path, target)
    if encoding in {"utf-8", "utf-8-sig"} and not has_only_old_line_ends(start):
        return path
    return rewrite_as_utf8(path, target, encoding)


def _refuse_what_is_no_file(file: Path) -> None:
    if not file.is_file():
        raise UnreadableFileError("there is no such file.")
    if file.stat().st_size == 0:
        raise UnreadableFileError("the file is empty.")
    if _start_of(file).startswith(_OLD_EXCEL):
        raise UnreadableFileError("this is an old Excel file (.xls). Save it as .xlsx or CSV and load that.")


def _start_of(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(SAMPLE_BYTES)


def _unpacked(path: Path) -> Path:
    if path.stat().st_size == 0:
        raise UnreadableFileError("the file inside is empty.")
    return path
