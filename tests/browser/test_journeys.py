"""Can a person get from a question to its proof, by mouse, by keyboard and on a phone?"""

import csv
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, WebSocketRoute, expect
from reading import tab_to

from tools.page import open_settled, settled

QUERY = {"service": ["Council tax"], "period": ["September 2026"]}


def expect_query(page: Page, wanted: dict[str, list[str]]) -> None:
    """Wait until the address holds just this; it is put back a moment after the page has settled."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == wanted)


def test_from_a_promise_to_its_numbers_and_back_with_the_same_filters(open_page):
    page = open_page("/?service=Council+tax&period=September+2026")
    wait = page.get_by_role("row", name="Average wait for an answer")
    value = wait.get_by_role("cell").nth(1).inner_text()
    wait.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How are we doing on “average wait for an answer”?")
    settled(page)
    assert urlsplit(page.url).path == "/measures"
    expect_query(page, {**QUERY, "measure": ["Average wait for an answer"]})
    expect(page.get_by_role("button", name="Service Council tax")).to_be_visible()
    expect(page.locator(".fd-facts dd").first).to_have_text(value)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Are we keeping our promises?")
    expect(page.get_by_role("button", name="Period September 2026")).to_be_visible()
    settled(page)
    expect_query(page, QUERY)


def test_from_the_library_of_pilots_to_a_verdict_its_other_views_and_back(open_page):
    page = open_page("/pilots")
    page.get_by_role("link", name="Messages about bin days").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Messages about bin days")
    settled(page)
    expect_query(page, {"pilot": ["Messages about bin days"]})
    page.get_by_role("radiogroup", name="View").get_by_role("radio", name="What changed").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What changed?")
    settled(page)
    expect_query(page, {"pilot": ["Messages about bin days"], "pilot_view": ["What changed"]})
    page.get_by_role("link", name="Pilots", exact=True).last.click()
    expect(page.get_by_role("link", name="Open from 8am on Mondays", exact=True)).to_be_visible()


def test_a_link_is_left_by_only_when_the_server_has_heard_what_it_names(open_page, frontdoor_address):
    held: list[str | bytes] = []
    line: list[WebSocketRoute] = []
    is_held = False

    def keep(message: str | bytes) -> None:
        if is_held:
            held.append(message)
        else:
            line[-1].send(message)

    def through_us(route: WebSocketRoute) -> None:
        line.append(route.connect_to_server())
        route.on_message(keep)

    page = open_page("/")
    page.route_web_socket("**/_stcore/stream", through_us)
    open_settled(page, f"{frontdoor_address}/")
    is_held = True
    page.get_by_role("link", name="Average wait for an answer").click()
    page.wait_for_timeout(500)
    assert len(held) == 1
    assert urlsplit(page.url).path == "/"
    is_held = False
    line[-1].send(held[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("How are we doing on “average wait for an answer”?")


def test_the_file_holds_what_the_table_shows(open_page, tmp_path):
    page = open_page("/measures?measure=Average+wait+for+an+answer")
    card = page.locator("#fd-card-average_wait-trend")
    card.get_by_role("button", name="See the table").click()
    table = page.get_by_role("table", name="Average wait").last
    expect(table.get_by_role("row")).to_have_count(25)
    shown = [row.locator("th, td").all_inner_texts() for row in table.get_by_role("row").all()]
    page.keyboard.press("Escape")
    with page.expect_download() as arrived:
        card.get_by_role("button", name="Download CSV").click()
    arrived.value.save_as(tmp_path / "trend.csv")
    with (tmp_path / "trend.csv").open(newline="", encoding="utf-8") as file:
        *rows, stamps = zip(*csv.reader(file), strict=True)
    assert [[cell or "–" for cell in row] for row in zip(*rows, strict=True)] == shown
    assert stamps == ("Note", *["Invented figures"] * 24)
    assert arrived.value.suggested_filename.startswith("invented-")


def test_a_service_is_chosen_by_keyboard_alone(open_page):
    page = open_page("/")
    before = page.locator(".fd-name .fd-small").first.inner_text()
    tab_to(page, "Service")
    page.keyboard.press("Enter")
    services = page.get_by_role("combobox", name="Service")
    expect(services).to_be_visible()
    page.keyboard.press("Tab")
    expect(services).to_be_focused()
    page.keyboard.type("Council tax")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Service Council tax")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(services).to_be_hidden()
    settled(page)
    expect_query(page, {"service": ["Council tax"]})
    expect(page.locator(".fd-name .fd-small").first).not_to_have_text(before)
    expect(page.get_by_role("button", name="Service Council tax")).to_be_focused()


def test_filters_are_put_back_with_one_button(open_page):
    page = open_page("/?service=Council+tax&service=Housing&compare=Nothing")
    expect(page.get_by_role("button", name="Service 2 chosen")).to_be_visible()
    page.get_by_role("button", name="Reset filters").click()
    expect(page.get_by_role("button", name="Service All")).to_be_visible()
    settled(page)
    expect_query(page, {})


def test_a_phone_has_one_popover_for_all_filters(open_page):
    page = open_page("/", width=390, height=844)
    page.get_by_role("button", name="Filters October 2026, all services").click()
    page.get_by_role("combobox", name="Period").click()
    page.get_by_role("option", name="September 2026", exact=True).click()
    expect(page.get_by_role("button", name="Filters September 2026, all services")).to_be_visible()
    page.keyboard.press("Escape")
    settled(page)
    expect_query(page, {"period": ["September 2026"]})
    expect(page.get_by_role("columnheader", name="September 2026")).to_be_attached()


def test_a_link_with_two_services_opens_with_both(open_page):
    page = open_page("/?service=Council+tax&service=Housing")
    link = page.get_by_role("link", name="Calls answered within 60 seconds")
    fresh = open_page("/" + link.get_attribute("href").removeprefix("./"))
    expect(fresh.get_by_role("button", name="Service 2 chosen")).to_be_visible()


def test_a_survey_question_is_opened_from_the_table_and_stays_in_the_address(open_page):
    page = open_page("/satisfaction?service=Council+tax")
    table = page.get_by_role("table", name="What we ask")
    table.get_by_role("link", name="Would recommend us").click()
    expect(page.locator(".fd-answer")).to_contain_text("The net promoter score was")
    expect(page.get_by_role("button", name="Question Would recommend us")).to_be_visible()
    settled(page)
    expect_query(page, {"service": ["Council tax"], "question": ["Would recommend us"]})
    expect(page.get_by_role("heading", level=2).first).to_contain_text("How likely are you to speak well of us")


def test_from_a_stage_of_complaints_to_its_measure_with_the_same_number(open_page):
    page = open_page("/complaints?period=September+2026")
    stage = page.get_by_role("table", name="Complaints acknowledged").get_by_role("row", name="Answered at stage 1")
    value = stage.locator(".fd-value b").inner_text()
    stage.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("complaints answered on time")
    expect(page.locator(".fd-facts dd").first).to_have_text(value)
    expect(page.get_by_role("button", name="Period September 2026")).to_be_visible()


def test_the_working_days_of_answers_are_read_with_the_arrow_keys(open_page):
    page = open_page("/complaints")
    chart = page.locator("#fd-card-complaint-days").get_by_role("figure")
    chart.locator("svg").first.wait_for()
    chart.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-fd-pictures").get_by_role("status")).to_contain_text("0 to 5: ")


def test_a_view_of_demand_peaks_is_chosen_by_keyboard_alone(open_page):
    page = open_page("/peaks")
    views = page.get_by_role("radiogroup", name="View")
    views.get_by_role("radio", name="The week").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Which days of the year are not like the others?")
    settled(page)
    expect_query(page, {"view": ["The year"]})


def test_from_the_cover_to_what_another_hour_would_do_by_one_click(open_page):
    page = open_page("/peaks?view=The+cover")
    page.get_by_role("link", name="What if we opened Mondays 8am to 9am?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What if we changed something?")
    expect(page.locator(".fd-answer")).to_contain_text("Opening Mondays 8am to 9am")
    people = page.get_by_role("spinbutton", name="Advisers added")
    people.fill("3")
    people.press("Enter")
    expect(page.get_by_label("Added on")).to_be_visible()
    expect(page.locator(".fd-answer")).to_contain_text("3 advisers")


def test_a_better_rota_is_found_and_its_shifts_come_as_a_file(open_page, tmp_path):
    page = open_page("/peaks?view=The+cover")
    page.get_by_role("button", name="Find a better rota").click()
    card = page.locator("#fd-card-rota-shifts")
    expect(card).to_be_visible()
    settled(page)
    with page.expect_download() as arrived:
        card.get_by_role("button", name="Download CSV").click()
    arrived.value.save_as(tmp_path / "shifts.csv")
    with (tmp_path / "shifts.csv").open(newline="", encoding="utf-8") as file:
        heads, *rows = csv.reader(file)
    assert {"Day", "Start", "End"} <= set(heads)
    assert len(rows) > 5
