"""One format of a pack as a single file to download: where the format has several, they are zipped."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from frontdoor.packs.files import Format, files_of
from frontdoor.packs.pack import Pack

SEVERAL = (Format.TABLES, Format.EASY_READ)
"""Formats of more than one file."""

ENDINGS = {Format.PRESENT: "present.html"}
"""How names end where it is not the format's own word."""

MIME = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html",
    "zip": "application/zip",
    "json": "application/json",
}
"""The type of a file by its ending (IANA)."""


def one_file(pack: Pack, kind: Format, slide_template: Path | None = None, site: str = "") -> bytes:
    """Return the content of the file; the same pack always gives the same bytes."""
    files = files_of(pack, kind, slide_template, site)
    return _zipped(files, pack.as_at) if kind in SEVERAL else next(iter(files.values()))


def one_name(key: str, as_at: date, kind: Format, *, is_invented: bool) -> str:
    """Return 'invented-scrutiny-2026-10-31.pdf', of several files 'scrutiny-csv-2026-10-31.zip'; the key is made safe."""
    safe = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in key).strip("-")[:80] or "pack"
    named = f"{safe}-{kind.value}" if kind in SEVERAL else safe
    return f"{'invented-' if is_invented else ''}{named}-{as_at.isoformat()}.{ending(kind)}"


def ending(kind: Format) -> str:
    """Return the ending of the file's name."""
    return "zip" if kind in SEVERAL else ENDINGS.get(kind, kind.value)


def mime(kind: Format) -> str:
    """Return the type of the file."""
    return MIME[ending(kind).rpartition(".")[2]]


def _zipped(files: dict[str, bytes], day: date) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as written:
        for name, content in files.items():
            part = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            written.writestr(part, content)
    return held.getvalue()
