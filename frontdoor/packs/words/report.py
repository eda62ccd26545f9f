"""What the check of a text found, as lines that whoever wrote it can work through."""

from frontdoor.packs.words.words import CheckedText, Finding

FORMULAS = "Flesch-Kincaid grade (Kincaid and others 1975), Automated Readability Index (Smith and Senter 1967)"


def words_report(text: CheckedText) -> tuple[str, ...]:
    """Return the reading age and its formulas, then each sentence to look at again with why and what to do."""
    hard = text.hard
    to_do = f"{len(hard)} of {len(text.sentences)} sentences to look at again." if hard else "Every sentence passes."
    return (*_age(text), to_do, *(line for sentence in hard for line in _lines(sentence.words, sentence.findings)))


def _age(text: CheckedText) -> tuple[str, ...]:
    age = text.age
    if age.years is None or age.flesch_kincaid is None or age.automated is None:
        return (f"No reading age: {age.reason}",)
    return (
        f"Reading age about {age.years}, by the harder of two formulas over {age.words} words.",
        f"{FORMULAS}: {age.flesch_kincaid:.1f} and {age.automated:.1f}. English only. Only readers can say if it is easy.",
    )


def _lines(words: str, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return (f"• {words}", *(f"    {finding.what}. {finding.advice}" for finding in findings))
