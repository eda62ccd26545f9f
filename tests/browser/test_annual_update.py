"""Is the annual update accessible on its page and as a file, and is its summary one side of A4?"""

import re

import pytest
from accessibility import axe
from playwright.sync_api import expect
from reading import headings

from frontdoor.commands.main import main
from tools.page import settled

VIEW = "/actions?account_view=The+annual+update"
SHORT = f"{VIEW}&update_length=Summary+on+a+page"
A_PAGE = re.compile(rb"/Type\s*/Page\b")
WIDTHS = (1440, 390)
REST = "document.querySelectorAll('header, nav, footer, main > :not(#page-1)').forEach(each => each.remove())"
"""Takes everything but the summary out of the file."""


def drafted(page):
    page.get_by_role("button", name="Draft the annual update").click()
    expect(page.locator("#promises, #summary").first).to_be_visible()
    return settled(page)


@pytest.fixture(scope="module")
def file(sample_home, tmp_path_factory):
    """Return the address of the update as a file."""
    path = tmp_path_factory.mktemp("update") / "update.html"
    with pytest.MonkeyPatch.context() as here:
        here.setenv("FRONTDOOR_HOME", str(sample_home))
        assert main(["update", "--council", "trentside", "--out", str(path)]) == 0
    return path.as_uri()


@pytest.fixture
def open_file(windows, file):
    """Return a function that opens the file at a width and theme; it fails where the file asks for anything."""
    opened, asked = [], []

    def open_(width=1440, theme="light"):
        page = windows[theme].new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file)
        opened.append(page)
        return page

    yield open_
    for page in opened:
        page.close()
    assert set(asked) == {file}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_draft(open_page, theme):
    page = drafted(open_page(VIEW, theme=theme))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = axe(settled(page))
        assert not found, "\n".join([f"At {width} px:", *map(str, found)])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_the_file(open_file, width, theme):
    found = axe(open_file(width, theme))
    assert not found, "\n".join(map(str, found))


def test_the_file_reflows_on_a_phone(open_file):
    page = open_file(320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    levels = headings(page)
    assert levels[0] == 1
    assert levels.count(1) == 1


def test_a_number_leads_to_where_it_comes_from(open_page):
    page = drafted(open_page(VIEW))
    number = page.locator("#promises .fd-from").first
    place = number.get_attribute("href")
    number.click()
    expect(page.locator(place)).to_be_in_viewport()
    assert page.locator("#promises").count() == 1


def test_the_summary_on_a_page_is_one_side_of_a4(open_page):
    page = drafted(open_page(SHORT))
    assert len(A_PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_the_summary_is_one_side_of_the_file(open_file):
    page = open_file()
    whole = len(A_PAGE.findall(page.pdf(prefer_css_page_size=True)))
    page.evaluate(REST)
    assert len(A_PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1 < whole


def test_the_file_is_handed_out(open_page):
    page = drafted(open_page(VIEW))
    with page.expect_download() as handed:
        page.get_by_role("button", name="Download the update as one file").click()
    assert handed.value.suggested_filename == "invented-annual-update-trentside-2025-26.html"
