"""Does a slide fill the screen and no more, and can it be worked by keys, clicker, finger and screen reader?"""

import re
from dataclasses import replace

import pytest
from accessibility import axe
from playwright.sync_api import Browser, Page, expect

from frontdoor.charts.drawing import DRAWN_BY
from frontdoor.packs.frozen import sealed
from frontdoor.packs.pack import Aside, Cell, PackTable
from frontdoor.packs.present.present import present
from tests.unit.charts.figures import FIGURES, bars
from tests.unit.packs.example_pack import PAGE, TABLE, example_pack, with_figures
from tools.page import settled

LONGEST = "Hundertwasserstraßenbahnhaltestellenverordnungsänderungsantrag"
SCREENS = ((1920, 1080), (1366, 768), (1024, 768), (1280, 800))
LEAST_TITLE, LEAST_WORDS = 36, 23.9  # pixels of a screen of 1920 by 1080; names of no real service are smaller
WORDS = "Every caller who waited longer than a minute was asked afterwards whether they would ring again or write."
OUTSIDE = """
() => {
  const slide = document.querySelector('.fd-slide:not([hidden])');
  const foot = slide.querySelector('.fd-foot').getBoundingClientRect();
  const cut = [...slide.querySelectorAll('*')].filter((each) => !each.closest('svg, .fd-unseen, .fd-foot p'))
    .filter((each) => { const box = each.getBoundingClientRect(); return box.width > 0
      && (box.right > innerWidth + 1 || (!each.closest('.fd-foot') && box.bottom > foot.top + 1) || box.bottom > innerHeight + 1); });
  const scrolls = [document.documentElement, slide].some((each) => each.scrollHeight > each.clientHeight + 1);
  return [...(scrolls ? ['it scrolls'] : []), ...cut.map((each) => each.outerHTML.slice(0, 160))];
}
"""
SMALLEST_TYPE = """
() => {
  const slide = document.querySelector('.fd-slide:not([hidden])');
  const size = (each) => parseFloat(getComputedStyle(each).fontSize) / Math.min(innerWidth / 1920, innerHeight / 1080);
  const words = [...slide.querySelectorAll('.fd-lead, .fd-words, td, tbody th, .fd-facts dt, .fd-facts p, .fd-sub')];
  return [size(slide.querySelector('h1')), Math.min(24, ...words.map(size))];
}
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> str:
    """Return the address of a deck with every kind of picture, long names, a long table and many words."""
    figures = [
        with_figures(replace(FIGURES[kind], headline=f"Of {kind}"), key=kind, title=f"Of {kind}") for kind in DRAWN_BY
    ]
    rows = tuple((Cell(f"{LONGEST} {at}"), *map(Cell, ("62%", WORDS, "Missed"))) for at in range(12))
    awkward = replace(
        PAGE, key="awkward", title=f"{LONGEST} and {WORDS} {WORDS}", lead=f"{WORDS} {WORDS}", facts=PAGE.facts * 3,
        tables=(TABLE, PackTable("long", "Of long names", ("Service", "Share", "Why", "Status"), rows)),
        asides=(Aside("What to know", (WORDS,) * 9), *PAGE.asides),
        figures=(bars([(f"{LONGEST} {at}", 0.1, False) for at in range(40)], headline=WORDS, subtitle=WORDS),),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("present") / "deck.html"
    path.write_bytes(present(sealed(example_pack(PAGE, awkward, *figures))))
    return path.as_uri()


@pytest.fixture
def open_deck(chromium: Browser, file: str):
    """Return a function that opens the deck with no network; in the end nothing must have been asked for or refused."""
    windows, troubles = [], []

    def open_(width: int = 1366, height: int = 768, at: int = 1, **how) -> Page:
        how = {"reduced_motion": "reduce", **how}
        windows.append(chromium.new_context(viewport={"width": width, "height": height}, offline=True, **how))
        page = windows[-1].new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(f"{file}#{at}")
        return page

    yield open_
    for window in windows:
        window.close()
    assert not troubles, "\n".join(troubles)


def many(page: Page) -> int:
    return page.locator(".fd-slide").count()


def at(page: Page, number: int) -> None:
    """Wait until a slide is shown, counted and said."""
    expect(page.locator(".fd-count")).to_have_text(f"{number} of {many(page)}")
    title = page.locator(".fd-slide:not([hidden])").get_attribute("data-title")
    expect(page.locator(".fd-deck > [role=status]")).to_have_text(f"Slide {number} of {many(page)}: {title}")


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_every_slide_fills_the_screen_and_nothing_is_outside_it_or_too_small(open_deck, width, height):
    page = open_deck(width, height)
    for number in range(1, many(page) + 1):
        at(page, number)
        assert page.evaluate(OUTSIDE) == [], number
        title, words = page.evaluate(SMALLEST_TYPE)
        is_awkward = page.locator(".fd-slide:not([hidden])").get_attribute("data-key").startswith("awkward")
        assert is_awkward or (title >= LEAST_TITLE and words >= LEAST_WORDS), number
        page.keyboard.press("PageDown")


def test_keys_of_a_keyboard_and_a_clicker_step_jump_and_count(open_deck):
    page = open_deck()
    last = many(page)
    for key, number in (
        ("PageDown", 2), ("ArrowRight", 3), ("ArrowDown", 4), (" ", 5), ("Enter", 6), ("PageUp", 5), ("ArrowLeft", 4),
        ("ArrowUp", 3), ("Backspace", 2), ("Shift+Space", 1), ("End", last), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        at(page, number)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".fd-deck > [role=status]")).to_have_text("This is the first slide.")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    at(page, 12)
    assert page.url.endswith("#12")


def test_the_screen_goes_blank_and_any_step_brings_the_slide_back(open_deck):
    page = open_deck(at=3)
    for key, colour in (("b", "rgb(0, 0, 0)"), (".", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")):
        page.keyboard.press(key)
        cover = page.get_by_role("button", name="Show the slide again")
        expect(cover).to_be_visible()
        assert cover.evaluate("(each) => getComputedStyle(each).backgroundColor") == colour
        page.keyboard.press("PageDown")
        expect(cover).to_be_hidden()
    expect(page.locator(".fd-count")).to_have_text(f"3 of {many(page)}")


def test_all_slides_are_listed_and_one_is_jumped_to(open_deck):
    page = open_deck(at=2)
    page.keyboard.press("o")
    listed = page.get_by_role("dialog", name="All slides")
    expect(listed.get_by_role("listitem")).to_have_count(many(page))
    expect(listed.locator("[aria-current]")).to_be_focused()
    assert axe(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(listed).to_be_hidden()
    at(page, 3)


def test_what_a_slide_stands_on_is_shown_when_asked_and_gone_with_the_slide(open_deck):
    page = open_deck(at=3)
    panel = page.locator(".fd-slide:not([hidden]) .fd-notes")
    expect(panel).to_be_hidden()
    page.keyboard.press("d")
    expect(panel).to_be_focused()
    for said in (PAGE.basis.definition, PAGE.basis.source, PAGE.basis.version, PAGE.basis.filters):
        expect(panel).to_contain_text(said)
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.keyboard.press("d")
    page.keyboard.press("PageDown")
    expect(page.locator(".fd-notes:visible")).to_have_count(0)


def test_main_slides_alone_are_stepped_through(open_deck):
    page = open_deck()
    main = page.locator(".fd-slide[data-main]").count()
    assert main < many(page)
    page.keyboard.press("m")
    expect(page.locator(".fd-count")).to_have_text(f"1 of {main}")
    for number in range(2, main + 1):
        page.keyboard.press("PageDown")
        expect(page.locator(".fd-count")).to_have_text(f"{number} of {main}")
    assert page.locator(".fd-slide:not([hidden])").get_attribute("data-key").startswith(list(DRAWN_BY)[-1])


def test_slides_come_by_themselves_only_when_asked_and_wait_while_somebody_is_at_the_buttons(open_deck):
    page = open_deck(reduced_motion="no-preference")
    page.clock.install()
    page.reload()
    page.clock.fast_forward(600_000)
    at(page, 1)
    page.mouse.move(400, 300)
    choice = page.get_by_label("Next slide by itself")
    choice.select_option("10")
    choice.focus()
    page.clock.fast_forward(60_000)
    at(page, 1)
    choice.evaluate("(each) => each.blur()")
    page.mouse.move(10, 10)
    page.clock.fast_forward(10_500)
    expect(page.locator(".fd-count")).to_have_text(f"2 of {many(page)}")
    page.keyboard.press("p")
    expect(page.locator(".fd-pause")).to_have_text("Go on (P)")
    page.clock.fast_forward(60_000)
    expect(page.locator(".fd-count")).to_have_text(f"2 of {many(page)}")
    page.keyboard.press(" ")
    page.clock.fast_forward(10_500)
    expect(page.locator(".fd-count")).to_have_text(f"3 of {many(page)}")


def test_whoever_wants_less_motion_has_no_slides_that_come_by_themselves_unpaused(open_deck):
    page = open_deck()
    page.clock.install()
    page.reload()
    page.mouse.move(400, 300)
    page.get_by_label("Next slide by itself").select_option("10")
    expect(page.locator(".fd-pause")).to_be_visible()


def test_buttons_are_seen_where_the_pointer_or_the_focus_is(open_deck):
    page = open_deck()
    bar = page.get_by_role("group", name="Slides")
    assert bar.evaluate("(each) => getComputedStyle(each).opacity") == "0"
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_be_visible()
    page.get_by_role("button", name="Next").focus()
    expect(bar).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    at(page, 2)
    page.mouse.click(1340, 300)
    at(page, 3)
    page.mouse.click(20, 300)
    at(page, 2)


def test_a_finger_steps_sideways(open_deck):
    page = open_deck(390, 844, has_touch=True)
    for start, end, number in ((300, 100, 2), (300, 90, 3), (100, 300, 2)):
        page.evaluate(
            """([start, end]) => {
              const deck = document.querySelector('.fd-deck');
              const touch = (x) => new Touch({ identifier: 1, target: deck, clientX: x, clientY: 300 });
              deck.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(start)], bubbles: true }));
              deck.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(end)], bubbles: true }));
            }""",
            [start, end],
        )
        at(page, number)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (390, 844)])
def test_axe_finds_nothing(open_deck, theme, width, height):
    page = open_deck(width, height, color_scheme=theme, bypass_csp=True)
    for number in (1, 3, 4, 6, 12):
        page.goto(f"{page.url.partition('#')[0]}#{number}")
        page.reload()
        at(page, number)
        assert axe(page) == [], number


def test_without_script_every_slide_stands_below_the_one_before(open_deck):
    page = open_deck(java_script_enabled=False)
    tops = [each.bounding_box()["y"] for each in page.locator(".fd-slide").all()]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_a_link_presents_a_pack_from_its_slide_and_leaves_to_the_pages(open_page):
    page = open_page("/present?pack=portfolio_holder&slide=2", width=1366, height=768)
    expect(page.locator(".fd-count")).to_have_text(re.compile(r"^2 of \d+$"), timeout=120_000)
    settled(page)
    assert page.get_by_test_id("stHeader").is_hidden()
    assert page.get_by_role("link", name="Promises").count() == 0
    page.keyboard.press("PageDown")
    expect(page.locator(".fd-count")).to_have_text(re.compile(r"^3 of \d+$"))
    assert "slide=3" in page.url
    assert axe(page) == []
    page.reload()
    expect(page.locator(".fd-count")).to_have_text(re.compile(r"^3 of \d+$"), timeout=120_000)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".fd-deck")).to_have_count(0)
    page.wait_for_url(lambda url: "/present" not in url)
