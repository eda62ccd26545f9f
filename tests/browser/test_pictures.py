"""Charts: kept between runs, followed by theme, width and keys, and never missed where a script fails."""

import re

import pytest
from accessibility import axe
from playwright.sync_api import Page, expect

from tools.page import settled

FIRST = ".fd-picture >> nth=0"
MARK_NODES = """
() => document.querySelectorAll('.fd-picture > div').forEach((node, index) => { node.keptMark = index; })
"""
MARKED = "() => [...document.querySelectorAll('.fd-picture > div')].map((node) => node.keptMark ?? null)"
AS_WIDE = """
() => [...document.querySelectorAll('.fd-picture')].every(
    (each) => Math.abs(each.clientWidth - each.querySelector('.main-svg').clientWidth) <= 1)
"""
PAINTED = """
() => getComputedStyle(document.querySelector('.fd-picture .scatterlayer .trace:last-child .lines path')).stroke
"""


def choose(page: Page, popover: str, words: str) -> None:
    page.get_by_role("button", name=popover).click()
    page.get_by_text(words, exact=True).click()
    settled(page)
    page.keyboard.press("Escape")
    settled(page)


def choose_period(page: Page, words: str) -> None:
    page.get_by_role("button", name="Period").click()
    page.get_by_role("combobox", name="Period").click()
    page.get_by_role("option", name=words, exact=True).click()
    settled(page)
    page.keyboard.press("Escape")
    settled(page)


def test_a_changed_filter_draws_on_the_same_nodes_and_each_chart_once(open_page):
    page = open_page("/measures")
    before = page.locator(".fd-picture").evaluate_all("(all) => all.map((each) => each.dataset.drawing)")
    page.evaluate(MARK_NODES)
    choose_period(page, "September 2026")
    after = page.locator(".fd-picture").evaluate_all("(all) => all.map((each) => each.dataset.drawing)")
    assert set(before).isdisjoint(after)
    assert page.evaluate(MARKED) == list(range(len(after)))
    for picture in page.locator(".fd-picture").all():
        assert picture.locator("> div").count() == 1
        assert picture.locator(".plot-container").count() == 1


def test_the_colours_follow_the_theme_without_a_reload(open_page):
    page = open_page("/measures")
    page.evaluate("() => { window.sameDocument = true; }")
    light = page.evaluate(PAINTED)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"(light) => ({PAINTED})() !== light", arg=light)
    assert (light, page.evaluate(PAINTED)) == ("rgb(18, 67, 109)", "rgb(143, 193, 238)")
    assert page.evaluate("window.sameDocument")


def test_forced_colours_are_used_in_charts(open_page):
    page = open_page("/measures")
    before = page.evaluate(PAINTED)
    page.emulate_media(forced_colors="active")
    page.wait_for_function(f"(before) => ({PAINTED})() !== before", arg=before)
    assert page.evaluate(PAINTED) == page.evaluate("() => getComputedStyle(document.querySelector('h1')).color")


@pytest.mark.parametrize("width", [320, 390, 820])
def test_a_picture_is_as_wide_as_its_card_and_moves_nothing_when_it_is_drawn(open_page, width):
    page = open_page("/measures", width=width, height=844)
    for picture in page.locator(".fd-picture").all():
        place, drawn = picture.bounding_box(), picture.locator(".main-svg").first.bounding_box()
        assert abs(place["width"] - drawn["width"]) <= 1
        assert abs(place["height"] - drawn["height"]) <= 1


def test_a_picture_follows_its_place(open_page):
    page = open_page("/measures", width=1440)
    page.set_viewport_size({"width": 1000, "height": 900})
    page.wait_for_function(AS_WIDE)


def test_points_are_read_by_keys_and_said_aloud(open_page):
    page = open_page("/measures")
    picture = page.locator(FIRST)
    picture.focus()
    page.keyboard.press("End")
    status = page.locator(".st-key-fd-pictures").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^October 2026: \d"))
    expect(picture.locator(".hoverlayer")).to_contain_text("October 2026")
    page.keyboard.press("ArrowLeft")
    expect(status).to_have_text(re.compile(r"^September 2026: \d"))
    page.keyboard.press("Escape")
    expect(picture.locator(".hoverlayer .hovertext")).to_have_count(0)


