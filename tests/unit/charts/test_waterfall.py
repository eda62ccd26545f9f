"""Totals from nought, steps that hang where the one before stopped, signs as well as colours, words that have room."""

import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.picture import picture
from frontdoor.charts.theme import DARK, LIGHT, THEMES
from frontdoor.schema.units import Better, Unit
from tests.unit.charts.figures import waterfall

ROWS = [("Before", 100.0, True), ("Grew", 30.0, False), ("Moved away", -50.0, False), ("Now", 80.0, True)]


def drawn(shown, is_narrow=False, theme=LIGHT):
    return draw(shown, theme, is_narrow).to_plotly_json()


def words(chart):
    return [note["text"] for note in chart["layout"]["annotations"]]


def connectors(chart):
    return [shape["x0"] for shape in chart["layout"]["shapes"][1:]]


def test_each_step_begins_where_the_one_before_ended_and_totals_begin_at_nought():
    [trace] = drawn(waterfall(ROWS))["data"]
    assert list(trace["base"]) == [0, 100, 130, 0]
    assert list(trace["x"]) == [100, 30, -50, 80]
    assert connectors(drawn(waterfall(ROWS))) == [100, 130, 80]


def test_a_step_has_its_sign_and_a_total_is_bold():
    said = words(drawn(waterfall(ROWS)))
    assert said[:4] == ["<b>Before</b>", "Grew", "Moved away", "<b>Now</b>"]
    assert said[4:] == ["<b>100</b>", "<b>+30</b>", "<b>−50</b>", "<b>80</b>"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("better", "names"),
    [
        (Better.HIGHER, ("measured", "comparison", "missed", "measured")),
        (Better.LOWER, ("measured", "missed", "comparison", "measured")),
        (Better.NEITHER, ("measured", "comparison", "close_mark", "measured")),
    ],
)
def test_the_colour_of_a_step_says_better_or_worse_in_either_theme(theme, better, names):
    [trace] = drawn(waterfall(ROWS, better=better), theme=theme)["data"]
    assert list(trace["marker"]["color"]) == [getattr(theme, name) for name in names]


def test_numbers_are_readable_in_the_dark():
    chart = drawn(waterfall(ROWS), theme=DARK)
    assert {note["font"]["color"] for note in chart["layout"]["annotations"]} == {DARK.ink, DARK.missed}


def test_on_a_phone_long_labels_move_above_their_bars():
    long = [("Came back by phone in 3 days", -5.0, False), *ROWS]
    wide, narrow = drawn(waterfall(long)), drawn(waterfall(long), is_narrow=True)
    assert narrow["layout"]["margin"]["l"] == 8
    assert wide["layout"]["margin"]["l"] > 150
    assert narrow["layout"]["annotations"][0]["yanchor"] == "bottom"
    assert narrow["layout"]["height"] > wide["layout"]["height"]
    assert drawn(waterfall(ROWS), is_narrow=True)["layout"]["annotations"][0]["yanchor"] == "middle"


def test_what_falls_below_nought_has_room():
    rows = [("Before", 10.0, True), ("Fell", -25.0, False), ("Now", -15.0, True)]
    chart = drawn(waterfall(rows))
    assert chart["layout"]["xaxis"]["range"] == [-15, 10]
    assert words(chart)[-1] == "<b>−15</b>"


def test_steps_of_a_share_are_in_points_and_of_money_in_pounds():
    share = [("Before", 0.40, True), ("Moved", 0.06, False), ("Grew", -0.004, False), ("Now", 0.456, True)]
    assert words(drawn(waterfall(share, Unit.SHARE)))[4:] == [
        "<b>40%</b>", "<b>+6 points</b>", "<b>−0.4 points</b>", "<b>46%</b>"
    ]  # fmt: skip
    money = [("Claimed", 1070000.0, True), ("Bounced", -120000.0, False)]
    assert words(drawn(waterfall(money, Unit.PENCE)))[2:] == ["<b>£10,700</b>", "<b>−£1,200</b>"]


def test_a_step_that_is_not_known_is_a_dash_and_changes_nothing():
    rows = [("Before", 100.0, True), ("Unknown", None, False), ("Grew", 5.0, False)]
    chart = drawn(waterfall(rows))
    assert list(chart["data"][0]["base"]) == [0, 100, 100]
    assert list(chart["data"][0]["x"]) == [100, 0, 5]
    assert "–" in words(chart)


@pytest.mark.parametrize("is_narrow", [True, False])
@pytest.mark.parametrize("rows", [[], [("Only", 3.0, False)], [("Only", 0.0, True)], [("Only", None, True)]])
def test_one_step_or_none_is_drawn(rows, is_narrow):
    chart = drawn(waterfall(rows), is_narrow)
    low, high = chart["layout"]["xaxis"]["range"]
    assert low < high
    assert len(connectors(chart)) == 0
    assert picture(waterfall(rows), is_narrow).height > 40


def test_a_label_that_looks_like_markup_is_words():
    assert "<b>&lt;b&gt;x</b>" in words(drawn(waterfall([("<b>x", 1.0, True)])))


def test_words_above_a_bar_keep_off_the_line_of_nought():
    long = [("Came back by phone in 3 days", -5.0, False), *ROWS]
    assert drawn(waterfall(long), is_narrow=True)["layout"]["annotations"][0]["xshift"] > 0


def test_a_step_of_nothing_is_neither_better_nor_worse():
    rows = [("Before", 10000.0, True), ("Dearer contacts", 0.0, False), ("Now", 10000.0, True)]
    chart = drawn(waterfall(rows, Unit.PENCE, better=Better.LOWER))
    note = chart["layout"]["annotations"][4]
    assert (note["text"], note["font"]["color"]) == ("<b>£0</b>", LIGHT.ink)
