"""How old a reader of English must be for a text, by two published formulas, or why that cannot be told."""

import re
from dataclasses import dataclass

from frontdoor.packs.words.text import sentences_of, words_of

FEWEST_WORDS = 100  # the formulas were fitted on passages of about that length (Kincaid 1975; Smith and Senter 1967)
AGE_AT_GRADE_NOUGHT = 5  # years; a child begins grade 1 of a school of the United States at 6
FEWEST_ENGLISH = (
    0.12  # of all words; English prose has a fifth to a half of the words below, Welsh and Polish nearly none
)
ENGLISH = frozenset(
    {
        "the", "of", "and", "to", "in", "we", "is", "are", "was", "were", "it", "you", "that", "this", "for", "on", "have",
        "not", "with", "our", "by", "from", "at", "be", "they", "as", "or", "who", "more",
    }
)  # fmt: skip
VOWELS = re.compile(r"[aeiouyàâêîôûŵŷ]+")
SILENT = re.compile(r"(?:[^laeiouy]es|ed|[^l]e)$")
SAID_ED = re.compile(r"(?:[td]|dr)ed$")
SAID_ES = re.compile(r"(?:[cszx]|[cs]h|g)es$")
SAID_APART = re.compile(r"ia(?!l)|io(?!n|us)|ua|eo(?!p)|iu|uou|ea$|ea(?=t(?:e|i|or))|(?<!fr)(?<![tc])ie[nt]|scie|uie")


@dataclass(frozen=True, slots=True)
class ReadingAge:
    """Two grades of school and the higher of the two reading ages in years; `reason` where none can be told."""

    words: int
    flesch_kincaid: float | None
    automated: float | None
    reason: str = ""

    @property
    def years(self) -> int | None:
        """Return the higher reading age, in whole years; never under that at which children begin to read."""
        grades = [grade for grade in (self.flesch_kincaid, self.automated) if grade is not None]
        return max(AGE_AT_GRADE_NOUGHT, round(max(grades)) + AGE_AT_GRADE_NOUGHT) if grades else None


def reading_age(text: str) -> ReadingAge:
    """Return the reading age of a text of at least 100 words in English."""
    words = [word for sentence in sentences_of(text) for word in words_of(sentence)]
    if len(words) < FEWEST_WORDS:
        return ReadingAge(len(words), None, None, f"{len(words)} words are too few: the formulas need {FEWEST_WORDS}.")
    if sum(word.lower() in ENGLISH for word in words) / len(words) < FEWEST_ENGLISH:
        return ReadingAge(
            len(words), None, None, "This does not read as English, and the formulas are for English only."
        )
    return ReadingAge(len(words), flesch_kincaid_grade(text), automated_grade(text))


def flesch_kincaid_grade(text: str) -> float:
    """Return the grade by Kincaid, Fishburne, Rogers and Chissom 1975 (Research Branch Report 8-75, US Navy)."""
    sentences = sentences_of(text)
    words = [word for sentence in sentences for word in words_of(sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def automated_grade(text: str) -> float:
    """Return the Automated Readability Index by Smith and Senter 1967 (AMRL-TR-66-220): letters instead of syllables."""
    sentences = sentences_of(text)
    words = [word for sentence in sentences for word in words_of(sentence)]
    letters = sum(letter.isalnum() for word in words for letter in word)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences) - 21.43


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, less silent ends; a number has one."""
    said = word.lower()
    count = len(VOWELS.findall(said)) + len(SAID_APART.findall(said))
    is_silent = SILENT.search(said) and not SAID_ED.search(said) and not SAID_ES.search(said)
    return max(count - bool(is_silent), 1)
