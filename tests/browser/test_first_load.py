"""Can a council that has loaded nothing yet begin on the Data page, with public figures that nobody calls invented?"""

import pytest
from accessibility import axe
from playwright.sync_api import expect

from tests.pages.public_file import CASES, write_public_requests
from tools import server
from tools.page import settled


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with server.frontdoor(tmp_path_factory.mktemp("empty"), FRONTDOOR_COUNCIL="boston") as answering:
        yield answering


def test_the_first_file_is_loaded_on_the_page(open_at, address, tmp_path):
    page = open_at(address)
    expect(page.get_by_text("We can’t say yet: no figures have been loaded.")).to_be_visible()
    assert not axe(page)
    page.get_by_role("link", name="Data", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What figures do we hold?")
    assert not axe(settled(page))

    page.get_by_role("combobox", name="Which export is it?").click()
    page.get_by_role("option", name="Boston 311 requests, 2015").click()
    page.locator("input[type=file]").set_input_files(write_public_requests(tmp_path / "requests.csv"))
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_text(f"Read {CASES} rows: {CASES} loaded")).to_be_visible()
    expect(page.get_by_text(f"We hold {CASES - CASES // 4} records from 1 source")).to_be_visible()
    expect(page.get_by_text("“New figures: show them”")).to_have_count(0)

    page.get_by_role("link", name="Promises", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Are we keeping our promises?")
    expect(page.get_by_text("Public data of the City of Boston (PDDL)")).to_be_visible()
    assert page.get_by_text("Invented figures").count() == 0
    assert not axe(settled(page))
