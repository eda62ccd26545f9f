"""Is a text easy to read? Each sentence with what makes it hard and what to do, and the reading age of the whole."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from frontdoor.packs.words.hard import INSTEAD, SHORTENED
from frontdoor.packs.words.reading_age import ReadingAge, reading_age
from frontdoor.packs.words.text import sentences_of, words_of

MOST_WORDS = 15  # of an Easy Read sentence; GOV.UK, "Accessible communication formats"
LONGEST_PLAIN = 25  # words of a plain English sentence; GOV.UK content design, "Sentence length"
ACRONYM = re.compile(r"\b(?=\w*[A-Z])[A-Z][A-Z0-9]+s?\b")
BE = r"(?:is|are|was|were|be|been|being|gets?|got)"
IRREGULAR = (
    "given|taken|made|seen|done|told|sent|kept|found|held|paid|shown|known|written|chosen|built|brought|put right"
)
PASSIVE = re.compile(rf"\b{BE}(?: not)?(?: \w+ly)? (\w+ed|{IRREGULAR})\b", re.IGNORECASE)
STATES = frozenset(
    {"closed", "interested", "need", "pleased", "satisfied", "tired", "worried", "used", "needed", "red"}
)
"""What is after 'are' and ends as a passive does, but says how something is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that makes a sentence hard: what, and what to do about it."""

    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence, how many words it has and what was found in it."""

    words: str
    length: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CheckedText:
    """Every sentence of a text in order, and the reading age of all of them."""

    sentences: tuple[CheckedSentence, ...]
    age: ReadingAge

    @property
    def hard(self) -> tuple[CheckedSentence, ...]:
        """Return the sentences in which something was found."""
        return tuple(sentence for sentence in self.sentences if sentence.findings)


def checked(text: str, most_words: int = MOST_WORDS) -> CheckedText:
    """Return the text checked as Easy Read, or as plain English with `most_words` of LONGEST_PLAIN."""
    explained = frozenset(name for name in ACRONYM.findall(text) if _is_explained(name, text))
    sentences = tuple(
        CheckedSentence(words, len(words_of(words)), tuple(_found(words, most_words, explained)))
        for words in sentences_of(text)
    )
    return CheckedText(sentences, reading_age(text))


def _found(sentence: str, most_words: int, explained: frozenset[str]) -> Iterator[Finding]:
    length = len(words_of(sentence))
    if length > most_words:
        yield Finding(f"{length} words", f"Split it: at most {most_words} words, one idea each.")
    for name in dict.fromkeys(ACRONYM.findall(sentence)):
        if name not in explained:
            yield Finding(f"“{name}” is not explained", "Say the full words.")
    for find in (*WORD_CHECKS, *(EASY_CHECKS if most_words <= MOST_WORDS else ())):
        yield from find(sentence)


def _hard_words(sentence: str) -> Iterator[Finding]:
    for found in dict.fromkeys(match.lower() for match in HARD.findall(sentence)):
        yield Finding(f"“{found}” is a hard word", f"Say “{INSTEAD[found]}”, or explain it in the next sentence.")


def _shortened(sentence: str) -> Iterator[Finding]:
    for word in words_of(sentence):
        if instead := SHORTENED.get(word.lower().replace("'", "’")):
            yield Finding(f"“{word}” is shortened", f"Say “{instead}”.")


def _passive(sentence: str) -> Iterator[Finding]:
    for found in PASSIVE.finditer(sentence):
        if found[1].lower() not in STATES:
            yield Finding(
                f"“{found[0]}” may be passive", "Say who does it first: “we answered”, not “it was answered”."
            )


def _percent(sentence: str) -> Iterator[Finding]:
    if "%" in sentence:
        yield Finding("a per cent sign", "Say “6 in every 10” or “62 in every 100”.")


def _is_explained(name: str, text: str) -> bool:
    """Return whether the text says what a short name means: '(ABC)' after the full words, or 'ABC means'."""
    return bool(re.search(rf"\w \({name}\)|\b{name} (?:means|stands for|is short for|\()", text))


HARD = re.compile(rf"\b({'|'.join(sorted(map(re.escape, INSTEAD), key=len, reverse=True))})\b", re.IGNORECASE)
WORD_CHECKS: tuple[Callable[[str], Iterator[Finding]], ...] = (_hard_words, _passive)
"""What is looked for in each sentence, besides its length and its short names."""

EASY_CHECKS: tuple[Callable[[str], Iterator[Finding]], ...] = (_shortened, _percent)
"""What plain English allows and Easy Read does not."""
