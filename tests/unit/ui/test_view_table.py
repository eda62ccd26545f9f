"""Tables of a view as HTML: verdicts as word and shape, cards that carry their heads, links that keep what the reader chose."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from frontdoor.answers.answer import Freshness
from frontdoor.answers.view_answer import Box, Line, Link, Row, Section, Table, ViewAnswer
from frontdoor.charts.status import VERDICT_STATUS
from frontdoor.figure import Tone
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.ui.pilot_choice import pilot_named
from frontdoor.ui.view_table import judged_table_html
from frontdoor.ui.view_words import end_html, section_html, words_html
from tests.pages.markup import parsed

HOSTILE = '<script>alert(1)</script>"&'
TITLES = {"monday_opening": "Open from 8am on Mondays", "housing": "One officer"}


def drawn(*rows, columns=("Fixed before", "What we saw"), **given):
    return parsed(judged_table_html(Table("2 met", columns, rows, **given)))


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_is_a_word_and_a_shape(verdict):
    page = drawn(Row(("Used", "41"), verdict))
    status = page.first("span", "fd-status")
    assert status.text == VERDICT_STATUS[verdict].word
    shape = status.first("i", "fd-shape")
    assert f"fd-{VERDICT_STATUS[verdict].shape.value}" in shape.attributes["class"]
    assert shape.attributes["aria-hidden"] == "true"


def test_each_verdict_has_a_shape_of_its_own():
    assert len({status.shape for status in VERDICT_STATUS.values()}) == len(Verdict)


def test_a_result_may_have_words_of_its_own():
    page = drawn(
        Row(("Pretended", "0.9"), Verdict.MET, "No effect, as it should"), Row(("Later", "–"), None, "Not started")
    )
    assert [row[-1] for row in page.rows()] == ["Result", "No effect, as it should", "Not started"]


def test_a_table_without_results_has_no_column_for_them():
    assert [len(row) for row in drawn(Row(("Used", "41"))).rows()] == [2, 2]


def test_roles_are_written_out_and_the_first_cell_heads_its_row():
    page = drawn(Row(("Used", "41"), Verdict.MET, detail="A guard"))
    table = page.first("table")
    assert table.attributes["role"] == "table"
    assert table.first("caption").text == "2 met"
    assert [each.attributes["role"] for each in table.all("th")] == ["columnheader"] * 3 + ["rowheader"]
    assert table.all("th")[3].text == "Used A guard"
    assert page.first("h2").text == "2 met"


def test_cards_of_wide_tables_carry_their_heads():
    wide = drawn(Row(("a", "b", "c"), Verdict.MET), columns=("One", "Two", "Three"))
    assert [cell.attributes.get("data-head") for cell in wide.all("td")] == ["Two", "Three", None]
    narrow = drawn(Row(("a", "b"), Verdict.MET))
    assert [cell.attributes.get("data-head") for cell in narrow.all("td")] == [None, None]


def test_a_row_with_too_few_cells_is_a_mistake():
    with pytest.raises(ValueError, match="zip"):
        drawn(Row(("a",)), columns=("One", "Two"))


def test_words_from_files_are_shown_and_never_obeyed():
    link = Link(HOSTILE, "The verdict", (("pilot", HOSTILE),), "pilots")
    said = judged_table_html(
        Table(HOSTILE, (HOSTILE, HOSTILE), (Row((HOSTILE, HOSTILE), None, HOSTILE, HOSTILE, link),), HOSTILE, (link,))
    )
    assert "<script" not in said
    assert parsed(said).first("a").text == HOSTILE


def test_a_row_links_to_its_pilot_and_view():
    link = Link("Open from 8am", "The verdict", (("pilot", "Open from 8am"),), "pilots")
    (found,) = drawn(Row(("Open from 8am", "–"), link=link)).all("a")
    assert found.attributes["href"] == "./pilots?pilot=Open+from+8am&pilot_view=The+verdict"


def view(**given):
    freshness = Freshness("Trentside", 1, date(2026, 10, 31), "", is_invented=True)
    return replace(ViewAnswer("Did it work?", "Yes.", "", "", (), freshness, None), **given)


@pytest.mark.parametrize("tone", list(Tone))
def test_the_bar_beside_a_verdict_says_nothing_that_its_words_do_not(tone):
    page = parsed(words_html(view(tone=tone)))
    assert page.first("div", f"fd-said-{tone.value}").first(kind="fd-answer").text == "Yes."
    assert not parsed(words_html(view())).all("div")


def test_small_print_ends_the_page():
    assert parsed(end_html(view(small_print=("Plan fixed.", "0 later edits.")))).text == "Plan fixed. 0 later edits."


def test_a_table_stands_beside_its_boxes_and_above_them_on_a_phone():
    table, box = Table("T", ("a", "b"), (Row(("1", "2")),)), Box("B", (Line("", "words"),))
    page = parsed(section_html(Section((box,), (), (table,))))
    assert [stack.first("h2").text for stack in page.first("div", "fd-wide").all("div", "fd-stack")] == ["T", "B"]
    assert parsed(section_html(Section((), (), (table,)))).all("div", "fd-one")
    assert section_html(Section()) == ""


def test_a_pilot_is_named_by_title_or_key_and_an_unknown_one_is_said_to_be_one():
    assert pilot_named("One officer", TITLES) == ("One officer", "")
    assert pilot_named("monday_opening", TITLES) == ("Open from 8am on Mondays", "")
    assert pilot_named("All pilots", {}) == ("All pilots", "")
    title, note = pilot_named("x" * 100, TITLES)
    assert title == "All pilots"
    assert note == f"There is no pilot called “{'x' * 60}…”; showing all there are."


def test_print_hides_what_can_only_be_pressed():
    css = (Path(__file__).parents[3] / "frontdoor" / "ui" / "pilots.css").read_text(encoding="utf-8")
    on_paper = css[css.index("@media print") :]
    assert all(part in on_paper for part in (".fd-tools", ".fd-crumbs", ".st-key-fd-filters"))
