"""Can an officer declare a pilot with the keyboard alone, and does axe find nothing in the form?"""

import pytest
from accessibility import axe
from playwright.sync_api import expect
from reading import focused, tab_to, too_wide

from tools.page import settled

BUTTON, HEADING, CHECK = "Declare or change a pilot", "Declare a pilot before it starts", "Check the plan"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_form_or_in_what_is_wrong_with_it(open_page, theme):
    page = open_page("/pilots", theme=theme)
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("heading", name=HEADING)).to_be_visible()
    page.get_by_role("button", name="Add what must not get worse").click()
    page.get_by_role("button", name=CHECK).click()
    expect(
        page.get_by_text("The plan cannot be entered yet. Title: This is missing and must be given.")
    ).to_be_visible()
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        found = axe(settled(page))
        assert not found, "\n".join([f"At {width} px:", *map(str, found)])
    page.set_viewport_size({"width": 320, "height": 640})  # 1280 px at 400%
    assert not too_wide(settled(page))


def test_the_form_is_opened_filled_and_checked_by_keyboard(open_page):
    page = open_page("/pilots")
    tab_to(page, BUTTON)
    assert focused(page).shows
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=HEADING)).to_be_visible()
    settled(page)
    for label, words in (("Title", "Open on Saturdays"), ("What changes", "The counter opens.")):
        page.get_by_role("textbox", name=label).focus()
        page.keyboard.type(words)
        page.keyboard.press("Tab")
        settled(page)
    expect(page.get_by_text("4 of 8 needed parts. Still needed: why, where it was decided")).to_be_visible()
    page.get_by_role("button", name=CHECK).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The plan cannot be entered yet. Why: This is missing and must be given.")).to_be_visible()
