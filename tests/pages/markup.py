"""Reads the HTML that pages send, so that tests can ask for a heading, a table or a link by name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

ALONE = {"img", "br", "hr", "input", "col"}
"""Elements that have no end tag."""


@dataclass(eq=False)
class Element:
    """One element with its attributes and what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all words inside, single-spaced."""
        return " ".join(" ".join(self._words()).split())

    def all(self, name: str = "", kind: str = "") -> list["Element"]:
        """Return the elements inside with this tag name, class or both, in reading order."""
        return [
            each
            for each in self._elements()
            if name in ("", each.name) and (not kind or kind in each.attributes.get("class", "").split())
        ]

    def first(self, name: str = "", kind: str = "") -> "Element":
        """Return the first of `all`; fails where there is none."""
        return self.all(name, kind)[0]

    def rows(self) -> list[list[str]]:
        """Return the words of each cell of a table, row by row."""
        return [[cell.text for cell in row.inside if isinstance(cell, Element)] for row in self.all("tr")]

    def _words(self) -> Iterator[str]:
        for each in self.inside:
            yield from [each] if isinstance(each, str) else each._words()

    def _elements(self) -> Iterator["Element"]:
        for each in self.inside:
            if isinstance(each, Element):
                yield each
                yield from each._elements()


def parsed(html: str) -> Element:
    """Return the whole as one element."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.whole


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.whole = Element("whole")
        self.open = [self.whole]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(found)
        if tag not in ALONE:
            self.open.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def close(self) -> None:
        super().close()
        assert self.open == [self.whole], f"<{self.open[-1].name}> is never closed"
