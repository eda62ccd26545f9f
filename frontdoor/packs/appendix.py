"""What ends a pack in every format: numbered figures, each definition once, and what pages and figures come from."""

import re
from collections.abc import Iterable, Sequence

from frontdoor.figure import Figure
from frontdoor.packs.pack import Pack, PackPage

MOST_PRINTED = 40  # rows of a table behind a chart that are printed whole
FIRST_ROWS = 10  # rows of a longer one

DEFINITIONS, SOURCES = "Definitions and method", "Where the figures come from"

DIGEST = re.compile(r"\b([0-9a-f]{64})\b")

Numbered = Sequence[tuple[int, Figure]]


def numbered(pack: Pack) -> list[tuple[int, Figure]]:
    """Return the figures that are drawn with their numbers, from 1 on."""
    drawn = (figure for page in pack.pages for figure in page.figures if not figure.frame.is_empty())
    return list(enumerate(drawn, start=1))


def defined(figures: Numbered) -> list[tuple[str, tuple[str, ...]]]:
    """Return each definition with its notes once, as ('Figures 1 and 2', words)."""
    return _once(
        (number, tuple(part for part in (figure.definition, *figure.notes) if part)) for number, figure in figures
    )


def sourced(page: PackPage, figures: Numbered) -> list[tuple[str, str]]:
    """Return what a page stands on and what its figures say of their own source, each once, as (term, words)."""
    basis = page.basis
    stated = (
        ("What is counted", basis.definition), ("Source", basis.source), ("Version", basis.version),
        ("Filters", basis.filters),
    )  # fmt: skip
    own = {id(figure) for figure in page.figures}
    of_page = _once((number, (figure.provenance,)) for number, figure in figures if id(figure) in own)
    return [(term, words) for term, words in (*stated, *((term, words) for term, (words,) in of_page)) if words]


def seals(pack: Pack) -> tuple[str, ...]:
    """Return the digests a pack is held to: that of its own content, and that of the council's register when it was made."""
    own = f"Digest of these figures and words: `{pack.digest}`." if pack.digest else ""
    register = f"The council’s register when this was made: {coded(pack.register)}" if pack.register else ""
    return tuple(said for said in (own, register) if said)


def coded(words: str) -> str:
    """Return words with each digest in them marked as code."""
    return DIGEST.sub(r"`\1`", words)


def _once(told: Iterable[tuple[int, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for number, words in told:
        found.setdefault(words, []).append(number)
    return [(_figures(numbers), words) for words, numbers in found.items()]


def _figures(numbers: Sequence[int]) -> str:
    """Return 'Figure 3' or 'Figures 1, 2 and 5'."""
    said = [str(number) for number in numbers]
    return f"Figure {said[0]}" if len(said) == 1 else f"Figures {', '.join(said[:-1])} and {said[-1]}"
