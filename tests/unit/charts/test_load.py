"""Loads and what came of them: circles, a curve, the loads that matter with their words, none of it by colour alone."""

from dataclasses import replace

import polars as pl
import pytest

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import chart_key
from frontdoor.charts.picture import picture
from frontdoor.charts.theme import LIGHT, THEMES
from frontdoor.figure import Kind, Level, Tone
from tests.unit.charts.demand_figures import COPES, DEMAND_FIGURES, FAILS, load

CHART = DEMAND_FIGURES[Kind.LOAD]


def drawn(shown, is_narrow=False, theme=LIGHT):
    return draw(shown, theme, is_narrow).to_plotly_json()


def words(chart):
    return [note["text"] for note in chart["layout"].get("annotations", ())]


def test_each_figure_is_an_open_circle_that_says_its_day_its_load_and_its_value():
    curve, circles = drawn(CHART)["data"]
    assert curve["mode"] == "lines"
    assert circles["marker"]["color"] == LIGHT.page
    assert list(circles["text"]) == ["Day 1: 600, 5%", "Day 2: 900, 10%", "Day 3: 1,200, 80%"]


def test_figures_are_read_from_the_least_load_to_the_greatest():
    assert list(drawn(load([(900, 0.1), (600, 0.05)]))["data"][0]["x"]) == [600, 900]


def test_what_we_cope_with_is_a_solid_line_in_a_shaded_interval_with_words_above():
    shade, line = drawn(load([(600, 0.05), (1200, 0.8)], levels=[COPES]))["layout"]["shapes"]
    assert (shade["x0"], shade["x1"], line["x0"]) == (850, 920, 880)
    assert "dash" not in line["line"]
    [note] = drawn(load([(600, 0.05), (1200, 0.8)], levels=[COPES]))["layout"]["annotations"]
    assert (note["text"], note["x"], note["yanchor"]) == ("<b>Copes up to about 880</b>", 880, "bottom")


def test_where_most_are_let_down_is_a_dotted_line_with_words_beside_it():
    chart = drawn(load([(600, 0.05), (1400, 0.8)], levels=[FAILS]))
    [line] = chart["layout"]["shapes"]
    assert line["line"]["dash"] == "3px,3px"
    assert words(chart) == ["<b>Above 1,050, most<br>wait over 5 minutes</b>"]
    assert chart["layout"]["annotations"][0]["xanchor"] == "left"


def test_words_at_the_right_edge_stand_left_of_their_line():
    chart = drawn(load([(600, 0.05), (1060, 0.8)], levels=[FAILS]))
    assert chart["layout"]["annotations"][0]["xanchor"] == "right"
    far = drawn(load([(600, 0.05), (885, 0.1)], levels=[COPES]))
    assert far["layout"]["annotations"][0]["xanchor"] == "right"


def test_words_beside_a_line_stand_where_no_figure_and_no_other_level_is():
    low = [(1060 + 10 * index, 0.05 + index / 400) for index in range(40)]
    [note] = drawn(load([(600, 0.02), *low, (1500, 0.9)], levels=[FAILS]))["layout"]["annotations"]
    assert note["xanchor"] == "left"
    assert note["y"] >= 0.2  # the lowest place, 0.15, would cover the figures
    near = Level(1100.0, 1060.0, 1300.0, "Copes up to about 1,100")
    beside = drawn(load([(600, 0.02), (1500, 0.9)], levels=[near, FAILS]))["layout"]["annotations"][-1]
    assert beside["xanchor"] == "right"


def test_words_above_the_plot_do_not_stand_on_each_other():
    close = replace(COPES, at=900.0, words="Answers in time up to about 900")
    first, second = drawn(load([(600, 0.05), (1200, 0.8)], levels=[COPES, close]))["layout"]["annotations"]
    assert second["yshift"] - first["yshift"] >= 18


def test_a_wide_interval_is_shaded_only_as_far_as_there_are_loads():
    wide = Level(880.0, 0.0, float("inf"), "Copes up to about 880")
    chart = drawn(load([(600, 0.05), (1200, 0.8)], levels=[wide]))
    low, high = chart["layout"]["xaxis"]["range"]
    assert (chart["layout"]["shapes"][0]["x0"], chart["layout"]["shapes"][0]["x1"]) == (low, high)
    assert 550 < low < 600
    assert 1200 < high < 1250


def test_shares_start_at_nought_and_loads_need_not():
    layout = drawn(CHART)["layout"]
    assert layout["yaxis"]["range"][0] == 0
    assert layout["xaxis"]["range"][0] > 500
    assert layout["yaxis"]["ticktext"][0] == "0%"


def test_the_key_names_what_is_there_in_the_figures_own_words():
    assert [entry.words for entry in chart_key(CHART)] == [
        "As it was", "What is usual", "Where the limit may lie (95%)",
    ]  # fmt: skip
    own = replace(load([(600, 0.05)]), key_words=("Each day", "Fitted"))
    assert [entry.words for entry in chart_key(own)] == ["Each day"]


AWKWARD = {
    "one point": load([(600, 0.05)]),
    "one point on its level": load([(880, 0.05)], levels=[COPES, FAILS]),
    "only a curve": load([], [(600, 0.05), (1200, 0.8)]),
    "only levels": load([], levels=[COPES]),
    "all nought": load([(0, 0.0), (0, 0.0)]),
    "very large": load([(1e9, 1.0), (1e3, 0.0)], levels=[COPES]),
    "no values": load([(600, None), (700, float("nan")), (float("inf"), 0.1)]),
    "no interval": load([(600, 0.05)], levels=[Level(650.0, None, None, "About 650", Tone.MIDDLE)]),
    "empty": load([]),
}


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_loads_are_drawn(awkward, theme, is_narrow):
    shown = AWKWARD[awkward]
    chart = drawn(shown, is_narrow, theme)
    low, high = chart["layout"]["xaxis"]["range"]
    assert low < high
    assert len(words(chart)) == len(shown.levels)
    assert picture(shown, is_narrow).height == round(chart["layout"]["height"]) > 0


def test_a_figure_without_a_value_is_not_drawn_at_nought():
    [circles] = drawn(AWKWARD["one point"])["data"]
    assert len(circles["x"]) == 1
    assert not drawn(AWKWARD["no values"])["data"]


def test_whole_numbers_are_drawn_as_well():
    whole = replace(CHART, frame=CHART.frame.with_columns(pl.col("load").cast(pl.Int64)))
    assert list(drawn(whole)["data"][1]["x"]) == [600, 900, 1200]
