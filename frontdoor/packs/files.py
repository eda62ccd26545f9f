"""A pack as files: each format by its word, with the names its files have."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from frontdoor.errors import FrontdoorError
from frontdoor.packs.frozen import frozen
from frontdoor.packs.open_data import open_data
from frontdoor.packs.pack import Pack
from frontdoor.packs.readable import readable

TABLES = "tables"
"""The folder of a pack's tables: there are many, two files each."""


class Format(StrEnum):
    """What a pack can be made into."""

    PDF = "pdf"
    SLIDES = "pptx"
    HTML = "html"
    PRESENT = "present"
    EXCEL = "xlsx"
    EASY_READ = "easy-read"
    TABLES = "csv"
    FROZEN = "json"


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen beside the pack: the council's own slides, and where Frontdoor is served ('': not said)."""

    slide_template: Path | None = None
    site: str = ""


def files_of(pack: Pack, kind: Format, slide_template: Path | None = None, site: str = "") -> dict[str, bytes]:
    """Return the content of each file of one format by its name; names of invented figures say so."""
    return MADE_BY[kind](pack, Choices(slide_template, site))


def written(files: dict[str, bytes], folder: Path) -> list[Path]:
    """Write the files into `folder`, made where there is none, and return their paths.

    Raises:
        FrontdoorError: the folder cannot be written.
    """
    try:
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    except OSError as error:
        raise FrontdoorError(
            f"{folder} cannot be written: {error.strerror}. Name another folder with --out."
        ) from error
    return [folder / name for name in files]


def file_name(pack: Pack, ending: str) -> str:
    """Return 'invented-scrutiny-2026-10-31.pdf': what the pack is, to which day, and whether its figures are invented."""
    stamp = "invented-" if pack.stamp else ""
    return f"{stamp}{pack.key.replace('_', '-')}-{pack.as_at.isoformat()}.{ending}"


def _pdf(pack: Pack, _: Choices) -> dict[str, bytes]:
    from frontdoor.packs.pdf.pdf import pdf  # a typesetter that nothing else needs

    return {file_name(pack, "pdf"): pdf(pack)}


def _slides(pack: Pack, chosen: Choices) -> dict[str, bytes]:
    from frontdoor.packs.slides.slides import slides  # a library of slides that nothing else needs

    return {file_name(pack, "pptx"): slides(pack, chosen.slide_template)}


def _html(pack: Pack, chosen: Choices) -> dict[str, bytes]:
    from frontdoor.packs.html.html import html  # draws charts, which listing packs need not wait for

    return {file_name(pack, "html"): html(pack, chosen.site)}


def _excel(pack: Pack, _: Choices) -> dict[str, bytes]:
    from frontdoor.packs.excel.excel import excel  # a library of workbooks that nothing else needs

    return {file_name(pack, "xlsx"): excel(readable(pack))}


def _present(pack: Pack, _: Choices) -> dict[str, bytes]:
    from frontdoor.packs.present.present import present  # draws charts, which listing packs need not wait for

    return {file_name(pack, "present.html"): present(pack)}


def _easy_read(pack: Pack, _: Choices) -> dict[str, bytes]:
    from frontdoor.packs.easy.files import easy_files  # a typesetter that nothing else needs

    return {file_name(pack, ending): content for ending, content in easy_files(pack).items()}


def _tables(pack: Pack, _: Choices) -> dict[str, bytes]:
    return {f"{TABLES}/{name}": content for name, content in open_data(pack).items()}


def _frozen(pack: Pack, _: Choices) -> dict[str, bytes]:
    return {file_name(pack, "json"): frozen(pack).encode()}


MADE_BY: dict[Format, Callable[[Pack, Choices], dict[str, bytes]]] = {
    Format.PDF: _pdf,
    Format.SLIDES: _slides,
    Format.HTML: _html,
    Format.PRESENT: _present,
    Format.EXCEL: _excel,
    Format.EASY_READ: _easy_read,
    Format.TABLES: _tables,
    Format.FROZEN: _frozen,
}
"""Who makes the files of each format."""
