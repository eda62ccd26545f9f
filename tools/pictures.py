"""Takes a picture of every page, at every size and in both themes, into pictures/.

python -m tools.pictures                     builds the sample in a temporary folder first
python -m tools.pictures --home data --page overview
"""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tools import browser, server
from tools.page import open_settled, show_whole

PICTURES = server.ROOT / "pictures"
PAGES = {
    "overview": "/",
    "measure": "/measures",
    "satisfaction": "/satisfaction",
    "complaints": "/complaints",
    "data": "/data",
}
SIZES = ((390, 844), (820, 1180), (1366, 768), (1440, 900), (1920, 1080))  # phone, tablet, laptops, projector
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@dataclass(frozen=True)
class Picture:
    """One page at one size in one theme."""

    page: str
    width: int
    height: int
    theme: Literal["light", "dark"]

    @property
    def path(self) -> Path:
        return PICTURES / f"{self.page}-{self.width}-{self.theme}.png"


def main() -> None:
    """Serve the data asked for and take every picture asked for."""
    asked = _arguments()
    PICTURES.mkdir(exist_ok=True)
    with _home(asked.home) as home, server.frontdoor(home) as address, browser.launched() as chromium:
        for picture in wanted(asked.page or list(PAGES)):
            take(chromium, address, picture)
            print(picture.path.relative_to(server.ROOT), flush=True)


def wanted(pages: list[str]) -> list[Picture]:
    """Return each page at each size in each theme."""
    return [Picture(page, *size, theme) for page in pages for size in SIZES for theme in THEMES]


def take(chromium: Browser, address: str, picture: Picture) -> None:
    """Write one picture of the whole page."""
    page = chromium.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.theme,
        reduced_motion="reduce",
        locale="en-GB",
    )
    open_settled(page, address + PAGES[picture.page])
    show_whole(page).screenshot(path=picture.path)
    page.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.pictures", description=__doc__.splitlines()[0])
    parser.add_argument("--home", type=Path, help="a FRONTDOOR_HOME with data (default: a freshly built sample)")
    parser.add_argument("--page", action="append", choices=list(PAGES), help="only this page; may be repeated")
    return parser.parse_args()


@contextmanager
def _home(given: Path | None) -> Iterator[Path]:
    if given:
        yield given.resolve()
        return
    with tempfile.TemporaryDirectory() as folder:
        yield server.build_sample(Path(folder))


if __name__ == "__main__":
    main()
