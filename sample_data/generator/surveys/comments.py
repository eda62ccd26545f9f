"""What people write in the box for comments: all of it invented, some of it awkward on purpose."""

from itertools import product

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sample_data.generator.arrays import Flags, Random, Texts, Whole, chance, where_true

_GLAD = (
    "The lady I spoke to was very helpful.",
    "Sorted straight away, thank you.",
    "Form was easy to fill in.",
    "Rang back when they said they would.",
    "Explained my bill so I could follow it.",
    "All done in two days.",
)
_GLAD_MORE = ("", " No complaints.", " Better than last time.", " Would use the website again.", " Keep it up!")
_CROSS = (
    "I waited far too long to get through.",
    "Nobody called me back.",
    "Had to explain the same thing three times.",
    "The website sent me round in circles.",
    "The repair was done badly and I had to ring again.",
    "I still do not know what happens next.",
)
_CROSS_MORE = (
    "",
    " Not good enough.",
    " This is the second time.",
    " I am thinking of complaining.",
    " Please fix it.",
)
_FIRST_NAMES = ("Doreen", "Imran", "Wendy", "Tomasz", "Gwenllian", "Olu", "Maureen", "Siân", "Rajesh", "Kev")
_LAST_NAMES = ("Attwick", "Bansall", "Croftly", "Dankworth", "Eastgate", "Fernyhough", "O'Marran", "Pyecroft")
HOSTILE = (
    "<script>alert('bins')</script>",
    '=HYPERLINK("http://example.invalid","click me")',
    "+44-0-cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "'; drop table complaints; --",
    '<img src=x onerror="alert(1)">',
    "{{7*7}} ${7*7}",
    'Line one\nline two, with a comma and a "quote"',
    "Ymateb yn Gymraeg: diolch yn fawr ☺ مرحبا",
    "\u202etxet desrever",
)
"""Scripts, formulas and the like, as text; each stands once in every comment column that is long enough."""
LONGEST = 20_000
"""Characters of one comment that somebody pasted a whole letter into."""

_WITH_NAME, _WITH_NUMBER, _BLANK = 0.05, 0.04, 0.03  # of comments
_EVERY = 37  # rows between hostile ones


def comments(is_glad: Flags, share: float, random: Random) -> pl.Series:
    """Return a comment for about `share` of the rows, in the mood given; null is none, spaces are a blank one."""
    rows = where_true(chance(random, share, len(is_glad)))
    written = _texts(is_glad[rows], random).astype(object)
    places = np.arange(len(HOSTILE)) * _EVERY + 5
    if len(rows) > places[-1] + 1:
        written[places] = HOSTILE
        written[places[-1] + 1] = ("This has been going on since the spring and I want it put right. " * 400)[:LONGEST]
    return _placed(written, rows, len(is_glad))


def _texts(is_glad: Flags, random: Random) -> Texts:
    """Return what each writes, some with a name or a number, some nothing but spaces."""
    size = len(is_glad)
    texts = np.where(is_glad, _drawn(_GLAD, _GLAD_MORE, size, random), _drawn(_CROSS, _CROSS_MORE, size, random))
    texts = np.where(chance(random, _WITH_NAME, size), texts + _names(size, random), texts)
    texts = np.where(chance(random, _WITH_NUMBER, size), texts + _numbers(size, random), texts)
    return np.asarray(np.where(chance(random, _BLANK, size), "   ", texts))


def _placed(written: NDArray[np.object_], rows: Whole, size: int) -> pl.Series:
    position = np.full(size, len(written), dtype=np.int64)
    position[rows] = np.arange(len(rows))
    return pl.Series([*written.tolist(), None], dtype=pl.String).gather(pl.Series(position).cast(pl.UInt32))


def _drawn(first: tuple[str, ...], more: tuple[str, ...], size: int, random: Random) -> Texts:
    sentences = np.asarray(["".join(pair) for pair in product(first, more)])
    return np.asarray(sentences[random.integers(0, len(sentences), size)])


def _names(size: int, random: Random) -> Texts:
    names = np.asarray([f" My name is {first} {last}." for first, last in product(_FIRST_NAMES, _LAST_NAMES)])
    return np.asarray(names[random.integers(0, len(names), size)])


def _numbers(size: int, random: Random) -> Texts:
    numbers = np.asarray([f" Ring me on 07700 900{number:03d}." for number in range(1_000)])
    return np.asarray(numbers[random.integers(0, len(numbers), size)])
