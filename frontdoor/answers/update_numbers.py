"""The numbers in a sentence: what of it is a number, and what is a date, a year or an hour that is none."""

import re
from collections.abc import Iterator

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
A_DATE = rf"(?:\d{{1,2}} )?(?:{MONTHS})(?: \d{{4}})?|\d{{4}}/\d{{2}}|\b(?:19|20)\d{{2}}\b"
A_NUMBER = r"(?<![\w./])[£+−]?\d[\d,]*(?:\.\d+)?(?:%|(?:h|m|s)\b)?(?![\w/])"
EITHER = re.compile(rf"(?P<date>{A_DATE})|(?P<number>{A_NUMBER})")


def pieces(words: str) -> Iterator[tuple[str, bool]]:
    """Yield the words in order, cut where numbers begin and end; True marks a number."""
    done = 0
    for found in EITHER.finditer(words):
        if found["number"] is None:
            continue
        number = found["number"].rstrip(",")
        if done < found.start():
            yield words[done : found.start()], False
        yield number, True
        done = found.start() + len(number)
    if done < len(words):
        yield words[done:], False


def numbers_in(words: str) -> tuple[str, ...]:
    """Return the numbers in the order they stand."""
    return tuple(piece for piece, is_number in pieces(words) if is_number)
