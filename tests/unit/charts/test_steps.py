"""Signed changes: columns from nought, whiskers that are seen on them, numbers that never touch, rows on a phone."""

import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import chart_key
from frontdoor.charts.picture import picture
from frontdoor.charts.theme import LIGHT, THEMES
from frontdoor.schema.units import Unit
from tests.unit.charts.pilot_figures import MORNING, steps


def drawn(shown, is_narrow=False, theme=LIGHT):
    return draw(shown, theme, is_narrow).to_plotly_json()


def numbers(chart):
    return [note["text"].removeprefix("<b>").removesuffix("</b>") for note in chart["layout"]["annotations"]]


DAY = [(f"{hour}am", 1.0 - 0.1 * (hour % 3), -1.0, 3.0, False) for hour in range(1, 19)]


def test_columns_stand_from_nought_and_what_was_added_has_its_own_ground():
    chart = drawn(steps(MORNING))
    column = chart["data"][0]
    assert list(column["y"]) == [19, 22, -8, -1]
    assert "base" not in column
    assert list(column["marker"]["color"]) == [LIGHT.met, LIGHT.met, LIGHT.measured, LIGHT.measured]
    low, high = chart["layout"]["yaxis"]["range"]
    assert low < -11
    assert high > 25
    grounds = [shape for shape in chart["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(shape["x0"], shape["x1"]) for shape in grounds] == [(-0.5, 0.5), (0.5, 1.5)]


def test_a_whisker_is_ink_on_a_pale_edge():
    edge, ink = drawn(steps(MORNING))["data"][1:]
    assert (edge["error_y"]["color"], ink["error_y"]["color"]) == (LIGHT.page, LIGHT.ink)
    assert edge["error_y"]["thickness"] > ink["error_y"]["thickness"]
    assert list(ink["error_y"]["array"]) == [3, 3, 3, 3]
    assert list(ink["error_y"]["arrayminus"]) == [3, 3, 3, 3]


def test_few_columns_have_all_their_numbers_with_signs():
    assert numbers(drawn(steps(MORNING))) == ["+22", "+19", "−8", "−1"]


def test_of_many_columns_only_real_changes_are_numbered():
    real = ("7pm", 9.0, 7.0, 11.0, False)
    assert numbers(drawn(steps([*DAY, real]))) == ["+9.0"]


def test_numbers_of_neighbours_never_touch():
    rows = [(str(index), 1000.0, 900.0, 1100.0, False) for index in range(40)]
    said = [note["x"] for note in drawn(steps(rows))["layout"]["annotations"]]
    assert said
    assert all(later - earlier >= 3 for earlier, later in zip(sorted(said), sorted(said)[1:], strict=False))


def test_each_change_is_read_with_its_range():
    assert list(drawn(steps(MORNING))["data"][0]["hovertext"]) == [
        "8am: +19, between +16 and +22",
        "8:30am: +22, between +19 and +25",
        "9am: −8, between −11 and −5",
        "9:30am: −1, between −4 and +2",
    ]


def test_on_a_phone_the_columns_lie_with_every_name_and_number():
    chart = drawn(steps(MORNING), is_narrow=True)
    assert list(chart["data"][0]["x"]) == [19, 22, -8, -1]
    assert chart["data"][0]["orientation"] == "h"
    said = [note["text"] for note in chart["layout"]["annotations"]]
    assert said == ["8am", "8:30am", "9am", "9:30am", "<b>+19</b>", "<b>+22</b>", "<b>−8</b>", "<b>−1</b>"]
    assert chart["layout"]["annotations"][6]["xanchor"] == "right"
    assert chart["layout"]["yaxis"]["range"][0] > chart["layout"]["yaxis"]["range"][1]  # the first is at the top


def test_names_under_columns_break_or_are_left_out_rather_than_touch():
    few = drawn(
        steps([(name, 1.0, 0.0, 2.0, False) for name in ("Phone", "Web form", "Social media", "Email", "Chat")])
    )
    assert list(few["layout"]["xaxis"]["ticktext"])[2] == "Social<br>media"
    many = drawn(steps([(f"{index}:30am", 1.0, 0.0, 2.0, False) for index in range(24)]))
    assert len(many["layout"]["xaxis"]["ticktext"]) <= 8


def test_the_key_names_what_was_added_the_others_and_the_whisker():
    assert [entry.words for entry in chart_key(steps(MORNING))] == ["What was added", "Seen less expected", "95% range"]
    told = steps(MORNING, key_words=("41 in the new hour", "28 fewer from 9am to 12pm"))
    assert [entry.words for entry in chart_key(told)][:2] == ["41 in the new hour", "28 fewer from 9am to 12pm"]
    early = steps(MORNING, key_words=("41 in the new hour", "28 fewer", "99.7% range"))
    assert chart_key(early)[-1].words == "99.7% range"
    plain = steps([("Monday", 3.0, None, None, False)])
    assert [entry.words for entry in chart_key(plain)] == ["Seen less expected"]


def test_changes_of_a_share_are_in_points_and_of_a_wait_in_seconds():
    share = steps([("Monday", -0.086, -0.139, -0.033, False)], Unit.SHARE)
    assert numbers(drawn(share)) == ["−8.6 points"]
    wait = steps([("Monday", 12.0, 3.0, 21.0, False)], Unit.SECONDS)
    assert drawn(wait)["data"][0]["hovertext"][0] == "Monday: +12 seconds, between +3 seconds and +21 seconds"


AWKWARD = {
    "none": [],
    "one": [("Monday", 3.0, 1.0, 5.0, False)],
    "not known": [("Monday", None, None, None, False), ("Tuesday", 0.0, None, None, True)],
    "no number": [("Monday", float("nan"), float("-inf"), float("inf"), False)],
    "no end": [("Monday", 4.0, None, 5.0, False)],
    "all nought": [("Monday", 0.0, 0.0, 0.0, False)] * 3,
    "very large": [("Monday", 1e9, -1e9, 3e9, False)],
    "mark-up": [("<b>x", 1.0, 0.0, 2.0, False)],
    "long": [("Housing options and homelessness", 1.0, 0.0, 2.0, False)],
}


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_changes_are_drawn(awkward, theme, is_narrow):
    shown = steps(AWKWARD[awkward])
    chart = drawn(shown, is_narrow, theme)
    low, high = chart["layout"]["xaxis" if is_narrow else "yaxis"]["range"]
    assert low < high
    assert picture(shown, is_narrow).height == round(chart["layout"]["height"]) > 0
    assert "nan" not in str(chart["data"]).lower()
    assert "<b>x" not in str(chart["data"][0].get("hovertext"))


def test_a_change_that_is_not_known_is_said_to_be():
    unknown = steps(AWKWARD["not known"])
    assert drawn(unknown)["data"][0]["hovertext"][0] == "Monday: not known"
    assert "<b>–</b>" in [note["text"] for note in drawn(unknown, is_narrow=True)["layout"]["annotations"]]
