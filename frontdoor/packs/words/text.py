"""Text taken apart: its sentences and their words, as the checks of plain language count them."""

import re

SHORT_FORMS = frozenset({"mr", "mrs", "ms", "dr", "st", "no", "e.g", "i.e", "vs"})
"""What a full stop follows without ending a sentence."""

END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’\"')]))\s+(?=[“‘\"'(]*[A-Z0-9])")
WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ž]+(?:[’'-][A-Za-zÀ-ÖØ-öø-ÿĀ-ž]+)*|[−+£]?\d[\d,.:]*\d%?|[−+£]?\d%?")


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences; a new line ends one too."""
    return tuple(sentence for line in text.splitlines() for sentence in _of_line(line.strip()) if words_of(sentence))


def words_of(sentence: str) -> tuple[str, ...]:
    """Return the words; a number is one word, and so is one with a hyphen."""
    return tuple(WORD.findall(sentence))


def _of_line(line: str) -> list[str]:
    """Return the sentences of a line, put together again where a short form only looked like an end."""
    parts: list[str] = []
    for part in END.split(line):
        if parts and _ends_short(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts


def _ends_short(part: str) -> bool:
    return part.endswith(".") and part[:-1].rsplit(maxsplit=1)[-1].lower() in SHORT_FORMS
