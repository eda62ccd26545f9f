"""The two pages run, in few Streamlit calls, with every chart described, and offer their tools."""

import json
import re
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from frontdoor.ui.pictures import message
from tests.unit.ui.measure_of_the_pictures import MEASURE


def overview():
    from frontdoor.ui.overview import show_overview
    from frontdoor.ui.style import inject_style
    from frontdoor.ui.top_row import top_row
    from tests.unit.ui.figures_of_the_pictures import OVERVIEW

    inject_style()
    top_row()
    show_overview(OVERVIEW)


def measure():
    from dataclasses import replace

    from frontdoor.ui.measure import show_measure
    from frontdoor.ui.top_row import top_row
    from tests.unit.ui.measure_of_the_pictures import MEASURE

    top_row()
    show_measure(replace(MEASURE, promise_title="We answer the phone quickly"))


def nothing_yet():
    from frontdoor.ui.empty import show_no_data

    show_no_data("Trentside")


def cannot_tell():
    from frontdoor.ui.empty import show_cannot_tell

    show_cannot_tell("How long do people wait?", "Waits are not recorded by ward.")


def new_figures_bar():
    import streamlit as st

    from frontdoor.ui.new_figures import new_figures

    st.session_state["asked"] = new_figures(42)


def run(page):
    app = AppTest.from_function(page).run()
    assert not app.exception
    return app


def words(app):
    return " ".join(element.proto.body for element in app.get("html"))


def test_the_overview_needs_no_chart_and_three_pieces_of_html():
    app = run(overview)
    assert not app.get("plotly_chart")
    assert len(app.get("html")) <= 3  # style, freshness, page
    assert "Trentside District Council. Figures to 31 October 2026." in words(app)


def test_invented_figures_are_said_to_be_invented():
    assert "Invented figures" in words(run(overview))
    assert "Invented figures" in words(run(measure))


def pictures(app):
    (component,) = [each for each in app.get("bidi_component") if each.proto.component_name == "frontdoor_pictures"]
    return json.loads(component.proto.bytes)["pictures"]


def test_a_measure_draws_two_charts_with_one_component_each_with_its_place_and_its_sentence():
    app = run(measure)
    assert not app.get("plotly_chart")
    told, html = pictures(app), words(app)
    assert len(told) == html.count('class="fd-picture"') == 2
    for picture, figure in zip(told, (MEASURE.trend, *MEASURE.figures), strict=True):
        assert f'data-figure="{picture["key"]}" data-drawing="{picture["digest"]}"' in html
        assert html.count(escape(figure.sentence)) >= 2  # as the picture's name and below it


def test_a_chart_is_small_on_the_wire():
    for picture in pictures(run(measure)):
        assert len(picture["drawing"]) < 8 * 1024


def test_a_chart_is_the_same_in_every_theme_so_that_a_change_of_theme_asks_nothing_of_the_server():
    for picture in pictures(run(measure)):
        assert "var(--measured)" in picture["drawing"]
        assert not re.findall(r"#[0-9A-Fa-f]{6}", picture["drawing"])


def test_every_chart_has_its_three_tools():
    html = words(run(measure))
    for tool in ("See the table", "What this means", "Download CSV"):
        assert html.count(f">{tool}</button>") == 2


def test_the_table_is_in_the_page_whether_or_not_a_script_runs():
    assert '<th scope="row">May 2024' in words(run(measure))


def test_a_file_is_made_only_when_it_is_asked_for():
    assert json.loads(message([], None))["file"] is None
    (component,) = [
        each for each in run(measure).get("bidi_component") if each.proto.component_name == "frontdoor_pictures"
    ]
    assert json.loads(component.proto.bytes)["file"] is None


def test_where_nothing_can_be_shown_the_page_says_so():
    assert "no figures have been loaded" in words(run(nothing_yet))
    assert "Waits are not recorded by ward." in words(run(cannot_tell))


def test_new_figures_are_never_shown_unasked():
    assert run(new_figures_bar).session_state["asked"] is None


@pytest.mark.parametrize("page", [overview, measure, nothing_yet, cannot_tell])
def test_the_question_is_the_only_first_heading(page):
    assert words(run(page)).count("<h1") == 1
