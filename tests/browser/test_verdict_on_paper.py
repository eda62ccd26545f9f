"""Does a pilot's verdict print on one side of A4, whatever the screen shows, and come back to the screen unharmed?"""

import re

import pytest

PILOTS = ("Open+from+8am+on+Mondays", "Messages+about+bin+days", "Tell+people+what+happens+next+in+planning")
A_PAGE = re.compile(rb"/Type\s*/Page\b")
ADDRESS = "/pilots?pilot="


def printed(page):
    """Return the page as a PDF, as the browser's own printing makes it."""
    return page.pdf(prefer_css_page_size=True)


@pytest.mark.parametrize("pilot", PILOTS)
def test_a_verdict_fits_one_side_of_a4(open_page, pilot):
    assert len(A_PAGE.findall(printed(open_page(ADDRESS + pilot)))) == 1


def test_pictures_come_back_as_they_were(open_page):
    page = open_page(ADDRESS + PILOTS[0])
    shown = "() => [...document.querySelectorAll('svg.main-svg')].map((each) => [each.getAttribute('viewBox'), each.clientWidth])"
    before = page.evaluate(shown)
    assert before
    printed(page)
    assert page.evaluate(shown) == before


def test_on_paper_the_dark_is_light(open_page):
    page = open_page(ADDRESS + PILOTS[0], theme="dark")
    ink = "getComputedStyle(document.querySelector('.fd-answer')).color"
    lines = "getComputedStyle(document.querySelector('.js-line')).stroke"
    dark = page.evaluate(f"() => [{ink}, {lines}]")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(f"([text, line]) => {ink} !== text && {lines} !== line", arg=dark)
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"([text, line]) => {ink} === text && {lines} === line", arg=dark)


def test_the_button_prints_the_page(open_page):
    page = open_page(ADDRESS + PILOTS[0])
    page.evaluate("() => { window.print = () => { window.hasPrinted = true; }; }")
    page.get_by_role("button", name="Print this page").click()
    assert page.evaluate("() => window.hasPrinted")


def test_nothing_that_can_only_be_pressed_is_on_paper(open_page):
    page = open_page(ADDRESS + PILOTS[0])
    page.emulate_media(media="print")
    hidden = page.locator(".fd-tools, .fd-crumbs, .st-key-fd-views, .st-key-fd-filters, [data-testid=stHeader]")
    assert hidden.count() >= 5
    assert not any(hidden.nth(place).is_visible() for place in range(hidden.count()))
