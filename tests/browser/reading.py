"""What a page looks like to a keyboard and a screen reader: its headings, its controls, where the focus is and whether it shows."""

from dataclasses import dataclass

from playwright.sync_api import Page

MOST_STOPS = 80

CONTROLS = """
() => {
    const wanted = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';
    const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && element.getBoundingClientRect().width > 1;
    // of a group of radio buttons Tab reaches one, and the arrow keys the others
    const isAnother = (element) => (element.type === 'radio' && !element.checked)
        || (element.role === 'radio' && element !== element.closest('[role="radiogroup"]').querySelector('[role="radio"]'));
    return [...document.querySelectorAll(wanted)]
        .filter((element) => element.tabIndex >= 0 && isSeen(element) && !isAnother(element) && !element.closest('[inert], [aria-hidden="true"]'))
        .map((element) => (element.dataset.stop ??= String(Math.random()), element.dataset.stop));
}
"""
FOCUSED = """
() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return null;
    const shows = (part) => {
        const style = getComputedStyle(part);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
    };
    const frame = ['INPUT', 'TEXTAREA'].includes(element.tagName) ? [element, element.parentElement, element.parentElement.parentElement] : [element];
    return { stop: element.dataset.stop ?? '', html: element.outerHTML.slice(0, 200), shows: frame.some(shows) };
}
"""
HEADINGS = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => Number(each.tagName[1]))"
TOO_WIDE = """
() => [document.documentElement, ...document.querySelectorAll('[data-testid="stMain"], [data-testid="stApp"]')]
    .filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.outerHTML.slice(0, 80))
"""


@dataclass(frozen=True)
class Stop:
    """One element the Tab key came to."""

    stop: str
    html: str
    shows: bool


def headings(page: Page) -> list[int]:
    """Return the level of each heading, in reading order."""
    return list(page.evaluate(HEADINGS))


def controls(page: Page) -> set[str]:
    """Return a mark for each control that is on the page, which `tab_stops` uses too."""
    return set(page.evaluate(CONTROLS))


def focused(page: Page) -> Stop | None:
    """Return where the focus is, None where it is nowhere."""
    found = page.evaluate(FOCUSED)
    return Stop(**found) if found else None


def tab_stops(page: Page) -> list[Stop]:
    """Press Tab from the top of the page until the focus leaves it."""
    page.evaluate("() => { document.activeElement?.blur(); getSelection().removeAllRanges(); }")
    stops: list[Stop] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"The focus did not leave the page after {MOST_STOPS} stops")


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focused element's words begin with these."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("(words) => (document.activeElement?.textContent ?? '').startsWith(words)", words):
            return
    raise AssertionError(f"Tab never came to “{words}”")


def too_wide(page: Page) -> list[str]:
    """Return what scrolls sideways though it is as wide as the window."""
    return list(page.evaluate(TOO_WIDE))
