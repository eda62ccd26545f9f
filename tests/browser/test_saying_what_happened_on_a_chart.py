"""Is what happened entered on a chart in two clicks and by keyboard, marked at once, taken back, and accessible throughout?"""

import pytest
from accessibility import axe
from playwright.sync_api import expect
from reading import focused, tab_to, too_wide

from tests.pages.small_home import copied_small_home
from tools import server
from tools.page import settled

BUTTON, LABEL = "Add what happened", "What happened"
PAGE = "/measures?measure=Contacts"


@pytest.fixture(scope="module")
def address(shared_folder, tmp_path_factory):
    with server.frontdoor(copied_small_home(shared_folder, tmp_path_factory.mktemp("happened") / "home")) as at:
        yield at


def form(page):
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox", name=LABEL)).to_be_visible()
    return dialog


def test_two_clicks_and_the_words_put_it_on_the_chart_and_one_takes_it_off(open_at, address):
    page = open_at(f"{address}{PAGE}")
    page.get_by_role("button", name=BUTTON).click()
    dialog = form(page)
    dialog.get_by_role("textbox", name=LABEL).fill("System <b>down</b>")
    dialog.get_by_role("textbox", name="Your name").fill("Jo Smith")
    dialog.get_by_role("button", name="Save").click()
    said = page.get_by_text("On the charts: System <b>down</b>, 1 October 2026, every service.")
    expect(said).to_be_visible()
    expect(page.locator("#fd-card-contacts-trend svg").get_by_text("System <b>down</b>").first).to_be_visible()
    assert not axe(settled(page))
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken off the charts.")).to_be_visible()
    expect(page.locator("#fd-card-contacts-trend svg").get_by_text("System")).to_have_count(0)


def test_it_is_opened_filled_and_saved_by_keyboard_and_the_name_is_remembered(open_at, address):
    page = open_at(f"{address}{PAGE}")
    tab_to(page, BUTTON)
    assert focused(page).shows
    page.keyboard.press("Enter")
    dialog = form(page)
    dialog.get_by_role("textbox", name=LABEL).focus()
    page.keyboard.type("Storm")
    dialog.get_by_role("textbox", name="Your name").focus()
    page.keyboard.type("Jo Smith")
    page.keyboard.press("Enter")
    expect(page.get_by_text("On the charts: Storm")).to_be_visible()
    page.get_by_role("button", name=BUTTON).click()
    expect(form(page).get_by_role("textbox", name="Your name")).to_have_value("Jo Smith")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_form(open_page, theme):
    page = open_page(PAGE, theme=theme)
    page.get_by_role("button", name=BUTTON).click()
    dialog = form(page)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_text("is empty")).to_be_visible()
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        found = axe(settled(page))
        assert not found, "\n".join([f"At {width} px:", *map(str, found)])


def test_the_form_fits_a_page_at_400_percent(open_page):
    page = open_page(PAGE, width=320, height=640)  # 1280 px at 400%
    page.get_by_role("button", name=BUTTON).click()
    form(page)
    assert not too_wide(settled(page))
