"""Tells when a Streamlit page has come to rest, and makes its window tall enough to show all of it."""

from playwright.sync_api import Page

LONGEST_WAIT = 30_000  # milliseconds; a first chart in a cold browser takes about 5,000
REST = 250  # milliseconds without a change; a rerun asked for by a widget starts well within them

# Streamlit 1.67 writes the state of its script and connection on the element stApp, marks elements of an earlier run
# as stale, and shows a skeleton where an element is still loading. The place of a chart of ours names its drawing.
AT_REST = """
(rest) => {
    const app = document.querySelector('[data-testid="stApp"]');
    const busy = document.querySelector(
        '[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-testid="stSpinner"]');
    const undrawn = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
        .some((chart) => !chart.querySelector('.main-svg'))
        || [...document.getElementsByClassName('fd-picture')]
        .some((place) => place.firstElementChild?.dataset.drawn !== place.dataset.drawing);
    const resting = app && app.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && !busy && !undrawn && document.fonts.status === 'loaded';
    const now = performance.now();
    window.frontdoorRestsSince = resting ? (window.frontdoorRestsSince ?? now) : undefined;
    return resting && now - window.frontdoorRestsSince >= rest;
}
"""
SCROLLED_HEIGHT = """
() => Math.max(document.documentElement.scrollHeight,
    ...[...document.querySelectorAll('[data-testid="stMain"], [data-testid="stSidebarContent"]')]
        .map((part) => part.scrollHeight + part.getBoundingClientRect().top))
"""


def settled(page: Page) -> Page:
    """Wait until the script has stopped, nothing is stale, fonts are in and every chart is drawn."""
    page.evaluate("() => { window.frontdoorRestsSince = undefined; }")
    page.wait_for_function(AT_REST, arg=REST, timeout=LONGEST_WAIT)
    return page


def open_settled(page: Page, address: str) -> Page:
    """Go to an address and wait until the page has come to rest."""
    page.goto(address, wait_until="domcontentloaded")
    return settled(page)


def show_whole(page: Page) -> Page:
    """Make the window as tall as its content: Streamlit scrolls inside, so a full-page picture would be cut off."""
    size = page.viewport_size
    if size is None:
        raise ValueError("The page has no size; open it with a viewport.")
    height = int(page.evaluate(SCROLLED_HEIGHT))
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    return settled(page)
