"""Finds a Chromium for the browser tests and the pictures, and gets one where none is installed.

python -m tools.browser        says which browser is used, after installing one if it must
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
ELSEWHERE = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "Google/Chrome/Application/chrome.exe",
    Path(os.environ.get("PROGRAMFILES(X86)", "C:/Program Files (x86)")) / "Microsoft/Edge/Application/msedge.exe",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
]
WAY_OUT = (
    "No Chromium can be had for the browser tests. Install one (Debian and Ubuntu: apt-get install chromium; "
    "any system: Google Chrome, or python -m playwright install chromium), or set FRONTDOOR_BROWSER to its path."
)
DRIVER_NEEDS = "libatomic1"  # the one library of Playwright 1.65's driver that a small Debian lacks
LONGEST_START = 60  # seconds for a browser to say its version on a busy machine


class NoBrowserError(Exception):
    """There is no Chromium here; the message says how to get one."""


def main() -> None:
    """Say which browser is used; install one if there is none, or end with the way out."""
    if not (_driver_starts() or (debian.install(DRIVER_NEEDS) and _driver_starts())):
        sys.exit(f"Playwright does not start on this machine. As an administrator: apt-get install {DRIVER_NEEDS}")
    found = find() or _from_debian() or _from_playwright()
    if found is None:
        sys.exit(WAY_OUT)
    print(f"Browser: {found}")


def find() -> Path | None:
    """Return the first Chromium here that starts, the one named by FRONTDOOR_BROWSER before all others."""
    named = os.environ.get("FRONTDOOR_BROWSER")
    installed = [Path(path) for name in NAMES if (path := shutil.which(name))]
    candidates = [Path(named)] if named else [*installed, *ELSEWHERE, _playwrights_own()]
    return next((path for path in candidates if path.exists() and _starts(path)), None)


@contextmanager
def launched() -> Iterator[Browser]:
    """Start a headless browser with an empty profile, closed at the end; raises NoBrowserError."""
    path = find()
    if path is None:
        raise NoBrowserError(WAY_OUT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def _driver_starts() -> bool:
    return _answers([sys.executable, "-m", "playwright", "--version"])


def _starts(path: Path) -> bool:
    """Say whether it runs: Ubuntu's chromium package is a stand-in that does not, where there is no snap."""
    return _answers([str(path), "--version"])


def _answers(command: list[str]) -> bool:
    try:
        asked = subprocess.run(command, capture_output=True, timeout=LONGEST_START, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _playwrights_own() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _from_debian() -> Path | None:
    return find() if debian.install("chromium") else None


def _from_playwright() -> Path | None:
    print("Asking Playwright for its Chromium ...", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, check=False)
    return find()


if __name__ == "__main__":
    main()
