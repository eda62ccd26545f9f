"""Finds out how text is encoded and rewrites it as UTF-8 when it is not."""

import codecs
from pathlib import Path

from frontdoor.errors import UnreadableFileError

REWRITTEN = "rewritten"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
WINDOWS = "cp1252"
_CHUNK_CHARACTERS = 1 << 20
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})
_MOST_CONTROLS = 0.02  # of bytes; text exports have none


def encoding_of(start: bytes) -> str:
    """Return utf-8, utf-8-sig, utf-16, utf-16-le, utf-16-be or cp1252 from the first bytes.

    Raises UnreadableFileError when they are not text at all.
    """
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    if b"\0" in start:
        return _without_mark(start)
    if len(start) - len(start.translate(None, _CONTROL)) > len(start) * _MOST_CONTROLS:
        raise UnreadableFileError("this is not a table but a binary file. Export it as CSV, XLSX or Parquet.")
    return "utf-8" if _is_utf8(start) else WINDOWS


def has_only_old_line_ends(start: bytes) -> bool:
    """Return whether lines end in a bare carriage return, as old Macs wrote them."""
    return b"\r" in start and b"\n" not in start


def rewrite_as_utf8(path: Path, target: Path, encoding: str) -> Path:
    """Return `target` holding the same text as UTF-8 with line feeds."""
    line = 1
    try:
        with (
            path.open(encoding=encoding, newline=None) as text,
            target.open("w", encoding="utf-8", newline="\n") as out,
        ):
            while piece := text.read(_CHUNK_CHARACTERS):
                line += piece.count("\n")
                out.write(piece)
    except UnicodeError:
        raise UnreadableFileError(
            f"somewhere after line {line} the text is not {encoding} any more: the file mixes encodings or is cut off. "
            "Save it as UTF-8 and load it again."
        ) from None
    return target


def rewrite_from_windows(path: Path, target: Path) -> Path:
    """Return `target` with Windows-1252 text as UTF-8; raises UnreadableFileError naming the lines if encodings are mixed."""
    foreign = line_of_foreign(path)
    if foreign is not None:
        utf8_line, windows_line = foreign
        raise UnreadableFileError(
            f"the file mixes encodings: line {utf8_line} is UTF-8, line {windows_line} is not (it looks like Windows-1252). "
            "Save the whole file as UTF-8 and load it again."
        )
    return rewrite_as_utf8(path, target, WINDOWS)


def line_of_foreign(path: Path) -> tuple[int, int] | None:
    """Return the first line of real UTF-8 and the first that is not UTF-8, when the file has both."""
    utf8_line = windows_line = 0
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.isascii():
                continue
            if _is_utf8(line, final=True):
                utf8_line = utf8_line or number
            else:
                windows_line = windows_line or number
            if utf8_line and windows_line:
                return utf8_line, windows_line
    return None


def _is_utf8(text: bytes, *, final: bool = False) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(text, final)
    except UnicodeDecodeError:
        return False
    return True


def _without_mark(start: bytes) -> str:
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > half * 0.5 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.5 and odd < half * 0.1:
        return "utf-16-be"
    raise UnreadableFileError("this is not a table but a binary file. Export it as CSV, XLSX or Parquet.")
