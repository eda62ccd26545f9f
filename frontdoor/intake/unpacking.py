"""Unpacks what is compressed, but never more than a real export could be."""

import gzip
import zipfile
import zlib
from pathlib import Path

from frontdoor.errors import UnreadableFileError

LARGEST_BYTES = 16 << 30  # several times the largest export expected (3 GB)
LARGEST_RATIO = 250  # repetitive CSV packs about 20:1; DEFLATE cannot exceed 1032:1
RATIO_MATTERS_FROM = 64 << 20
LARGEST_WORKBOOK_BYTES = 2 << 30
_CHUNK = 1 << 20


def unpack_gzip(path: Path, target: Path) -> Path:
    """Return `target` with what is inside; raises UnreadableFileError when it is cut off or blows up."""
    packed = path.stat().st_size
    written = 0
    try:
        with gzip.open(path, "rb") as inside, target.open("wb") as out:
            while chunk := inside.read(_CHUNK):
                written += len(chunk)
                _refuse_a_bomb(packed, written)
                out.write(chunk)
    except EOFError:
        raise UnreadableFileError("the file is cut off: it ends in the middle. Copy or export it again.") from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableFileError(f"the file is damaged and cannot be unpacked ({error}).") from None
    return target


def check_workbook(path: Path) -> None:
    """Raise UnreadableFileError unless the zip is a sound workbook whose parts are of a sane size."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if "xl/workbook.xml" not in {part.filename for part in parts}:
                raise UnreadableFileError("this is a zip file, not a workbook. Unpack it and load the file inside.")
            total = sum(part.file_size for part in parts)
            if total > LARGEST_WORKBOOK_BYTES:
                raise UnreadableFileError(f"unpacked, the workbook would be {total >> 20:,} MB: that is no export.")
            _refuse_a_bomb(path.stat().st_size, total)
            _refuse_false_sizes(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise UnreadableFileError(f"the workbook is damaged or cut off ({error}). Save it again.") from None


def _refuse_false_sizes(archive: zipfile.ZipFile) -> None:
    """Read every part to its end; one that is longer than it says fails its own checksum (BadZipFile)."""
    for part in archive.infolist():
        with archive.open(part) as stream:
            while stream.read(_CHUNK):
                pass


def _refuse_a_bomb(packed: int, unpacked: int) -> None:
    too_dense = unpacked > RATIO_MATTERS_FROM and unpacked > packed * LARGEST_RATIO
    if too_dense or unpacked > LARGEST_BYTES:
        raise UnreadableFileError(
            f"the file unpacks to more than {unpacked >> 20:,} MB from {packed:,} bytes: that is no export, it was left alone."
        )
