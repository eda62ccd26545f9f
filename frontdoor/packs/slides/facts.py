"""Facts on a slide: a row of big numbers, each with what it is and a note, four to a row."""

from collections.abc import Sequence

from frontdoor.answers.feedback_answer import Fact
from frontdoor.packs.slides.deck import Page
from frontdoor.packs.slides.slots import Box
from frontdoor.packs.slides.text import BODY, Run, lines_of, tall

MOST_ACROSS = 4
SIZES = (44, 36, 30, 24)  # points of a number; a long one is smaller
NOTE = 16  # points
GAP = 20.0  # points between facts
LONGEST = 2  # lines of a number


def facts_height(facts: Sequence[Fact], width: float) -> float:
    """Return how many points high the facts are."""
    across = _across(facts, width)
    size = _size(facts, across)
    return sum(max(_height(fact, across, size) for fact in row) + GAP for row in _rows(facts))


def draw_facts(page: Page, facts: Sequence[Fact], box: Box) -> None:
    """Write the facts from the top left of `box`, row by row."""
    across, top = _across(facts, box.width), box.top
    size = _size(facts, across)
    for row in _rows(facts):
        high = max(_height(fact, across, size) for fact in row)
        for at, fact in enumerate(row):
            place = Box(box.left + at * (across + GAP), top, across, high)
            page.text(_words(page, fact, size), place, f"Fact: {fact.label}")
        top += high + GAP


def _words(page: Page, fact: Fact, size: int) -> list[list[Run]]:
    theme = page.deck.theme
    words = [[Run(fact.value, size, True, theme.measured)], [Run(fact.label, BODY, True)]]
    return [*words, *([[Run(fact.note, NOTE, colour=theme.ink_second)]] if fact.note else [])]


def _size(facts: Sequence[Fact], width: float) -> int:
    """Return the one size of all numbers: the largest at which each is on a line of its own, else on two."""
    for most in range(1, LONGEST + 1):
        for size in SIZES:
            if all(lines_of(fact.value, size, width, is_bold=True) <= most for fact in facts):
                return size
    return SIZES[-1]


def _height(fact: Fact, width: float, size: int) -> float:
    value = tall(fact.value, size, width, is_bold=True)
    return value + tall(fact.label, BODY, width, is_bold=True) + tall(fact.note, NOTE, width)


def _rows(facts: Sequence[Fact]) -> list[Sequence[Fact]]:
    return [facts[start : start + MOST_ACROSS] for start in range(0, len(facts), MOST_ACROSS)]


def _across(facts: Sequence[Fact], width: float) -> float:
    """Return the width of one fact: of two or three as if there were three."""
    columns = min(max(len(facts), 3), MOST_ACROSS)
    return (width - GAP * (columns - 1)) / columns
