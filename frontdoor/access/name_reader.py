"""Reads a text word by word to say how far a name goes, and whether a word is part of the name of a place."""

import re
import unicodedata
from typing import NamedTuple

from frontdoor.access import name_words
from frontdoor.access.first_names import AMBIGUOUS_FIRST_NAMES, FIRST_NAMES, SURNAMES

MOST_WORDS_IN_A_NAME = 4
SHORTEST_SHOUTED = 3  # letters; a word in capitals after a name in capitals is a surname if it is longer
TITLE_GAP = re.compile(r"\.?[ \t]{1,2}")
NAME_GAP = re.compile(r"[ \t]{1,2}")
INITIAL_GAP = re.compile(r"\.?[ \t]{0,2}")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’\-][^\W\d_]+)*(?!\w)")
_UNDECOMPOSED = str.maketrans("łŁøØđĐ’", "lLoOdD'")


class Word(NamedTuple):
    """A word at [start, end) of a text; `plain` is in lower case, without accents or a possessive 's."""

    start: int
    end: int
    text: str
    plain: str

    @property
    def name_end(self) -> int:
        """Return where the word ends without a possessive 's."""
        return self.end - (2 if self.is_possessive else 0)

    @property
    def is_possessive(self) -> bool:
        return self.text[-2:] in ("'s", "’s")

    @property
    def is_title_case(self) -> bool:
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())

    @property
    def is_listed(self) -> bool:
        return self.plain in FIRST_NAMES or self.plain in SURNAMES or self.plain in AMBIGUOUS_FIRST_NAMES

    @property
    def is_ordinary(self) -> bool:
        return self.plain in name_words.ORDINARY_WORDS

    @property
    def is_name_like(self) -> bool:
        """Return whether its capital letter makes it a name: an all-capital word only if it is a listed one."""
        if self.plain in name_words.TITLES or self.plain in name_words.DOUBTFUL_TITLES:
            return False
        if self.is_ordinary and self.plain not in AMBIGUOUS_FIRST_NAMES:
            return len(self.text) == 1 and self.text == "A"
        return self.is_listed if self.text.isupper() and len(self.text) > 1 else self.text[0].isupper()


def _plain(word: str) -> str:
    """Return a word in lower case without accents or a possessive 's."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_UNDECOMPOSED).lower())
    return "".join(character for character in decomposed if not unicodedata.combining(character)).removesuffix("'s")


def words_of(text: str) -> list[Word]:
    """Return the words of `text` in order; a hyphen or an apostrophe inside one does not part it."""
    spans = [match.span() for match in _WORD.finditer(text)]
    if text.isascii():
        lowered = text.lower()
        return [Word(start, end, text[start:end], lowered[start:end].removesuffix("'s")) for start, end in spans]
    return [Word(start, end, text[start:end], _plain(text[start:end])) for start, end in spans]


class NameReader:
    """One text as words, with what lies between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self.place_of = {word.start: place for place, word in enumerate(self.words)}

    def joined(self, place: int, gap: re.Pattern[str] = NAME_GAP) -> bool:
        """Return whether the word at `place` follows the one before it across `gap` only."""
        if not 0 < place < len(self.words):
            return False
        return gap.fullmatch(self.text, self.words[place - 1].end, self.words[place].start) is not None

    def name_from(self, first: int, any_case: bool = False) -> tuple[int, int]:
        """Return [start, end) of the name whose first word is at `first`, as far as its words look like a name."""
        last = first
        while last + 1 < len(self.words) and last - first + 1 < MOST_WORDS_IN_A_NAME:
            step = self._step(last + 1, any_case)
            if not step:
                break
            last += step
        return self.words[first].start, self.words[last].name_end

    def _step(self, place: int, any_case: bool) -> int:
        """Return how many words from `place` on belong to the name: 0, 1, or 2 with a 'van' or 'bin' before."""
        before, word = self.words[place - 1], self.words[place]
        gap = INITIAL_GAP if len(before.text) == 1 else NAME_GAP
        if before.is_possessive or not self.joined(place, gap):
            return 0
        if (
            word.plain in name_words.PARTICLES
            and self.joined(place + 1)
            and self._belongs(self.words[place + 1], before, any_case)
        ):
            return 2
        return 1 if self._belongs(word, before, any_case) and not self.is_place(place) else 0

    @staticmethod
    def _belongs(word: Word, first: Word, any_case: bool) -> bool:
        if word.is_ordinary and len(word.text) > 1:
            return False
        if any_case or word.is_title_case:
            return True
        shares_case = word.text.isupper() == first.text.isupper() and word.text.islower() == first.text.islower()
        return shares_case and (word.plain in SURNAMES or (word.text.isupper() and len(word.text) > SHORTEST_SHOUTED))

    def is_place(self, place: int) -> bool:
        """Return whether the words around make the one at `place` part of the name of a place."""
        if place and self.joined(place) and self.words[place - 1].plain in name_words.BEFORE_A_PLACE:
            return True
        for near in (place + 1, place + 2):
            if not self.joined(near) or self.words[near].text[0].isupper() != self.words[place].text[0].isupper():
                return False
            if self.words[near].plain in name_words.PLACE_WORDS:
                return True
        return False
