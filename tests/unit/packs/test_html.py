"""Is a pack's offline page whole, well-formed, closed to every other machine, and the same as its other files?"""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import polars as pl
import pytest

from frontdoor.charts.drawing import DRAWN_BY
from frontdoor.charts.template import PHONE_WIDTH
from frontdoor.errors import FrontdoorError
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.html import document as html_document
from frontdoor.packs.html.html import html
from frontdoor.packs.pack import Aside, Cell, PackTable
from frontdoor.packs.table_of import table_of
from tests.unit.charts.figures import FIGURES, control
from tests.unit.packs.example_pack import PAGE, TABLE, example_pack, with_figures
from tests.unit.packs.reading_html import Element, read_html

HOSTILE = "</style><script>alert(1)</script><img src=x onerror=\"alert(2)\"> & 'so' **on**"
AWAY = re.compile(r"""(?:\w+:|["'(=])//[^\s"'<>)]+""")
SPACE_NAME = "http://www.w3.org/2000/svg"


@pytest.fixture(scope="module")
def every_kind() -> bytes:
    """Return a pack with one page for each kind of figure, each with words of its own."""
    figures = [
        replace(
            FIGURES[kind], sentence=f"The sentence of {kind}.", headline=f"Of {kind}", definition=f"Counted: {kind}."
        )
        for kind in DRAWN_BY
    ]
    return html(example_pack(PAGE, *(with_figures(figure) for figure in figures)))


@pytest.fixture(scope="module")
def read(every_kind) -> Element:
    return read_html(every_kind)


def cells(table: Element) -> list[list[str]]:
    return [[cell.words for cell in row.inside] for row in table.all("tbody")[0].inside]


