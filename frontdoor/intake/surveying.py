"""Reads a file once as bytes: its fingerprint, how many lines it has, and whether one line is far too long."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Survey:
    """What one reading of the bytes tells.

    `lines` counts physical lines, without blank ones at the very end; `long_line` is the number of the first line that
    fills a whole chunk of 1 MiB, or None (a line of 2 MiB or more is always seen).
    """

    sha256: str
    lines: int
    long_line: int | None


def survey(path: Path) -> Survey:
    """Return the survey of a file of any size, reading 1 MiB at a time."""
    digest = hashlib.sha256()
    ends, long_line, tail = 0, None, b""
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            digest.update(chunk)
            count = chunk.count(b"\n")
            if count == 0 and len(chunk) == CHUNK_BYTES and long_line is None:
                long_line = ends + 1
            ends += count
            tail = (tail + chunk)[-CHUNK_BYTES:] if len(chunk) < CHUNK_BYTES else chunk
    return Survey(digest.hexdigest(), _lines(ends, tail), long_line)


def _lines(ends: int, tail: bytes) -> int:
    kept = tail.rstrip(b"\r\n")
    return ends - tail[len(kept) :].count(b"\n") + 1 if kept or ends else 0


def line_numbers_at(path: Path, positions: list[int]) -> list[int]:
    """Return the line each byte position (from 0) stands on; `positions` ascending.

    A position that points at a line end belongs to the line after it.
    """
    found: list[int] = []
    with path.open("rb") as stream:
        line, at = 1, 0
        for position in positions:
            while at < position:
                chunk = stream.read(min(CHUNK_BYTES, position - at))
                if not chunk:
                    break
                line += chunk.count(b"\n")
                at += len(chunk)
            ahead = stream.read(64)
            stream.seek(-len(ahead), 1)
            ends = ahead[: len(ahead) - len(ahead.lstrip(b"\r\n"))].count(b"\n")
            found.append(line + ends)
    return found
