"""Is the Easy Read draft short, easy, marked as a draft, and are its numbers those of the pack?"""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.packs.easy.check import easy_check
from frontdoor.packs.easy.easy import MOST_PAGES, easy_read
from frontdoor.packs.easy.files import easy_files
from frontdoor.packs.easy.measures import measure_lines
from frontdoor.packs.easy.numbers import share_words
from frontdoor.packs.easy.pdf import MARK, easy_pdf
from frontdoor.packs.easy.sheets import sheets_of
from frontdoor.packs.pack import Cell, Pack
from frontdoor.packs.plain_summary import summary_page
from frontdoor.packs.words.words import MOST_WORDS, checked
from frontdoor.schema.units import Unit
from tests.unit.packs.easy_example import COMMENTARY, EMAILS, PROMISES, aim, easy_pack, promise, share
from tests.unit.packs.read_pdf import metadata_of, opened, pages_of, tags_of

SHARE = re.compile(r"(just (?:under|over) |about )?(\d+)(?: times)? in every (10|100|1,000)\b")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
LONG = "A promise whose name nobody shortened because it was agreed in a meeting that lasted until midnight"


def said_words(pack: Pack) -> list[str]:
    return [line.words for part in easy_read(pack).parts for line in part.lines]


def of_pack(pack: Pack) -> str:
    """Return every word of the pack, one string."""
    cells = [cell.words for page in pack.pages for table in page.tables for row in table.rows for cell in row]
    facts = [f"{fact.label} {fact.value} {fact.note}" for page in pack.pages for fact in page.facts]
    asides = [sentence for page in pack.pages for aside in page.asides for sentence in aside.sentences]
    titles = [f"{page.title} {page.question} {page.lead}" for page in pack.pages]
    return " ".join([*cells, *facts, *asides, *titles, pack.period, pack.title, "31 October 2026"])


def test_it_says_what_the_pack_says():
    words = said_words(easy_pack())
    for sentence in (
        "We made 3 promises.", "We kept 1 promise.", "We did not keep 1 promise.", "We cannot say yet about 1 promise.",
        "We answered about 6 in every 10 calls within 60 seconds.", "We promised at least 7 in every 10.",
        "It has got worse since August.", "It was hardest for council tax.", "There it was 41 in every 100.",
        "We answered 93 in every 100 emails in 5 working days.", "People sent us 253 complaints.",
        "One year before, it was 189.", "More complaints are not always bad.", "We paid £3,975 to put things right.",
        "Our busiest time is Monday, 9am to 10am.", "About 226 calls come then.", "It did what we hoped.",
        "Our plan says: keep doing it.", "Councillors will decide what to do after the tests.",
        "It starts on 11 January 2027.", "Two people start on Monday.",
    ):  # fmt: skip
        assert sentence in words


def test_every_share_is_the_packs_own_number():
    """A share in the draft is that behind its line: to the hundredth, or about a tenth within two and a half points."""
    told = [line for part in easy_read(easy_pack()).parts for line in part.lines if SHARE.search(line.words)]
    assert len(told) >= 8
    for line in told:
        found = SHARE.search(line.words)
        count, of = int(found[2]), int(found[3].replace(",", ""))
        assert line.said is not None, line.words
        assert abs(line.said.value - count / of) <= (0.025 if of == 10 else 0.00501)
        assert line.said.words.split(". ")[0] in of_pack(easy_pack())


def test_every_other_number_stands_in_the_pack():
    pack = easy_pack()
    known = set(NUMBER.findall(of_pack(pack)))
    for words in said_words(pack):
        if "promise" not in words:  # how many of them is counted
            rest = SHARE.sub("", words)
            assert set(NUMBER.findall(rest)) <= known, words


@given(value=st.floats(0, 1), tenths=st.integers(1, 9))
def test_a_share_and_its_target_never_sound_alike_unless_they_are(value, tenths):
    target = aim(tenths / 10)
    said = share_words(share(value), "calls", target)
    found = SHARE.search(said)
    if found:
        count, of = int(found[2]), int(found[3].replace(",", ""))
        assert abs(value - count / of) <= 0.025 + 1e-9
        if count / of == target.value and value != target.value:
            assert "just" in said
    else:
        assert said in {"none of the calls", "all of the calls", "more than 99 in every 100 calls"}


@pytest.mark.parametrize(
    ("value", "target", "words"),
    [(0.62, 0.7, "about 6 in every 10 calls"), (0.6, 0.7, "6 in every 10 calls"), (0.84, 0.95, "84 in every 100 calls"),
     (0.68, 0.7, "68 in every 100 calls"), (0.696, 0.7, "just under 70 in every 100 calls"),
     (0.0, 0.7, "none of the calls"), (1.0, 0.9, "all of the calls")],
)  # fmt: skip
def test_tenths_are_said_only_where_they_tell_a_share_from_its_target(value, target, words):
    assert share_words(share(value), "calls", aim(target)) == words


def test_a_measure_nobody_foresaw_is_named_and_counted():
    words = [line.words for line in measure_lines("Trees planted", Cell("1,204", 1204, Unit.COUNT), None)]
    assert words == ["We looked at this: trees planted.", "The number was 1,204."]


