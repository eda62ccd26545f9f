"""Is a pack's offline page readable by anybody: by keyboard, without script, on a phone, in forced colours and on paper?"""

from dataclasses import replace
from pathlib import Path

import pytest
from accessibility import axe
from playwright.sync_api import Browser, Page, expect

from frontdoor.charts.drawing import DRAWN_BY
from frontdoor.charts.theme import DARK, LIGHT
from frontdoor.packs.html.html import html
from frontdoor.packs.pack import Cell, PackTable
from frontdoor.packs.table_of import table_of
from tests.unit.charts.figures import FIGURES
from tests.unit.packs.example_pack import PAGE, example_pack, with_figures
from tests.unit.packs.read_pdf import pages_of

REFLOWED = 320  # pixels: 1280 at 400%, WCAG 1.4.10
LONGEST = "Hundertwasserstraßenbahnhaltestellenverordnungsänderungsantrag"
WIDE_TABLE, CROWDED_TABLE = (
    PackTable(
        f"of_{many}", f"Of {many}", tuple(f"Head {n}" for n in range(many)), (tuple(Cell(words) for _ in range(many)),)
    )
    for many, words in ((14, "Value"), (7, "Complaints acknowledged"))
)
LONG_NAME = PackTable(
    "long", "Of one long name", ("Service", "Calls", "Status"), ((Cell(LONGEST), Cell("12", 12.0), Cell("Missed")),)
)
OUTSIDE = """
() => [...document.querySelectorAll('body *')]
  .filter((each) => !each.closest('svg, .fd-sideways, .fd-skip') && each.getBoundingClientRect().right > innerWidth + 1)
  .map((each) => each.outerHTML.slice(0, 120))
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> str:
    """Return the address of a file with every kind of figure, a wide table and a long name."""
    figures = [replace(FIGURES[kind], headline=f"Of {kind}") for kind in DRAWN_BY]
    long = replace(PAGE, title=f"{LONGEST} {LONGEST}", tables=(*PAGE.tables, WIDE_TABLE, CROWDED_TABLE, LONG_NAME))
    path = tmp_path_factory.mktemp("pack") / "pack.html"
    path.write_bytes(html(example_pack(PAGE, long, *map(with_figures, figures)), "https://frontdoor.example"))
    return path.as_uri()


@pytest.fixture
def open_file(chromium: Browser, file: str):
    """Return a function that opens the file with no network; in the end nothing must have been asked for or refused."""
    windows, troubles = [], []

    def open_(width: int = 1440, **how) -> Page:
        window = chromium.new_context(viewport={"width": width, "height": 900}, offline=True, **how)
        windows.append(window)
        page = window.new_page()
        page.on(
            "request",
            lambda request: troubles.append(request.url) if request.url.split(":")[0] not in ("file", "data") else None,
        )
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(file)
        return page

    yield open_
    for window in windows:
        window.close()
    assert troubles == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(open_file, width, theme):
    page = open_file(width, color_scheme=theme, bypass_csp=True)
    page.evaluate("() => { for (const each of document.querySelectorAll('details')) each.open = true; }")
    assert page.locator("details[open]").count() == len(DRAWN_BY)
    assert axe(page) == []


@pytest.mark.parametrize("width", [REFLOWED, 390, 700, 861, 1440])
def test_nothing_stands_outside_the_window(open_file, width):
    page = open_file(width)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize(("width", "shown"), [(390, ".fd-narrow"), (1440, ".fd-wide")])
def test_a_phone_has_the_drawing_for_a_phone(open_file, width, shown):
    page = open_file(width)
    for drawing in page.locator(".fd-wide, .fd-narrow").all():
        assert drawing.is_visible() == drawing.evaluate("(each, shown) => each.matches(shown)", shown)


@pytest.mark.parametrize(("scheme", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_a_drawing_has_the_colours_of_the_readers_theme(open_file, scheme, theme):
    page = open_file(color_scheme=scheme)
    wanted = f"rgb({', '.join(str(part) for part in bytes.fromhex(theme.page[1:]))})"
    fills = page.locator(".fd-wide svg > rect:first-of-type").evaluate_all(
        "(all) => all.map((each) => getComputedStyle(each).fill)"
    )
    assert fills == [wanted] * len(DRAWN_BY)


def test_arrow_keys_read_every_chart_from_the_first_row_to_the_last(open_file):
    page = open_file()
    for kind in DRAWN_BY:
        rows = [[cell.words for cell in row] for row in table_of(FIGURES[kind]).rows]
        chart = page.get_by_role("application", name=f"Of {kind}", exact=True)
        read = chart.locator("xpath=following-sibling::p[@role='status']")
        chart.focus()
        for key, place in (("ArrowRight", 1), ("End", len(rows)), ("ArrowRight", len(rows)), ("Home", 1)):
            page.keyboard.press(key)
            expect(read).to_contain_text(f"{rows[place - 1][0]}. ")
            expect(read).to_contain_text(f"({place} of {len(rows)})")
        heads = page.locator(f"#{chart.get_attribute('data-rows')} thead th").all_text_contents()
        said = [
            (head, "no figure" if words == "–" else words) for head, words in zip(heads, rows[0], strict=True) if words
        ]
        told = "".join(f"{head}: {words}. " for head, words in said[1:])
        assert read.text_content() == f"{rows[0][0]}. {told}(1 of {len(rows)})"


@pytest.mark.parametrize("kind", ["calendar", "control_chart", "lines"])
def test_right_and_down_go_to_the_next_row_and_left_and_up_back(open_file, kind):
    page = open_file()
    many = len(table_of(FIGURES[kind]).rows)
    page.get_by_role("application", name=f"Of {kind}", exact=True).focus()
    for key, place in (
        ("Home", 1),
        ("ArrowRight", 2),
        ("ArrowDown", 3),
        ("ArrowLeft", 2),
        ("ArrowUp", 1),
        ("ArrowUp", 1),
    ):
        page.keyboard.press(key)
        expect(page.locator(".fd-read:not(:empty)")).to_contain_text(f"({place} of {many})")


def test_down_goes_to_the_same_time_of_the_next_day_on_a_map_and_across_on_a_phone(open_file):
    rows = table_of(FIGURES["week_map"]).rows
    tomorrow = next(row for row in rows if row[0] != rows[0][0] and row[1] == rows[0][1])
    for width, key in ((1440, "ArrowDown"), (390, "ArrowRight")):
        page = open_file(width)
        page.get_by_role("application", name="Of week_map", exact=True).focus()
        page.keyboard.press("Home")
        page.keyboard.press(key)
        expect(page.locator(".fd-read:not(:empty)")).to_contain_text(f"({rows.index(tomorrow) + 1} of {len(rows)})")


def test_the_keyboard_reaches_the_pages_first_then_each_chart_and_its_table(open_file):
    page = open_file()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the first page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    chart = page.get_by_role("application").first
    chart.focus()
    expect(page.locator(".fd-read").first).to_contain_text("Arrow keys read")
    page.keyboard.press("Tab")
    expect(page.locator("summary").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#figure-1-rows")).to_be_visible()


def test_without_script_everything_is_still_there(open_file):
    page = open_file(java_script_enabled=False)
    assert page.locator("figure svg[role=img]").count() == 2 * len(DRAWN_BY)
    assert page.get_by_role("application").count() == 0
    page.locator("summary").first.click()
    expect(page.locator("#figure-1-rows")).to_be_visible()


def test_a_strange_script_and_a_picture_from_elsewhere_are_refused(chromium, file):
    with chromium.new_context(offline=True) as window:
        page = window.new_page()
        page.goto(file)
        refused = page.evaluate(
            """async () => {
              const refused = [];
              addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
              const script = document.createElement('script');
              script.textContent = 'window.hasRun = true';
              document.body.append(script);
              const picture = new Image();
              picture.src = 'https://elsewhere.example/picture.png';
              document.body.append(picture);
              await fetch('https://elsewhere.example/').catch(() => null);
              await new Promise((done) => setTimeout(done, 50));
              return [window.hasRun === undefined, refused.sort()];
            }"""
        )
    assert refused == [True, ["connect-src", "img-src", "script-src-elem"]]


def test_forced_colours_leave_charts_as_they_are_and_words_as_the_reader_wants(open_file):
    page = open_file(forced_colors="active", color_scheme="dark", bypass_csp=True)
    words = page.locator(".fd-wide svg text").first.evaluate("(each) => getComputedStyle(each).fill")
    assert words in (_rgb(DARK.ink), _rgb(DARK.ink_second))
    heading, asked = page.evaluate(
        """() => { const asked = document.createElement('i'); asked.style.color = 'CanvasText'; document.body.append(asked);
          return [getComputedStyle(document.querySelector('h1')).color, getComputedStyle(asked).color]; }"""
    )
    assert heading == asked
    assert axe(page) == []


def test_on_paper_tables_are_open_and_every_sheet_says_to_when(open_file):
    page = open_file(java_script_enabled=False)
    sheets = [" ".join(words.split()) for words in pages_of(page.pdf(prefer_css_page_size=True))]
    assert len(sheets) > len(DRAWN_BY)
    assert all("Figures to 31 October 2026" in words and "Invented figures" in words for words in sheets)
    assert all(f"Page {number} of {len(sheets)}" in words for number, words in enumerate(sheets, 1))
    whole = " ".join(sheets)
    for number in range(1, len(DRAWN_BY) + 1):
        assert f"The numbers behind figure {number} " in whole
    last = table_of(FIGURES["bars"]).rows[-1]
    assert f"{last[0].words} {last[1].words}" in whole


def test_paper_is_light_whatever_the_screen_is(open_file):
    page = open_file(color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("h1").evaluate("(each) => getComputedStyle(each).color") == _rgb(LIGHT.ink)


def _rgb(colour: str) -> str:
    return f"rgb({', '.join(str(part) for part in bytes.fromhex(colour[1:]))})"


def test_the_file_needs_nothing_beside_it(file):
    assert [each.name for each in Path(file.removeprefix("file://")).parent.iterdir()] == ["pack.html"]
