"""Is a hard sentence found hard, an easy one easy, and is the reading age that of the published formulas?"""

import pytest

from frontdoor.packs.words.reading_age import automated_grade, flesch_kincaid_grade, reading_age, syllables
from frontdoor.packs.words.report import words_report
from frontdoor.packs.words.text import sentences_of, words_of
from frontdoor.packs.words.words import LONGEST_PLAIN, checked

EASY = "We answer the phone. You can call us on Monday. "


def found(sentence: str) -> list[str]:
    return [finding.what for each in checked(sentence).sentences for finding in each.findings]


def test_sentences_end_where_a_reader_stops():
    text = "We open at 8am. Dr. Who rang 1,204 times. “Yes.” It cost £3.40.\nA line without an end"
    assert sentences_of(text) == (
        "We open at 8am.", "Dr. Who rang 1,204 times.", "“Yes.”", "It cost £3.40.", "A line without an end",
    )  # fmt: skip


def test_a_number_is_one_word():
    assert words_of("About 1,204 of £3,975 in mid-May, or −0.5%") == (
        "About", "1,204", "of", "£3,975", "in", "mid-May", "or", "−0.5%",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word", "count"),
    [("phone", 1), ("people", 2), ("answered", 2), ("needed", 2), ("hundred", 2), ("changes", 2), ("minutes", 2),
     ("council", 2), ("area", 3), ("idea", 3), ("table", 2), ("create", 2), ("quietest", 3), ("science", 2), ("62", 1)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word, count):
    assert syllables(word) == count


def test_the_grades_are_those_of_the_formulas():
    """Two sentences of 4 and 6 words; 5 and 7 syllables; 16 and 20 letters."""
    assert flesch_kincaid_grade(EASY) == pytest.approx(0.39 * 10 / 2 + 11.8 * 12 / 10 - 15.59)
    assert automated_grade(EASY) == pytest.approx(4.71 * 36 / 10 + 0.5 * 10 / 2 - 21.43)


def test_harder_prose_needs_an_older_reader():
    hard = "Notwithstanding organisational restructuring, the authority demonstrated considerable improvement in its overall responsiveness. "
    easy, older = reading_age(EASY * 20), reading_age(hard * 12)
    assert easy.years == 6  # grade 0.5, rounded to 1, and 5
    assert older.years > easy.years + 8


def test_few_words_have_no_reading_age():
    assert reading_age(EASY).years is None
    assert "too few" in reading_age(EASY).reason


@pytest.mark.parametrize(
    "text", ["Rydym yn ateb y ffôn yn gyflym bob dydd. ", "Odbieramy telefon szybko każdego dnia. "]
)
def test_another_language_is_said_and_not_judged(text):
    age = reading_age(text * 20)
    assert age.years is None
    assert "English only" in age.reason


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("The FCR fell.", "“FCR” is not explained"),
        ("We will commence on Monday.", "“commence” is a hard word"),
        ("We act in order to help.", "“in order to” is a hard word"),
        ("The phone was answered by us.", "“was answered” may be passive"),
        ("We can't help.", "“can't” is shortened"),
        ("We answered 62% of calls.", "a per cent sign"),
        ("We " + "ring " * 15 + "you.", "17 words"),
    ],
)
def test_what_makes_a_sentence_hard_is_named(sentence, what):
    assert found(sentence) == [what]


@pytest.mark.parametrize(
    "sentence",
    [
        "We answered 6 in every 10 calls.",
        "The office is closed on Sunday.",
        "People were satisfied.",
        "I went to A and E.",
    ],
)
def test_an_easy_sentence_passes(sentence):
    assert found(sentence) == []


def test_a_short_name_that_is_explained_passes():
    assert found("The Local Government Ombudsman (LGO) helps. The LGO is free.") == []
    assert found("LGO means Local Government Ombudsman.") == []


def test_commentary_is_held_to_plain_english():
    sentence = "Two of our people left in May and we found nobody who could do their work until late in June."
    assert found(sentence)
    assert not checked(sentence, LONGEST_PLAIN).hard
    assert not checked("We can’t say why 62% got through.", LONGEST_PLAIN).hard


def test_the_report_names_each_sentence_and_why():
    lines = words_report(checked("We help. We will utilise it."))
    assert "1 of 2 sentences to look at again." in lines
    assert "• We will utilise it." in lines
    assert "    “utilise” is a hard word. Say “use”, or explain it in the next sentence." in lines
    assert "• We help." not in lines


def test_the_report_says_which_formulas_and_english_only():
    said = " ".join(words_report(checked(EASY * 20)))
    assert "Flesch-Kincaid" in said
    assert "Automated Readability Index" in said
    assert "English only" in said
