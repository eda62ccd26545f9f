"""What browser tests ask for: the real server, a real Chromium and pages that have come to rest."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from strangers import strangers

from tools import browser, server
from tools.page import LONGEST_WAIT, open_settled

OpenPage = Callable[..., Page]
expect.set_options(timeout=LONGEST_WAIT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def frontdoor_address(sample_home: Path) -> Iterator[str]:
    """Serve the sample for as long as this test process lives."""
    with server.frontdoor(sample_home) as address:
        yield address


# One per module: while Playwright runs, its event loop does too, and Streamlit's AppTest wants none running.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.launched() as started:
        yield started


@pytest.fixture(scope="module")
def windows(chromium: Browser) -> dict[str, BrowserContext]:
    """Return a window for each theme; its pages share what they have downloaded."""
    always = {"reduced_motion": "reduce", "locale": "en-GB"}
    return {theme: chromium.new_context(color_scheme=theme, **always) for theme in ("light", "dark")}


@pytest.fixture
def open_at(windows: dict[str, BrowserContext]) -> Iterator[OpenPage]:
    """Return a function that opens an address at a width and theme and waits until it has come to rest.

    At the end the test fails if a script failed in the browser or a page asked for anything from another machine.
    """
    troubles: list[str] = []
    opened: list[Page] = []

    def open_(address: str, width: int = 1440, height: int = 900, theme: str = "light") -> Page:
        page = windows[theme].new_page()
        page.set_viewport_size({"width": width, "height": height})
        opened.append(page)
        page.on("pageerror", lambda error: troubles.append(f"A script failed in the browser: {error}"))
        page.on("request", lambda request: troubles.extend(strangers(request)))
        return open_settled(page, address)

    yield open_
    for page in opened:
        page.close()
    assert not troubles, "\n".join(troubles)


@pytest.fixture
def open_page(open_at: OpenPage, frontdoor_address: str) -> OpenPage:
    """Return `open_at` for the paths of Frontdoor: open_page("/data", width=390, theme="dark")."""
    return lambda path="/", **how: open_at(frontdoor_address + path, **how)
