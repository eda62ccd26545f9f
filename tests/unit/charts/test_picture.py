"""What the browser is sent of a chart: small, the same for equal figures, colours by name, and valid Plotly."""

import json
from dataclasses import fields, replace

import plotly.graph_objects as go
import pytest

from frontdoor.charts.drawing import DRAWN_BY, draw, drawing
from frontdoor.charts.picture import picture
from frontdoor.charts.theme import BY_NAME, LIGHT, Theme
from tests.unit.charts.figures import FIGURES, control

NAMES = {getattr(BY_NAME, field.name) for field in fields(Theme)}


def strings(part):
    if isinstance(part, dict):
        return [text for value in part.values() for text in strings(value)]
    if isinstance(part, list):
        return [text for value in part for text in strings(value)]
    return [part] if isinstance(part, str) else []


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("kind", DRAWN_BY)
def test_every_kind_is_a_figure_that_plotly_accepts(kind, is_narrow):
    checked = draw(FIGURES[kind], LIGHT, is_narrow)
    assert isinstance(checked, go.Figure)
    assert len(checked.data) == len(drawing(FIGURES[kind], LIGHT, is_narrow)["data"])


def test_plotly_refuses_what_is_no_setting_of_its_own():
    drawn = drawing(control(), LIGHT)
    with pytest.raises(ValueError, match="symbl"):
        go.Figure({**drawn, "data": [{"type": "scatter", "marker": {"symbl": "circle"}}]})


@pytest.mark.parametrize("kind", DRAWN_BY)
def test_the_height_kept_free_is_the_height_drawn(kind):
    sent = picture(FIGURES[kind])
    assert sent.height == json.loads(sent.drawing)["layout"]["height"] > 0


@pytest.mark.parametrize("kind", DRAWN_BY)
def test_every_colour_by_name_is_one_the_page_knows(kind):
    named = {text for text in strings(json.loads(picture(FIGURES[kind]).drawing)) if text.startswith("var(")}
    assert named
    assert named <= NAMES


def test_equal_figures_have_equal_digests_and_others_do_not():
    assert picture(control()).digest == picture(control()).digest
    assert picture(control()).digest != picture(control(), is_narrow=True).digest
    assert picture(control()).digest != picture(replace(control(), marks=FIGURES["control_chart"].marks)).digest


def test_a_day_is_sent_as_text():
    sent = json.loads(picture(control()).drawing)
    assert sent["data"][0]["x"][0] == "2025-12-17"  # half a month before the first, so that no point stands on the edge
