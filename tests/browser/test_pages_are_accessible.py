"""Is every page free of what axe finds, and does it stand the checks that axe cannot make?"""

import re
from itertools import pairwise

import pytest
from accessibility import axe
from playwright.sync_api import expect
from reading import controls, focused, headings, tab_stops, tab_to, too_wide

from tools.page import settled

MONDAYS = "Open+from+8am+on+Mondays"
PAGES = {
    "overview": "/",
    "measure": "/measures",
    "satisfaction": "/satisfaction",
    "complaints": "/complaints",
    "peaks: week": "/peaks",
    "peaks: year": "/peaks?view=The+year",
    "peaks: limit": "/peaks?view=The+limit",
    "peaks: forecast": "/peaks?view=The+forecast",
    "peaks: cover": "/peaks?view=The+cover",
    "peaks: what if": "/peaks?view=What+if",
    "shift": "/shift",
    "shift: stick": "/shift?shift_view=Did+it+stick%3F",
    "shift: needless": "/shift?shift_view=What+need+not+happen",
    "shift: saved": "/shift?shift_view=What+it+saved",
    "shift: left out": "/shift?shift_view=Who+was+left+out",
    "pilots": "/pilots",
    "pilots: verdict": f"/pilots?pilot={MONDAYS}",
    "pilots: before": f"/pilots?pilot={MONDAYS}&pilot_view=Before+it+starts",
    "pilots: running": f"/pilots?pilot={MONDAYS}&pilot_view=Week+by+week",
    "pilots: changed": f"/pilots?pilot={MONDAYS}&pilot_view=What+changed",
    "pilots: moved": f"/pilots?pilot={MONDAYS}&pilot_view=What+only+moved",
    "pilots: people": f"/pilots?pilot={MONDAYS}&pilot_view=Who+used+it",
    "my ward": "/ward",
    "my ward: one": "/ward?my_ward=Ferry+Lane",
    "actions": "/actions",
    "actions: targets": "/actions?account_view=Targets",
    "actions: annual update": "/actions?account_view=The+annual+update",
    "actions: sign-off": "/actions?account_view=Sign-off",
    "actions: plans": "/actions?account_view=Service+plans",
    "packs": "/packs",
    "data": "/data",
}
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
SIZES = ((1920, 1080), (1440, 900), (390, 844))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_at_any_width(open_page, name, theme):
    page = open_page(PAGES[name], width=SIZES[0][0], height=SIZES[0][1], theme=theme)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found = axe(settled(page))
        assert not found, "\n".join([f"At {width} px:", *map(str, found)])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(open_page, theme):
    page = open_page("/measures", theme=theme)
    for name in ("Service All", "Take away", "Measure Calls", "See the table", "What this means"):
        page.get_by_role("button", name=name).first.click()
        found = axe(settled(page))
        assert not found, "\n".join([f"With “{name}” open:", *map(str, found)])
        page.keyboard.press("Escape")
        settled(page)


@pytest.mark.parametrize("name", PAGES)
def test_the_scripted_checks_beside_axe(open_page, name):
    page = open_page(PAGES[name])
    assert_headings_are_nested(headings(page))
    present, stops = controls(page), tab_stops(page)
    reached = {stop.stop for stop in stops}
    assert present <= reached, f"{len(present - reached)} controls cannot be reached with the Tab key"
    unseen = [stop.html for stop in stops if not stop.shows]
    assert not unseen, "\n".join(["The focus cannot be seen on:", *unseen])
    page.set_viewport_size({"width": 320, "height": 640})  # 1280 px at 400%
    assert not too_wide(settled(page))


def assert_headings_are_nested(levels: list[int]) -> None:
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_statuses_and_focus_stay_visible_in_forced_colours(open_page):
    page = open_page("/")
    page.emulate_media(forced_colors="active")
    canvas = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    shapes = page.locator(".fd-shape")
    painted = shapes.evaluate_all("(all) => all.map((each) => getComputedStyle(each).backgroundColor)")
    assert len(painted) > 9
    assert canvas not in painted
    tab_to(page, "Period")
    assert focused(page).shows


def test_the_focus_is_kept_after_a_rerun(open_page):
    page = open_page("/")
    tab_to(page, "Compare")
    page.keyboard.press("Enter")
    page.get_by_text("Period before", exact=True).click()
    settled(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Compare Period before")).to_be_focused()


def test_a_changed_answer_is_announced(open_page):
    page = open_page("/")
    status = page.locator(".st-key-fd-announcing").get_by_role("status")
    expect(status).to_be_empty()
    page.get_by_role("button", name="Compare Last year").click()
    page.get_by_text("Nothing", exact=True).click()
    expect(status).to_contain_text("Compare Nothing. We are keeping")


def test_the_focus_goes_into_a_popover_and_comes_back(open_page):
    page = open_page("/")
    tab_to(page, "Compare")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Compare Last year")).to_be_focused()


def test_a_popover_is_named_by_plain_words(open_page):
    page = open_page("/?service=Waste+and+recycling")
    page.get_by_role("button", name="Service Waste and recycling").click()
    expect(page.get_by_role("dialog")).to_have_accessible_name("Service Waste and recycling")


def test_a_picture_carries_its_takeaway(open_page):
    page = open_page("/measures")
    figures = page.get_by_role("figure")
    assert figures.count() >= 2
    for figure in figures.all():
        sentence = figure.get_attribute("aria-label")
        assert page.locator("p.fd-sentence").get_by_text(sentence, exact=True).count() == 1
        assert figure.locator("svg").first.evaluate("(svg) => Boolean(svg.closest('[aria-hidden=true]'))")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_words_of_a_main_button_stand_out(open_page, theme):
    page = open_page("/peaks?view=The+cover", theme=theme)
    button = page.get_by_role("button", name="Find a better rota")
    colours = button.evaluate(
        "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e.querySelector('p')).color]"
    )
    light, dark = sorted((luminance(colour) for colour in colours), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST


def luminance(colour: str) -> float:
    """Return the relative luminance of 'rgb(18, 67, 109)' (WCAG 2.2)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
