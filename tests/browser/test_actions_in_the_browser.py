"""Are actions and commentary reached by keyboard, readable on a phone, and does axe find nothing in them?"""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from accessibility import axe
from playwright.sync_api import expect
from reading import focused, headings, tab_to, too_wide

from frontdoor.periods import Period
from frontdoor.register.actions import ActionEntry, Status, add_action
from frontdoor.register.commentary import About, comment
from frontdoor.register.register import open_register
from tests.pages.small_home import copied_small_home
from tools import server
from tools.page import settled

KEY, MEASURE = "calls_in_60_seconds", "/measures?measure=Calls+answered+within+60+seconds&period=October+2026"
LIST, ONE = "/actions?period=October+2026", "/actions?period=October+2026&action=action_0"
FIGURE = {"value": 0.4, "target": 0.7, "state": "missed", "generation": 1, "doubts": ["“on track”: it is missed."]}
WIDTHS = (1440, 390)


@pytest.fixture(scope="module")
def address(shared_folder, tmp_path_factory):
    """Serve a home of its own with thirty actions and two versions of a commentary."""
    home = copied_small_home(shared_folder, tmp_path_factory.mktemp("actions") / "own")
    now = datetime.now(UTC)
    register = open_register(home / "trentside")
    for number in range(30):
        due = now.date() + timedelta(days=number - 10)
        entry = ActionEntry(f"Action {number}", "Jo Smith", due, Status.UNDER_WAY, KEY, start_date=date(2026, 9, 1))
        add_action(register, f"action_{number}", entry, author="Jo Smith", now=now)
    about, seen = About(KEY, "", Period.month(date(2026, 10, 1))), None
    for words in ("Two posts are vacant.", "We are on track."):
        seen = comment(register, about, words, FIGURE, author="Jo Smith", now=now, seen=seen)
    with server.frontdoor(home) as served:
        yield served


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [LIST, ONE, MEASURE])
def test_axe_finds_nothing_and_nothing_is_too_wide(open_at, address, path, theme):
    page = open_at(address + path, theme=theme)
    if path == MEASURE:
        page.get_by_text("1 earlier version").click()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = axe(settled(page))
        assert not found, "\n".join([f"At {width} px:", *map(str, found)])
    levels = headings(page)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    page.set_viewport_size({"width": 320, "height": 640})  # 1280 px at 400%
    assert not too_wide(settled(page))


def test_a_long_list_is_turned_and_searched(open_at, address):
    page = open_at(address + LIST)
    expect(page.get_by_text("Page 1 of 2; 31 actions in all.")).to_be_visible()
    page.get_by_role("spinbutton", name="Page").fill("2")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Page 2 of 2; 31 actions in all.")).to_be_visible()
    page.get_by_role("textbox", name="Find words in actions").fill("Action 29")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="with “Action 29”")).to_be_visible()


def test_one_action_is_opened_from_the_list_and_left_again(open_at, address):
    page = open_at(address + LIST)
    page.get_by_role("link", name="Action 3", exact=True).click()
    expect(page.get_by_role("heading", name="Every version of it")).to_be_visible()
    expect(page.get_by_role("heading", name="Change this action")).to_be_visible()
    page.get_by_role("link", name="All actions").click()
    expect(page.get_by_role("heading", name="Every version of it")).to_be_hidden()
    page.get_by_role("link", name="Action 4", exact=True).click()
    page.locator(".fd-links").get_by_role("link", name="Calls answered within 60 seconds").first.click()
    expect(page.get_by_role("heading", name="What its owner says")).to_be_visible()


def test_what_contradicts_the_data_is_pointed_out_by_keyboard_alone(open_at, address):
    page = open_at(address + MEASURE)
    page.get_by_role("textbox", name="What you say of it").focus()
    page.keyboard.type("The target was met.")
    tab_to(page, "Keep it")
    assert focused(page).shows
    page.keyboard.press("Enter")
    expect(page.get_by_text("which is missed.").first).to_be_visible()
    tab_to(page, "Keep them all the same")
    assert not axe(settled(page))
