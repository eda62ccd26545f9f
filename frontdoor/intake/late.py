"""Rows whose cells the reader could not turn into the types chosen: only those lines of the file are read again, as text."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from frontdoor.intake.header import LARGEST_FIELD, Header


def set_aside(path: Path, header: Header, starts: Sequence[int], target: Path) -> dict[int, int]:
    """Write the rows that start at these bytes of a CSV to `target`, under its header; return where each starts there.

    A row that is not UTF-8 is left out.
    """
    csv.field_size_limit(LARGEST_FIELD)
    written = {}
    with path.open("rb") as stream, target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=header.delimiter, lineterminator="\n")
        writer.writerow(header.names)
        for start in starts:
            stream.seek(start)
            with suppress(UnicodeDecodeError):
                row = next(csv.reader(_texts(stream), delimiter=header.delimiter))
                written[start] = out.tell()
                writer.writerow(row)
    return written


def _texts(stream: BinaryIO) -> Iterator[str]:
    """Yield line after line as text; line ends before the first are passed over."""
    has_begun = False
    while line := stream.readline():
        has_begun = has_begun or bool(line.strip(b"\r\n"))
        if has_begun:
            yield line.decode()
