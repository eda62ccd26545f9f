"""Can a councillor on a phone get from a postcode to a ward, and read its map with keys alone?"""

from playwright.sync_api import expect

from tools.page import settled

PHONE = {"width": 390, "height": 844}


def test_a_postcode_leads_to_councillors_on_a_phone(open_page):
    page = open_page("/ward", **PHONE)
    page.get_by_label("Postcode").fill(" zz1  0aa")
    page.keyboard.press("Enter")
    expect(page.get_by_text("ZZ1 0AA is in Abbey Meadow.")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Councillors for Abbey Meadow")).to_be_in_viewport()
    councillor = page.locator(".fd-councillors li").first
    assert councillor.get_by_role("link").nth(0).get_attribute("href").startswith("mailto:")
    assert councillor.get_by_role("link").nth(1).get_attribute("href").startswith("tel:")
    assert "0aa" not in page.url.lower()


def test_the_arrow_keys_read_each_ward_of_the_map(open_page):
    page = open_page("/ward?my_ward=Ferry+Lane")
    settled(page)
    page.locator('[data-figure="wards"]').focus()
    status = page.locator("p.unseen[role=status]")
    said = set()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
        said.add(status.last.text_content().partition(":")[0])
    assert {"Ferry Lane", "Abbey Meadow", "Saddlers Road"} <= said
    assert len(said) == 20
