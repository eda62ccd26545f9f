"""A status is a word, a shape and a colour together, and shapes are told apart without colour."""

from xml.etree import ElementTree as ET

import pytest

from frontdoor.charts.status import MEASURE_STATUS, PROMISE_STATUS, Shape, change_status, shape_svg
from frontdoor.charts.theme import THEMES
from frontdoor.schema.units import Better
from frontdoor.strategy.judgement import JUDGED, PromiseState, State


def test_every_state_has_its_status():
    assert set(MEASURE_STATUS) == set(State)
    assert set(PROMISE_STATUS) == set(PromiseState)


@pytest.mark.parametrize("statuses", [MEASURE_STATUS, PROMISE_STATUS], ids=["measures", "promises"])
def test_no_two_states_share_a_word(statuses):
    words = [status.word for status in statuses.values()]
    assert len(set(words)) == len(words)


def test_met_close_and_missed_differ_in_shape_as_well_as_colour():
    judged = [MEASURE_STATUS[state] for state in JUDGED]
    assert len({status.shape for status in judged}) == 3
    for theme in THEMES:
        assert len({status.colour_in(theme) for status in judged}) == 3


@pytest.mark.parametrize("shape", Shape)
def test_a_shape_is_a_whole_picture_in_one_colour_without_text(shape):
    drawn = ET.fromstring(shape_svg(shape, "#123456", 20))
    assert drawn.get("width") == "20"
    colours = {part.get(name) for part in drawn for name in ("fill", "stroke")} - {None, "none"}
    assert colours == {"#123456"}
    assert not list(drawn.iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize(
    ("direction", "better", "shape", "colour"),
    [
        ("better", Better.HIGHER, Shape.ARROW_UP, "met"),
        ("better", Better.LOWER, Shape.ARROW_DOWN, "met"),
        ("worse", Better.HIGHER, Shape.ARROW_DOWN, "missed"),
        ("worse", Better.LOWER, Shape.ARROW_UP, "missed"),
        ("high", Better.NEITHER, Shape.ARROW_UP, "ink_second"),
        ("low", Better.NEITHER, Shape.ARROW_DOWN, "ink_second"),
        ("none", Better.HIGHER, Shape.WAVE, "ink_second"),
        ("unknown", Better.LOWER, Shape.WAVE, "ink_second"),
    ],
)
def test_the_arrow_follows_the_value_and_the_colour_says_whether_that_is_good(direction, better, shape, colour):
    status = change_status("since May", direction, better)
    assert (status.shape, status.colour) == (shape, colour)
