"""A PDF as a machine reads it: its tags in reading order, its bookmarks, its pages' words."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject


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


PAINTS = frozenset((b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"S", b"s", b"b", b"b*", b"Do", b"sh", b"INLINE IMAGE"))  # fmt: skip
"""Operators that put something onto a page (ISO 32000-1, table 51)."""


def untagged(file: bytes) -> list[str]:
    """Return what is painted outside marked content, which no reader is told of and none is told to pass over."""
    found = []
    for number, page in enumerate(opened(file).pages, start=1):
        depth = 0
        for _, operator in ContentStream(page["/Contents"].get_object(), opened(file)).operations:
            depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            if operator in PAINTS and depth == 0:
                found.append(f"page {number}: {operator.decode()}")
    return found


def heads_of(file: bytes) -> list[tuple[str, str]]:
    """Return for each heading cell of a table where its scope says it heads: ('TH', '/Column')."""
    return [
        ("TH", _scope(part)) for part in _parts(opened(file).root_object["/StructTreeRoot"]) if part.get("/S") == "/TH"
    ]


def _scope(part: DictionaryObject) -> str:
    held = part.get("/A", DictionaryObject())
    each = held if isinstance(held, ArrayObject) else [held]
    return next((str(one.get_object()["/Scope"]) for one in each if "/Scope" in one.get_object()), "")


def _parts(part: DictionaryObject) -> Iterator[DictionaryObject]:
    yield part
    inside = part.get("/K", ArrayObject())
    for each in inside if isinstance(inside, ArrayObject) else [inside]:
        found = each.get_object()
        if isinstance(found, DictionaryObject):
            yield from _parts(found)
