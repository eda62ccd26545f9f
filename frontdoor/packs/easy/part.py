"""What an Easy Read draft is made of: parts with a heading, each of lines of one sentence with a place for a picture."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from frontdoor.packs.pack import Cell, Pack, PackPage


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of one idea, what its picture should show, and the number of the pack it says, where it says one."""

    words: str
    picture: str
    said: Cell | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines under a heading, and the keys of the pack's pages they were made from."""

    title: str
    lines: tuple[Line, ...]
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EasyRead:
    """A whole draft: `left_out` are the titles of the pack's pages that it does not speak of."""

    key: str
    title: str
    council: str
    period: str
    pack: Pack
    parts: tuple[Part, ...]
    left_out: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return every sentence, one to a line."""
        return "\n".join(line.words for part in self.parts for line in part.lines)


Said = set[str]
"""The labels of the measures that the draft has spoken of; each is told once."""

MakesPart = Callable[[PackPage, Pack, Said], Iterator[Part]]
"""Makes the parts of a page of the pack; none where there is nothing to say in easy words."""
