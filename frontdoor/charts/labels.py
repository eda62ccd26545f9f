"""Words written on a chart: direct labels beside the plot, lines broken so that they fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from textwrap import wrap
from typing import Any

from frontdoor.charts.scale import CHARACTER, Range, keep_apart

Settings = dict[str, Any]

LINE_HEIGHT = 18  # pixels, at 14 pixel type
LONGEST_WORD = 26  # letters; a longer one is parted where its line ends


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside the right edge of a plot, at the height of a value."""

    value: float
    words: str
    colour: str
    is_bold: bool = False


def written(words: str, characters: int = 0, bold: bool = False) -> str:
    """Return `words` safe for Plotly, which reads markup, broken into lines of at most `characters`."""
    lines = balanced(words, characters) if characters else tuple(words.split("\n"))
    said = "<br>".join(escape(line, quote=False) for line in lines)
    return f"<b>{said}</b>" if bold else said


@lru_cache(maxsize=512)
def balanced(words: str, characters: int) -> tuple[str, ...]:
    """Return `words` in as few lines as `characters` allows, the lines about as long as one another.

    A word longer than a line and than any usual word goes on in the next line, after a hyphen.
    """
    words = " ".join(part for word in words.split() for part in _parts(word, characters))
    fewest = len(wrap(words, characters, break_long_words=False))
    shortest = next(
        (size for size in range(1, characters) if len(wrap(words, size, break_long_words=False)) <= fewest), characters
    )
    return tuple(wrap(words, shortest, break_long_words=False))


def most_lines(names: Sequence[str], characters: int) -> int:
    """Return how many lines the name takes that takes most."""
    return max((len(balanced(name, characters)) for name in names), default=1) or 1


def _parts(word: str, characters: int) -> Iterator[str]:
    """Yield a word as it is, or the lines that it takes, each but the last with a hyphen."""
    while len(word) > max(characters, LONGEST_WORD) and characters > 1:
        yield f"{word[: characters - 1]}-"
        word = word[characters - 1 :]
    yield word


def right_labels(labels: Sequence[Label], scale: Range, height: float) -> list[Settings]:
    """Return the labels as annotations right of the plot, moved apart where they would touch."""
    tall = [LINE_HEIGHT * (label.words.count("\n") + 1) + 2.0 for label in labels]
    centres = keep_apart([scale.pixels(label.value, height) for label in labels], tall, height)
    return [
        {
            "xref": "paper", "yref": "paper", "x": 1, "y": 1 - centre / height, "xshift": 8,
            "xanchor": "left", "yanchor": "middle", "align": "left", "showarrow": False,
            "text": written(label.words, bold=label.is_bold), "font": {"color": label.colour},
        }
        for label, centre in zip(labels, centres, strict=True)
    ]  # fmt: skip


def room_for(labels: Sequence[Label]) -> float:
    """Return the pixels that labels need right of a plot."""
    longest = max((len(line) for label in labels for line in label.words.split("\n")), default=0)
    return longest * CHARACTER + 16
