"""Can an officer load a file, see what became of every row, show the new figures when ready, and take the load back?"""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.pages.canonical_file import CONTACTS_A_DAY, HOSTILE, write_contacts
from tests.pages.small_home import copied_small_home
from tools import server
from tools.page import settled

BAD_ROWS = 3
WITHIN_30_SECONDS = 30_000
BEFORE, AFTER = "Figures to 2 November 2026.", "Figures to 4 November 2026."


@pytest.fixture(scope="module")
def address(shared_folder, tmp_path_factory):
    home = copied_small_home(shared_folder, tmp_path_factory.mktemp("loading") / "home")
    with server.frontdoor(home) as answering:
        yield answering


@pytest.fixture
def file(tmp_path):
    """Return a file of two days, whose name is mark-up."""
    name = tmp_path / "**two** days <i>&amp; ![x](y).csv"
    return write_contacts(name, date(2026, 11, 3), 2, name="E", bad_rows=BAD_ROWS)


def load(page: Page, file) -> None:
    page.locator("input[type=file]").set_input_files(file)
    button = page.get_by_role("button", name="Load", exact=True)
    expect(button).to_be_enabled()
    button.click()


def test_a_load_from_upload_to_undo_with_a_reader_watching(open_at, address, file, tmp_path):
    reader, officer = open_at(address), open_at(f"{address}/data")
    expect(reader.get_by_text(BEFORE)).to_be_visible()

    load(officer, file)
    expect(officer.get_by_role("progressbar")).to_be_visible()
    read, loaded = 2 * CONTACTS_A_DAY + BAD_ROWS, 2 * CONTACTS_A_DAY
    words = f"Read {read} rows: {loaded} loaded, 0 corrected, 0 unchanged, {BAD_ROWS} rejected, 0 duplicates."
    expect(officer.get_by_text(words)).to_be_visible()
    with officer.expect_download() as arrived:
        officer.get_by_role("button", name="Download the rejected rows").click()
    arrived.value.save_as(tmp_path / "rejects.csv")
    head, *rejected = (tmp_path / "rejects.csv").read_text(encoding="utf-8").splitlines()
    assert head == "line,column,value,reason"
    first_bad_line = loaded + 2
    assert [line.split(",")[:3] for line in rejected] == [
        [str(first_bad_line + number), "started_at", "2026-02-30 10:00"] for number in range(BAD_ROWS)
    ]

    show = reader.get_by_role("button", name="show them")
    expect(show).to_be_visible(timeout=WITHIN_30_SECONDS)
    expect(reader.get_by_text(BEFORE)).to_be_visible()
    show.click()
    expect(reader.get_by_text(AFTER)).to_be_visible()
    expect(show).to_be_hidden()

    expect(officer.get_by_text(BEFORE)).to_be_visible()
    officer.get_by_role("button", name="show them").click()
    expect(officer.get_by_role("rowheader", name="3", exact=True)).to_be_visible()
    take_back_the_newest(officer)
    reader.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # as when a reader comes back to the page
    expect(show).to_be_visible(timeout=WITHIN_30_SECONDS)
    expect(reader.get_by_text(AFTER)).to_be_visible()
    show.click()
    expect(reader.get_by_text(BEFORE)).to_be_visible()


def take_back_the_newest(officer: Page) -> None:
    settled(officer)
    officer.get_by_text("Yes, take it back. Later loads stay.").click()
    button = officer.get_by_role("button", name="Take back")
    expect(button).to_be_enabled()
    button.click()
    expect(officer.get_by_text("Load 3 is taken back.")).to_be_visible()


def test_a_file_that_was_loaded_before_is_refused_politely(open_at, address, shared_folder):
    officer = open_at(f"{address}/data")
    load(officer, shared_folder / "small" / "first.csv")
    expect(officer.get_by_role("alert")).to_contain_text("this very file was loaded before, as first.csv (load 1).")
    expect(officer.get_by_role("button", name="Load", exact=True)).to_be_enabled()


def test_a_file_that_is_no_table_is_refused_politely(open_at, address, tmp_path):
    picture = tmp_path / "picture.csv"
    picture.write_bytes(bytes(range(256)) * 8)
    officer = open_at(f"{address}/data")
    load(officer, picture)
    expect(officer.get_by_role("alert")).to_contain_text("picture.csv:")


def test_a_load_goes_on_when_the_officer_looks_elsewhere(open_at, address, tmp_path):
    officer = open_at(f"{address}/data")
    load(officer, write_contacts(tmp_path / "later.csv", date(2026, 11, 5), 1, name="F"))
    expect(officer.get_by_role("progressbar")).to_be_visible()
    officer.get_by_role("link", name="Promises").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Are we keeping our promises?")
    officer.get_by_role("link", name="Data", exact=True).click()
    expect(officer.get_by_text(f"Read {CONTACTS_A_DAY} rows: {CONTACTS_A_DAY} loaded")).to_be_visible()


def test_a_hostile_service_is_only_words_also_in_charts_and_filters(open_at, address):
    page = open_at(f"{address}/measures?measure=Contacts")
    expect(page.locator(".main-svg").get_by_text("http://").first).to_be_visible()
    page.get_by_role("button", name="Service All").click()
    page.get_by_role("combobox", name="Service").click()
    option = page.get_by_role("option").filter(has_text="stranger.invalid")
    expect(option).to_have_text(HOSTILE)
    option.click()
    settled(page)
    expect(page.get_by_text(f"Service {HOSTILE}")).to_be_visible()
    assert page.locator("[src^='http://stranger'], [href^='http://stranger']").count() == 0
