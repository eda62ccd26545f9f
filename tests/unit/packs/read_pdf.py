"""A PDF as a machine reads it: its tags in reading order, its bookmarks, its pages' words."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the structure: its kind, its alternative text, and how deep it lies."""

    kind: str
    alt: str
    depth: int


def opened(file: bytes) -> PdfReader:
    return PdfReader(BytesIO(file))


def pages_of(file: bytes) -> list[str]:
    """Return the words of each page, white space told once."""
    return [" ".join(page.extract_text().split()) for page in opened(file).pages]


def tags_of(file: bytes) -> list[Tag]:
    """Return the structure in reading order."""
    return list(_walk(opened(file).root_object["/StructTreeRoot"], 0))


def bookmarks_of(file: bytes) -> list[str]:
    """Return the titles of the first level of bookmarks."""
    return [entry["/Title"] for entry in opened(file).outline if not isinstance(entry, list)]


def metadata_of(file: bytes) -> str:
    return opened(file).root_object["/Metadata"].get_object().get_data().decode()


def _walk(part: DictionaryObject, depth: int) -> Iterator[Tag]:
    if "/S" in part:
        yield Tag(part["/S"].removeprefix("/"), str(part.get("/Alt", "")), depth)
    inside = part.get("/K", ArrayObject())
    for each in inside if isinstance(inside, ArrayObject) else [inside]:
        found = each.get_object()
        if isinstance(found, DictionaryObject):
            yield from _walk(found, depth + 1)
