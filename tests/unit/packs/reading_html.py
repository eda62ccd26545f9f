"""Reads an offline file as a browser would begin to: its elements with their attributes and words, in order."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("meta", "br", "img", "link", "input", "hr"))


@dataclass
class Element:
    """One element: its name, attributes, elements and all of its words."""

    name: str
    attributes: dict[str, str]
    inside: list["Element"] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.said).split())

    def all(self, name: str = "", kind: str = "") -> list["Element"]:
        """Return every element inside of this name and class."""
        found = []
        for each in self.inside:
            if name in ("", each.name) and (not kind or kind in each.attributes.get("class", "").split()):
                found.append(each)
            found += each.all(name, kind)
        return found


class _Reader(HTMLParser):
    """Builds the tree; an element that is not closed where it was opened is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says {names} more than once"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.said.append(data)


def read_html(content: bytes) -> Element:
    """Return the whole document; an AssertionError where elements are not closed in their order."""
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    assert [each.name for each in reader.open] == [""]
    return reader.open[0]
