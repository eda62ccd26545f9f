"""Reads a file once as bytes: its fingerprint, how many lines it has, and whether one line is far too long."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

CHUNK_BYTES = 1 << 20
_SHORT_TAIL = 64
_LINE_FEED = 10


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
    """Return the survey of a file of any size, reading 1 MiB at a time into one buffer."""
    digest = hashlib.sha256()
    ends, blank_ends, long_line, has_bytes = 0, 0, None, False
    buffer = bytearray(CHUNK_BYTES)
    codes = np.frombuffer(buffer, np.uint8)
    with path.open("rb", buffering=0) as stream, memoryview(buffer) as view:
        while size := stream.readinto(buffer):
            has_bytes = True
            digest.update(view[:size])
            count = int(np.count_nonzero(codes[:size] == _LINE_FEED))
            if count == 0 and size == CHUNK_BYTES and long_line is None:
                long_line = ends + 1
            ends += count
            blank = _blank_ends(view[:size])
            blank_ends = blank_ends + count if blank is None else blank
    return Survey(digest.hexdigest(), ends - blank_ends + 1 if has_bytes else 0, long_line)


def _blank_ends(chunk: memoryview) -> int | None:
    """Return how many line feeds stand after the last text of a chunk; None where it holds no text at all."""
    for tail in (chunk[-_SHORT_TAIL:], chunk):
        kept = bytes(tail).rstrip(b"\r\n")
        if kept:
            return bytes(tail[len(kept) :]).count(b"\n")
    return None


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
