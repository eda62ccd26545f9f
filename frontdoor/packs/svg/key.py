"""The key above a picture: each mark as the page draws it, its words beside it, broken into rows that fit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from frontdoor.charts.key import KeyEntry, KeyMark
from frontdoor.charts.theme import Theme
from frontdoor.packs.svg.element import element
from frontdoor.packs.svg.key_marks import KEY_MARKS
from frontdoor.packs.svg.words import ASCENT, DESCENT, Words, written_at

SIZE, ROW = 14, 24  # pixels; a row's words are 20 high and rows 4 apart
BESIDE_MARK, BETWEEN = 6, 18  # pixels

Drawn = Callable[[float], str]
"""Draws one entry with the middle of its row at this height."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: how wide it is and how it is drawn from its left edge and the middle of its row."""

    width: float
    drawn: Callable[[float, float], str]


def key_height(entries: Sequence[KeyEntry], theme: Theme, width: float) -> float:
    """Return the pixels that the key needs."""
    return ROW * len(list(_rows(entries, theme, width)))


def key_drawn(entries: Sequence[KeyEntry], theme: Theme, width: float) -> str:
    """Return the key in the top left corner, no wider than `width` where its words allow."""
    drawn = []
    for index, row in enumerate(_rows(entries, theme, width)):
        left = 0.0
        for entry in row:
            drawn.append(entry.drawn(left, index * ROW + ROW / 2))
            left += entry.width + BETWEEN
    return "".join(drawn)


def _rows(entries: Sequence[KeyEntry], theme: Theme, width: float) -> Iterator[list[Entry]]:
    row: list[Entry] = []
    used = 0.0
    for entry in (_entry(each, theme, width) for each in entries):
        if row and used + entry.width > width:
            yield row
            row, used = [], 0.0
        row.append(entry)
        used += entry.width + BETWEEN
    yield from [row] if row else []


def _entry(entry: KeyEntry, theme: Theme, width: float) -> Entry:
    words = Words((entry.words,), SIZE)
    wide, draw = KEY_MARKS[entry.mark]
    indent = 0 if entry.mark is KeyMark.WORDS else wide + BESIDE_MARK

    def drawn(left: float, middle: float) -> str:
        baseline = middle + (ASCENT - DESCENT) / 2 * SIZE
        drawing = element("g", draw(theme), transform=f"translate({left:g} {middle:g})") if indent else ""
        return drawing + written_at(words, (left + indent, baseline), "start", theme.ink_second)

    return Entry(min(indent + words.width, width), drawn)