@pytest.mark.parametrize(
    ("label", "value", "words"),
    [
        ("Calls answered in time", share(0.62), "We answered 62 in every 100 calls in time."),
        ("Calls answered within 20 seconds", share(0.62), "We answered 62 in every 100 calls within 20 seconds."),
        ("Callers who gave up waiting", share(0.041), "4 in every 100 callers gave up waiting."),
        (
            "Had to contact us again in 7 days",
            share(0.122),
            "Within 7 days, people came back to us 12 times in every 100.",
        ),
        ("Contacts made online", share(0.0), "People reached us online 0 times in every 100."),
        ("Leisure visitors satisfied", share(0.87), "87 in every 100 leisure visitors were happy."),
        (
            "Average wait for an answer",
            Cell("4m 40s", 280, Unit.SECONDS),
            "On average, people waited 4 minutes 40 seconds.",
        ),
    ],
)
def test_known_measures_have_a_sentence_of_their_own(label, value, words):
    assert [line.words for line in measure_lines(label, value, None)] == [words]


def test_a_score_below_nought_is_said_aloud():
    words = [line.words for line in measure_lines("Satisfaction", Cell("−0.03", -0.03, Unit.SCORE), None)]
    assert words[-1] == "Our score was minus 0.03."


def test_sentences_are_short_and_of_easy_words():
    text = checked(easy_read(replace(easy_pack(), title="How we help")).text)
    assert max(sentence.length for sentence in text.sentences) <= MOST_WORDS
    assert not text.hard
    assert text.age.years <= 9


def test_hard_commentary_is_left_to_whoever_finishes_the_draft():
    draft = easy_read(easy_pack(COMMENTARY))
    assert "KPI" not in draft.text
    assert "“KPI” is not explained" in easy_check(draft)


def test_pages_without_easy_words_are_named():
    strange = replace(COMMENTARY, key="unknown", title="Nobody knows this page.", asides=())
    assert "Nobody knows this page." in easy_check(easy_read(easy_pack(PROMISES, strange)))


def test_invented_figures_are_said_to_be():
    assert "We made up the numbers in this paper." in said_words(easy_pack())
    assert "We made up the numbers in this paper." not in said_words(replace(easy_pack(), stamp=""))


def test_each_page_of_the_pdf_is_marked_and_its_places_are_named():
    pack = easy_pack()
    pages = pages_of(easy_pdf(easy_read(pack)))
    assert all(MARK in page for page in pages)
    lines = [line for part in easy_read(pack).parts for line in part.lines]
    assert " ".join(pages).count("Picture: ") == len(lines)
    assert all(line.words in " ".join(pages) for line in lines)


def test_the_pdf_is_tagged_and_of_large_type():
    file = easy_pdf(easy_read(easy_pack()))
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata_of(file)
    assert sum(tag.kind == "H1" for tag in tags_of(file)) == sum(map(len, sheets_of(easy_read(easy_pack()).parts)))
    sizes: list[float] = []
    for page in opened(file).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, size: sizes.append(size * abs(tm[0])) if text.strip() else None
        )
    assert min(sizes) >= 14


def test_many_promises_with_long_names_stay_within_the_pages():
    many = [promise(f"{LONG} {number}", "Kept", EMAILS, (Cell(LONG), *EMAILS[1:])) for number in range(40)]
    draft = easy_read(easy_pack(replace(PROMISES, tables=tuple(many))))
    file = easy_pdf(draft)
    assert len(opened(file).pages) == len(sheets_of(draft.parts)) + 1
    assert len(opened(file).pages) <= MOST_PAGES
    assert draft.parts[-1].title == "More about this"


def test_a_pack_that_says_nothing_we_know_is_still_a_draft():
    draft = easy_read(easy_pack(replace(COMMENTARY, asides=())))
    assert [part.title for part in draft.parts] == ["About this paper", "More about this"]
    assert draft.left_out


def test_the_web_page_says_the_same_and_fetches_nothing():
    files = easy_files(easy_pack())
    page = files["easy-read-draft.html"].decode()
    assert MARK in page
    assert all(words.replace("'", "&#x27;") in page for words in said_words(easy_pack()))
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_names_are_text_and_never_markup():
    pack = replace(easy_pack(), council="<b>#panic(1)</b>")
    assert "&lt;b&gt;#panic(1)" in easy_files(pack)["easy-read-draft.html"].decode()
    assert "#panic(1)" in pages_of(easy_files(pack)["easy-read-draft.pdf"])[0]


def test_the_same_pack_gives_the_same_files():
    assert easy_files(easy_pack()) == easy_files(easy_pack())


def test_the_plain_summary_says_what_the_draft_says():
    page = summary_page(easy_pack())
    said = " ".join(sentence for aside in page.asides for sentence in aside.sentences)
    assert "We answered about 6 in every 10 calls within 60 seconds. We promised at least 7 in every 10." in said
    assert page.lead == "We are keeping 1 of our 3 promises."
    assert "Reading age about" in page.basis.definition
    assert [aside.title for aside in page.asides][:2] == ["Our promises", "We answer the phone quickly"]


def test_a_pack_without_easy_words_has_an_honest_summary():
    page = summary_page(easy_pack(replace(COMMENTARY, asides=())))
    assert page.title == "Nothing here can be said in plain words yet"
    assert page.asides == ()
