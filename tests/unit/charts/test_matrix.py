"""A matrix has a word in every cell, colour only beside the word, and becomes a list that fits a phone."""

import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.theme import DARK, LIGHT
from tests.unit.charts.figures import matrix

ROWS = (
    ("We answer", "Waste", "On track", "Answer the line"),
    ("We answer", "Housing", None, "Not in this plan"),
    ("We put <b>things</b> right", "Waste", None, "Not in this plan"),
    ("We put <b>things</b> right", "Housing", None, "Not in this plan"),
    ("We listen", "Waste", "Off track", "Ask everybody"),
    ("We listen", "Housing", "No figures", "Ask tenants"),
)


def drawn(is_narrow=False, theme=LIGHT):
    return draw(matrix(ROWS), theme, is_narrow).to_plotly_json()


def cells(chart):
    """Return word, ink, ground and place of each cell."""
    return {
        tuple(place): (word, ink, trace["marker"]["color"])
        for trace in chart["data"]
        for place, word, ink in zip(trace["customdata"], trace["text"], trace["textfont"]["color"], strict=True)
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_cell_says_its_word_and_only_what_was_judged_is_coloured(theme):
    found = cells(drawn(theme=theme))
    assert found[0, 0] == ("On track", theme.page, theme.met)
    assert found[2, 0] == ("Off track", theme.page, theme.missed)
    assert found[2, 1] == ("No figures", theme.ink, theme.panel)
    assert found[0, 1] == ("–", theme.ink_second, theme.panel)
    assert len(found) == 6


def test_a_row_in_nobodys_plan_says_so_and_its_words_are_no_markup():
    labels = drawn()["layout"]["yaxis"]["ticktext"]
    assert "nobody’s" in labels[1].replace("<br>", " ")
    assert "&lt;b&gt;" in labels[1]
    assert "nobody" not in labels[0] + labels[2]


def test_on_a_phone_only_cells_that_say_something_are_listed_under_their_row():
    chart = drawn(is_narrow=True)
    found = cells(chart)
    assert [found[place][0] for place in sorted(found)] == ["On track", "–", "Off track", "No figures"]
    assert chart["layout"]["yaxis"]["ticktext"][:4] == ["", "Waste", "", "In nobody’s plan"]
    assert chart["layout"]["annotations"][0]["text"] == "<b>We answer</b>"
    assert chart["layout"]["margin"]["l"] < 200


def test_a_cell_is_read_with_its_row_its_column_and_its_objectives():
    said = [words for trace in drawn()["data"] for words in trace["hovertext"]]
    assert "We answer, Waste: On track Answer the line" in said
    assert "We answer, Housing: Not in this plan" in said


def test_a_row_is_as_tall_as_its_longest_words():
    long = "You can find your councillor by postcode, by ward and by the name of your street"
    short, tall = (draw(matrix(((name, "Waste", None, ""),)), LIGHT).layout.height for name in ("We answer", long))
    assert tall > short


def test_no_plan_at_all_is_drawn_empty():
    assert draw(matrix(()), LIGHT).to_plotly_json()["data"] == []
