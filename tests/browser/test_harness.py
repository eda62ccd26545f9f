"""Do the browser tests themselves notice what they are there to notice?"""

import sys

import pytest
from accessibility import axe
from strangers import strangers

from tools.page import settled, show_whole
from tools.server import ServerError, free_port, serving

APP = """
import time
import streamlit as st
import plotly.graph_objects as go

st.set_page_config(page_title="Harness")
st.title("Harness")
if st.button("Work"):
    time.sleep(1)
    st.write("Finished")
st.plotly_chart(go.Figure(go.Scatter(y=[1, 2])), alt="A line that rises from one to two.")
if "tall" in st.query_params:
    for number in range(100):
        st.write(f"Line {number}")
if "bad" in st.query_params:
    st.html('<p style="color:#aaa">Too pale</p>')
if "stranger" in st.query_params:
    st.html('<img alt="" src="http://stranger.invalid/dot.png">')
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    app = tmp_path_factory.mktemp("harness") / "app.py"
    app.write_text(APP)
    port = free_port()
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(app), *options, "--browser.gatherUsageStats=false"]
    with serving(command, port, {}) as answering:
        yield answering


def test_a_page_is_settled_only_when_its_script_and_its_charts_have_finished(open_at, address):
    page = open_at(address)
    assert page.locator(".main-svg").count() > 0
    page.get_by_role("button", name="Work").click()
    settled(page)
    assert page.get_by_text("Finished").is_visible()


def test_axe_finds_text_that_is_too_pale(open_at, address):
    found = axe(open_at(f"{address}/?bad=1"))
    assert "color-contrast" in {violation.rule for violation in found}
    assert any("Too pale" in str(violation) for violation in found)


def test_axe_has_nothing_to_say_about_contrast_where_nothing_is_pale(open_at, address):
    assert "color-contrast" not in {violation.rule for violation in axe(open_at(address))}


def test_the_window_grows_until_the_whole_page_is_in_it(open_at, address):
    page = open_at(f"{address}/?tall=1")
    last = page.get_by_text("Line 99")
    assert last.bounding_box()["y"] > page.viewport_size["height"]
    show_whole(page)
    assert last.bounding_box()["y"] < page.viewport_size["height"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_opens_in_the_theme_asked_for(open_at, address, theme):
    page = open_at(address, theme=theme)
    pale = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert (pale == "rgb(255, 255, 255)") == (theme == "light")


def test_a_request_to_another_machine_is_noticed(chromium, address):
    page = chromium.new_page()
    with page.expect_request("**/dot.png") as asked:
        page.goto(f"{address}/?stranger=1")
    assert "stranger.invalid" in strangers(asked.value)[0]
    page.close()


def test_a_server_that_ends_early_says_its_last_words():
    words = "there is no such council"
    with pytest.raises(ServerError, match=words), serving([sys.executable, "-c", f"print('{words}')"], free_port(), {}):
        pass