def test_a_map_is_read_cell_by_cell_along_its_days_and_between_them(open_page):
    page = open_page("/peaks")
    picture = page.locator(FIRST)
    picture.focus()
    page.keyboard.press("Home")
    status = page.locator(".st-key-fd-pictures").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^Monday, 9am to 9:30am: \d"))
    page.keyboard.press("ArrowRight")
    expect(status).to_have_text(re.compile(r"^Monday, 9:30am to 10am: \d"))
    page.keyboard.press("ArrowDown")
    expect(status).to_have_text(re.compile(r"^Tuesday, 9:30am to 10am: \d"))
    expect(picture.locator(".hoverlayer")).to_contain_text("Tuesday, 9:30am to 10am")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    expect(status).to_have_text(re.compile(r"^Monday, 9am to 9:30am: \d"))
    page.keyboard.press("ArrowUp")  # there is no row above the first
    expect(status).to_have_text(re.compile(r"^Monday, 9am to 9:30am: \d"))


def test_the_numbers_of_a_map_are_drawn_and_plotly_has_nothing_to_warn_of(windows, frontdoor_address):
    page = windows["light"].new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(frontdoor_address + "/peaks")
    expect(page.locator(FIRST).locator(".bartext").first).to_be_visible()
    assert not [words for words in said if "color" in words]
    page.close()


def test_a_point_says_its_words_when_it_is_pointed_at(open_page):
    page = open_page("/measures")
    page.locator(FIRST).locator(".points path").last.hover(force=True)
    expect(page.locator(FIRST).locator(".hoverlayer")).to_contain_text("October 2026")


def test_the_sentence_the_table_and_the_meaning_stay_where_no_chart_can_be_drawn(windows, frontdoor_address):
    page = windows["light"].new_page()
    page.route("**/drawing/**", lambda route: route.abort())
    page.goto(frontdoor_address + "/measures")
    expect(page.locator("p.fd-sentence").first).to_be_visible()
    expect(page.get_by_role("figure").first).to_be_visible()
    page.get_by_role("button", name="See the table").first.click()
    expect(page.get_by_role("table").locator("visible=true").first.get_by_role("row").nth(1)).to_be_visible()
    page.close()


def test_where_plotly_cannot_be_had_the_place_says_so(windows, frontdoor_address):
    page = windows["light"].new_page()
    page.route("**/plotly-*", lambda route: route.abort())
    page.goto(frontdoor_address + "/measures")
    expect(page.locator(".fd-picture[data-failed]").first).to_be_attached()
    said = page.locator(FIRST).evaluate("(place) => getComputedStyle(place, '::after').content")
    assert "Its figures are in the table." in said
    page.close()


def test_charts_survive_pages_and_a_lost_connection(open_page):
    page = open_page("/measures")
    page.get_by_test_id("stTopNav").get_by_role("link", name="Promises", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Are we keeping our promises?")
    page.get_by_test_id("stTopNav").get_by_role("link", name="Measures", exact=True).click()
    expect(page.locator(".fd-picture .main-svg").first).to_be_visible()
    settled(page)
    page.evaluate(MARK_NODES)
    page.context.set_offline(True)
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-connection-state", "CONNECTED")
    settled(page)
    assert None not in page.evaluate(MARKED)


def test_what_opens_under_a_chart_closes_with_escape_and_gives_the_focus_back(open_page):
    page = open_page("/measures", width=390, height=844)
    button = page.get_by_role("button", name="See the table").first
    button.focus()
    page.keyboard.press("Enter")
    table = page.locator(".fd-popover:popover-open")
    expect(table).to_be_visible()
    box = table.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert not axe(page)
    page.keyboard.press("Tab")
    expect(table.get_by_role("group", name="The table")).to_be_focused()
    page.keyboard.press("Escape")
    expect(table).to_have_count(0)
    expect(button).to_be_focused()
