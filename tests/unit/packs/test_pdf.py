"""Is a pack's PDF tagged, named, numbered and whole, whatever words and figures it is given?"""

import re
from dataclasses import replace
from itertools import pairwise

import polars as pl
import pytest

from frontdoor.charts.drawing import DRAWN_BY
from frontdoor.errors import FrontdoorError
from frontdoor.figure import TargetStep
from frontdoor.packs.pack import Aside, Cell, PackTable
from frontdoor.packs.pdf.pdf import pdf
from frontdoor.packs.svg import words as svg_words
from tests.unit.charts.demand_figures import week
from tests.unit.charts.figures import FIGURES, JANUARY, bars, control
from tests.unit.packs.example_pack import PAGE, example_pack, share_row, with_figures
from tests.unit.packs.read_pdf import bookmarks_of, heads_of, metadata_of, opened, pages_of, tags_of, untagged

MARKUP = '#panic("x") *stars* _low_ $sum$ @label <label> `code` [box] // note \\ = head #let x = 1'


@pytest.fixture(scope="module")
def every_kind() -> bytes:
    """Return a pack with one page for each kind of figure, each with a sentence of its own."""
    figures = [replace(FIGURES[kind], sentence=f"The sentence of {kind}.", headline=f"Of {kind}") for kind in DRAWN_BY]
    return pdf(example_pack(PAGE, *(with_figures(figure) for figure in figures)))


def test_it_declares_pdf_ua_its_title_and_its_language(every_kind):
    root = opened(every_kind).root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata_of(every_kind)
    assert opened(every_kind).metadata.title == "Scrutiny pack, Trentside District Council (fictional), October 2026"


def test_every_picture_says_its_sentence(every_kind):
    alts = [tag.alt for tag in tags_of(every_kind) if tag.kind == "Figure"]
    assert alts == [f"The sentence of {kind}." for kind in DRAWN_BY]


def test_the_tags_are_read_in_order(every_kind):
    """The question comes first, its answer is the heading, then facts, then a table with a head."""
    kinds = [tag.kind for tag in tags_of(every_kind)]
    assert kinds.count("H1") == len(DRAWN_BY) + 5  # contents, the first page, and three of the appendix
    assert kinds.index("TOC") < kinds.index("Table")
    table = kinds[kinds.index("Table") :]
    assert table.index("THead") < table.index("TH") < table.index("TBody") < table.index("TD")
    assert kinds.count("Caption") >= len(DRAWN_BY) + 1


