"""How wide columns are and how high rows, so that words fit: by the letters they have."""

from collections.abc import Sequence
from math import ceil
from textwrap import wrap

LINE = 15.0  # points
HIGHEST = 409.0  # points, of a row; Excel specifications and limits
NARROWEST, WIDEST, WIDEST_NAME = 9, 52, 60  # letters
BUTTON = 4  # letters that the button of a filter takes
PER_LETTER = 1.1  # letters of usual words in the width of one digit, by which columns are counted
BOLD = 1.1  # of the width of the same words not bold


def widths_of(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of each column in letters: its longest word of all, its longest words up to what is read with ease."""
    return [
        _width(head, cells, WIDEST if at else WIDEST_NAME)
        for at, (head, cells) in enumerate(zip(heads, columns, strict=True))
    ]


def _width(head: str, cells: Sequence[str], most: int) -> int:
    longest = max((len(line) for words in cells for line in words.split("\n")), default=0)
    half = max(map(len, wrap(head, max(ceil(len(head) / 2), 8)) or [""]))
    return max(NARROWEST, ceil(half * BOLD) + BUTTON, min(longest + 2, most))


def lines(words: str, width: int) -> int:
    """Return how many lines words take in a column of that many letters."""
    across = max(int((width - 1) * PER_LETTER), 1)
    return sum(max(len(wrap(line, across)), 1) for line in words.split("\n"))


def height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """Return the height in points of a row of cells that break their words."""
    most = max((lines(words, width) for words, width in zip(cells, widths, strict=True)), default=1)
    return min(most * LINE, HIGHEST)