def test_every_id_is_there_once_and_every_reference_leads_somewhere(read):
    ids = [each.attributes["id"] for each in read.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    led = [
        each.attributes[name]
        for each in read.all()
        for name in ("aria-labelledby", "data-rows")
        if name in each.attributes
    ]
    led += [each.attributes["href"].removeprefix("#") for each in read.all("a")]
    led += re.findall(r"url\(#([^)]+)\)", str([each.attributes for each in read.all()]))
    assert len(led) > len(DRAWN_BY) * 3
    assert {place for words in led for place in words.split()} <= set(ids)


def test_it_names_no_other_machine(every_kind):
    assert set(AWAY.findall(every_kind.decode().replace(SPACE_NAME, ""))) == set()


def test_only_its_own_style_and_script_are_obeyed(read):
    policy = next(
        each.attributes["content"] for each in read.all("meta") if "Policy" in each.attributes.get("http-equiv", "")
    )
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        (own,) = read.all(name)
        held = b64encode(sha256("".join(own.said).encode()).digest()).decode()
        assert f"{name}-src 'sha256-{held}'" in policy
    assert not [
        each for each in read.all() if any(name == "style" or name.startswith("on") for name in each.attributes)
    ]


@pytest.mark.parametrize("kind", DRAWN_BY)
def test_a_figure_has_its_words_two_drawings_and_its_table(read, kind):
    (figure,) = (each for each in read.all("figure") if f"Of {kind}" in each.all("h3")[0].words.split(". "))
    for words in (f"The sentence of {kind}.", f"Counted: {kind}.", "Subtitle"):
        assert words in [each.words for each in figure.all("p")]
    pictures = [each for each in figure.all("svg") if each.attributes.get("role") == "img"]
    assert len(pictures) == 2
    assert [float(each.attributes["width"]) < PHONE_WIDTH for each in pictures] == [False, True]
    (table,) = figure.all("details")[0].all("table")
    assert cells(table) == [[cell.words for cell in row] for row in table_of(FIGURES[kind]).rows]


def test_a_table_of_a_page_has_a_caption_scopes_and_numbers_right(read):
    table = next(each for each in read.all("table") if each.attributes["id"] == "table-1")
    assert table.all("caption")[0].words == f"Table 1. {TABLE.title}"
    assert [each.words for each in table.all("thead")[0].all("th")] == list(TABLE.columns)
    assert cells(table) == [[cell.words for cell in row] for row in TABLE.rows]
    assert {each.attributes["scope"] for each in table.all("thead")[0].all("th")} == {"col"}
    assert {each.attributes["scope"] for each in table.all("tbody")[0].all("th")} == {"row"}
    assert [each.words for each in table.all("td", kind="fd-r")] == ["62%", "91%", "–"]


def test_a_status_has_its_shape(read):
    statuses = read.all("table")[0].all("span", kind="fd-status")
    assert [each.words for each in statuses] == ["Missed", "Met", "Can’t say yet"]
    assert all(len(each.all("svg")) == 1 for each in statuses)


def test_the_contents_lead_to_every_page_and_to_the_appendix(read):
    titles = [each.words for each in read.all("nav")[0].all("a")]
    assert titles == [
        PAGE.title, *(f"Of {kind}" for kind in DRAWN_BY), "Definitions and method", "Where the figures come from",
    ]  # fmt: skip
    assert [each.words for each in read.all("h2")[1:]] == titles


def test_the_head_says_what_of_whom_to_when_and_that_it_is_invented(read):
    said = read.all("header")[0].words
    for words in (
        "Scrutiny pack",
        "Trentside District Council (fictional)",
        "October 2026",
        "Figures to 31 October 2026",
    ):
        assert words in said
    assert "Invented figures" in said
    assert all("Invented figures" in page.words for page in read.all("section", kind="fd-page")[: len(DRAWN_BY) + 1])


def test_commentary_is_marked_with_its_author(read):
    (own,) = read.all("section")[0].all("div", kind="fd-own")
    assert own.words == "Commentary by Head of Customer Services, 3 November 2026 Two people are being trained."


def test_definitions_stand_once_under_the_figures_they_belong_to():
    figure = replace(control(), definition="Counted once.")
    read = read_html(html(example_pack(with_figures(figure, replace(figure, key="other")))))
    (definitions,) = (each for each in read.all("section") if each.attributes["id"] == "definitions")
    assert [each.words for each in definitions.all("dt")] == ["Figures 1 and 2"]
    assert [each.words for each in definitions.all("dd")] == ["Counted once."]


def test_what_a_page_stands_on_is_one_link_away(read):
    (sources,) = (each for each in read.all("section") if each.attributes["id"] == "sources")
    for words in (PAGE.basis.definition, PAGE.basis.source, PAGE.basis.version, PAGE.basis.filters):
        assert words in sources.words
    assert "#page-1-sources" in [each.attributes["href"] for each in read.all("section")[0].all("a")]


@pytest.mark.parametrize("field", ["title", "council", "period", "as_at_line", "stamp", "digest"])
def test_words_of_the_pack_are_never_mark_up(field):
    read = read_html(
        html(
            example_pack(PAGE, **{field: HOSTILE}) if field == "stamp" else replace(example_pack(), **{field: HOSTILE})
        )
    )
    assert [each.name for each in read.all() if each.name in ("img", "script", "style")] == ["style", "script"]


def test_words_of_a_page_are_never_mark_up():
    told = PackTable("t", HOSTILE, (HOSTILE, HOSTILE), ((Cell(HOSTILE), Cell(HOSTILE)),), note=HOSTILE)
    figure = replace(
        control(), headline=HOSTILE, subtitle=HOSTILE, sentence=HOSTILE, definition=HOSTILE, notes=(HOSTILE,)
    )
    page = replace(
        with_figures(figure),
        title=HOSTILE,
        tables=(told,),
        asides=(Aside(HOSTILE, (HOSTILE, HOSTILE)),),
        address=f"./{HOSTILE}",
    )
    read = read_html(html(example_pack(page), site=f"https://here.example/{HOSTILE}"))
    assert [each.name for each in read.all() if each.name in ("img", "script", "style")] == ["style", "script"]
    assert not [each for each in read.all() if any(name.startswith("on") for name in each.attributes)]


def test_a_live_page_is_a_link_only_where_frontdoor_is_known_to_be():
    page = replace(PAGE, address="./peaks?view=The+week")
    away = [each.attributes["href"] for each in read_html(html(example_pack(page), "https://here.example/f/")).all("a")]
    assert "https://here.example/f/peaks?view=The+week" in away
    unknown = read_html(html(example_pack(page)))
    assert all(each.attributes["href"].startswith("#") for each in unknown.all("a"))
    assert "/peaks?view=The+week" in [each.words for each in unknown.all("code")]


def test_what_is_no_address_is_refused():
    with pytest.raises(FrontdoorError, match="begins with https://"):
        html(example_pack(), "javascript:alert(1)")


def test_a_figure_without_anything_to_draw_says_so_and_has_no_number():
    nothing = replace(control(), frame=control().frame.clear(), headline="Nothing yet")
    read = read_html(html(example_pack(with_figures(nothing, control()))))
    assert "Nothing yet No figures for this choice. Nothing is drawn." in [
        each.words for each in read.all("div", kind="fd-figure")
    ]
    assert [each.attributes["id"] for each in read.all("figure")] == ["figure-1"]


def test_a_long_table_says_what_is_printed_and_holds_all():
    long = replace(control(), table=pl.DataFrame({"Day": [f"Day {n}" for n in range(400)], "Calls": range(400)}))
    (figure,) = read_html(html(example_pack(with_figures(long)))).all("figure")
    assert len(figure.all("tbody")[0].inside) == 400
    assert "Printed: the first 10 of 400 rows. The file has all." in [each.words for each in figure.all("p")]


def test_a_wide_table_is_moved_sideways_and_a_middling_one_becomes_cards():
    wide, middling = (
        PackTable(
            f"t{many}",
            f"Of {many}",
            tuple(f"Head {n}" for n in range(many)),
            (tuple(Cell(str(n)) for n in range(many)),),
        )
        for many in (14, 5)
    )
    read = read_html(html(example_pack(replace(PAGE, tables=(wide, middling)))))
    assert [each.attributes["aria-label"] for each in read.all("div", kind="fd-sideways")] == ["Of 14"]
    assert [each.attributes["id"] for each in read.all("table", kind="fd-judged")] == ["table-2"]


def test_a_draft_says_so():
    assert "Draft, not issued. Invented figures" in read_html(html(example_pack(is_draft=True))).all("header")[0].words


def test_a_file_without_a_script_allows_none():
    read = read_html(html_document.sealed("Title <b>", "p{margin:0}", "<p>Said.</p>"))
    assert "script-src 'none'" in read.all("meta")[1].attributes["content"]
    assert (read.all("title")[0].words, read.all("script")) == ("Title <b>", [])


def test_without_the_font_the_readers_own_is_used(monkeypatch, tmp_path):
    assert b"@font-face" in html(example_pack())
    monkeypatch.setattr(html_document, "FONT", tmp_path / "none.woff2")
    for kept in (html_document.house_style, html_document.palette):
        kept.cache_clear()
    without = html(example_pack())
    for kept in (html_document.house_style, html_document.palette):
        kept.cache_clear()
    assert b"@font-face" not in without


def test_names_with_marks_of_their_own_and_signs_no_document_holds():
    page = replace(PAGE, title="Llangefni a’r Ŵyl, Łódź, 東京\x00\x1b")
    assert "Llangefni a’r Ŵyl, Łódź, 東京" in [each.words for each in read_html(html(example_pack(page))).all("h2")]


def test_the_same_pack_gives_the_same_bytes_under_its_own_name():
    made = files_of(example_pack(), Format.HTML)
    assert list(made) == ["invented-example-2026-10-31.html"]
    assert made == files_of(example_pack(), Format.HTML)