def test_headings_go_down_one_step_at_a_time_and_every_column_has_a_head(every_kind):
    levels = [int(tag.kind[1:]) for tag in tags_of(every_kind) if re.fullmatch(r"H\d", tag.kind)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    scopes = heads_of(every_kind)
    assert len(scopes) > len(DRAWN_BY)
    assert {scope for _, scope in scopes} == {"/Column"}


def test_nothing_is_painted_that_is_neither_tagged_nor_said_to_be_decoration(every_kind):
    assert untagged(every_kind) == []
    for page in opened(every_kind).pages:
        assert page["/Tabs"] == "/S"  # the keys go through it in the order of its tags
        assert "/StructParents" in page


def test_fonts_are_inside_the_file_and_their_signs_can_be_read(every_kind):
    fonts = [
        font.get_object() for page in opened(every_kind).pages for font in page["/Resources"].get("/Font", {}).values()
    ]
    assert fonts
    for font in fonts:
        held = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(held)
        assert "/ToUnicode" in font


def test_each_page_is_a_bookmark_and_in_the_contents(every_kind):
    marks = bookmarks_of(every_kind)
    assert marks == [
        PAGE.title,
        *(f"Of {kind}" for kind in DRAWN_BY),
        *("Definitions and method", "Where the figures come from", "The numbers behind the charts"),
    ]
    contents = pages_of(every_kind)[0]
    assert all(mark in contents for mark in marks)


def test_figures_and_tables_are_numbered_and_captioned(every_kind):
    words = " ".join(pages_of(every_kind))
    for number, kind in enumerate(DRAWN_BY, start=1):
        assert f"Figure {number} Of {kind} Subtitle" in words
    assert "Table 1 Promises and their measures" in words


def test_every_page_says_to_when_and_that_figures_are_invented(every_kind):
    pages = pages_of(every_kind)
    for number, words in enumerate(pages, start=1):
        assert "Figures to 31 October 2026, data version 1" in words
        assert f"Page {number} of {len(pages)}" in words
        assert "Invented figures" in words


def test_figures_of_a_real_council_have_no_stamp():
    assert not any("Invented" in words for words in pages_of(pdf(example_pack(stamp=""))))


def test_a_draft_says_so_on_every_page():
    assert all("Draft, not issued" in words for words in pages_of(pdf(example_pack(is_draft=True))))


def test_what_a_person_wrote_says_who():
    words = pages_of(pdf(example_pack()))[1]
    assert "Commentary by Head of Customer Services, 3 November 2026 Two people are being trained." in words


def test_the_appendix_says_what_is_counted_and_from_where():
    page = with_figures(replace(control(), definition="What it is.", notes=("And a note.",), provenance="From there."))
    words = " ".join(pages_of(pdf(example_pack(page, digest="abc123"))))
    assert "Definitions and method Figure 1 What it is. And a note." in words
    assert "What is counted Answered within 60 seconds, of all calls offered." in words
    assert "Figure 1 From there." in words
    assert "Digest of these figures and words: abc123." in words


def test_words_are_never_read_as_markup():
    figure = replace(bars([(MARKUP, 0.4, True)]), headline=MARKUP, subtitle=MARKUP, sentence=MARKUP, definition=MARKUP)
    table = PackTable("hostile", MARKUP, ("Name", MARKUP), ((Cell(MARKUP), Cell(MARKUP)),), note=MARKUP)
    page = with_figures(
        figure, title=MARKUP, question=MARKUP, lead=MARKUP, tables=(table,), asides=(Aside(MARKUP, (MARKUP,)),)
    )
    file = pdf(replace(example_pack(page), title=MARKUP, council=MARKUP, as_at_line=MARKUP))
    assert opened(file).metadata.title.startswith(MARKUP)
    assert MARKUP in bookmarks_of(file)
    said = " ".join(pages_of(file))
    assert said.count("#panic(") >= 10
    assert said.count("#let x = 1") >= 10


def test_bold_and_code_are_the_only_markup():
    words = " ".join(pages_of(pdf(example_pack(replace(PAGE, lead="We are **certain** of `measures --json`.")))))
    assert "We are certain of measures --json." in words


@pytest.mark.parametrize(
    "name", ["Cyngor Sir Ŵy â Tŷ’r Îâ", "Zażółć gęślą jaźń", "Ελλάδα Київ", "Fußgänger Ærø Įvairūs"]
)
def test_names_keep_their_letters(name):
    page = with_figures(replace(bars([(name, 0.4, True)]), headline=name))
    assert name in pages_of(pdf(example_pack(page)))[1]


def test_a_sign_the_font_lacks_is_an_empty_box():
    page = with_figures(replace(bars([("🚮 中文", 0.4, True)]), headline="A 🚮\u200d and 中", sentence="Bins 🚮."))
    file = pdf(example_pack(page))
    assert "A □ and □" in pages_of(file)[1]
    assert [tag.alt for tag in tags_of(file) if tag.kind == "Figure"] == ["Bins □."]


def test_nothing_to_draw_is_said_and_not_numbered():
    empty = replace(
        bars([("Waste", 0.4, False)]), headline="Nothing came", frame=bars([("Waste", 0.4, False)]).frame.clear()
    )
    words = " ".join(pages_of(pdf(example_pack(with_figures(empty, control())))))
    assert "Nothing came No figures for this choice. Nothing is drawn." in words
    assert "Figure 1 Headline" in words
    assert "Figure 2" not in words


def test_one_point_and_targets_to_be_set_are_drawn():
    lone = control([0.7], ["common_cause"], None, targets=(TargetStep(JANUARY, None, "to be set"),))
    assert "Figure 1" in pages_of(pdf(example_pack(with_figures(lone))))[1]


def test_forty_services_with_long_names_fit():
    names = [f"Service number {number} of a department whose name nobody shortened" for number in range(40)]
    page = with_figures(
        bars([(name, 0.3 + index / 100, False) for index, name in enumerate(names)]),
        tables=(PackTable("long", "By service", ("Service", "Value", "Target", "Status"),
                          tuple(share_row(name, 0.5, "at least 70%", "Missed") for name in names)),),
    )  # fmt: skip
    words = " ".join(pages_of(pdf(example_pack(page))))
    assert all(words.count(f"Service number {number} of") >= 2 for number in range(40))


def test_the_head_of_a_long_table_is_on_each_of_its_pages():
    rows = tuple(share_row(f"Row {number}", 0.5, "70%", "Met") for number in range(180))
    table = PackTable("long", "A long table", ("Measure of all", "Value", "Target", "Status"), rows)
    pages = [words for words in pages_of(pdf(example_pack(replace(PAGE, tables=(table,))))) if "Row 1" in words]
    assert len(pages) > 2
    assert all("Measure of all" in words for words in pages)


def test_a_long_table_behind_a_chart_travels_whole_inside_the_file():
    long = pl.DataFrame({"day": range(366), "calls": range(366)})
    file = pdf(example_pack(with_figures(replace(control(), table=long, stamp="Invented figures"))))
    sent = opened(file).attachments["figure-1.csv"][0].decode()
    assert sent.count("\r\n") == 367
    assert "Invented figures" in sent
    assert "The first 10 of 366 rows; all are in figure-1.csv, attached to this file." in " ".join(pages_of(file))


def test_the_same_pack_is_the_same_file():
    assert pdf(example_pack()) == pdf(example_pack())


def test_a_missing_font_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(svg_words, "FONT_FOLDER", tmp_path)
    with pytest.raises(FrontdoorError, match=r"Inter-Regular\.ttf is missing from .*Install Frontdoor again"):
        pdf(example_pack())


def test_pages_of_words_alone_share_a_sheet():
    words = [replace(PAGE, title=f"Only words, {name}", tables=()) for name in ("first", "second")]
    pages = pages_of(pdf(example_pack(*words, with_figures(control()))))
    assert "Only words, first" in pages[1]
    assert "Only words, second" in pages[1]
    assert "Figure 1" not in pages[1]


def test_a_map_of_whole_days_leaves_room_for_the_title_of_its_page():
    all_day = week([(day, half_hour, 5.0, None) for day in ("Monday", "Sunday") for half_hour in range(48)])
    page = pages_of(pdf(example_pack(with_figures(all_day, title="Every hour of the day", facts=()))))[1]
    assert "Every hour of the day" in page
    assert "Figure 1 Headline" in page
