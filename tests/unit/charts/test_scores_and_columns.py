"""Scores with their intervals, and cases by working days: labelled directly, never colour alone, the promise between."""

from dataclasses import replace

import polars as pl

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import KeyMark, chart_key
from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Kind, TargetStep
from frontdoor.schema.units import Unit
from tests.unit.charts.figures import FIGURES, JANUARY, bars, columns, intervals

SCORES = [
    ("Planning", -0.12, -0.22, -0.02, True),
    ("Housing", 0.40, 0.30, 0.49, False),
    ("New", None, None, None, False),
]
DAYS = [
    ("0 to 5", False, 30, 0, 0),
    ("6 to 10", False, 60, 0, 2),
    ("11 to 15", True, 4, 9, 3),
    ("Over 15", True, 0, None, 1),
]


def drawn(shown, is_narrow=False):
    return draw(shown, LIGHT, is_narrow).to_plotly_json()


def words(chart):
    return [note["text"] for note in chart["layout"]["annotations"]]


def test_a_whisker_reaches_from_the_low_to_the_high_end():
    points = drawn(intervals(SCORES))["data"][0]
    assert list(points["x"]) == [-0.12, 0.40, None]
    assert [round(gap, 9) for gap in points["error_x"]["array"]] == [0.10, 0.09, 0]
    assert [round(gap, 9) for gap in points["error_x"]["arrayminus"]] == [0.10, 0.10, 0]


def test_the_failing_score_is_a_square_and_bold_not_only_coloured():
    chart = drawn(intervals(SCORES))
    assert list(chart["data"][0]["marker"]["symbol"]) == ["square", "circle", "circle"]
    assert "<b>Planning</b>" in words(chart)
    assert "Housing" in words(chart)


def test_a_score_says_its_interval_and_how_many_answered():
    said = drawn(intervals(SCORES))["data"][0]["text"]
    assert said[0] == "Planning: −0.12, between −0.22 and −0.02, of 112 answers"
    assert said[2] == "New: –, of 112 answers"


def test_a_score_too_few_gave_is_a_dash():
    assert words(drawn(intervals(SCORES)))[3:6] == ["<b>−0.12</b>", "<b>+0.40</b>", "–"]


def test_the_line_scores_are_held_against_has_its_own_words():
    chart = drawn(intervals(SCORES, targets=(TargetStep(JANUARY, 0.41, "All +0.41"),)))
    assert [line["x0"] for line in chart["layout"]["shapes"]] == [0.41]
    assert "<b>All +0.41</b>" in words(chart)
    assert not drawn(intervals(SCORES))["layout"].get("shapes")


def test_a_point_at_the_edge_is_drawn_whole():
    points = drawn(
        intervals([("In cash", 0.0, 0.0, 0.0, False), ("On paper", 3_400_000.0, 180_000.0, 7_400_000.0, False)])
    )["data"][0]
    assert points["cliponaxis"] is False


def test_the_words_of_amounts_do_not_touch_on_a_phone():
    pounds = replace(
        intervals([("On paper", 3_400_000.0, 180_000.0, 7_400_000.0, False), ("In cash", 0.0, 0.0, 0.0, False)]),
        unit=Unit.PENCE,
    )
    axes = [drawn(pounds, is_narrow)["layout"]["xaxis"]["ticktext"] for is_narrow in (False, True)]
    assert list(axes[0]) == ["£0", "£20,000", "£40,000", "£60,000"]
    assert list(axes[1]) == ["£0", "£40,000"]


def test_numbers_beside_their_scores_have_room_however_long():
    short, long = (
        replace(intervals([("Phone", value, value, value, False)]), unit=Unit.PENCE) for value in (500.0, 123_456_789.0)
    )
    assert drawn(long)["layout"]["margin"]["r"] > drawn(short)["layout"]["margin"]["r"]


def test_point_and_whisker_may_have_words_of_their_own():
    named = replace(intervals(SCORES), key_words=("Central", "Low to high"))
    assert [entry.words for entry in chart_key(named)][:2] == ["Central", "Low to high"]


def test_long_names_move_above_their_scores_on_a_phone():
    long = intervals([("Housing options and homelessness", 0.4, 0.3, 0.5, False)])
    assert drawn(long)["layout"]["margin"]["l"] > 100
    assert drawn(long, is_narrow=True)["layout"]["margin"]["l"] < 20


def test_a_column_is_its_parts_on_top_of_each_other_with_the_total_above():
    chart = drawn(columns(DAYS))
    assert chart["layout"]["barmode"] == "stack"
    parts = [[count or 0 for count in part["y"]] for part in chart["data"]]
    assert parts == [[30, 60, 4, 0], [0, 0, 9, 0], [0, 2, 3, 1]]
    assert words(chart)[:4] == ["30", "62", "16", "1"]


def test_late_and_open_are_told_apart_without_colour():
    in_time, late, still_open = (part["marker"] for part in drawn(columns(DAYS))["data"])
    assert "pattern" not in in_time
    assert late["pattern"]["shape"] == "/"
    assert still_open["color"] == LIGHT.page


def test_the_promise_stands_before_the_first_column_beyond_it():
    chart = drawn(columns(DAYS))
    assert [line["x0"] for line in chart["layout"]["shapes"]] == [1.5]
    assert "<b>Promised: 10 working days</b>" in words(chart)
    assert not drawn(columns(DAYS[:2]))["layout"].get("shapes")


def test_the_key_names_only_the_parts_that_are_there():
    assert [entry.words for entry in chart_key(columns(DAYS))] == ["In time", "Late", "Late and still open"]
    assert [entry.mark for entry in chart_key(columns(DAYS[:1]))] == [KeyMark.IN_TIME]
    assert [entry.mark for entry in chart_key(FIGURES[Kind.INTERVALS])] == [KeyMark.SCORE, KeyMark.INTERVAL]
    own = replace(FIGURES[Kind.INTERVALS], key_words=("Expected", "4 times in 5"))
    assert [entry.words for entry in chart_key(own)] == ["Expected", "4 times in 5"]


def test_answers_take_the_colour_of_what_they_say_and_always_have_their_words():
    answers = bars([("Good", 0.66, False), ("Average", 0.14, False), ("Poor", 0.20, False)])
    toned = answers.frame.with_columns(tone=pl.Series(["good", "middle", "poor"]))
    chart = drawn(replace(answers, frame=toned))
    assert list(chart["data"][0]["marker"]["color"]) == [LIGHT.met, LIGHT.edge, LIGHT.missed]
    assert {"Good", "Average", "Poor"} <= set(words(chart))
