"""Does present mode show what happened, large, whole and honestly cut, as a page and as a file?"""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest

from frontdoor.answers.feedback_answer import Fact
from frontdoor.figure import Kind, Mark
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.frozen import frozen, sealed, thawed
from frontdoor.packs.pack import Aside, Cell, PackTable
from frontdoor.packs.present.order import POINT, PROVISIONAL, is_said, shown
from frontdoor.packs.present.present import LIVE, frozen_words, present, slides
from frontdoor.packs.present.sizes import INSIDE, MOST_TITLE_LINES, TITLES, lines_of, title_size
from frontdoor.packs.slides.plan import planned
from tests.unit.charts.figures import FIGURES, bars, control
from tests.unit.packs.example_pack import PAGE, TABLE, example_pack, with_figures

NAMES = ("Gwasanaethau Cymdeithasol", "Urząd Stanu Cywilnego", *(f"Service {number}" for number in range(38)))
HOSTILE = '<script>alert("1")</script> & "x" onclick=y'


def decks(*pages):
    return slides(example_pack(*pages), LIVE)


def words(html: str) -> str:
    return unescape(" ".join(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", html, flags=re.DOTALL).split()))


def test_the_order_is_that_of_the_powerpoint_with_the_first_picture_beside_its_facts():
    pages = (PAGE, with_figures(control(headline="Worse"), FIGURES["bars"], title="Fewer answered."))
    pack = example_pack(*pages)
    wanted = [each.page.key if each.page else "" for each in planned(pack, 880.0, 388.8)]
    found = [each.planned.page.key if each.planned.page else "" for each in shown(pack)]
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(wanted))
    answer = next(each for each in shown(pack) if each.planned.page and each.planned.page.key == "figures")
    assert answer.planned.title == "Fewer answered."
    assert answer.head == "Worse"
    assert answer.planned.figure is not None
    assert answer.planned.facts == PAGE.facts


def test_the_first_of_a_page_is_its_main_slide_and_every_key_is_its_own():
    found = decks(PAGE, with_figures(control(), FIGURES["bars"]))
    keys = [each.key for each in found]
    assert len(set(keys)) == len(keys)
    assert [each.key for each in found if each.is_main] == ["pack.1", "overview.1", "figures.1"]


def test_at_most_three_facts_stand_beside_a_picture_and_none_that_the_words_say():
    facts = tuple(Fact(f"Fact {value}", value, "") for value in ("0", "62%", "+0.45", "1,441", "7"))
    page = with_figures(
        control(), title="It was +0.45, from 1,441 answers.", lead="", facts=(*facts, Fact("Last", "3", ""))
    )
    first, second = [each.planned for each in shown(example_pack(page)) if each.planned.facts]
    assert [fact.value for fact in first.facts] == ["0", "62%", "7"]
    assert [fact.value for fact in second.facts] == ["3"]


@pytest.mark.parametrize(
    ("value", "sentence", "is_there"),
    [
        ("0", "Net +0.45", False),
        ("5", "It was 45", False),
        ("62%", "only 62%.", True),
        ("Missed", "it missed it", True),
    ],
)
def test_a_value_is_said_only_as_a_whole(value, sentence, is_there):
    assert is_said(value, sentence) is is_there


def test_the_foot_says_whose_figures_to_when_from_where_and_that_they_are_live_or_frozen():
    live = words(decks(PAGE)[1].html)
    for said in ("Figures to 31 October 2026, data version 1", PAGE.basis.source, "Live.", "Invented figures"):
        assert said in live
    pack = sealed(example_pack(PAGE))
    kept = words(slides(pack, frozen_words(pack))[1].html)
    assert f"Frozen with figures to 31 October 2026, digest {pack.digest[:8]}." in kept
    assert "Live." not in kept


def test_the_question_says_the_filters_of_the_slide():
    assert f"{PAGE.question} {PAGE.basis.filters}" in words(decks(PAGE)[1].html)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_picture_has_its_sentence_as_alternative_and_ids_of_its_own(kind):
    figure = replace(FIGURES[kind], sentence="A sentence of its own.")
    html = "".join(
        each.html for each in decks(with_figures(figure, facts=()), with_figures(figure, key="again", facts=()))
    )
    assert html.count("<desc") == html.count("A sentence of its own.</desc>") == 4
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", Kind)
def test_no_data_is_said_and_not_drawn(kind):
    figure = replace(FIGURES[kind], frame=FIGURES[kind].frame.clear())
    html = decks(with_figures(figure, facts=(), asides=()))[1].html
    assert "No figures for this choice. Nothing is drawn." in html
    assert "<figure" not in html


def test_of_forty_services_those_that_stand_out_are_drawn_and_how_many_is_said():
    figure = bars([(name, 0.9 - 0.01 * at, at == 39) for at, name in enumerate(NAMES)])
    html = decks(with_figures(figure, facts=(), asides=()))[1].html
    told = re.search(r"(\d+) of 40 shown; all are in the papers\.", html)
    assert told
    assert int(told[1]) < 20
    wide = html[: html.index('<div class="fd-narrow">')]
    assert len(re.findall(r">Service \d+<", wide)) + 2 == int(told[1])
    assert NAMES[39] in wide


def test_many_events_are_letters_and_how_many_are_left_out_is_said():
    first = date(2026, 1, 10)
    marks = tuple(Mark(first + timedelta(days=20 * at), f"Event {at}") for at in range(12))
    html = decks(with_figures(control(marks=marks), facts=(), asides=()))[1].html
    assert "The newest 6 of 12 events are marked." in html
    assert "Event 11" in html
    assert "Event 5<" not in html


def test_a_long_table_is_cut_and_says_so_and_a_shorter_one_goes_on_evenly():
    rows = tuple((Cell(name), Cell("1", 1.0)) for name in NAMES * 2)
    tables = [PackTable("t", "Services", ("Service", "Calls"), rows[:many]) for many in (80, 16)]
    cut, *even = [each for table in tables for each in decks(replace(PAGE, facts=(), asides=(), tables=(table,)))[1:]]
    many = cut.html.count("<tr>") - 1
    assert f"{many} of 80 rows shown; all are in the papers." in cut.html
    assert [each.html.count("<tr>") - 1 for each in even] in ([8, 8], [7, 9], [9, 7], [16])
    assert sum(each.html.count("<tr>") - 1 for each in even) == 16


def test_of_a_wide_table_columns_for_reading_are_left_out_but_not_what_is_provisional():
    heads = ("Measure", "October 2026", "Counted", "Target", "Status", "Owner")
    row = tuple(map(Cell, ("Calls", "62%", f"13 of 21 ({PROVISIONAL})", "at least 70%", "Missed", "Head of Service")))
    html = decks(replace(PAGE, facts=(), asides=(), tables=(PackTable("t", "Calls", heads, (row,)),)))[1].html
    assert "Not shown here: counted, owner. Provisional: 1 of these figures." in html
    assert "13 of 21" not in html
    assert "at least 70%" in html


def test_a_title_takes_two_lines_at_the_largest_size_it_can():
    assert title_size("We keep 4 of 6 promises.") == TITLES[0]
    long = (
        "253 complaints came in October 2026, more than usual; 84 in every 100 were answered in time (we promised 95)."
    )
    assert lines_of(long, title_size(long), INSIDE, is_bold=True) <= MOST_TITLE_LINES
    assert title_size(f"{long} {long}") == TITLES[-1] >= 36


def test_tables_are_at_least_24_pixels_of_1080():
    parts = [each.part for each in shown(example_pack(PAGE)) if each.part]
    assert parts
    assert all(part.size * POINT >= 24 for part in parts)


def test_hostile_words_are_only_words():
    page = replace(
        with_figures(bars([(HOSTILE, 0.4, False)], headline=HOSTILE, sentence=HOSTILE, subtitle=HOSTILE)),
        title=HOSTILE, question=HOSTILE, lead=HOSTILE, facts=(Fact(HOSTILE, HOSTILE, HOSTILE),),
        tables=(replace(TABLE, title=HOSTILE, note=HOSTILE, columns=(HOSTILE, *TABLE.columns[1:])),),
        asides=(Aside(HOSTILE, (HOSTILE,), is_commentary=True),),
    )  # fmt: skip
    html = "".join(
        each.html
        for each in slides(replace(example_pack(page), title=HOSTILE, council=HOSTILE, stamp=HOSTILE), HOSTILE)
    )
    assert "<script" not in html
    assert not re.search(r"<[^>]*\s(?:onclick|style)=", re.sub(r'"[^"]*"', '""', html))


def test_the_file_holds_the_same_slides_needs_nothing_and_is_always_the_same():
    pack = sealed(example_pack(PAGE, with_figures(control(), FIGURES["bars"])))
    ((name, content),) = files_of(pack, Format.PRESENT).items()
    assert name == "invented-example-2026-10-31.present.html"
    html = content.decode()
    assert all(each.html in html for each in slides(pack, frozen_words(pack)))
    assert "default-src 'none'" in html
    assert not re.search(r'(?:src|href)="?(?:https?:)?//', html)
    assert content == present(thawed(frozen(pack)))
