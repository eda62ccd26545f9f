"""Words as a PDF writes them: runs of plain, bold and code, never mark-up, and only signs that the font has."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from frontdoor.packs.font_signs import signs_of
from frontdoor.packs.svg.words import font_file

MARKED = re.compile(r"\*\*(.+?)\*\*|`(.+?)`")
LONG_WORD = re.compile(r"[^\W\d_]{25,}")
"""A word of letters that may be too long for its line; digests and addresses are never parted."""

PIECE = 8  # letters
MAY_PART = "\u00ad"
"""Where a word may be parted at the end of a line, which then shows a hyphen; it is seen and read nowhere else."""

NO_GLYPH = "□"
"""Stands for a sign that the font lacks."""

INVISIBLE = frozenset("\u200b\u200c\u200d\ufeff\ufe0f\u00ad")
"""Signs that only join or part others; they are left out."""

SPACES = frozenset(" \t\n\u00a0")

Run = dict[str, str]


def runs(words: str) -> list[Run]:
    """Return [{"kind": "plain", "words": ...}, ...]; `**bold**` and code between backticks are the only mark-up read."""
    return list(_runs(words))


def _runs(words: str) -> Iterator[Run]:
    end = 0
    for found in MARKED.finditer(words):
        if found.start() > end:
            yield {"kind": "plain", "words": parted(words[end : found.start()])}
        yield {"kind": "bold" if found[1] else "code", "words": parted(found[1] or found[2])}
        end = found.end()
    if end < len(words):
        yield {"kind": "plain", "words": parted(words[end:])}


def known(words: str) -> str:
    """Return words in which each sign that the font lacks is an empty box: PDF/UA allows no missing glyph."""
    held = _held()
    composed = (sign for sign in normalize("NFC", words) if sign not in INVISIBLE)
    return "".join(sign if sign in held or sign in SPACES else NO_GLYPH for sign in composed)


def parted(words: str) -> str:
    """Return `known` words in which a very long one may go on in the next line."""
    return LONG_WORD.sub(_parted, known(words))


def _parted(found: re.Match[str]) -> str:
    word = found[0]
    return MAY_PART.join(word[start : start + PIECE] for start in range(0, len(word), PIECE))


@lru_cache(maxsize=1)
def _held() -> frozenset[str]:
    return signs_of(font_file(is_bold=False)) & signs_of(font_file(is_bold=True))


def plain_all(part: Any) -> Any:
    """Return every text inside lists and dictionaries with only signs that the font has, and long words that may be parted."""
    if isinstance(part, str):
        return parted(part)
    if isinstance(part, dict):
        return {key: plain_all(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [plain_all(value) for value in part]
    return part
