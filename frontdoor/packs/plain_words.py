"""Words of the pages without their mark-up, for files that have their own."""

from frontdoor.answers.view_answer import Line

MARKS = ("**", "`")
"""The mark-up that pages read: bold and code."""


def plain(words: str) -> str:
    """Return the words without marks."""
    for mark in MARKS:
        words = words.replace(mark, "")
    return words


def line_words(line: Line) -> str:
    """Return one line of a box as a sentence: 'Monday 9am to 10am: 412 calls'."""
    label = line.label if not line.label or line.label.endswith((":", ".", "?")) else f"{line.label}:"
    return plain(" ".join(part for part in (label, line.words, line.fact) if part))
