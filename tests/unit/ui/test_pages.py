"""The two pages run, in few Streamlit calls, with every chart described, and offer their tools."""

import pytest
from streamlit.testing.v1 import AppTest


def overview():
    from frontdoor.ui.overview import show_overview
    from frontdoor.ui.style import inject_style
    from frontdoor.ui.top_row import top_row
    from tests.unit.ui.figures_of_the_pictures import OVERVIEW

    inject_style()
    top_row()
    show_overview(OVERVIEW)


def measure():
    from frontdoor.ui.measure import show_measure
    from frontdoor.ui.top_row import top_row
    from tests.unit.ui.measure_of_the_pictures import MEASURE

    top_row()
    show_measure(MEASURE, "We answer the phone quickly")


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


def test_a_measure_draws_two_charts_each_with_its_sentence_in_words_as_well():
    app = run(measure)
    charts = app.get("plotly_chart")
    assert len(charts) == 2
    for chart in charts:
        assert chart.proto.alt
        assert chart.proto.alt in words(app).replace("&#x27;", "'")


def test_a_chart_is_small_on_the_wire():
    for chart in run(measure).get("plotly_chart"):
        assert len(chart.proto.SerializeToString()) < 10 * 1024


def test_every_chart_has_its_three_tools():
    app = run(measure)
    assert len(app.get("download_button")) == 2
    labels = [block.proto.popover.label for block in app.get("popover")]
    assert labels == ["See the table", "What this means"] * 2


def test_a_closed_table_is_not_sent():
    assert '<th scope="row">May 2024' not in words(run(measure))


def test_where_nothing_can_be_shown_the_page_says_so():
    assert "no figures have been loaded" in words(run(nothing_yet))
    assert "Waits are not recorded by ward." in words(run(cannot_tell))


def test_new_figures_are_never_shown_unasked():
    assert run(new_figures_bar).session_state["asked"] is None


@pytest.mark.parametrize("page", [overview, measure, nothing_yet, cannot_tell])
def test_the_question_is_the_only_first_heading(page):
    assert words(run(page)).count("<h1") == 1
