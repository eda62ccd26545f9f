"""Does the renderer refuse what it does not know, and draw the rest as Plotly does?"""

from copy import deepcopy
from datetime import date, datetime, timedelta

import pytest

from frontdoor.charts.drawing import drawing
from frontdoor.charts.key import KeyMark
from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Kind
from frontdoor.packs.svg.axis import axis_of, number_of
from frontdoor.packs.svg.bars import ramped
from frontdoor.packs.svg.element import element, number
from frontdoor.packs.svg.heat import edges_of
from frontdoor.packs.svg.key_marks import KEY_MARKS
from frontdoor.packs.svg.lines import dashes
from frontdoor.packs.svg.plot import plot
from frontdoor.packs.svg.settings import NotDrawnError
from frontdoor.packs.svg.words import read_words, width_of
from tests.unit.charts.figures import FIGURES

STRANGE = [
    (Kind.BARS, ("data", 0, "offsetgroup"), "a", "offsetgroup"),
    (Kind.BARS, ("data", 0, "type"), "pie", "pie"),
    (Kind.BARS, ("layout", "annotations", 0, "showarrow"), True, "arrow"),
    (Kind.BARS, ("layout", "annotations", 0, "textangle"), 90, "textangle"),
    (Kind.BARS, ("layout", "polar"), {}, "polar"),
    (Kind.BARS, ("layout", "barmode"), "relative", "relative"),
    (Kind.BARS, ("layout", "shapes", 0, "type"), "circle", "circle"),
    (Kind.LINES, ("layout", "xaxis", "rangeslider"), {}, "rangeslider"),
    (Kind.LINES, ("layout", "xaxis", "type"), "log", "log"),
    (Kind.LINES, ("data", 1, "line", "shape"), "spline", "spline"),
    (Kind.LINES, ("data", 1, "mode"), "lines+text", "text"),
    (Kind.LINES, ("data", 1, "fill"), "tozeroy", "tozeroy"),
    (Kind.LOAD, ("data", 1, "marker", "symbol"), "star", "star"),
    (Kind.LOAD, ("data", 1, "marker", "opacity"), 0.5, "opacity"),
    (Kind.INTERVALS, ("data", 0, "error_x", "type"), "percent", "percent"),
    (Kind.WEEK_MAP, ("data", 0, "textposition"), "outside", "outside"),
    (Kind.WEEK_MAP, ("data", 2, "marker", "pattern", "shape"), "x", "pattern"),
]


@pytest.mark.parametrize(("kind", "place", "value", "said"), STRANGE)
def test_a_setting_that_is_not_drawn_is_an_error(kind, place, value, said):
    drawn = deepcopy(drawing(FIGURES[kind], LIGHT))
    part = drawn
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    with pytest.raises(NotDrawnError, match=said):
        plot(drawn, 700, "fd")


def test_an_axis_without_a_range_is_an_error():
    drawn = deepcopy(drawing(FIGURES[Kind.LINES], LIGHT))
    del drawn["layout"]["xaxis"]["range"]
    with pytest.raises(NotDrawnError, match="range"):
        plot(drawn, 700, "fd")


def test_bars_side_by_side_are_an_error():
    drawn = deepcopy(drawing(FIGURES[Kind.COLUMNS], LIGHT))
    del drawn["layout"]["barmode"]
    with pytest.raises(NotDrawnError, match="side by side"):
        plot(drawn, 700, "fd")


@pytest.mark.parametrize("text", ["<i>slanted</i>", "a <b>word</b> in bold", '<a href="x">link</a>'])
def test_markup_that_is_not_drawn_is_an_error(text):
    with pytest.raises(ValueError, match="mark-up"):
        read_words(text, 14)


def test_words_are_broken_and_bold_as_they_ask():
    words = read_words("<b>Tom &amp; Jerry<br>&lt;1%</b>", 14)
    assert words.lines == ("Tom & Jerry", "<1%")
    assert words.is_bold
    assert words.height == pytest.approx((1.3 + 0.96875 + 0.2412) * 14)


def test_words_are_as_wide_as_the_font_says():
    """Inter's digit one is narrower than its nought; a word is as wide as twice itself is half."""
    assert width_of("1", 14) < width_of("0", 14)
    assert width_of("Frontdoor", 14, is_bold=True) > width_of("Frontdoor", 14)
    assert width_of("Frontdoor", 28) == pytest.approx(2 * width_of("Frontdoor", 14))


def test_days_and_moments_share_an_axis():
    assert number_of(datetime(2026, 10, 5, 12)) == number_of(date(2026, 10, 5)) + 0.5
    with pytest.raises(TypeError, match="Monday"):
        number_of("Monday")


def test_an_axis_that_runs_down_counts_from_the_top():
    quiet = {"range": [1.5, -0.5], "tickfont": {"color": "#000000"}}
    axis = axis_of(quiet, 100, 0, None)
    assert (axis.pixel(-0.5), axis.pixel(0.5), axis.pixel(1.5)) == (0, 50, 100)
    assert axis.holds(1)
    assert not axis.holds(1.6)


def test_a_colour_half_way_is_the_mean_of_both():
    assert ramped(5, 0, 10, [(0, "#000000"), (1, "#FF8040")]) == "#804020"
    assert ramped(99, 0, 10, [(0, "#000000"), (1, "#FF8040")]) == "#FF8040"
    assert ramped(3, 3, 3, [(0, "#000000"), (1, "#FF8040")]) == "#000000"


def test_cells_meet_half_way():
    assert edges_of([1.0, 2.0, 4.0]) == [0.5, 1.5, 3.0, 5.0]
    assert edges_of([7.0]) == [6.5, 7.5]


def test_dashes_are_lengths():
    assert dashes("solid") is None
    assert dashes("7px,4px") == "7,4"
    with pytest.raises(NotDrawnError, match="dashdot"):
        dashes("dashdot")


def test_steps_turn_half_way():
    """From (0, 10) to (20, 30): level to 10, up, level."""
    trace = {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 20],
        "y": [10, 30],
        "line": {"color": "#000000", "width": 1, "shape": "hvh"},
    }
    quiet = {"visible": False, "tickfont": {"color": "#000000"}}
    layout = {
        "height": 100, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "font": {"size": 14, "color": "#000000"},
        "xaxis": quiet | {"range": [0, 100]}, "yaxis": quiet | {"range": [100, 0]},
    }  # fmt: skip
    assert 'd="M0 10L10 10L10 30L20 30"' in plot({"data": [trace], "layout": layout}, 100, "fd")


def test_every_mark_of_a_key_can_be_drawn():
    assert set(KEY_MARKS) == set(KeyMark)
    for mark, (width, draw) in KEY_MARKS.items():
        assert (width > 0 and draw(LIGHT).startswith("<")) or mark is KeyMark.WORDS


def test_numbers_are_short_and_attributes_escaped():
    assert [number(value) for value in (1.0, 0.126, -0.001, 120)] == ["1", "0.13", "0", "120"]
    assert element("g", id='a"<', fill=None, stroke_width=0) == '<g id="a&quot;&lt;" stroke-width="0"/>'


def test_a_time_drawn_forward_has_an_edge():
    """Points at the first and the last day of a forecast are whole."""
    first, last = drawing(FIGURES[Kind.FORECAST], LIGHT)["layout"]["xaxis"]["range"]
    days = FIGURES[Kind.FORECAST].frame["period_start"]
    assert first < datetime.combine(days.min(), datetime.min.time())
    assert last - datetime.combine(days.max(), datetime.min.time()) >= timedelta(hours=8)
